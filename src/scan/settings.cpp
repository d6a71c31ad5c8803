// SPDX-License-Identifier: Apache-2.0
#include "scan/settings.h"

#include <algorithm>
#include <filesystem>

#include "base/bytes.h"
#include "base/error.h"
#include "base/sha256.h"
#include "base/source.h"
#include "catalog/catalog.h"

namespace loanlint::scan {
namespace {

namespace fs = std::filesystem;

/// Texts joined so that no two lists of texts give the same.
class Joined {
 public:
  void add(const std::string& text) { all_ += std::to_string(text.size()) + ':' + text; }
  void add(const std::vector<std::string>& texts) {
    add(std::to_string(texts.size()));
    for (const std::string& text : texts) add(text);
  }
  const std::string& all() const { return all_; }

 private:
  std::string all_;
};

void add_file(Joined& joined, const std::string& path) {
  try {
    joined.add(sha256_hex(*open_file(path)));
  } catch (const std::runtime_error&) {
    joined.add(path);
  }
}

/// The content of each policy; names count too, because a report names its documents.
void add_policy(Joined& joined, const std::string& path) {
  joined.add(path);
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    add_file(joined, path);
    return;
  }
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator it(path, error), end; !error && it != end;
       it.increment(error)) {
    if (it->is_regular_file()) files.push_back(it->path().string());
  }
  std::sort(files.begin(), files.end());
  for (const std::string& file : files) {
    joined.add(file);
    add_file(joined, file);
  }
}

void add_limits(Joined& joined, const Limits& limits) {
  // A field more or less is an error here, so that none is forgotten.
  const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, seconds] = limits;
  for (const std::size_t value : {a, b, c, d, e, f, g, h, i, j, k, l, m, n}) {
    joined.add(std::to_string(value));
  }
  joined.add(std::to_string(seconds));
}

}  // namespace

std::string settings_hash(const Scanner& scanner, const std::string& version) {
  const Options& options = scanner.options();
  Joined joined;
  joined.add(version);
  joined.add(scanner.catalog().ruleset());
  joined.add(options.packs);
  joined.add(options.only);
  joined.add(options.skip);
  for (const std::string& policy : options.policies) add_policy(joined, policy);
  add_limits(joined, options.limits);
  constexpr std::size_t kDigits = 16;
  return sha256_hex(as_bytes(joined.all())).substr(0, kDigits);
}

}  // namespace loanlint::scan
