// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/link_words.h"

namespace loanlint::policy {

/// A link to a policy: bytes [start, end) of the text it was found in.
struct Link {
  std::string url;
  std::uint32_t line = 1;
  std::size_t start = 0;
  std::size_t end = 0;
};

/// Web addresses that lead to a privacy policy: the address says so (…/privacy…, …/yinsi…), or the
/// words before it do (隐私政策, privacy policy). In the order they stand, each once.
std::vector<Link> find_policy_links(std::string_view text, const catalog::LinkWords& words);

}  // namespace loanlint::policy
