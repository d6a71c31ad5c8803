// SPDX-License-Identifier: Apache-2.0
// Plain text, Markdown and JSON strings, read for statements. Every place must lie in its text.
#include <cstdlib>

#include "policy/policy.h"

namespace {

const loanlint::policy::Reader& reader() {
  static const loanlint::catalog::Lexicon lexicon =
      loanlint::catalog::load_lexicon(loanlint::catalog::RuleFiles());
  static const loanlint::policy::Reader instance(lexicon);
  return instance;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using loanlint::policy::Format;
  for (const Format format : {Format::text, Format::markdown, Format::json}) {
    const loanlint::policy::RawDocument document{"policy", {data, size}, format, true};
    std::vector<loanlint::findings::Gap> gaps;
    for (const auto& read : reader().read({&document, 1}, {}, gaps).documents) {
      for (const auto& sentence : read.sentences) {
        if (sentence.start > sentence.end || sentence.end > read.text.size()) std::abort();
      }
    }
  }
  return 0;
}
