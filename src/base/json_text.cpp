// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.h"

#include <cstdio>

#include "base/unicode.h"

namespace loanlint {

void append_json(std::string& out, std::string_view text) {
  out.push_back('"');
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\' && byte != 0x7F) {
      out.push_back(c);
      ++at;
      continue;
    }
    const CodePoint point = decode_utf8(text, at);
    at += point.size;
    switch (point.value) {
      case '"':
        out += "\\\"";
        continue;
      case '\\':
        out += "\\\\";
        continue;
      case '\n':
        out += "\\n";
        continue;
      case '\t':
        out += "\\t";
        continue;
      case '\r':
        out += "\\r";
        continue;
      default:
        break;
    }
    if (point.value < 0x20 || point.value == 0x7F || point.value == 0x2028 ||
        point.value == 0x2029) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(point.value));
      out += escape;
    } else {
      append_utf8(out, point.value);
    }
  }
  out.push_back('"');
}

std::string json_string(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  append_json(out, text);
  return out;
}

}  // namespace loanlint
