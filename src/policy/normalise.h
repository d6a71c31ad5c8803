// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loanlint::policy {

/// A text made comparable, and the way back to where each byte came from.
class Normalised {
 public:
  std::string text;

  /// The offset in the original of the byte at `at`; `at` may be text.size().
  std::size_t original(std::size_t at) const;

 private:
  friend Normalised normalise(std::string_view original);
  friend class Rewording;
  struct Shift {
    std::uint32_t at;        // from here on in `text` …
    std::uint32_t original;  // … the original runs from here
  };
  /// What is written next comes from `original` on.
  void note(std::size_t original);
  /// Adds the bytes [from, to) of `other` with their origins.
  void append(const Normalised& other, std::size_t from, std::size_t to);
  std::vector<Shift> shifts_;
};

/// `original` in the form patterns are written for: NFKC, simplified Chinese, lower-case Latin,
/// look-alike letters as Latin; zero-width characters, Markdown's emphasis and white space beside
/// Chinese characters gone; a tab (table cells) as '|'; other white space as one blank, and so
/// the dots of "i.e.", which end no sentence.
///
/// ICU's data is touched only for characters outside ASCII, once per character and process;
/// its Traditional-to-Simplified table only for Chinese characters that GB 2312 lacks.
Normalised normalise(std::string_view original);

/// As normalise(), for a pattern template: full-width parentheses become escaped ones, blanks stay.
std::string normalise_template(std::string_view pattern);

}  // namespace loanlint::policy
