// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "base/error.h"
#include "scan/result_rows.h"

namespace loanlint::scan {
namespace {

/// Writes a code point as UTF-8 over what stood there; gives the place behind it.
std::size_t put_utf8(std::string& out, std::size_t at, std::uint32_t point) {
  const auto put = [&](std::uint32_t byte) { out[at++] = static_cast<char>(byte); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | (point >> 6));
    put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    put(0xE0 | (point >> 12));
    put(0x80 | ((point >> 6) & 0x3F));
    put(0x80 | (point & 0x3F));
  } else {
    put(0xF0 | (point >> 18));
    put(0x80 | ((point >> 12) & 0x3F));
    put(0x80 | ((point >> 6) & 0x3F));
    put(0x80 | (point & 0x3F));
  }
  return at;
}

constexpr std::string_view kKinds = "tpfega";

}  // namespace

void RowReader::bad(const char* problem) const { malformed(at_, problem); }

char RowReader::look() const {
  if (at_ >= line_.size()) bad("row line: ends too early");
  return line_[at_];
}

void RowReader::expect(char c) {
  if (look() != c) bad("row line: not a list of rows");
  ++at_;
}

std::uint32_t RowReader::hex4() {
  if (line_.size() - at_ < 4) bad("row line: escape cut short");
  std::uint32_t unit = 0;
  const char* const start = line_.data() + at_;
  const auto [end, error] = std::from_chars(start, start + 4, unit, 16);
  if (error != std::errc() || end != start + 4) bad("row line: bad escape");
  at_ += 4;
  return unit;
}

Cell RowReader::text() {
  expect('"');
  const std::size_t start = at_;
  const std::size_t special = line_.find_first_of("\"\\", at_);
  if (special == std::string::npos) bad("row line: string without an end");
  at_ = special;
  std::size_t out = special;
  // An escape is never shorter than what it stands for, so the text fits over itself.
  while (look() != '"') {
    if (line_[at_] != '\\') {
      line_[out++] = line_[at_++];
      continue;
    }
    ++at_;
    const char kind = look();
    ++at_;
    if (kind != 'u') {
      line_[out++] = kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : kind;
      continue;
    }
    std::uint32_t point = hex4();
    if (point >= 0xD800 && point < 0xDC00) {
      expect('\\');
      expect('u');
      point = 0x10000 + ((point - 0xD800) << 10) + ((hex4() - 0xDC00) & 0x3FF);
    }
    out = put_utf8(line_, out, point);
  }
  ++at_;
  return {true, std::string_view(line_).substr(start, out - start), 0};
}

Cell RowReader::cell() {
  if (look() == '"') return text();
  Cell out;
  const char* const start = line_.data() + at_;
  const auto [end, error] = std::from_chars(start, line_.data() + line_.size(), out.number);
  if (error != std::errc()) bad("row line: neither a string nor a number");
  at_ += static_cast<std::size_t>(end - start);
  return out;
}

const Row* RowReader::next() {
  if (!started_) {
    expect('[');
    started_ = true;
  } else if (look() == ',') {
    ++at_;
  }
  if (look() == ']') {
    if (at_ + 1 != line_.size()) bad("row line: something behind the end");
    return nullptr;
  }
  expect('[');
  const Cell kind = text();
  if (kind.text.size() != 1 || kKinds.find(kind.text[0]) == std::string_view::npos)
    bad("row line: no such table");
  row_.kind = static_cast<RowKind>(kind.text[0]);
  row_.cells.clear();
  while (look() == ',') {
    ++at_;
    row_.cells.push_back(cell());
  }
  expect(']');
  return &row_;
}

}  // namespace loanlint::scan
