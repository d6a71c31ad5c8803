// SPDX-License-Identifier: Apache-2.0
#include "archive/trick_log.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace loanlint::archive {

void TrickLog::add(std::string_view id, std::string_view entry, std::uint64_t offset,
                   std::string detail) {
  const auto [count, first] = counts_.try_emplace(std::string(id), 0);
  if (++count->second > most_of_each_) return;
  tricks_.push_back({std::string(id), std::string(entry), offset, std::move(detail)});
}

void TrickLog::add_once(std::string_view id, std::string_view entry, std::uint64_t offset,
                        std::string detail) {
  const bool noted = std::any_of(tricks_.begin(), tricks_.end(), [&](const findings::Trick& trick) {
    return trick.id == id && trick.entry == entry;
  });
  if (!noted) add(id, entry, offset, std::move(detail));
}

std::string hex(std::uint64_t number) {
  std::array<char, 16> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16).ptr;
  return "0x" + std::string(digits.data(), end);
}

}  // namespace loanlint::archive
