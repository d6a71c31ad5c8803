// SPDX-License-Identifier: Apache-2.0
#include "report/html_csp.h"

#include <cstdint>
#include <vector>

#include "base/sha256.h"

namespace loanlint::report {
namespace {

std::vector<std::uint8_t> from_hex(std::string_view hex) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::vector<std::uint8_t> out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    out.push_back(static_cast<std::uint8_t>(digit(hex[i]) * 16 + digit(hex[i + 1])));
  }
  return out;
}

/// RFC 4648, section 4.
std::string base64(const std::vector<std::uint8_t>& bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = (group << 8) | (i + k < bytes.size() ? bytes[i + k] : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      const bool padding = i + k > bytes.size();
      out.push_back(padding ? '=' : kDigits[(group >> (18 - 6 * k)) & 0x3F]);
    }
  }
  return out;
}

}  // namespace

std::string csp_hash(std::string_view content) {
  return "'sha256-" + base64(from_hex(sha256_hex(as_bytes(content)))) + "'";
}

std::string content_security_policy(std::string_view style, std::string_view script) {
  std::string out = "default-src 'none'; style-src " + csp_hash(style);
  if (!script.empty()) out += "; script-src " + csp_hash(script);
  return out + "; img-src data:; base-uri 'none'; form-action 'none'";
}

}  // namespace loanlint::report
