// SPDX-License-Identifier: Apache-2.0
// Where a value stands in JSON text, which nlohmann does not keep.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

/// Walks JSON that is known to be valid.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) { skip_space(); }

  std::size_t at() const { return at_; }
  /// Where the key stands that was entered last.
  std::size_t key_at() const { return key_at_; }

  /// Moves from the start of an object or list to the value named by one token of a pointer; by the
  /// `nth` such key of an object.
  bool enter(const std::string& token, std::size_t nth = 1) {
    const char open = peek();
    if (open != '{' && open != '[') return false;
    ++at_;
    skip_space();
    for (std::size_t index = 0; peek() != '}' && peek() != ']' && at_ < text_.size(); ++index) {
      bool here = open == '[' && std::to_string(index) == token;
      if (open == '{') {
        key_at_ = at_;
        skip_value();
        here = nlohmann::json::parse(text_.substr(key_at_, at_ - key_at_)) == token && --nth == 0;
        skip_space();
        ++at_;  // the colon
        skip_space();
      }
      if (here) return true;
      skip_value();
      skip_space();
      if (peek() == ',') ++at_;
      skip_space();
    }
    return false;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    while (at_ < text_.size() &&
           std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
      ++at_;
    }
  }

  void skip_string() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    ++at_;
  }

  void skip_value() {
    std::size_t depth = 0;
    do {
      const char c = peek();
      if (c == '"') {
        skip_string();
        continue;
      }
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      ++at_;
    } while (at_ < text_.size() && (depth > 0 || !ends_value()));
  }

  /// At depth 0: the value is over before a delimiter, or right after a string or bracket.
  bool ends_value() const {
    const char last = text_[at_ - 1];
    return last == '"' || last == '}' || last == ']' ||
           std::string_view(",}] :\t\r\n").find(peek()) != std::string_view::npos;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t key_at_ = 0;
};

std::string unescape_pointer(std::string_view token) {
  std::string out;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] == '~' && i + 1 < token.size()) {
      out.push_back(token[++i] == '1' ? '/' : '~');
    } else {
      out.push_back(token[i]);
    }
  }
  return out;
}

/// Goes where a pointer leads, at its end by the `nth` key of that name. False when it leads
/// nowhere.
bool walk(Walker& walker, std::string_view pointer, std::size_t nth = 1) {
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t slash = std::min(pointer.find('/'), pointer.size());
    const std::string token = unescape_pointer(pointer.substr(0, slash));
    pointer.remove_prefix(slash);
    if (!walker.enter(token, pointer.empty() ? nth : 1)) return false;
  }
  return true;
}

std::size_t edit_distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[right.size()];
}

}  // namespace

LineColumn line_column(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const std::size_t last = before.rfind('\n');
  return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
          before.size() - (last == std::string_view::npos ? 0 : last + 1) + 1};
}

std::size_t locate(std::string_view text, std::string_view pointer) {
  Walker walker(text);
  return walk(walker, pointer) ? walker.at() : text.size();
}

std::size_t locate_key(std::string_view text, std::string_view pointer, std::size_t nth) {
  Walker walker(text);
  return walk(walker, pointer, nth) ? walker.key_at() : text.size();
}

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
  std::optional<std::string> best;
  std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace loanlint::catalog
