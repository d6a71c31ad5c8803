// SPDX-License-Identifier: Apache-2.0
#include "policy/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <unordered_map>

#include "policy/simplified.h"

namespace loanlint::policy {
namespace {

bool is_any_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_cyrillic_or_greek(char32_t c) { return c >= 0x370 && c <= 0x52F; }

icu::UnicodeString in_simplified(const icu::UnicodeString& text) {
  const std::span<const Simplified> table = simplified();
  icu::UnicodeString out;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const auto c = static_cast<char32_t>(text.char32At(at));
    const auto row = std::lower_bound(
        table.begin(), table.end(), c,
        [](const Simplified& pair, char32_t value) { return pair.traditional < value; });
    const bool known = row != table.end() && row->traditional == c;
    out.append(static_cast<UChar32>(known ? row->simplified : c));
  }
  return out;
}

/// ICU's tables, opened when the first character asks for them.
class Tables {
 public:
  std::string folded(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text(static_cast<UChar32>(c));
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_SUCCESS(status)) text = nfkc->normalize(text, status);
    if (is_cyrillic_or_greek(c)) {
      text = skeleton(text);
    } else if (is_any_han(c) && !in_gb2312(text)) {
      text = in_simplified(text);
    }
    std::string out;
    text.toUTF8String(out);
    return out;
  }

 private:
  /// The Latin letter that a Cyrillic or Greek one is drawn like (Unicode TR 39).
  icu::UnicodeString skeleton(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    if (spoof_ == nullptr) spoof_ = uspoof_open(&status);
    if (U_FAILURE(status)) return text;
    std::array<UChar, 32> buffer{};
    const std::int32_t size =
        uspoof_getSkeleton(spoof_, 0, text.getBuffer(), text.length(), buffer.data(), 32, &status);
    if (U_FAILURE(status) || size <= 0 || size > 32) return text;
    return icu::UnicodeString(buffer.data(), size);
  }

  /// GB 2312 holds the simplified characters in use; what it lacks may be a traditional one.
  bool in_gb2312(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    if (gb2312_ == nullptr) {
      gb2312_ = ucnv_open("EUC-CN", &status);
      if (U_FAILURE(status)) return false;
      ucnv_setFromUCallBack(gb2312_, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    }
    std::array<char, 32> buffer{};
    ucnv_fromUChars(gb2312_, buffer.data(), 32, text.getBuffer(), text.length(), &status);
    return U_SUCCESS(status);
  }

  USpoofChecker* spoof_ = nullptr;
  UConverter* gb2312_ = nullptr;
};

/// What is known of the characters of the basic plane: 0 nothing yet, 1 folds to itself, 2 is in
/// `changed`. One byte each, so that the common case is one look.
struct Cache {
  std::array<std::atomic<std::uint8_t>, 0x10000> state{};
  std::mutex mutex;
  std::unordered_map<char32_t, std::string> changed;
  Tables tables;
};

Cache& cache() {
  // Never destroyed: ICU may be gone before statics are.
  static Cache* const instance = new Cache;
  return *instance;
}

}  // namespace

void fold(char32_t character, std::string_view utf8, std::string& out) {
  Cache& known = cache();
  if (character < 0x10000) {
    if (known.state[character].load(std::memory_order_acquire) == 1) {
      out += utf8;
      return;
    }
    // Full-width forms of ASCII are the commonest change and need no table.
    if (character >= 0xFF01 && character <= 0xFF5E) {
      char ascii = static_cast<char>(character - 0xFEE0);
      if (ascii >= 'A' && ascii <= 'Z') ascii = static_cast<char>(ascii + ('a' - 'A'));
      out.push_back(ascii);
      return;
    }
  }
  const std::lock_guard<std::mutex> lock(known.mutex);
  auto found = known.changed.find(character);
  if (found == known.changed.end()) {
    std::string folded = known.tables.folded(character);
    if (folded == utf8 && character < 0x10000) {
      known.state[character].store(1, std::memory_order_release);
      out += utf8;
      return;
    }
    // Hostile texts may hold every character there is; what is kept stays small.
    if (known.changed.size() > 20'000) {
      out += folded;
      return;
    }
    found = known.changed.emplace(character, std::move(folded)).first;
  }
  out += found->second;
}

}  // namespace loanlint::policy
