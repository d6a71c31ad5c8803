// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "archive/ordinary.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/source.h"
#include "base/unicode.h"
#include "policy/plain.h"

namespace loanlint::policy {
namespace {

constexpr std::string_view kBody = "word/document.xml";

void append_entity(std::string_view name, std::string& out) {
  if (name == "amp") {
    out += '&';
  } else if (name == "lt") {
    out += '<';
  } else if (name == "gt") {
    out += '>';
  } else if (name == "quot") {
    out += '"';
  } else if (name == "apos") {
    out += '\'';
  } else if (name.size() > 1 && name.size() < 9 && name[0] == '#') {
    const bool hex = name[1] == 'x';
    const std::string digits(name.substr(hex ? 2 : 1));
    const char* const allowed = hex ? "0123456789abcdefABCDEF" : "0123456789";
    if (digits.empty() || digits.find_first_not_of(allowed) != std::string::npos) return;
    append_utf8(out, static_cast<char32_t>(std::stoul(digits, nullptr, hex ? 16 : 10)));
  }
}

void append_text(std::string_view xml, std::string& out) {
  for (std::size_t at = 0; at < xml.size(); ++at) {
    const std::size_t end = xml[at] == '&' ? xml.find(';', at) : std::string_view::npos;
    if (end == std::string_view::npos || end - at > 10) {
      out.push_back(xml[at] == '\n' ? ' ' : xml[at]);
    } else {
      append_entity(xml.substr(at + 1, end - at - 1), out);
      at = end;
    }
  }
}

/// The text runs (w:t) of a WordprocessingML body, a line per paragraph, a tab per table cell.
/// Format: ECMA-376 part 1, section 17.
std::string body_text(std::string_view xml) {
  std::string out;
  bool in_text = false;
  int cells = 0;
  for (std::size_t at = 0; at < xml.size();) {
    const std::size_t open = std::min(xml.find('<', at), xml.size());
    if (in_text) append_text(xml.substr(at, open - at), out);
    const std::size_t close = xml.find('>', open);
    if (close == std::string_view::npos) break;
    const std::string_view tag = xml.substr(open + 1, close - open - 1);
    const std::string_view name = tag.substr(0, tag.find_first_of(" /", 1));
    if (name == "w:t") in_text = tag.back() != '/';
    if (tag == "/w:t") in_text = false;
    if (name == "w:tab" || name == "w:br") out.push_back(' ');
    if (name == "w:tc" && tag.back() != '/') ++cells;
    if (tag == "/w:tc") {
      cells = std::max(0, cells - 1);
      out.push_back('\t');
    }
    // Paragraphs inside a cell do not end its row.
    if (tag == "/w:p" && cells == 0) out.push_back('\n');
    if (tag == "/w:tr") out.push_back('\n');
    at = close + 1;
  }
  return valid_utf8(out);
}

}  // namespace

Plain read_docx(Bytes bytes, const Limits& limits) {
  const std::unique_ptr<ByteSource> source = view_bytes(bytes);
  const archive::OrdinaryArchive zip = archive::OrdinaryArchive::open(*source, limits);
  const std::vector<std::string>& names = zip.names();
  const auto found = std::find(names.begin(), names.end(), kBody);
  if (found == names.end()) throw FormatError(0, "no word/document.xml in it");
  const Buffer xml = zip.read(static_cast<std::size_t>(found - names.begin()));
  if (xml.size() > limits.policy_bytes * 8) {
    throw LimitError(0, "policy_bytes", "word/document.xml is too large");
  }
  return read_text(body_text(as_text(xml)), false);
}

}  // namespace loanlint::policy
