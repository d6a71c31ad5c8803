// SPDX-License-Identifier: Apache-2.0
#include "report/csv.h"

#include <initializer_list>

#include "base/printable.h"

namespace loanlint::report {
namespace {

using findings::Finding;
using findings::ScanResult;

/// One cell, quoted and disarmed where it must be.
std::string csv_cell(const std::string& text) {
  std::string out = text;
  if (!out.empty() && std::string_view("=+-@\t\r|%").find(out[0]) != std::string_view::npos) {
    out.insert(0, "'");
  }
  if (out.find_first_of(",\"\r\n'") == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  return quoted + "\"";
}

class CsvWriter : public Writer {
 public:
  CsvWriter(std::ostream& out, const Words& words, catalog::Language language)
      : out_(out), voice_(words, language) {
    out_ << "\xEF\xBB\xBF";
    write_csv_row(out_, std::vector<std::string>{
                            "path", "sha256", "package", "version_name", "version_code", "verdict",
                            "rule", "pack", "kind", "severity", "basis", "open", "accepted",
                            "title", "message", "articles", "place", "excerpt", "fingerprint"});
  }

  void add(const ScanResult& result) override {
    if (result.findings.empty() && result.gaps.empty()) {
      line(result, {"", "", "", "", "", "", "", "", "", "", "", "", ""});
    }
    for (const Finding& finding : result.findings) {
      std::string articles;
      for (const std::string& id : finding.articles) articles += (articles.empty() ? "" : " ") + id;
      const bool quoted = !finding.evidence.empty();
      line(result, {finding.rule, finding.pack, finding.kind,
                    finding.good ? "good" : std::string(findings::name(finding.severity)),
                    std::string(findings::name(finding.basis)), finding.open ? "yes" : "no",
                    finding.accepted ? "yes" : "no", voice_(finding.title), voice_(finding.message),
                    articles, quoted ? voice_.place(finding.evidence[0]) : "",
                    quoted ? printable(finding.evidence[0].excerpt) : "", finding.fingerprint});
    }
    for (const findings::Gap& gap : result.gaps) {
      line(result,
           {"gap", "", "", "", "", "", "", "", voice_(gap.what), "", printable(gap.entry), "", ""});
    }
  }

  void finish() override {}

 private:
  void line(const ScanResult& result, std::initializer_list<std::string> cells) {
    const findings::Identity& id = result.identity;
    std::vector<std::string> all{printable(id.path),         id.sha256,
                                 printable(id.package),      printable(id.version_name),
                                 printable(id.version_code), std::string(name(result.verdict))};
    all.insert(all.end(), cells.begin(), cells.end());
    write_csv_row(out_, all);
  }

  std::ostream& out_;
  Voice voice_;
};

}  // namespace

void write_csv_row(std::ostream& out, std::span<const std::string> cells) {
  bool first = true;
  for (const std::string& cell : cells) {
    out << (first ? "" : ",") << csv_cell(cell);
    first = false;
  }
  out << "\r\n";
}

std::unique_ptr<Writer> make_csv_writer(std::ostream& out, const Words& words,
                                        catalog::Language language) {
  return std::make_unique<CsvWriter>(out, words, language);
}

}  // namespace loanlint::report
