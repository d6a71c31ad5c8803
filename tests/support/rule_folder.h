// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace loanlint::support {

/// A folder of rule files, as a user gives with --rules; gone with the object.
class RuleFolder {
 public:
  RuleFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "rules-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  /// With one file in it.
  RuleFolder(const std::string& file, const std::string& text) : RuleFolder() { add(file, text); }
  ~RuleFolder() { std::filesystem::remove_all(path_); }
  RuleFolder(const RuleFolder&) = delete;
  RuleFolder& operator=(const RuleFolder&) = delete;

  /// Writes a file, `file` below the folder.
  void add(const std::string& file, const std::string& text) const {
    const std::filesystem::path at = std::filesystem::path(path_) / file;
    std::filesystem::create_directories(at.parent_path());
    std::ofstream(at, std::ios::binary) << text;
  }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace loanlint::support
