// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/rule_files.h"
#include "findings/message.h"

namespace loanlint::catalog {

/// A JSON document that people write, and what errors call it. Strict: duplicate keys, comments
/// and trailing text are errors.
class JsonFile;

/// One value of such a document, which knows where it stands.
///
/// Every accessor throws UsageError with file, line, column, JSON pointer, what was expected and
/// what was found. Nodes keep their document alive.
class Node {
 public:
  /// Parses `text`; `shown` is what errors call the document.
  static Node parse(std::string_view text, std::string shown);
  /// Without looking for keys that stand twice: for text that a test has parsed strictly.
  static Node parse_proved(std::string_view text, std::string shown);
  static Node parse(const RuleFile& file) {
    return file.built_in ? parse_proved(file.text, file.shown) : parse(file.text, file.shown);
  }

  bool is_text() const;
  bool is_list() const;
  bool is_object() const;
  bool is_number() const;
  bool is_boolean() const;
  bool is_null() const;

  std::string text() const;           ///< a string that is not empty
  std::string text_or_empty() const;  ///< a string
  std::int64_t integer() const;
  bool boolean() const;
  std::vector<std::string> texts() const;  ///< a list of strings, none empty
  findings::Bilingual bilingual() const;   ///< {"zh": …, "en": …}, both required, nothing else

  std::vector<Node> items() const;                            ///< of a list
  std::vector<std::pair<std::string, Node>> members() const;  ///< of an object, by key

  bool has(std::string_view key) const;
  Node at(std::string_view key) const;                   ///< a required member
  std::optional<Node> find(std::string_view key) const;  ///< an optional one
  /// Every key must be one of these; an unknown one is an error that suggests the nearest.
  void only(std::initializer_list<std::string_view> keys) const;

  /// Throws UsageError: "<file>:<line>:<column>: <pointer>: <problem>".
  [[noreturn]] void fail(const std::string& problem) const;
  /// The same at the key of this member of an object, where that is what is wrong.
  [[noreturn]] void fail_at_key(const std::string& problem) const;

  /// The value itself, for the few that print or compare JSON.
  const nlohmann::json& value() const { return *value_; }

 private:
  Node(std::shared_ptr<const JsonFile> file, const nlohmann::json* value, std::string pointer);
  const nlohmann::json& object() const;
  std::string kind_of_value() const;

  std::shared_ptr<const JsonFile> file_;
  const nlohmann::json* value_;
  std::string pointer_;
};

/// A place in a text, 1-based.
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;
};

LineColumn line_column(std::string_view text, std::size_t offset);

/// Where the value named by a JSON pointer starts in valid JSON `text`; the end of the text when
/// there is none.
std::size_t locate(std::string_view text, std::string_view pointer);
/// Where the key of that value starts: of several such keys in one object, the `nth`.
std::size_t locate_key(std::string_view text, std::string_view pointer, std::size_t nth = 1);

/// The candidate nearest to `word` in edit distance, if one is near enough to be a typing error.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

}  // namespace loanlint::catalog
