// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace loanlint::catalog {

/// One file of rules/.
struct RuleFile {
  std::string path;       ///< below rules/: "pipl/loan-needs-no-contacts.json"
  std::string shown;      ///< what errors call it: "rules/pipl/…" or the path given by the user
  std::string_view text;  ///< lives as long as the RuleFiles it came from
  std::string sha256;     ///< of the text, in hexadecimal
  bool built_in = false;  ///< compiled in, and so proved by the tests
  bool replaces_built_in = false;  ///< laid over a file that is compiled in

  /// The file name without folder and ".json": the id of what the file describes.
  std::string id() const;
};

/// The files the program knows its trade from: those compiled in, with the folders given by
/// --rules laid over them. A file of the same path replaces the built-in one.
class RuleFiles {
 public:
  /// The files compiled into the program, and nothing else.
  RuleFiles();
  /// Lays every *.json below `folder` over what is there. Throws UsageError when the folder
  /// cannot be read or holds no rule file.
  void overlay(const std::string& folder);

  /// Lays one file over what is there: `path` below rules/, `shown` what errors call it.
  void lay(std::string path, std::string shown, std::string text);

  /// The files of one folder of rules/, by path, subfolders not included.
  std::vector<RuleFile> in(std::string_view folder) const;
  const RuleFile* find(std::string_view path) const;
  /// Every file, by path.
  std::vector<RuleFile> all() const;
  /// Those that are not compiled in, by path.
  std::vector<RuleFile> laid_over() const;
  /// SHA-256 over all paths and the texts' SHA-256: two programs with the same hash know the same
  /// rules.
  std::string hash() const;

 private:
  std::map<std::string, RuleFile, std::less<>> files_;
  std::map<std::string, std::string>
      owned_;  // texts laid over, by shown name; map nodes do not move
};

}  // namespace loanlint::catalog
