// SPDX-License-Identifier: Apache-2.0
#include "policy/normalise.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "policy/fold.h"

namespace loanlint::policy {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000 || c == 0x0B || c == 0x0C ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x85;
}

/// Characters that show nothing, or dress the text only.
bool is_ignorable(char32_t c) {
  return c == '*' || c == '\\' || c == '`' || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         c == 0x180E || c == 0x034F || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c < 0x20 && c != '\t' && !is_blank(c)) || c == 0x7F;
}

/// Blanks beside it part no words: a Chinese character or its punctuation. A full-width Latin
/// letter or digit is one of a word all the same.
bool is_wide(char32_t c) {
  const bool latin =
      (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
  return c >= 0x2E80 && !latin;
}

/// Latin letters made small, and the rest of ASCII that is kept as it is; 0 for all other bytes.
constexpr std::array<char, 256> kPlain = [] {
  std::array<char, 256> table{};
  for (int c = '!'; c <= '~'; ++c) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (c != '*' && c != '\\' && c != '`')
      table[static_cast<std::size_t>(c)] = static_cast<char>(capital ? c - 'A' + 'a' : c);
  }
  return table;
}();

char plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

/// A dot of "i.e." or "e.g.": two small letters, each alone before its dot. It ends no sentence.
bool abbreviates(std::string_view text, std::size_t dot) {
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  const auto small = [&](std::size_t i) { return at(i) >= 'a' && at(i) <= 'z'; };
  const auto alone = [&](std::size_t i) { return at(i) != '.' && plain(at(i)) < '0'; };
  const auto pair = [&](std::size_t i) {  // the first letter stands at `i`
    return small(i) && at(i + 1) == '.' && small(i + 2) && at(i + 3) == '.' && alone(i + 4) &&
           (i == 0 || alone(i - 1));
  };
  return (dot >= 1 && pair(dot - 1)) || (dot >= 3 && pair(dot - 3));
}

/// Appends the bytes from `at` on that are plain, single blanks between them too, as long as
/// nothing shifts; where they end.
std::size_t append_plain(std::string_view original, std::size_t at, std::string& text) {
  std::size_t end = at;
  while (end < original.size() &&
         (plain(original[end]) != 0 ||
          (original[end] == ' ' && end + 1 < original.size() && plain(original[end + 1]) != 0))) {
    ++end;
  }
  const std::size_t written = text.size();
  text.append(original, at, end - at);
  for (std::size_t i = written; i < text.size(); ++i) {
    if (text[i] == '.' && abbreviates(original, at + (i - written))) {
      text[i] = ' ';
    } else if (text[i] != ' ') {
      text[i] = plain(text[i]);
    }
  }
  return end;
}

}  // namespace

void Normalised::note(std::size_t original) {
  const std::size_t at = text.size();
  if (!shifts_.empty() && shifts_.back().original + (at - shifts_.back().at) == original) return;
  shifts_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(original)});
}

void Normalised::append(const Normalised& other, std::size_t from, std::size_t to) {
  auto shift = std::upper_bound(
      other.shifts_.begin(), other.shifts_.end(), from,
      [](std::size_t value, const Shift& candidate) { return value < candidate.at; });
  note(other.original(from));
  for (; shift != other.shifts_.end() && shift->at < to; ++shift) {
    text.append(other.text, from, shift->at - from);
    from = shift->at;
    note(shift->original);
  }
  text.append(other.text, from, to - from);
}

std::size_t Normalised::original(std::size_t at) const {
  const auto after =
      std::upper_bound(shifts_.begin(), shifts_.end(), at,
                       [](std::size_t value, const Shift& shift) { return value < shift.at; });
  if (after == shifts_.begin()) return at;
  const Shift& shift = *std::prev(after);
  return shift.original + (at - shift.at);
}

Normalised normalise(std::string_view original) {
  Normalised out;
  out.text.reserve(original.size() + original.size() / 8);
  char32_t last = 0;   // last character written
  bool blank = false;  // white space waits to be written
  std::size_t blank_at = 0;
  for (std::size_t at = 0; at < original.size();) {
    const auto byte = static_cast<unsigned char>(original[at]);
    const CodePoint point = byte < 0x80 ? CodePoint{byte, 1, true} : decode_utf8(original, at);
    const char32_t c = point.value;
    if (is_blank(c)) {
      if (!blank) blank_at = at;
      blank = true;
    } else if (!is_ignorable(c)) {
      if (blank && last != 0 && !is_wide(last) && !is_wide(c)) {
        out.note(blank_at);
        out.text.push_back(' ');
      }
      blank = false;
      out.note(at);
      if (c == '\t') {
        out.text.push_back('|');
      } else if (c < 0x80) {
        at = append_plain(original, at, out.text);
        last = static_cast<unsigned char>(out.text.back());
        continue;
      } else if (c == 0x2018 || c == 0x2019) {
        out.text.push_back('\'');
      } else {
        fold(c, original.substr(at, point.size), out.text);
      }
      last = c;
    }
    at += point.size;
  }
  out.note(original.size());
  return out;
}

std::string normalise_template(std::string_view pattern) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const CodePoint point = decode_utf8(pattern, at);
    const char32_t c = point.value;
    if (c == U'（' || c == U'）' || c == U'？' || c == U'．' || c == U'＊' || c == U'＋')
      out += '\\';
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else {
      fold(c, pattern.substr(at, point.size), out);
    }
    at += point.size;
  }
  return out;
}

}  // namespace loanlint::policy
