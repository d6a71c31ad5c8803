// SPDX-License-Identifier: Apache-2.0
#include "policy/pattern_template.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/error.h"
#include "policy/normalise.h"

namespace loanlint::policy {
namespace {

constexpr int kMaxDepth = 8;
constexpr std::size_t kMinLiteral = 3;  // one Chinese character, or three Latin letters

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '_';
  });
}

class Expander {
 public:
  Expander(const Words& words, const std::string& where) : words_(words), where_(where) {}

  std::string run(std::string_view pattern, int depth) const {
    if (depth > kMaxDepth) throw UsageError(where_ + ": word classes name each other");
    std::string out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
      const std::size_t end = pattern[at] == '<' ? pattern.find('>', at) : std::string_view::npos;
      if (end == std::string_view::npos) {
        out.push_back(pattern[at]);
        continue;
      }
      const std::string_view inside = pattern.substr(at + 1, end - at - 1);
      if (inside.substr(0, 2) == ".." && is_digits(inside.substr(2))) {
        out += "[^,;:。|]{0," + std::string(inside.substr(2)) + "}?";
      } else if (inside.substr(0, 1) == "~" && is_digits(inside.substr(1))) {
        out += ".{0," + std::string(inside.substr(1)) + "}?";
      } else if (is_name(inside)) {
        out += word_class(std::string(inside), depth);
      } else {
        throw UsageError(where_ + ": <" + std::string(inside) + "> is no word class and no gap");
      }
      at = end;
    }
    return out;
  }

 private:
  std::string word_class(const std::string& name, int depth) const {
    const auto found = words_.find(name);
    if (found == words_.end()) throw UsageError(where_ + ": no word class <" + name + ">");
    std::string out = "(?:";
    for (const std::string& word : found->second) {
      if (out.size() > 3) out += '|';
      out += run(normalise_template(word), depth + 1);
    }
    return out + ")";
  }

  const Words& words_;
  const std::string& where_;
};

// A gap this wide says "somewhere in the sentence", or in the clause where it may not leave it.
// Counting would cost RE2 thousands of instructions per pattern.
constexpr int kWideGap = 30;
constexpr int kWideGapInClause = 16;

/// True when the class that ends before `at` keeps a gap inside its clause: "[^,;:。|]".
bool stays_in_clause(std::string_view regex, std::size_t at) {
  if (at == 0 || regex[at - 1] != ']') return false;
  const std::size_t open = regex.rfind("[^", at);
  return open != std::string_view::npos &&
         regex.substr(open, at - open).find(',') != std::string_view::npos;
}

/// `regex` with every {0,n} of a wide gap as *.
std::string loosen(const std::string& regex) {
  std::string out;
  for (std::size_t at = 0; at < regex.size();) {
    const std::size_t end =
        regex.compare(at, 3, "{0,") == 0 ? regex.find('}', at) : std::string::npos;
    const int wide = stays_in_clause(regex, at) ? kWideGapInClause : kWideGap;
    if (end != std::string::npos && is_digits(regex.substr(at + 3, end - at - 3)) &&
        std::stoi(regex.substr(at + 3, end - at - 3)) >= wide) {
      out.push_back('*');
      at = end + 1;
    } else {
      out.push_back(regex[at++]);
    }
  }
  return out;
}

/// Walks an expanded pattern and collects what it cannot do without.
class LiteralFinder {
 public:
  explicit LiteralFinder(std::string_view regex) : regex_(regex) {}

  /// The conditions of the alternatives from here to ')' or the end, joined by "or".
  std::vector<AnyOf> alternatives() {
    std::vector<std::vector<AnyOf>> all;
    all.push_back(sequence());
    while (at_ < regex_.size() && regex_[at_] == '|') {
      ++at_;
      all.push_back(sequence());
    }
    if (all.size() == 1) return std::move(all.front());
    // "a or b" needs one literal of a's best condition or one of b's best.
    AnyOf joined;
    for (const std::vector<AnyOf>& conditions : all) {
      if (conditions.empty()) return {};
      const auto best = std::max_element(
          conditions.begin(), conditions.end(),
          [](const AnyOf& a, const AnyOf& b) { return shortest(a) < shortest(b); });
      joined.insert(joined.end(), best->begin(), best->end());
    }
    return {std::move(joined)};
  }

 private:
  static std::size_t shortest(const AnyOf& any) {
    std::size_t out = std::string::npos;
    for (const std::string& literal : any) out = std::min(out, literal.size());
    return out;
  }

  void flush(std::string& literal, std::vector<AnyOf>& out) {
    if (literal.size() >= kMinLiteral) out.push_back({literal});
    literal.clear();
  }

  std::vector<AnyOf> sequence() {
    std::vector<AnyOf> out;
    std::string literal;
    while (at_ < regex_.size() && regex_[at_] != '|' && regex_[at_] != ')') {
      const std::size_t atom = at_;
      std::vector<AnyOf> inner;
      bool is_literal = false;
      skip_atom(inner, is_literal);
      const std::string_view text = regex_.substr(atom, at_ - atom);
      if (optional_follows()) {
        flush(literal, out);
      } else if (is_literal) {
        literal += text[0] == '\\' ? text.substr(1) : text;
      } else {
        flush(literal, out);
        for (AnyOf& condition : inner) out.push_back(std::move(condition));
      }
      if (skip_repeat()) flush(literal, out);
    }
    flush(literal, out);
    return out;
  }

  /// Moves past one character, class, escape or group.
  void skip_atom(std::vector<AnyOf>& inner, bool& is_literal) {
    const char c = regex_[at_];
    if (c == '(') {
      ++at_;
      if (regex_.substr(at_, 2) == "?:") at_ += 2;
      inner = alternatives();
      if (at_ < regex_.size()) ++at_;  // ')'
    } else if (c == '[') {
      skip_class();
    } else if (c == '\\') {
      const char escaped = at_ + 1 < regex_.size() ? regex_[at_ + 1] : '\0';
      is_literal = std::ispunct(static_cast<unsigned char>(escaped)) != 0;
      at_ = std::min(at_ + 2, regex_.size());
    } else if (c == '.' || c == '^' || c == '$') {
      ++at_;
    } else {
      is_literal = true;
      ++at_;
      while (at_ < regex_.size() && (static_cast<unsigned char>(regex_[at_]) & 0xC0) == 0x80) ++at_;
    }
  }

  void skip_class() {
    ++at_;
    if (at_ < regex_.size() && regex_[at_] == '^') ++at_;
    if (at_ < regex_.size() && regex_[at_] == ']') ++at_;
    while (at_ < regex_.size() && regex_[at_] != ']') at_ += regex_[at_] == '\\' ? 2U : 1U;
    at_ = std::min(at_ + 1, regex_.size());
  }

  bool optional_follows() const {
    const std::string_view rest = regex_.substr(at_);
    return rest.substr(0, 1) == "?" || rest.substr(0, 1) == "*" || rest.substr(0, 3) == "{0,";
  }

  bool skip_repeat() {
    if (at_ >= regex_.size()) return false;
    const char c = regex_[at_];
    if (c == '{') {
      const std::size_t end = regex_.find('}', at_);
      at_ = end == std::string_view::npos ? regex_.size() : end + 1;
    } else if (c == '?' || c == '*' || c == '+') {
      ++at_;
    } else {
      return false;
    }
    if (at_ < regex_.size() && regex_[at_] == '?') ++at_;
    return true;
  }

  std::string_view regex_;
  std::size_t at_ = 0;
};

}  // namespace

std::string expand(std::string_view pattern, const Words& words, const std::string& where) {
  return loosen(Expander(words, where).run(normalise_template(pattern), 0));
}

std::vector<AnyOf> required_literals(std::string_view regex) {
  return LiteralFinder(regex).alternatives();
}

}  // namespace loanlint::policy
