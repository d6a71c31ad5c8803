// SPDX-License-Identifier: Apache-2.0
#include "support/mutator.h"

#include <algorithm>
#include <array>

namespace loanlint::testing {
namespace {

constexpr std::array<std::uint32_t, 18> kTelling = {
    0,      1,      2,      4,          7,          8,          9,          16,         22,
    0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe, 0x04034b50, 0x02014b50};

}  // namespace

std::size_t Mutator::place(const std::string& bytes) {
  switch (below(3)) {
    case 0:
      return below(bytes.size());
    case 1: {  // in a header: within 60 bytes of a signature
      const std::size_t signature = bytes.find("PK", below(bytes.size()));
      if (signature == std::string::npos) return below(bytes.size());
      return std::min(bytes.size() - 1, signature + below(60));
    }
    default:
      return bytes.size() - 1 - below(std::min<std::size_t>(bytes.size(), 30));
  }
}

void Mutator::change(std::string& bytes, const std::vector<std::string>& seeds) {
  const std::size_t at = place(bytes);
  const auto put = [&](std::uint32_t number, std::size_t size) {
    for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i) {
      bytes[at + i] = static_cast<char>(number >> (8 * i) & 0xff);
    }
  };
  switch (below(2) == 0 ? below(6) : below(9)) {
    case 0:
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
      break;
    case 1:
      bytes[at] = static_cast<char>(below(256));
      break;
    case 2:
      bytes[at] = static_cast<char>(bytes[at] + static_cast<char>(below(9)) - 4);
      break;
    case 3:
      put(kTelling[below(kTelling.size())], 2);
      break;
    case 4:
      put(kTelling[below(kTelling.size())], 4);
      break;
    case 5:
      put(static_cast<std::uint32_t>(below(bytes.size() + 40)), 4);
      break;
    case 6:
      bytes.erase(at, 1 + below(8));
      break;
    case 7:
      bytes.insert(at, std::string(1 + below(8), static_cast<char>(below(256))));
      break;
    default: {  // a piece of another seed
      const std::string& other = seeds[below(seeds.size())];
      const std::size_t from = below(other.size());
      bytes.replace(at, below(2) * 46, other, from, 1 + below(100));
      break;
    }
  }
}

std::string Mutator::mutate(const std::vector<std::string>& seeds) {
  std::string bytes = seeds[below(seeds.size())];
  for (std::size_t i = 1 + below(2) * below(4); i > 0 && !bytes.empty(); --i) change(bytes, seeds);
  return bytes;
}

}  // namespace loanlint::testing
