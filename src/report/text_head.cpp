// SPDX-License-Identifier: Apache-2.0
#include "report/text_head.h"

#include <algorithm>

#include "base/printable.h"
#include "report/summary.h"
#include "report/triangle.h"
#include "report/verdict_words.h"
#include "report/width.h"

namespace loanlint::report {
namespace {

using findings::ScanResult;
using findings::Tri;
using findings::Verdict;

/// Enough of a SHA-256 to compare by eye.
constexpr std::size_t kFingerprintShown = 8;

Paint paint_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::fail:
      return Paint::red;
    case Verdict::pass:
      return Paint::green;
    case Verdict::review:
    case Verdict::incomplete:
      break;
  }
  return Paint::yellow;
}

std::string category_words(const ScanResult& result, const Voice& voice) {
  const findings::Fact* category = result.facts.find("category");
  if (category == nullptr) return {};
  const auto* value = std::get_if<std::string>(&category->value);
  if (value == nullptr) return {};
  const std::string key = "category." + *value;
  return voice.words().texts().has(key) ? voice(key) : printable(*value);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " · ") + part;
  return out;
}

std::string trimmed(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::string cell_word(const Page& page, std::string_view row, const Cell& cell,
                      const std::string& word) {
  if (cell.value == Tri::unknown) return page.painted(word, Paint::yellow);
  if (cell.value == Tri::yes && row != "says") return page.painted(word, Paint::red);
  return word;
}

void table_row(Page& page, const Triangle::Row& row, std::size_t head, std::size_t width,
               const Voice& voice) {
  std::array<std::vector<std::string>, kCoreKinds.size()> lines;
  std::size_t height = 1;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    for (const std::string& detail : row.cells[k].details) {
      for (std::string& piece : wrap(detail, width - 2)) lines[k].push_back(std::move(piece));
    }
    height = std::max(height, lines[k].size() + 1);
  }
  for (std::size_t y = 0; y < height; ++y) {
    std::string line = pad(y == 0 ? "  " + voice("triangle." + std::string(row.id)) : "", head);
    for (std::size_t k = 0; k < lines.size(); ++k) {
      if (y == 0) {
        const std::string word = voice("tri." + std::string(findings::name(row.cells[k].value)));
        // Painted before it is padded: no colour may stand under blanks.
        line += cell_word(page, row.id, row.cells[k], word);
        if (k + 1 < lines.size()) line += std::string(width - columns(word), ' ');
      } else {
        line += pad(y <= lines[k].size() ? lines[k][y - 1] : "", width);
      }
    }
    page.line(trimmed(line));
  }
}

}  // namespace

std::vector<std::string> signer_words(const ScanResult& result, const Voice& voice) {
  std::vector<std::string> out;
  const findings::Fact* fact = result.facts.find("signer");
  const auto* named =
      fact == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&fact->value);
  for (const std::string& sha256 : result.identity.signers) {
    const std::string print = printable(sha256.substr(0, kFingerprintShown));
    std::string subject;
    for (const std::string& one : named == nullptr ? std::vector<std::string>{} : *named) {
      // "<sha256> (<subject>)"
      if (one.starts_with(sha256 + " (") && one.ends_with(')')) {
        subject = printable(one.substr(sha256.size() + 2, one.size() - sha256.size() - 3));
      }
    }
    out.push_back(subject.empty() ? voice("report.signer", {print})
                                  : voice("report.signer_named", {subject, print}));
  }
  return out;
}

void write_identity(Page& page, const ScanResult& result, const Voice& voice) {
  const findings::Identity& id = result.identity;
  std::string head = title_of(id, voice);
  if (!id.package.empty() && head != printable(id.package)) head += " · " + printable(id.package);
  if (!id.version_name.empty()) head += " · " + printable(id.version_name);
  if (!id.version_code.empty()) head += " (" + printable(id.version_code) + ")";
  page.item("", head, Paint::plain, Paint::bold);
  std::vector<std::string> file{printable(id.path)};
  if (const std::string category = category_words(result, voice); !category.empty()) {
    file.push_back(category);
  }
  if (id.target_sdk > 0) {
    file.push_back(voice("report.target_sdk", {std::to_string(id.target_sdk)}));
  }
  page.item("  ", joined(file), Paint::plain, Paint::dim);
  std::vector<std::string> proof = signer_words(result, voice);
  const findings::Fact* debug = result.facts.find("debug_signed");
  if (debug != nullptr && debug->tri() == Tri::yes) proof.push_back(voice("report.debug_key"));
  if (!proof.empty()) page.item("  ", joined(proof), Paint::plain, Paint::dim);
}

void write_verdict(Page& page, const ScanResult& result, const Voice& voice) {
  page.blank();
  page.line(page.painted(voice("report.verdict", {verdict_words(result, voice)}),
                         paint_of(result.verdict)));
  if (result.refused) page.item("  ", voice("plain.refused"));
  if (const std::string sentence = verdict_sentence(result, voice); !sentence.empty()) {
    page.item("  ", sentence);
  }
  page.item("  ", verdict_advice(result, voice));
}

void write_table(Page& page, const ScanResult& result, const Voice& voice) {
  page.blank();
  const Triangle shown = triangle(result, voice);
  std::size_t head = 0;
  for (const Triangle::Row& row : shown.rows) {
    head = std::max(head, columns(voice("triangle." + std::string(row.id))));
  }
  head += 4;
  const std::size_t cell = (std::max<std::size_t>(page.width(), 60) - head) / kCoreKinds.size();
  std::string top(head, ' ');
  for (const std::string_view kind : kCoreKinds) top += pad(voice.kind(kind), cell);
  page.line(page.painted(trimmed(top), Paint::bold));
  for (const Triangle::Row& row : shown.rows) table_row(page, row, head, cell, voice);
}

}  // namespace loanlint::report
