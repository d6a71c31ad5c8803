// SPDX-License-Identifier: Apache-2.0
#include "report/baseline.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "catalog/node.h"
#include "report/json_document.h"

namespace loanlint::report {
namespace {

using catalog::Node;

std::string optional_text(const Node& node, std::string_view key) {
  const auto found = node.find(key);
  return found ? found->text_or_empty() : std::string();
}

Acceptance read_entry(const Node& node) {
  node.only({"fingerprint", "package", "rule", "kind", "reason", "who", "expires"});
  Acceptance out;
  out.fingerprint = node.at("fingerprint").text();
  out.package = optional_text(node, "package");
  out.rule = node.at("rule").text();
  out.kind = optional_text(node, "kind");
  out.reason = node.at("reason").text();
  out.who = node.at("who").text();
  const Node expires = node.at("expires");
  out.expires = expires.text();
  if (!is_day(out.expires)) expires.fail("expected a day like 2027-03-31");
  return out;
}

bool fits(const Acceptance& entry, const findings::Finding& finding, const std::string& package) {
  return entry.fingerprint == finding.fingerprint && entry.rule == finding.rule &&
         entry.kind == finding.kind && (entry.package.empty() || entry.package == package);
}

bool is_concern(const findings::Finding& finding) {
  return !finding.good && finding.severity > findings::Severity::info;
}

}  // namespace

bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  int parts[3] = {0, 0, 0};
  int at = 0;
  for (const char c : text) {
    if (c == '-') {
      ++at;
    } else if (c >= '0' && c <= '9') {
      parts[at] = parts[at] * 10 + (c - '0');
    } else {
      return false;
    }
  }
  if (at != 2) return false;
  const std::chrono::year_month_day day{std::chrono::year(parts[0]),
                                        std::chrono::month(static_cast<unsigned>(parts[1])),
                                        std::chrono::day(static_cast<unsigned>(parts[2]))};
  return day.ok();
}

Baseline::Baseline(std::string_view text, const std::string& shown) {
  const Node root = Node::parse(text, shown);
  root.only({"$schema", "version", "accepted"});
  const Node version = root.at("version");
  if (version.integer() != 1) version.fail("this is version 1 of baseline files");
  std::set<Acceptance> seen;
  for (const Node& node : root.at("accepted").items()) {
    Acceptance entry = read_entry(node);
    if (!seen.insert(entry).second) node.fail("this entry stands here twice");
    entries_.push_back({std::move(entry), false});
  }
}

void Baseline::apply(findings::ScanResult& result, std::string_view today) {
  for (findings::Finding& finding : result.findings) {
    for (Entry& entry : entries_) {
      if (!fits(entry.acceptance, finding, result.identity.package)) continue;
      entry.matched = true;
      if (entry.acceptance.expires < today) continue;
      finding.accepted = true;
      finding.accepted_reason = entry.acceptance.reason;
    }
  }
  result.verdict = findings::verdict(result);
}

void Baseline::accept(const findings::ScanResult& result, const Acceptance& form) {
  for (const findings::Finding& finding : result.findings) {
    if (!is_concern(finding)) continue;
    const auto known = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
      return fits(entry.acceptance, finding, result.identity.package);
    });
    if (known != entries_.end()) {
      known->matched = true;
      continue;
    }
    Acceptance entry = form;
    entry.fingerprint = finding.fingerprint;
    entry.package = result.identity.package;
    entry.rule = finding.rule;
    entry.kind = finding.kind;
    entries_.push_back({std::move(entry), true});
  }
}

std::vector<Acceptance> Baseline::prune(std::string_view today) {
  std::vector<Acceptance> gone;
  std::vector<Entry> kept;
  for (Entry& entry : entries_) {
    if (entry.matched && entry.acceptance.expires >= today) {
      kept.push_back(std::move(entry));
    } else {
      gone.push_back(std::move(entry.acceptance));
    }
  }
  entries_ = std::move(kept);
  return gone;
}

std::vector<Acceptance> Baseline::expired(std::string_view today) const {
  std::vector<Acceptance> out;
  for (const Entry& entry : entries_) {
    if (entry.acceptance.expires < today) out.push_back(entry.acceptance);
  }
  return out;
}

std::vector<Acceptance> Baseline::unmatched() const {
  std::vector<Acceptance> out;
  for (const Entry& entry : entries_) {
    if (!entry.matched) out.push_back(entry.acceptance);
  }
  return out;
}

std::string Baseline::json() const {
  std::vector<Acceptance> sorted;
  for (const Entry& entry : entries_) sorted.push_back(entry.acceptance);
  std::sort(sorted.begin(), sorted.end(), [](const Acceptance& left, const Acceptance& right) {
    return std::tie(left.package, left.rule, left.kind, left.fingerprint) <
           std::tie(right.package, right.rule, right.kind, right.fingerprint);
  });
  Json out = {{"version", 1}, {"accepted", Json::array()}};
  for (const Acceptance& entry : sorted) {
    Json one = {{"rule", json_text(entry.rule)}};
    if (!entry.kind.empty()) one["kind"] = json_text(entry.kind);
    if (!entry.package.empty()) one["package"] = json_text(entry.package);
    one["fingerprint"] = json_text(entry.fingerprint);
    one["reason"] = json_text(entry.reason);
    one["who"] = json_text(entry.who);
    one["expires"] = json_text(entry.expires);
    out["accepted"].push_back(std::move(one));
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace loanlint::report
