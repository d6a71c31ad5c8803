// SPDX-License-Identifier: Apache-2.0
#include "scan/summary_packages.h"

#include <limits>

#include "report/triangle.h"

namespace loanlint::scan {
namespace {

using findings::Tri;
using findings::Verdict;

/// SQL for the answer of a fact: 2 yes, 1 unknown, 0 no. A store leaves out what is "no"; without
/// a full result, what is missing is not known.
std::string answer_sql(const std::string& fact) {
  return "CASE json_extract(results.facts, '$.\"" + fact +
         "\"') WHEN 'yes' THEN 2 WHEN 'unknown' THEN 1 ELSE CASE WHEN packages.failure = '' AND "
         "results.package IS NOT NULL THEN 0 ELSE 1 END END";
}

/// The nine answers of a package, as nine columns: asks, does, says of each core kind in turn.
std::string answers_sql() {
  std::string out;
  for (const std::string_view kind_name : report::kCoreKinds) {
    const std::string kind(kind_name);
    out += out.empty() ? "" : ", ";
    out += "CASE WHEN json_extract(results.facts, '$.\"" + kind +
           ".received\"') = 'yes' THEN 2 ELSE " + answer_sql(kind + ".asked") + " END";
    out += ", " + answer_sql(kind + ".used");
    // As in the triangle of one report: a denial answers for a policy that does not disclose.
    const std::string disclosed = answer_sql(kind + ".disclosed");
    out += ", CASE WHEN (" + disclosed + ") < 2 AND json_extract(results.facts, '$.\"" + kind +
           ".denied\"') = 'yes' THEN 0 ELSE " + disclosed + " END";
  }
  return out;
}

const std::string kFrom = " FROM packages LEFT JOIN results ON results.package = packages.id ";

/// The nine answers, from the column `first` on.
report::PerCell<Tri> read_answers(const Statement& row, int first) {
  report::PerCell<Tri> out{};
  for (std::size_t kind = 0; kind < report::kCoreKinds.size(); ++kind) {
    for (auto& voice : out) voice[kind] = static_cast<Tri>(row.integer(first++));
  }
  return out;
}

Verdict parse_verdict(const std::string& text) {
  for (const Verdict one : {Verdict::pass, Verdict::review, Verdict::fail}) {
    if (text == name(one)) return one;
  }
  return Verdict::incomplete;
}

}  // namespace

const std::string kWorstFirst =
    "ORDER BY CASE verdict WHEN 'fail' THEN 0 WHEN 'incomplete' THEN 1 WHEN 'review' THEN 2 ELSE 3 "
    "END, critical DESC, high DESC, medium DESC, low DESC, packages.package, version_code, sha256 ";

void count_answers(Database& database, report::PerCell<report::AnswerCounts>& counts) {
  Statement rows(database, "SELECT " + answers_sql() + kFrom);
  while (rows.step()) {
    const report::PerCell<Tri> answers = read_answers(rows, 0);
    for (std::size_t voice = 0; voice < answers.size(); ++voice) {
      for (std::size_t kind = 0; kind < answers[voice].size(); ++kind) {
        report::AnswerCounts& count = counts[voice][kind];
        const Tri value = answers[voice][kind];
        ++(value == Tri::yes ? count.yes : value == Tri::no ? count.no : count.unknown);
      }
    }
  }
}

PackageRows::PackageRows(Database& database)
    : database_(database),
      row_(database,
           "SELECT label_zh, label_en, packages.package, version_name, version_code, (SELECT "
           "min(path) FROM files WHERE files.package = packages.id), sha256, "
           "json_extract(results.facts, '$.category'), verdict, info, low, medium, high, "
           "critical, " +
               answers_sql() + kFrom + "WHERE packages.id = ?") {}

report::SummaryPackage PackageRows::load(std::int64_t id) {
  report::SummaryPackage out;
  row_.bind(id);
  while (row_.step()) {
    out.label = {row_.text(0), row_.text(1)};
    out.package = row_.text(2);
    out.version_name = row_.text(3);
    out.version_code = row_.text(4);
    out.path = row_.text(5);
    out.sha256 = row_.text(6);
    out.category = row_.text(7);
    out.verdict = parse_verdict(row_.text(8));
    constexpr int kCounts = 9;
    int column = kCounts;
    for (std::uint32_t& count : out.findings) {
      count = static_cast<std::uint32_t>(row_.integer(column++));
    }
    out.answers = read_answers(row_, column);
  }
  return out;
}

std::vector<std::int64_t> PackageRows::select(const std::string& sql, std::size_t most,
                                              const std::string& bound) {
  Statement rows(database_, sql);
  if (!bound.empty()) rows.bind(bound);
  constexpr auto kLargest = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
  rows.bind(static_cast<std::int64_t>(std::min(most, kLargest)));
  std::vector<std::int64_t> out;
  while (rows.step()) out.push_back(rows.integer(0));
  return out;
}

}  // namespace loanlint::scan
