// SPDX-License-Identifier: Apache-2.0
#include "policy/urls.h"

#include <algorithm>
#include <array>

namespace loanlint::policy {
namespace {

constexpr std::size_t kWindow = 90;  // bytes before an address that may name it
constexpr std::size_t kMaxUrl = 2'000;
constexpr std::size_t kMaxLinks = 20;

constexpr std::array<bool, 256> make_url_chars() {
  std::array<bool, 256> is_one = {};
  for (const char c : std::string_view("-._~:/?#[]@!$&'*+,;=%0123456789"
                                       "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")) {
    is_one[static_cast<unsigned char>(c)] = true;
  }
  return is_one;
}

constexpr std::array<bool, 256> kUrlChars = make_url_chars();

bool is_url_char(char c) { return kUrlChars[static_cast<unsigned char>(c)]; }

/// Where an address that starts at `at` ends.
std::size_t end_of(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kMaxUrl && is_url_char(text[end])) ++end;
  while (end > at && std::string_view(".,;:!?'").find(text[end - 1]) != std::string_view::npos)
    --end;
  return end;
}

}  // namespace

std::vector<Link> find_policy_links(std::string_view text, const catalog::LinkWords& words) {
  std::vector<Link> out;
  std::uint32_t line = 1;
  std::size_t counted = 0;
  for (std::size_t at = text.find("http"); at != std::string_view::npos && out.size() < kMaxLinks;
       at = text.find("http", at + 4)) {
    const std::string_view rest = text.substr(at);
    if (rest.substr(0, 7) != "http://" && rest.substr(0, 8) != "https://") continue;
    const std::size_t end = end_of(text, at);
    const std::size_t window = at > kWindow ? at - kWindow : 0;
    if (!words.in_address.any_in(text.substr(at, end - at)) &&
        !words.before.any_in(text.substr(window, at - window))) {
      continue;
    }
    const std::string url(text.substr(at, end - at));
    line += static_cast<std::uint32_t>(
        std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                   text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    counted = at;
    if (std::none_of(out.begin(), out.end(), [&](const Link& link) { return link.url == url; })) {
      out.push_back({url, line, at, end});
    }
  }
  return out;
}

}  // namespace loanlint::policy
