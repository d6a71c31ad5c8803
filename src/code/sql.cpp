// SPDX-License-Identifier: Apache-2.0
#include "code/sql.h"

#include <algorithm>

namespace loanlint::code {
namespace {

constexpr std::string_view kBetweenWords = " \t\r\n(),;=`\"'[]";

bool is_keyword(std::string_view word, std::string_view upper) {
  return std::equal(word.begin(), word.end(), upper.begin(), upper.end(),
                    [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 'a' + 'A' : a) == b; });
}

}  // namespace

std::string_view sql_table(std::string_view statement) {
  bool named = false;
  std::size_t at = 0;
  while (true) {
    at = statement.find_first_not_of(kBetweenWords, at);
    if (at == std::string_view::npos) return {};
    const std::size_t end = std::min(statement.find_first_of(kBetweenWords, at), statement.size());
    const std::string_view word = statement.substr(at, end - at);
    // "CREATE TABLE IF NOT EXISTS people", "UPDATE OR IGNORE people"
    const bool between = is_keyword(word, "IF") || is_keyword(word, "NOT") ||
                         is_keyword(word, "EXISTS") || is_keyword(word, "OR") ||
                         is_keyword(word, "IGNORE") || is_keyword(word, "REPLACE");
    if (named && !between && !is_keyword(word, "SELECT")) return word;
    named = (named && between) || is_keyword(word, "FROM") || is_keyword(word, "INTO") ||
            is_keyword(word, "UPDATE") || is_keyword(word, "TABLE");
    at = end;
  }
}

}  // namespace loanlint::code
