// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/pattern_template.h"
#include "policy/span.h"

namespace loanlint::policy {

/// Which required literals a text holds: the outcome of one look at every place of it.
class Hits {
 public:
  explicit Hits(std::size_t sets = 0) : bits_((sets + 63) / 64) {}
  void set(std::size_t index) { bits_[index / 64] |= std::uint64_t{1} << (index % 64); }
  bool has(std::size_t index) const { return (bits_[index / 64] >> (index % 64) & 1) != 0; }
  void clear() { std::fill(bits_.begin(), bits_.end(), 0); }

 private:
  std::vector<std::uint64_t> bits_;
};

/// Many patterns over one text. Most never get as far as RE2: a text is looked at once for the
/// literals that the patterns cannot do without, and a pattern is compiled when a text first has
/// all of its own. Safe to use from several threads.
class PatternSet {
 public:
  PatternSet();
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  /// Adds a pattern and gives its number. `regex` is expanded (pattern_template.h); `where`
  /// names it in errors. Call seal() after the last one.
  std::size_t add(std::string regex, std::string where);
  void seal();
  /// Compiles every pattern; throws UsageError for one that RE2 refuses.
  void check() const;

  Hits look(std::string_view text) const;
  /// True when `text` matches pattern `number`. `hits` are those of `text` or of a longer text
  /// that holds it.
  bool matches(std::size_t number, std::string_view text, const Hits& hits) const;
  /// The first (leftmost) match; of a pattern with a group in round brackets, what the group holds.
  std::optional<Span> find(std::size_t number, std::string_view text, const Hits& hits) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace loanlint::policy
