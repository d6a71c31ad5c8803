// SPDX-License-Identifier: Apache-2.0
#include "report/diff.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "report/triangle.h"

namespace loanlint::report {
namespace {

using findings::Finding;
using findings::ScanResult;

std::vector<std::string> list_of(const findings::Facts& facts, std::string_view name) {
  const findings::Fact* fact = facts.find(name);
  if (fact == nullptr) return {};
  if (const auto* list = std::get_if<std::vector<std::string>>(&fact->value)) return *list;
  if (const auto* text = std::get_if<std::string>(&fact->value)) {
    if (!text->empty()) return {*text};
  }
  return {};
}

/// Adds what only one of two sets of names holds.
void add_names(std::vector<Change>& out, const std::string& what, const std::string& kind,
               const std::vector<std::string>& before, const std::vector<std::string>& after) {
  const std::set<std::string> old_names(before.begin(), before.end());
  const std::set<std::string> new_names(after.begin(), after.end());
  for (const std::string& name : new_names) {
    if (!old_names.contains(name)) out.push_back({Step::added, what, kind, "", name});
  }
  for (const std::string& name : old_names) {
    if (!new_names.contains(name)) out.push_back({Step::dropped, what, kind, name, ""});
  }
}

void add_value(std::vector<Change>& out, const std::string& what, const std::string& before,
               const std::string& after) {
  if (before != after) out.push_back({Step::changed, what, "", before, after});
}

/// The cells of the triangle, with what the policy and the code add to them.
void add_kinds(std::vector<Change>& out, const ScanResult& before, const ScanResult& after,
               const Words& words) {
  const Voice voice(words, catalog::Language::en);
  const Triangle was = triangle(before, voice);
  const Triangle is = triangle(after, voice);
  for (std::size_t k = 0; k < kCoreKinds.size(); ++k) {
    const std::string kind(kCoreKinds[k]);
    for (std::size_t r = 0; r < was.rows.size(); ++r) {
      const findings::Tri left = was.rows[r].cells[k].value;
      const findings::Tri right = is.rows[r].cells[k].value;
      if (left == right) continue;
      const Step step = right == findings::Tri::yes  ? Step::added
                        : left == findings::Tri::yes ? Step::dropped
                                                     : Step::changed;
      out.push_back({step, std::string(was.rows[r].id), kind, std::string(findings::name(left)),
                     std::string(findings::name(right))});
    }
    const auto compare = [&](const char* name, bool had, bool has) {
      if (had == has) return;
      out.push_back(
          {has ? Step::added : Step::dropped, name, kind, had ? "yes" : "", has ? "yes" : ""});
    };
    compare("sent", leaves_phone(before.facts, kind), leaves_phone(after.facts, kind));
    for (const char* name : {"received", "denied", "for_collection", "forced", "shared"}) {
      compare(name, holds(before.facts, kind, name), holds(after.facts, kind, name));
    }
    add_names(out, "used_by", kind, list_of(before.facts, kind + ".used_by"),
              list_of(after.facts, kind + ".used_by"));
  }
}

std::vector<std::string> names_of(const std::vector<findings::Permission>& list) {
  std::vector<std::string> out;
  for (const findings::Permission& permission : list) out.push_back(permission.name);
  return out;
}

/// The findings of `these` that `those` lacks, by what stays the same over rebuilds.
std::vector<Finding> only_in(const std::vector<Finding>& these, const std::vector<Finding>& those) {
  using Key = std::tuple<std::string, std::string, bool>;
  const auto key = [](const Finding& finding) {
    return Key{finding.rule, finding.kind, finding.open};
  };
  std::set<Key> known;
  for (const Finding& finding : those) known.insert(key(finding));
  std::vector<Finding> out;
  for (const Finding& finding : these) {
    if (!finding.good && !finding.accepted && !known.contains(key(finding))) {
      out.push_back(finding);
    }
  }
  return out;
}

}  // namespace

Diff diff(const ScanResult& before, const ScanResult& after, const Words& words) {
  Diff out;
  add_kinds(out.changes, before, after, words);
  add_names(out.changes, "permission", "", names_of(before.requested), names_of(after.requested));
  add_names(out.changes, "hidden", "", names_of(before.hidden), names_of(after.hidden));
  add_names(out.changes, "sdk", "", list_of(before.facts, "code.sdks"),
            list_of(after.facts, "code.sdks"));
  add_names(out.changes, "signer", "", before.identity.signers, after.identity.signers);
  add_value(out.changes, "package", before.identity.package, after.identity.package);
  add_value(out.changes, "target_sdk", std::to_string(before.identity.target_sdk),
            std::to_string(after.identity.target_sdk));
  add_value(out.changes, "packed", list_of(before.facts, "code.packed").empty() ? "no" : "yes",
            list_of(after.facts, "code.packed").empty() ? "no" : "yes");
  add_value(out.changes, "verdict", std::string(name(before.verdict)),
            std::string(name(after.verdict)));
  out.added = only_in(after.findings, before.findings);
  out.resolved = only_in(before.findings, after.findings);
  return out;
}

bool adds(const Diff& diff, findings::Severity least) {
  return std::any_of(diff.added.begin(), diff.added.end(), [&](const Finding& finding) {
    return !finding.open && finding.severity >= least;
  });
}

}  // namespace loanlint::report
