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

/// Text that is mostly ASCII or CJK has a zero in every other byte of its ASCII characters.
const char* utf16_without_mark(Bytes bytes) {
  const std::size_t looked = std::min<std::size_t>(bytes.size(), 2048) & ~std::size_t{1};
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t at = 0; at < looked; at += 2) {
    even += bytes[at] == 0 ? 1U : 0U;
    odd += bytes[at + 1] == 0 ? 1U : 0U;
  }
  if (odd > 2 && even == 0 && odd * 20 >= looked) return "UTF-16LE";
  if (even > 2 && odd == 0 && even * 20 >= looked) return "UTF-16BE";
  return nullptr;
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
  if (is_utf8(as_text(bytes))) return {std::string(as_text(bytes)), "UTF-8"};
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
