// SPDX-License-Identifier: Apache-2.0
#include "policy/pattern_set.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <mutex>

#include "base/error.h"

namespace loanlint::policy {
namespace {

struct Pattern {
  std::string regex;
  std::string where;
  std::vector<std::uint32_t> needs;  // sets of literals, all of which must be hit
  int groups = 0;                    // where it has some, what it finds is the one that matched
  mutable std::once_flag once;
  mutable std::unique_ptr<re2::RE2> compiled;

  const re2::RE2& re2() const {
    std::call_once(once, [this] {
      re2::RE2::Options options;
      options.set_log_errors(false);
      options.set_never_capture(groups == 0);
      options.set_max_mem(16 << 20);
      compiled = std::make_unique<re2::RE2>(regex, options);
    });
    return *compiled;
  }
};

/// Compared eight bytes at a time: all but the longest literals are decided by the first look.
struct Literal {
  std::uint64_t head = 0;       // its first eight bytes, the last ones zero if it has fewer
  std::uint64_t mask = 0;       // the bytes of `head` that count
  std::uint32_t text = 0;       // in State::texts
  std::uint32_t first_set = 0;  // in State::literal_sets, up to …
  std::uint32_t last_set = 0;   // … the one before this
};

constexpr std::size_t kHead = 8;

constexpr std::size_t kBuckets = 4096;
constexpr int kMaxGroups = 32;
constexpr std::uint32_t kNoNeed = 0xFFFFFFFF;

/// The capturing groups of `regex`: each '(' that is neither escaped nor "(?".
int count_groups(std::string_view regex) {
  int groups = 0;
  bool in_class = false;
  for (std::size_t at = 0; at < regex.size(); ++at) {
    if (regex[at] == '\\') {
      ++at;
    } else if (regex[at] == '[' && !in_class) {
      in_class = true;
    } else if (regex[at] == ']') {
      in_class = false;
    } else if (regex[at] == '(' && !in_class && regex.substr(at + 1, 1) != "?") {
      ++groups;
    }
  }
  return groups;
}

/// The three bytes at `text`: one Chinese character, or three Latin letters.
std::uint32_t key_at(const char* text) {
  const auto byte = [&](std::size_t at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]));
  };
  return byte(0) << 16 | byte(1) << 8 | byte(2);
}

/// The eight bytes at `at`, zeros behind the end of the text.
std::uint64_t head_at(std::string_view text, std::size_t at) {
  std::uint64_t out = 0;
  const std::size_t left = text.size() - at;
  // A copy of known size is one load.
  if (left >= kHead) {
    std::memcpy(&out, text.data() + at, kHead);
  } else {
    std::memcpy(&out, text.data() + at, left);
  }
  return out;
}

std::uint64_t head_mask(std::size_t size) {
  std::uint64_t out = 0;
  std::memset(&out, 0xFF, std::min(kHead, size));
  return out;
}

std::size_t bucket(std::uint32_t key) { return (key * 0x9E3779B1u) >> 20; }

}  // namespace

struct PatternSet::State {
  std::vector<std::unique_ptr<Pattern>> patterns;
  std::map<AnyOf, std::uint32_t> sets;
  std::vector<Literal> literals;  // sorted by bucket after seal()
  std::vector<std::string> texts;
  std::vector<std::uint32_t> literal_sets;
  std::vector<std::uint32_t> first_need;  // of each pattern; kNoNeed for none
  std::array<std::uint32_t, kBuckets + 1> first{};

  /// True when a text with these hits may match pattern `number`.
  bool may_match(std::size_t number, const Hits& hits) const {
    if (first_need[number] == kNoNeed) return true;
    // Most patterns fall at their first need; only the others are looked at.
    if (!hits.has(first_need[number])) return false;
    const std::vector<std::uint32_t>& needs = patterns[number]->needs;
    return std::all_of(needs.begin(), needs.end(),
                       [&hits](std::uint32_t set) { return hits.has(set); });
  }
};

PatternSet::PatternSet() : state_(std::make_unique<State>()) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::size_t PatternSet::add(std::string regex, std::string where) {
  auto pattern = std::make_unique<Pattern>();
  for (AnyOf& any : required_literals(regex)) {
    std::sort(any.begin(), any.end());
    any.erase(std::unique(any.begin(), any.end()), any.end());
    const auto next = static_cast<std::uint32_t>(state_->sets.size());
    pattern->needs.push_back(state_->sets.emplace(std::move(any), next).first->second);
  }
  state_->first_need.push_back(pattern->needs.empty() ? kNoNeed : pattern->needs.front());
  pattern->groups = count_groups(regex);
  if (pattern->groups > kMaxGroups) {
    throw UsageError(where + ": more than " + std::to_string(kMaxGroups) + " groups: " + regex);
  }
  pattern->regex = std::move(regex);
  pattern->where = std::move(where);
  state_->patterns.push_back(std::move(pattern));
  return state_->patterns.size() - 1;
}

void PatternSet::seal() {
  std::map<std::string, std::vector<std::uint32_t>> by_text;
  for (const auto& [any, set] : state_->sets) {
    for (const std::string& literal : any) by_text[literal].push_back(set);
  }
  state_->literals.clear();
  state_->texts.clear();
  state_->literal_sets.clear();
  for (const auto& [text, sets] : by_text) {
    const auto first = static_cast<std::uint32_t>(state_->literal_sets.size());
    state_->literal_sets.insert(state_->literal_sets.end(), sets.begin(), sets.end());
    state_->literals.push_back({head_at(text, 0), head_mask(text.size()),
                                static_cast<std::uint32_t>(state_->texts.size()), first,
                                static_cast<std::uint32_t>(state_->literal_sets.size())});
    state_->texts.push_back(text);
  }
  const auto bucket_of = [this](const Literal& literal) {
    return bucket(key_at(state_->texts[literal.text].data()));
  };
  std::stable_sort(state_->literals.begin(), state_->literals.end(),
                   [&](const Literal& a, const Literal& b) { return bucket_of(a) < bucket_of(b); });
  std::size_t at = 0;
  for (std::size_t b = 0; b < kBuckets; ++b) {
    state_->first[b] = static_cast<std::uint32_t>(at);
    while (at < state_->literals.size() && bucket_of(state_->literals[at]) == b) ++at;
  }
  state_->first[kBuckets] = static_cast<std::uint32_t>(state_->literals.size());
}

void PatternSet::check() const {
  for (const auto& pattern : state_->patterns) {
    if (!pattern->re2().ok()) {
      throw UsageError(pattern->where + ": " + pattern->re2().error() + ": " + pattern->regex);
    }
  }
}

Hits PatternSet::look(std::string_view text) const {
  // Behind the sets stand the literals: one that was seen has set its sets.
  const std::size_t sets = state_->sets.size();
  Hits hits(sets + state_->literals.size());
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    const std::size_t b = bucket(key_at(text.data() + at));
    const std::uint32_t end = state_->first[b + 1];
    if (state_->first[b] == end) continue;
    const std::uint64_t head = head_at(text, at);
    for (std::uint32_t i = state_->first[b]; i < end; ++i) {
      const Literal& literal = state_->literals[i];
      if ((head & literal.mask) != literal.head) continue;
      if (hits.has(sets + i)) continue;
      const std::string& whole = state_->texts[literal.text];
      if (whole.size() > kHead && text.substr(at, whole.size()) != whole) continue;
      hits.set(sets + i);
      for (std::uint32_t n = literal.first_set; n < literal.last_set; ++n) {
        hits.set(state_->literal_sets[n]);
      }
    }
  }
  return hits;
}

bool PatternSet::matches(std::size_t number, std::string_view text, const Hits& hits) const {
  if (!state_->may_match(number, hits)) return false;
  const Pattern& pattern = *state_->patterns[number];
  return pattern.re2().Match(re2::StringPiece(text.data(), text.size()), 0, text.size(),
                             re2::RE2::UNANCHORED, nullptr, 0);
}

std::optional<Span> PatternSet::find(std::size_t number, std::string_view text,
                                     const Hits& hits) const {
  if (!state_->may_match(number, hits)) return std::nullopt;
  const Pattern& pattern = *state_->patterns[number];
  std::array<re2::StringPiece, kMaxGroups + 1> groups;
  const int count = pattern.groups;
  const re2::StringPiece whole(text.data(), text.size());
  if (!pattern.re2().Match(whole, 0, text.size(), re2::RE2::UNANCHORED, groups.data(), count + 1)) {
    return std::nullopt;
  }
  const auto* group =
      std::find_if(groups.data() + 1, groups.data() + 1 + count,
                   [](const re2::StringPiece& one) { return one.data() != nullptr; });
  const re2::StringPiece match = group != groups.data() + 1 + count ? *group : groups[0];
  const auto start = static_cast<std::size_t>(match.data() - text.data());
  return Span{start, start + match.size()};
}

}  // namespace loanlint::policy
