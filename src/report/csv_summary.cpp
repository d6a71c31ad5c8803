// SPDX-License-Identifier: Apache-2.0
#include "report/csv_summary.h"

#include <string>
#include <vector>

#include "base/printable.h"
#include "report/csv.h"
#include "report/summary_words.h"
#include "report/triangle.h"

namespace loanlint::report {
namespace {

using Cells = std::vector<std::string>;

/// "contacts_asks", "contacts_does", … in the order of answer_cells().
void add_answer_heads(Cells& head) {
  for (const std::string_view kind : kCoreKinds) {
    for (const std::string_view row : kVoices)
      head.push_back(std::string(kind) + "_" + std::string(row));
  }
}

void add_answers(Cells& cells, const PerCell<findings::Tri>& answers) {
  for (std::size_t kind = 0; kind < kCoreKinds.size(); ++kind) {
    for (const auto& row : answers) cells.emplace_back(findings::name(row[kind]));
  }
}

class CsvSummary {
 public:
  CsvSummary(std::ostream& out, const StoreSummary& summary, const Voice& voice)
      : out_(out), summary_(summary), voice_(voice) {}

  void packages() {
    Cells head{"path",   "sha256",   "package", "version_name", "version_code",
               "label",  "category", "verdict", "critical",     "high",
               "medium", "low",      "info"};
    add_answer_heads(head);
    row(head);
    for (const SummaryPackage& package : summary_.worst) {
      Cells cells = identity(package);
      for (std::size_t i = package.findings.size(); i-- > 0;)
        cells.push_back(std::to_string(package.findings[i]));
      add_answers(cells, package.answers);
      row(cells);
    }
  }

  void rules() {
    row({"rule", "severity", "packages", "title"});
    for (const SummaryRule& rule : summary_.rules) {
      row({rule.id, std::string(name(rule.severity)), std::to_string(rule.packages),
           voice_(rule.title)});
    }
  }

  void sdks() {
    row({"sdk", "name", "packages", "reads_contacts", "reads_sms", "reads_call_log"});
    for (const SummarySdk& sdk : summary_.sdks) {
      row({printable(sdk.id), label_of(sdk.name, sdk.id, voice_), std::to_string(sdk.packages),
           std::to_string(sdk.reads[0]), std::to_string(sdk.reads[1]),
           std::to_string(sdk.reads[2])});
    }
  }

  void versions() {
    Cells head{"package", "version_name", "version_code", "sha256", "verdict", "changes"};
    add_answer_heads(head);
    row(head);
    for (const SummaryHistory& history : summary_.histories) {
      for (std::size_t i = 0; i < history.versions.size(); ++i) {
        const SummaryPackage& version = history.versions[i];
        std::string changes;
        for (const std::string& change : change_words(history, i, voice_))
          changes += (changes.empty() ? "" : "; ") + change;
        Cells cells{printable(history.package),         printable(version.version_name),
                    printable(version.version_code),    version.sha256,
                    std::string(name(version.verdict)), changes};
        add_answers(cells, version.answers);
        row(cells);
      }
    }
  }

  void failures() {
    row({"path", "failure", "signal", "gaps"});
    for (const SummaryFailure& failure : summary_.failures) {
      row({printable(failure.path), failure.failure.empty() ? "gaps" : failure.failure,
           std::to_string(failure.signal), std::to_string(failure.gaps)});
    }
  }

  void verdicts() {
    row({"verdict", "packages"});
    for (std::size_t i = summary_.verdicts.size(); i-- > 0;) {
      row({std::string(name(static_cast<findings::Verdict>(i))),
           std::to_string(summary_.verdicts[i])});
    }
  }

 private:
  Cells identity(const SummaryPackage& package) const {
    return {printable(package.path),         package.sha256,
            printable(package.package),      printable(package.version_name),
            printable(package.version_code), voice_(package.label),
            printable(package.category),     std::string(name(package.verdict))};
  }

  void row(const Cells& cells) { write_csv_row(out_, cells); }

  std::ostream& out_;
  const StoreSummary& summary_;
  const Voice& voice_;
};

}  // namespace

void write_csv_summary(std::ostream& out, const StoreSummary& summary, std::string_view table,
                       const Voice& voice) {
  out << "\xEF\xBB\xBF";
  CsvSummary csv(out, summary, voice);
  if (table == "packages") csv.packages();
  if (table == "rules") csv.rules();
  if (table == "sdks") csv.sdks();
  if (table == "versions") csv.versions();
  if (table == "failures") csv.failures();
  if (table == "verdicts") csv.verdicts();
}

}  // namespace loanlint::report
