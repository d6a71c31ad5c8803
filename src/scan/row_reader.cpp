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

/// Where the next quote or backslash stands; the end of the text when there is none. (find_first_of
/// calls memchr for every byte.)
std::size_t end_of_plain(const std::string& text, std::size_t at) {
  while (at < text.size() && text[at] != '"' && text[at] != '\\') ++at;
  return at;
}

bool is_text_cell(std::size_t cell) {
  switch (cell) {
    case kIncomplete:
    case kSize:
    case kMinSdk:
    case kTargetSdk:
    case kRefused:
    case kSignal:
      return false;
    default:
      return cell < kCritical || cell == kFacts;
  }
}

}  // namespace

void RowReader::bad(const char* problem) const { malformed(at_, problem); }

char RowReader::look() const {
  if (at_ >= text_.size()) bad("row line: ends too early");
  return text_[at_];
}

void RowReader::expect(char c) {
  if (look() != c) bad("row line: not a list of rows");
  ++at_;
}

std::uint32_t RowReader::hex4() {
  if (text_.size() - at_ < 4) bad("row line: escape cut short");
  std::uint32_t unit = 0;
  const char* const start = text_.data() + at_;
  const auto [end, error] = std::from_chars(start, start + 4, unit, 16);
  if (error != std::errc() || end != start + 4) bad("row line: bad escape");
  at_ += 4;
  return unit;
}

Cell RowReader::text() {
  expect('"');
  const std::size_t start = at_;
  at_ = end_of_plain(text_, at_);
  if (at_ == text_.size()) bad("row line: string without an end");
  std::size_t out = at_;
  // An escape is never shorter than what it stands for, so the text fits over itself.
  while (look() != '"') {
    if (text_[at_] != '\\') {
      text_[out++] = text_[at_++];
      continue;
    }
    ++at_;
    const char kind = look();
    ++at_;
    if (kind != 'u') {
      text_[out++] = kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : kind;
      continue;
    }
    std::uint32_t point = hex4();
    if (point >= 0xD800 && point < 0xDC00) {
      expect('\\');
      expect('u');
      point = 0x10000 + ((point - 0xD800) << 10) + ((hex4() - 0xDC00) & 0x3FF);
    }
    out = put_utf8(text_, out, point);
  }
  ++at_;
  return {true, std::string_view(text_).substr(start, out - start), 0};
}

Cell RowReader::cell() {
  if (look() == '"') return text();
  Cell out;
  const char* const start = text_.data() + at_;
  const auto [end, error] = std::from_chars(start, text_.data() + text_.size(), out.number);
  if (error != std::errc()) bad("row line: neither a string nor a number");
  at_ += static_cast<std::size_t>(end - start);
  return out;
}

const std::vector<Cell>& RowReader::row() {
  row_.clear();
  expect('[');
  if (look() != ']') row_.push_back(cell());
  while (look() == ',') {
    ++at_;
    row_.push_back(cell());
  }
  expect(']');
  return row_;
}

const std::vector<Cell>* RowReader::next() {
  if (!started_) {
    expect('[');
    started_ = true;
  } else if (look() == ',') {
    ++at_;
  }
  if (look() != ']') return &row();
  if (at_ + 1 != text_.size()) bad("row line: something behind the end");
  return nullptr;
}

void RowReader::skip_text() {
  expect('"');
  for (;;) {
    at_ = end_of_plain(text_, at_);
    if (at_ == text_.size()) bad("row line: string without an end");
    if (text_[at_++] == '"') return;
    constexpr std::string_view kEscapes = "\"\\/bfnrtu";
    if (kEscapes.find(look()) == std::string_view::npos) bad("row line: bad escape");
    if (text_[at_++] == 'u') hex4();
  }
}

void RowReader::skip_row() {
  expect('[');
  for (;;) {
    if (look() == '"') {
      skip_text();
    } else {
      cell();
    }
    if (look() != ',') break;
    ++at_;
  }
  expect(']');
}

std::string_view RowReader::raw_list() {
  const std::size_t start = at_;
  expect('[');
  if (look() != ']') skip_row();
  while (look() == ',') {
    ++at_;
    skip_row();
  }
  expect(']');
  return std::string_view(text_).substr(start, at_ - start);
}

RowLine read_row_line(std::string& line) {
  RowLine out;
  RowReader reader(line);
  reader.expect('[');
  out.head = reader.row();
  if (out.head.size() != kHeadCells) malformed(0, "row line: wrong number of values");
  for (std::size_t i = 0; i < out.head.size(); ++i) {
    if (out.head[i].is_text != is_text_cell(i)) malformed(0, "row line: value of another type");
  }
  for (std::string_view* list : {&out.gaps, &out.findings, &out.evidence}) {
    reader.expect(',');
    *list = reader.raw_list();
  }
  reader.expect(']');
  if (!reader.at_end()) malformed(0, "row line: something behind the end");
  return out;
}

}  // namespace loanlint::scan
