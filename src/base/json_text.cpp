// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.h"

#include <cstdio>

#include "base/printable.h"
#include "base/unicode.h"

namespace loanlint {
namespace {

void append_unit(std::string& out, unsigned unit) {
  char escape[8];
  std::snprintf(escape, sizeof escape, "\\u%04x", unit & 0xFFFFU);
  out += escape;
}

/// As JSON escapes it: in UTF-16, above U+FFFF two units.
void append_escape(std::string& out, char32_t point) {
  if (point < 0x10000) {
    append_unit(out, static_cast<unsigned>(point));
    return;
  }
  const auto above = static_cast<unsigned>(point - 0x10000);
  append_unit(out, 0xD800 + (above >> 10));
  append_unit(out, 0xDC00 + (above & 0x3FF));
}

/// ASCII that stands for itself inside a JSON string.
bool is_plain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

}  // namespace

void append_json(std::string& out, std::string_view text) {
  out.push_back('"');
  for (std::size_t at = 0; at < text.size();) {
    std::size_t plain = at;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    out.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
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
    if (is_hidden(point.value)) {
      append_escape(out, point.value);
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

std::string without_hidden(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const auto byte = static_cast<unsigned char>(json[at]);
    if (byte < 0x7F) {
      out.push_back(json[at++]);
      continue;
    }
    const CodePoint point = decode_utf8(json, at);
    if (is_hidden(point.value)) {
      append_escape(out, point.value);
    } else {
      out.append(json, at, point.size);
    }
    at += point.size;
  }
  return out;
}

}  // namespace loanlint
