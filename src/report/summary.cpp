// SPDX-License-Identifier: Apache-2.0
#include "report/summary.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/printable.h"
#include "report/triangle.h"
#include "report/verdict_words.h"

namespace loanlint::report {
namespace {

using findings::Finding;
using findings::ScanResult;
using findings::Tri;
using findings::Verdict;

std::vector<std::string> kinds_where(const std::function<bool(std::string_view)>& condition) {
  std::vector<std::string> out;
  for (const std::string_view kind : kCoreKinds) {
    if (condition(kind)) out.emplace_back(kind);
  }
  return out;
}

bool is_unknown(const findings::Facts& facts, std::string_view kind, std::string_view name) {
  const findings::Fact* fact = find_fact(facts, kind, name);
  return fact == nullptr || fact->tri() == Tri::unknown;
}

bool is_loan(const ScanResult& result) {
  const findings::Fact* category = result.facts.find("category");
  if (category == nullptr) return false;
  const auto* value = std::get_if<std::string>(&category->value);
  return value != nullptr && *value == "loan";
}

void add_once(std::vector<std::string>& out, std::string text) {
  if (text.empty() || std::find(out.begin(), out.end(), text) != out.end()) return;
  out.push_back(std::move(text));
}

/// What the manifest asks for.
void add_asks(const ScanResult& result, const Voice& voice, std::vector<std::string>& out) {
  const findings::Facts& facts = result.facts;
  const auto asked = kinds_where([&](std::string_view kind) {
    return holds(facts, kind, "asked") || holds(facts, kind, "received");
  });
  if (!asked.empty()) {
    out.push_back(voice(is_loan(result) ? "plain.loan_asks" : "plain.asks", {voice.kinds(asked)}));
    return;
  }
  const auto unknown =
      kinds_where([&](std::string_view kind) { return is_unknown(facts, kind, "asked"); });
  if (unknown.empty())
    out.push_back(voice(is_loan(result) ? "plain.loan_asks_none" : "plain.asks_none"));
}

/// What the code does.
void add_does(const ScanResult& result, const Voice& voice, std::vector<std::string>& out) {
  const findings::Facts& facts = result.facts;
  const auto sent = kinds_where([&](std::string_view kind) { return leaves_phone(facts, kind); });
  const auto used = kinds_where([&](std::string_view kind) {
    return holds(facts, kind, "used") && !leaves_phone(facts, kind) && !holds(facts, kind, "dead");
  });
  if (!sent.empty()) out.push_back(voice("plain.sends", {voice.kinds(sent)}));
  if (!used.empty()) out.push_back(voice("plain.uses", {voice.kinds(used)}));
}

/// What the policy says.
void add_says(const ScanResult& result, const Voice& voice, std::vector<std::string>& out) {
  const findings::Facts& facts = result.facts;
  const auto where = [&](const char* name) {
    return kinds_where([&](std::string_view kind) { return holds(facts, kind, name); });
  };
  const auto collection = where("for_collection");
  if (!collection.empty()) out.push_back(voice("plain.for_collection", {voice.kinds(collection)}));
  const auto forced = where("forced");
  if (!forced.empty()) out.push_back(voice("plain.forced", {voice.kinds(forced)}));
  const auto untrue = kinds_where([&](std::string_view kind) {
    return says_one_of(facts, kind, "denial_scope", {"full", "permission_only", "contradiction"}) &&
           (holds(facts, kind, "asked") || holds(facts, kind, "used"));
  });
  if (!untrue.empty()) out.push_back(voice("plain.denied_but", {voice.kinds(untrue)}));
  const auto silent = kinds_where([&](std::string_view kind) {
    const findings::Fact* disclosed = find_fact(facts, kind, "disclosed");
    return disclosed != nullptr && disclosed->tri() == Tri::no && !holds(facts, kind, "denied") &&
           (holds(facts, kind, "asked") || holds(facts, kind, "used"));
  });
  if (!silent.empty()) out.push_back(voice("plain.silent", {voice.kinds(silent)}));
  const findings::Fact* policy = facts.find("policy.found");
  if (policy == nullptr || policy->tri() != Tri::yes) out.push_back(voice("plain.no_policy"));
}

/// A lender has regulators of its own, and leaves contracts and payments as evidence. What cannot
/// be told may be one.
bool may_lend(const findings::Facts& facts) {
  const findings::Fact* category = facts.find("category");
  const auto* value = category == nullptr ? nullptr : std::get_if<std::string>(&category->value);
  return value == nullptr || *value != "other";
}

}  // namespace

std::size_t count_open_concerns(const ScanResult& result) {
  return static_cast<std::size_t>(
      std::count_if(result.findings.begin(), result.findings.end(),
                    [](const Finding& finding) { return !finding.good && !finding.accepted; }));
}

std::string title_of(const findings::Identity& identity, const Voice& voice) {
  std::string label = voice(identity.label);
  if (!label.empty()) return label;
  return printable(identity.package.empty() ? identity.path : identity.package);
}

std::vector<std::string> plain_sentences(const ScanResult& result, const Voice& voice) {
  std::vector<std::string> out;
  if (result.refused) out.push_back(voice("plain.refused"));
  if (result.identity.input != "policy") {
    add_asks(result, voice, out);
    add_does(result, voice, out);
  }
  add_says(result, voice, out);
  if (!result.gaps.empty()) {
    out.push_back(voice("plain.gaps", {std::to_string(result.gaps.size())}));
  }
  out.push_back(verdict_advice(result, voice));
  return out;
}

std::vector<std::string> borrower_steps(const ScanResult& result, const Voice& voice,
                                        Length length) {
  const bool grave =
      std::any_of(result.findings.begin(), result.findings.end(), [](const Finding& finding) {
        return !finding.good && !finding.accepted && !finding.open &&
               finding.severity >= findings::Severity::high;
      });
  if (result.verdict != Verdict::fail && !grave) return {};
  const bool lends = may_lend(result.facts);
  std::vector<const char*> keys;
  if (length == Length::brief) {
    keys = lends ? std::vector{"steps.brief.refuse", "steps.brief.keep_evidence",
                               "steps.brief.complain"}
                 : std::vector{"steps.brief.refuse", "steps.app.brief.keep_evidence",
                               "steps.app.brief.complain"};
  } else {
    keys = lends ? std::vector{"steps.refuse",    "steps.keep_evidence", "steps.platform",
                               "steps.regulator", "steps.cyberspace",    "steps.police",
                               "steps.court"}
                 : std::vector{"steps.refuse",     "steps.app.keep_evidence", "steps.app.platform",
                               "steps.cyberspace", "steps.app.police",        "steps.court"};
  }
  std::vector<std::string> steps;
  for (const char* key : keys) steps.push_back(voice(key));
  return steps;
}

std::vector<std::string> borrower_advice(const ScanResult& result, const Voice& voice) {
  std::vector<std::string> out;
  for (const Finding& finding : result.findings) {
    if (!finding.good && !finding.accepted) add_once(out, voice(finding.advice_borrower));
  }
  return out;
}

std::vector<std::string> lender_steps(const ScanResult& result, const Voice& voice) {
  std::vector<std::string> out;
  for (const Finding& finding : result.findings) {
    if (!finding.good && !finding.accepted) add_once(out, voice(finding.advice_lender));
  }
  return out;
}

std::vector<std::string> unseen(const ScanResult& result, const Voice& voice) {
  std::vector<std::string> unknown;
  std::set<std::string> told;
  const Triangle table = triangle(result, voice);
  for (const Triangle::Row& row : table.rows) {
    if (result.identity.input == "policy" && row.id != "says") continue;
    std::vector<std::string> reasons;
    for (const Cell& cell : row.cells) {
      if (cell.value == Tri::unknown) add_once(reasons, cell.reason);
    }
    for (const std::string& reason : reasons) {
      std::vector<std::string> kinds;
      for (std::size_t k = 0; k < kCoreKinds.size(); ++k) {
        if (row.cells[k].value == Tri::unknown && row.cells[k].reason == reason) {
          kinds.emplace_back(kCoreKinds[k]);
        }
      }
      told.insert(reason);
      unknown.push_back(
          voice("report.unknown." + std::string(row.id), {voice.kinds(kinds), reason}));
    }
  }
  std::vector<std::string> out;
  for (const findings::Gap& gap : result.gaps) {
    std::string line = voice(gap.what);
    // What leaves a row of the table unknown is told there.
    if (gap.limit.empty() && told.contains(line)) continue;
    if (!gap.entry.empty()) line.insert(0, printable(gap.entry) + ": ");
    if (!gap.limit.empty()) line += voice("report.limit", {gap.limit});
    add_once(out, std::move(line));
  }
  out.insert(out.end(), unknown.begin(), unknown.end());
  return out;
}

}  // namespace loanlint::report
