// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string_view>

#include "catalog/node.h"
#include "catalog/rule_files.h"

namespace loanlint::catalog {

/// How much of a rule file is read before it is believed.
enum class Reading {
  whole,  ///< strictly: one error anywhere in the file is an error
  lazy    ///< member by member as asked for; right only for files that a test has read whole
};

/// Built-in files are proved by the tests, those of --rules are not.
inline Reading reading_of(const RuleFile& file) {
  return file.built_in ? Reading::lazy : Reading::whole;
}

/// The top-level members of one rule file.
///
/// Most scans need a rule's condition and never its texts, so a lazy reading finds where each
/// member stands and parses only those that are asked for.
class Members {
 public:
  /// Throws UsageError when the file is not a JSON object. `file.text` must outlive the Members.
  Members(const RuleFile& file, Reading reading);

  bool has(std::string_view key) const;
  Node at(std::string_view key) const;                   ///< a required member
  std::optional<Node> find(std::string_view key) const;  ///< an optional one
  /// Every key must be one of these; checked when the file is read whole.
  void only(std::initializer_list<std::string_view> keys) const;
  /// Throws UsageError about the file as a whole.
  [[noreturn]] void fail(const std::string& problem) const;

 private:
  std::string shown_;
  std::optional<Node> root_;                                       // read whole
  std::map<std::string_view, std::string_view, std::less<>> raw_;  // lazy
};

/// Where the members of a JSON object stand in its text; `text` must be valid JSON.
std::map<std::string_view, std::string_view, std::less<>> raw_members(std::string_view text);

}  // namespace loanlint::catalog
