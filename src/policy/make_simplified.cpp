// SPDX-License-Identifier: Apache-2.0
// make_simplified OUT: writes the table behind policy/simplified.h as C++, from ICU's Hant-Hans.
// ICU compiles that from rules, which takes longer than a scan does; the build does it once.
#include <unicode/translit.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>

namespace {

struct Range {
  UChar32 first;
  UChar32 last;
};

constexpr Range kHan[] = {{0x3400, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}};

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: make_simplified OUT\n";
    return 2;
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> simplify(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) {
    std::cerr << "make_simplified: ICU has no Hant-Hans: " << u_errorName(status) << '\n';
    return 1;
  }
  std::ofstream out(arguments[1]);
  out << "// Written by src/policy/make_simplified.cpp.\n#include \"policy/simplified.h\"\n\n"
         "namespace loanlint::policy {\n\nstd::span<const Simplified> simplified() {\n"
         "  static constexpr Simplified kTable[] = {\n";
  for (const Range& range : kHan) {
    for (UChar32 c = range.first; c <= range.last; ++c) {
      icu::UnicodeString text(c);
      simplify->transliterate(text);
      if (text == icu::UnicodeString(c)) continue;
      if (text.countChar32() != 1) {
        std::cerr << "make_simplified: U+" << std::hex << c << " becomes several characters\n";
        return 1;
      }
      out << "      {" << c << ", " << text.char32At(0) << "},\n";
    }
  }
  out << "  };\n  return kTable;\n}\n\n}  // namespace loanlint::policy\n";
  return out.good() ? 0 : 1;
}
