// SPDX-License-Identifier: Apache-2.0
#include "report/uri.h"

#include <algorithm>

namespace loanlint::report {
namespace {

bool is_plain(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
         c == '-' || c == '.' || c == '_' || c == '~';
}

void append(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char each : text) {
    const auto c = static_cast<unsigned char>(each);
    if (is_plain(c)) {
      out.push_back(each);
    } else {
      out.push_back('%');
      out.push_back(kDigits[c >> 4]);
      out.push_back(kDigits[c & 15]);
    }
  }
}

}  // namespace

std::string uri_of(std::string_view path, std::string_view entry) {
  std::string out = path.starts_with('/') ? "file://" : "";
  while (path.starts_with("./")) path.remove_prefix(2);
  append(out, path);
  if (!entry.empty()) {
    out.push_back('/');
    append(out, entry);
  }
  return out;
}

std::string uri_of(const findings::ScanResult& result, std::string_view entry) {
  const auto& documents = result.documents;
  const bool given = std::any_of(
      documents.begin(), documents.end(),
      [&](const findings::DocumentSummary& one) { return one.given && one.entry == entry; });
  if (given) return uri_of(entry);
  const findings::Identity& id = result.identity;
  const bool single = id.input == "manifest" || id.input == "dex" || id.input == "policy";
  return uri_of(id.path, single ? std::string_view() : entry);
}

}  // namespace loanlint::report
