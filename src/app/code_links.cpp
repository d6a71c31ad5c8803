// SPDX-License-Identifier: Apache-2.0
#include "app/code_links.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "android/dex.h"
#include "base/error.h"
#include "base/unicode.h"
#include "policy/urls.h"

namespace loanlint::app {
namespace {

constexpr std::string_view kScheme = "http";

/// The first string that is not below `kScheme`: a DEX keeps its strings in order.
std::uint32_t first_address(const android::Dex& dex) {
  std::uint32_t low = 0;
  std::uint32_t high = dex.string_count();
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (dex.string_onwards(middle).substr(0, kScheme.size()) < kScheme) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

void take_addresses(const android::Dex& dex, const std::string& entry,
                    const catalog::LinkWords& words, std::vector<FoundLink>& links) {
  for (std::uint32_t i = first_address(dex); i < dex.string_count(); ++i) {
    const std::string_view stored = dex.short_string(i);
    if (!stored.starts_with(kScheme)) break;
    const std::string text = mutf8_to_utf8(stored);
    for (const policy::Link& link : policy::find_policy_links(text, words)) {
      if (words.is_of_others(link.url)) continue;
      links.push_back({link.url, entry, findings::NamedPlace{"string " + std::to_string(i)}});
    }
  }
}

}  // namespace

void find_code_links(const DexFiles& files, const catalog::LinkWords& words, const Limits& limits,
                     std::vector<FoundLink>& links) {
  for (const code::NamedDex& file : files.dexes) {
    try {
      for (const android::Dex& dex : android::read_dex(file.bytes, limits))
        take_addresses(dex, file.entry, words, links);
    } catch (const FormatError&) {
      continue;
    }
  }
}

}  // namespace loanlint::app
