// SPDX-License-Identifier: Apache-2.0
#include "policy/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "base/unicode.h"

namespace loanlint::policy {
namespace {

bool starts_with(Bytes bytes, std::string_view mark) {
  return as_text(bytes).substr(0, mark.size()) == mark;
}

/// `bytes` converted by ICU from `encoding`; empty when ICU does not know the name.
std::string convert(Bytes bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  // ICU counts in 32 bits with sign; documents are capped far below that.
  const auto size = static_cast<std::int32_t>(
      std::min<std::size_t>(bytes.size(), std::numeric_limits<std::int32_t>::max() / 4));
  const std::int32_t needed =
      ucnv_convert("UTF-8", encoding, nullptr, 0, as_text(bytes).data(), size, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR) return {};
  std::string out(static_cast<std::size_t>(needed), '\0');
  status = U_ZERO_ERROR;
  ucnv_convert("UTF-8", encoding, out.data(), needed, as_text(bytes).data(), size, &status);
  return U_SUCCESS(status) || status == U_STRING_NOT_TERMINATED_WARNING ? out : std::string();
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

/// A UTF-16 unit that texts are made of: ASCII, Chinese characters and their punctuation.
bool is_usual(std::uint8_t high, std::uint8_t low) {
  if (high == 0) return (low >= 0x20 && low < 0x7F) || low == '\n' || low == '\r' || low == '\t';
  return (high >= 0x4E && high <= 0x9F) || high == 0x20 || high == 0x30 || high == 0xFF;
}

/// A text in UTF-16 has a line end or a digit and with it a zero byte, which other encodings lack;
/// in the right order of bytes nearly all of its units are usual ones. Read in the wrong order
/// Latin text looks Chinese: then the side that the zeros are on decides. So does ASCII with a
/// stray zero: where all bytes are ASCII, each unit must have its zero.
const char* utf16_without_mark(Bytes bytes) {
  const std::size_t units = std::min<std::size_t>(bytes.size(), 2048) / 2;
  std::size_t little = 0;
  std::size_t big = 0;
  std::size_t zeros_first = 0;
  std::size_t zeros_second = 0;
  for (std::size_t at = 0; at < units * 2; at += 2) {
    little += is_usual(bytes[at + 1], bytes[at]) ? 1U : 0U;
    big += is_usual(bytes[at], bytes[at + 1]) ? 1U : 0U;
    zeros_first += bytes[at] == 0 ? 1U : 0U;
    zeros_second += bytes[at + 1] == 0 ? 1U : 0U;
  }
  const bool ascii = is_ascii(as_text(bytes.first(units * 2)));
  const std::size_t zeros_needed = ascii ? std::max<std::size_t>(units * 19 / 20, 1) : 1;
  if (units == 0 || zeros_first + zeros_second < zeros_needed) return nullptr;
  const bool may_be_little = little * 20 >= units * 19;
  const bool may_be_big = big * 20 >= units * 19;
  if (!may_be_little && !may_be_big) return nullptr;
  const bool is_little = may_be_little && (!may_be_big || zeros_second > zeros_first);
  return is_little ? "UTF-16LE" : "UTF-16BE";
}

/// What stands before a last character of UTF-8 that was cut off; all of the text when none was.
std::string_view before_cut(std::string_view text) {
  for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
    const std::size_t at = text.size() - back;
    const bool starts = (static_cast<std::uint8_t>(text[at]) & 0xC0) != 0x80;
    if (starts) return decode_utf8(text, at).valid ? text : text.substr(0, at);
  }
  return text;
}

/// What ICU's detector takes the bytes for, GBK's name given as the superset GB18030.
std::string detect(Bytes bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 64 * 1024));
  ucsdet_setText(detector.get(), as_text(bytes).data(), size, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  const char* name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) && name != nullptr ? std::string(name) : std::string();
}

Decoded from(Bytes bytes, const std::string& encoding) {
  std::string text = convert(bytes, encoding.c_str());
  return {std::move(text), encoding};
}

}  // namespace

Decoded decode(Bytes bytes, const std::string& declared) {
  if (starts_with(bytes, "\xEF\xBB\xBF")) {
    return {valid_utf8(as_text(bytes)), "UTF-8"};
  }
  if (starts_with(bytes, "\xFF\xFE")) return from(bytes.subspan(2), "UTF-16LE");
  if (starts_with(bytes, "\xFE\xFF")) return from(bytes.subspan(2), "UTF-16BE");
  if (const char* utf16 = utf16_without_mark(bytes)) return from(bytes, utf16);
  // A file cut off amid a character is what its other characters show it to be.
  const std::string_view whole = before_cut(as_text(bytes));
  const bool cut = whole.size() < bytes.size();
  if (is_utf8(whole) && !(cut && is_ascii(whole))) {
    return {std::string(whole) + valid_utf8(as_text(bytes).substr(whole.size())), "UTF-8"};
  }
  if (!declared.empty() && declared != "utf-8") {
    Decoded out = from(bytes, declared);
    if (!out.text.empty()) return out;
  }
  const std::string detected = detect(bytes);
  if (!detected.empty() && detected != "UTF-8") {
    Decoded out = from(bytes, detected);
    if (!out.text.empty()) return out;
  }
  return {valid_utf8(as_text(bytes)), "UTF-8"};
}

}  // namespace loanlint::policy
