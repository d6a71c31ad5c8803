// SPDX-License-Identifier: Apache-2.0
#include "android/resource_config.h"

#include <algorithm>

#include "android/fields.h"

namespace loanlint::android {
namespace {

constexpr std::size_t kLanguage = 8;
constexpr std::size_t kRegion = 10;
constexpr std::size_t kSdk = 24;
constexpr std::size_t kScript = 36;
constexpr std::size_t kVariant = 40;

/// Two letters as they are, or three letters packed into 15 bits when the top bit is set.
std::string unpack(std::uint8_t low, std::uint8_t high, char base) {
  if (low == 0) return "";
  if ((low & 0x80) == 0) return {static_cast<char>(low), static_cast<char>(high)};
  const auto letter = [base](int five_bits) { return static_cast<char>(base + five_bits); };
  return {letter(high & 0x1f), letter((high >> 5) | ((low & 0x03) << 3)),
          letter((low & 0x7c) >> 2)};
}

/// The script that readers of `locale` use, where Android tells two apart.
std::string_view script_of(const Locale& locale) {
  if (!locale.script.empty()) return locale.script;
  if (locale.language != "zh") return "";
  const bool traditional = locale.region == "TW" || locale.region == "HK" || locale.region == "MO";
  return traditional ? "Hant" : "Hans";
}

}  // namespace

const Locale& china() {
  static const Locale locale{"zh", "Hans", "CN"};
  return locale;
}

ResourceConfig read_resource_config(Bytes config) {
  ResourceConfig out;
  const auto byte = [config](std::size_t at) {
    return at < config.size() ? config[at] : std::uint8_t{0};
  };
  out.locale.language = unpack(byte(kLanguage), byte(kLanguage + 1), 'a');
  out.locale.region = unpack(byte(kRegion), byte(kRegion + 1), '0');
  for (std::size_t i = 0; i < 4 && byte(kScript + i) != 0; ++i) {
    out.locale.script.push_back(static_cast<char>(byte(kScript + i)));
  }
  out.sdk = static_cast<std::uint16_t>(byte(kSdk) | (byte(kSdk + 1) << 8));
  for (std::size_t at = 4; at < config.size(); ++at) {
    const bool known = (at >= kLanguage && at < kRegion + 2) || at == kSdk || at == kSdk + 1 ||
                       (at >= kScript && at < kVariant);
    if (!known && config[at] != 0) out.other = true;
  }
  return out;
}

std::string ResourceConfig::qualifiers() const {
  std::string out;
  if (!locale.script.empty()) {
    out = "b+" + locale.language + "+" + locale.script;
    if (!locale.region.empty()) out += "+" + locale.region;
  } else if (!locale.language.empty()) {
    out = locale.language;
    if (!locale.region.empty()) out += "-r" + locale.region;
  }
  if (sdk != 0) out += (out.empty() ? "v" : "-v") + std::to_string(sdk);
  if (other) out += "+";
  return out;
}

int ResourceConfig::serves(const Locale& wanted) const {
  if (locale.language.empty()) return 1;
  if (locale.language != wanted.language || script_of(locale) != script_of(wanted)) return 0;
  if (locale.region == wanted.region) return 4;
  return locale.region.empty() ? 3 : 2;
}

}  // namespace loanlint::android
