// SPDX-License-Identifier: Apache-2.0
#include "scan/store_summary.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "catalog/kinds.h"
#include "catalog/rules.h"
#include "catalog/sdks.h"
#include "catalog/texts.h"
#include "report/triangle.h"
#include "rules/wording.h"
#include "scan/result_rows.h"
#include "scan/run_error.h"
#include "scan/sqlite.h"
#include "scan/store_schema.h"
#include "scan/summary_packages.h"

namespace loanlint::scan {
namespace {

using findings::Verdict;
using report::StoreSummary;

/// Fills a summary, part by part.
class SummaryReader {
 public:
  SummaryReader(Database& database, const catalog::RuleFiles& files, const SummaryLimits& limits,
                StoreSummary& out)
      : database_(database), packages_(database), files_(files), limits_(limits), out_(out) {}

  void read(const std::string& app) {
    totals();
    count_answers(database_, out_.answers);
    for (const std::int64_t id : packages_.select(
             "SELECT packages.id FROM packages " + kWorstFirst + "LIMIT ?", limits_.packages)) {
      out_.worst.push_back(packages_.load(id));
    }
    rules();
    sdks();
    failures();
    histories(app);
  }

 private:
  std::uint64_t number(const std::string& sql) {
    return static_cast<std::uint64_t>(database_.number(sql));
  }

  void totals() {
    out_.unfinished = number("SELECT count(*) FROM runs WHERE finished = 0");
    out_.files = number("SELECT count(*) FROM files");
    out_.loan_packages =
        number("SELECT count(*) FROM results WHERE json_extract(facts, '$.category') = 'loan'");
    constexpr std::array kVerdicts{Verdict::pass, Verdict::review, Verdict::incomplete,
                                   Verdict::fail};
    Statement verdicts(database_, "SELECT verdict, count(*) FROM packages GROUP BY verdict");
    while (verdicts.step()) {
      const auto count = static_cast<std::uint64_t>(verdicts.integer(1));
      out_.packages += count;
      for (const Verdict verdict : kVerdicts) {
        if (verdicts.text(0) == name(verdict))
          out_.verdicts[static_cast<std::size_t>(verdict)] += count;
      }
    }
  }

  /// One rule about one kind of data, as it was found in packages.
  struct Found {
    std::string rule;
    std::string pack;
    std::string kind;
    std::string severity;
    auto operator<=>(const Found&) const = default;
  };

  /// How many packages each was found in. Read here: SQLite takes ten times as long to take the
  /// lists apart.
  std::map<Found, std::uint64_t> count_findings() {
    std::map<Found, std::uint64_t> counts;
    Statement rows(database_, "SELECT findings FROM results");
    std::set<Found> in_package;
    while (rows.step()) {
      std::string list = rows.text(0);
      RowReader reader(list);
      in_package.clear();
      while (const std::vector<Cell>* row = reader.next()) {
        constexpr std::size_t kOpen = 6;
        constexpr std::size_t kGood = 7;
        if (row->size() <= kGood || (*row)[kOpen].number != 0 || (*row)[kGood].number != 0)
          continue;
        const auto text = [row](std::size_t cell) { return std::string((*row)[cell].text); };
        in_package.insert({text(1), text(2), text(3), text(4)});
      }
      for (const Found& found : in_package) ++counts[found];
    }
    return counts;
  }

  void rules() {
    const catalog::Texts texts(files_);
    const catalog::Kinds kinds(files_);
    std::map<std::pair<std::string, std::string>, catalog::Rule> known;
    for (catalog::Rule& rule : catalog::check_rules(files_)) {
      const std::pair<std::string, std::string> id{rule.pack, rule.id};
      known.emplace(id, std::move(rule));
    }
    const findings::Facts no_facts;
    for (const auto& [found, count] : count_findings()) {
      report::SummaryRule rule;
      rule.id = found.rule;
      rule.severity = findings::parse_severity(found.severity).value_or(findings::Severity::info);
      rule.packages = count;
      if (const auto named = known.find({found.pack, found.rule}); named != known.end()) {
        rule.title = rules::Wording(no_facts, kinds, texts, found.kind)
                         .fill(catalog::read_rule_texts(named->second).title);
      }
      out_.rules.push_back(std::move(rule));
    }
    std::stable_sort(out_.rules.begin(), out_.rules.end(), [](const auto& left, const auto& right) {
      return left.packages > right.packages;
    });
    if (out_.rules.size() > limits_.rules) out_.rules.resize(limits_.rules);
  }

  /// How many packages hold each value of a fact that is a list.
  std::map<std::string, std::uint64_t> members(const std::string& fact) {
    std::map<std::string, std::uint64_t> out;
    Statement rows(database_,
                   "SELECT each.value, count(*) FROM results, json_each(results.facts, '$.\"" +
                       fact +
                       "\"') AS each WHERE each.type = 'text' AND typeof(each.key) = 'integer' "
                       "GROUP BY each.value");
    while (rows.step()) out[rows.text(0)] = static_cast<std::uint64_t>(rows.integer(1));
    return out;
  }

  void sdks() {
    std::map<std::string, report::SummarySdk> found;
    for (const auto& [id, count] : members("code.sdks")) found[id].packages = count;
    for (std::size_t kind = 0; kind < report::kCoreKinds.size(); ++kind) {
      for (const auto& [id, count] : members(std::string(report::kCoreKinds[kind]) + ".used_by")) {
        // Code of the app itself and code of nobody known reads too, but is no SDK.
        if (found.contains(id)) found[id].reads[kind] = count;
      }
    }
    for (const catalog::Sdk& sdk : catalog::load_sdks(files_)) {
      if (const auto known = found.find(sdk.id); known != found.end())
        known->second.name = sdk.name;
    }
    for (auto& [id, sdk] : found) {
      sdk.id = id;
      out_.sdks.push_back(std::move(sdk));
    }
    std::stable_sort(out_.sdks.begin(), out_.sdks.end(), [](const auto& left, const auto& right) {
      return std::pair(left.reads, left.packages) > std::pair(right.reads, right.packages);
    });
    if (out_.sdks.size() > limits_.sdks) out_.sdks.resize(limits_.sdks);
  }

  void failures() {
    const std::string failed =
        " FROM packages JOIN results ON results.package = packages.id WHERE failure <> '' OR gaps "
        "<> '[]' ";
    out_.failure_count = number("SELECT count(*)" + failed);
    Statement rows(
        database_,
        "SELECT (SELECT min(path) FROM files WHERE files.package = packages.id) AS path, "
        "failure, failure_signal, json_array_length(gaps)" +
            failed + "ORDER BY failure = '', path, id LIMIT ?");
    rows.bind(static_cast<std::int64_t>(limits_.failures));
    while (rows.step()) {
      out_.failures.push_back({rows.text(0), rows.text(1), static_cast<int>(rows.integer(2)),
                               static_cast<std::uint64_t>(rows.integer(3))});
    }
  }

  std::vector<std::string> apps_with_history() {
    Statement rows(database_,
                   "SELECT package FROM packages WHERE package <> '' GROUP BY package HAVING "
                   "count(DISTINCT version_code) > 1 ORDER BY count(DISTINCT version_code) DESC, "
                   "package LIMIT ?");
    rows.bind(static_cast<std::int64_t>(limits_.histories));
    std::vector<std::string> out;
    while (rows.step()) out.push_back(rows.text(0));
    return out;
  }

  void histories(const std::string& app) {
    for (const std::string& package : app.empty() ? apps_with_history() : std::vector{app}) {
      report::SummaryHistory history;
      history.package = package;
      // One package of each version: the worst, where a version was built or packed more than once.
      const std::vector<std::int64_t> ids = packages_.select(
          "SELECT id FROM (SELECT id, version_code, version_name, row_number() OVER (PARTITION BY "
          "version_code, version_name " +
              kWorstFirst +
              ") AS place FROM packages WHERE packages.package = ?) WHERE place = 1 ORDER BY "
              "CAST(version_code AS INTEGER) DESC, version_name DESC LIMIT ?",
          limits_.versions, package);
      for (const std::int64_t id : ids) history.versions.push_back(packages_.load(id));
      if (history.versions.empty()) continue;
      std::reverse(history.versions.begin(), history.versions.end());
      history.label = history.versions.back().label;
      out_.histories.push_back(std::move(history));
    }
  }

  Database& database_;
  PackageRows packages_;
  const catalog::RuleFiles& files_;
  const SummaryLimits& limits_;
  StoreSummary& out_;
};

}  // namespace

StoreSummary load_store_summary(const std::string& path, const catalog::RuleFiles& files,
                                const SummaryLimits& limits, const std::string& app) {
  update_store(path);
  Database database(path, Access::read);
  StoreSummary out;
  out.name = path.substr(path.find_last_of('/') + 1);
  SummaryReader(database, files, limits, out).read(app);
  return out;
}

}  // namespace loanlint::scan
