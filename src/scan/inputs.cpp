// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <filesystem>

#include "base/error.h"
#include "scan/scanner.h"

namespace loanlint::scan {
namespace {

namespace fs = std::filesystem;

bool is_package(const fs::path& path) {
  constexpr std::array<std::string_view, 6> kEndings{".apk",  ".apks", ".xapk",
                                                     ".apkm", ".aab",  ".aar"};
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end() ||
         path.filename() == "AndroidManifest.xml";
}

/// Every package below a folder. Links to folders are not followed: they may lead in a circle.
std::vector<std::string> below(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code ignored;
    if (is_package(it->path()) && !it->is_directory(ignored)) found.push_back(it->path().string());
  }
  if (error) throw UsageError(folder + ": " + error.message());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::vector<std::string> list_inputs(const std::vector<std::string>& paths) {
  std::vector<std::string> inputs;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      inputs.push_back(path);
      continue;
    }
    std::vector<std::string> found = below(path);
    inputs.insert(inputs.end(), std::make_move_iterator(found.begin()),
                  std::make_move_iterator(found.end()));
  }
  return inputs;
}

}  // namespace loanlint::scan
