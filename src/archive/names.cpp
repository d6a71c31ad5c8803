// SPDX-License-Identifier: Apache-2.0
#include "archive/names.h"

#include <array>
#include <bit>
#include <cstring>
#include <random>

namespace loanlint::archive {
namespace {

struct HashKey {
  std::uint64_t start;
  std::uint64_t factor;
};

const HashKey& hash_key() {
  static const HashKey key = [] {
    std::random_device random;
    const auto word = [&] { return std::uint64_t{random()} << 32 | random(); };
    return HashKey{word(), word() | 1};
  }();
  return key;
}

std::uint64_t hash(std::string_view name) {
  const HashKey& key = hash_key();
  std::uint64_t value = key.start ^ name.size();
  const auto mix = [&](std::uint64_t word) {
    value = (value ^ word) * key.factor;
    value ^= value >> 29;
  };
  while (name.size() >= 8) {
    std::uint64_t word;
    std::memcpy(&word, name.data(), 8);
    mix(word);
    name.remove_prefix(8);
  }
  std::uint64_t word = 0;
  if (!name.empty()) std::memcpy(&word, name.data(), name.size());
  mix(word);
  return value ^ value >> 32;
}

constexpr std::array<std::uint8_t, 256> kTraits = [] {
  std::array<std::uint8_t, 256> traits = {};
  for (std::size_t i = 0; i < 0x20; ++i) traits[i] = kNameControl;
  traits[0] |= kNameNul;
  traits[0x7f] = kNameControl;
  for (std::size_t i = 0x80; i < 0x100; ++i) traits[i] = kNameHigh;
  traits['\\'] = kNameSpecial;
  traits[':'] = kNameSpecial;
  traits['.'] = kNameDot;
  return traits;
}();

}  // namespace

std::uint8_t name_traits(std::string_view name) {
  unsigned all = 0;
  unsigned twice = 0;
  unsigned before = 0;
  for (const char c : name) {
    const unsigned traits = kTraits[static_cast<std::uint8_t>(c)];
    all |= traits;
    twice |= traits & before;
    before = traits;
  }
  if ((twice & kNameDot) != 0) all |= kNameTwoDots;
  return static_cast<std::uint8_t>(all);
}

bool is_android_name(std::string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(name[i]);
    if (byte == 0) return false;
    if (byte < 0x80) continue;
    if (byte < 0xc0 || byte >= 0xfe) return false;
    for (int more = std::countl_one(byte) - 1; more > 0; --more) {
      ++i;
      if (i == name.size() || (static_cast<std::uint8_t>(name[i]) & 0xc0) != 0x80) return false;
    }
  }
  return true;
}

bool is_key_name(std::string_view name) {
  if (name == "AndroidManifest.xml" || name == "resources.arsc") return true;
  constexpr std::string_view kCode = "classes";
  constexpr std::string_view kSuffix = ".dex";
  if (!name.starts_with(kCode) || !name.ends_with(kSuffix)) return false;
  if (name.size() < kCode.size() + kSuffix.size()) return false;
  name.remove_prefix(kCode.size());
  name.remove_suffix(kSuffix.size());
  return name.find_first_not_of("0123456789") == std::string_view::npos;
}

void NameIndex::build(const std::vector<Entry>& entries, std::vector<std::uint32_t>& duplicates) {
  slots_.assign(std::bit_ceil(entries.size() * 2 + 1), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    std::size_t slot = hash(entries[i].name) & mask;
    while (slots_[slot] != 0 && entries[slots_[slot] - 1].name != entries[i].name) {
      slot = (slot + 1) & mask;
    }
    if (slots_[slot] != 0) duplicates.push_back(static_cast<std::uint32_t>(i));
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

std::int64_t NameIndex::find(const std::vector<Entry>& entries, std::string_view name) const {
  if (slots_.empty()) return -1;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash(name) & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    if (entries[slots_[slot] - 1].name == name) return slots_[slot] - std::int64_t{1};
  }
  return -1;
}

}  // namespace loanlint::archive
