// SPDX-License-Identifier: Apache-2.0
#include "catalog/rule_files.h"

#include <algorithm>
#include <filesystem>

#include "base/buffer.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/source.h"
#include "catalog/embedded.h"

namespace loanlint::catalog {

namespace fs = std::filesystem;

std::string RuleFile::id() const {
  const std::size_t slash = path.rfind('/');
  const std::size_t start = slash == std::string::npos ? 0 : slash + 1;
  const std::size_t dot = path.find('.', start);
  return path.substr(start, dot == std::string::npos ? dot : dot - start);
}

RuleFiles::RuleFiles() {
  for (std::size_t i = 0; i < kEmbeddedFileCount; ++i) {
    const EmbeddedFile& file = kEmbeddedFiles[i];
    files_[file.path] = {file.path,
                         std::string("rules/") + file.path,
                         std::string_view(loanlint_rules_blob + file.offset, file.size),
                         file.sha256,
                         true,
                         false};
  }
}

void RuleFiles::overlay(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> found;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->is_regular_file() && it->path().extension() == ".json") found.push_back(it->path());
  }
  if (error) throw UsageError("--rules " + folder + ": " + error.message());
  if (found.empty()) throw UsageError("--rules " + folder + ": no *.json file in this folder");
  std::sort(found.begin(), found.end());
  for (const std::string& name : found) {
    const Buffer bytes = read_all(*open_file(name), 64 * kMiB);
    lay(fs::path(name).lexically_relative(folder).generic_string(), name,
        std::string(as_text(bytes)));
  }
}

void RuleFiles::lay(std::string path, std::string shown, std::string text) {
  const std::string& kept = owned_[shown] = std::move(text);
  RuleFile& file = files_[path];
  const bool replaces = file.built_in || file.replaces_built_in;
  file = {path, std::move(shown), kept, sha256_hex(as_bytes(kept)), false, replaces};
}

std::vector<RuleFile> RuleFiles::in(std::string_view folder) const {
  const std::string prefix = std::string(folder) + '/';
  std::vector<RuleFile> found;
  for (auto it = files_.lower_bound(prefix); it != files_.end() && it->first.starts_with(prefix);
       ++it) {
    if (it->first.find('/', prefix.size()) == std::string::npos) found.push_back(it->second);
  }
  return found;
}

const RuleFile* RuleFiles::find(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

std::vector<RuleFile> RuleFiles::all() const {
  std::vector<RuleFile> found;
  found.reserve(files_.size());
  for (const auto& [path, file] : files_) found.push_back(file);
  return found;
}

std::vector<RuleFile> RuleFiles::laid_over() const {
  std::vector<RuleFile> found;
  for (const auto& [path, file] : files_) {
    if (!file.built_in) found.push_back(file);
  }
  return found;
}

std::string RuleFiles::hash() const {
  Sha256 hash;
  for (const auto& [path, file] : files_) {
    hash.add(as_bytes(file.sha256 + ' ' + path + '\n'));
  }
  return hash.hex();
}

}  // namespace loanlint::catalog
