// SPDX-License-Identifier: Apache-2.0
#include "report/finding_groups.h"

#include <algorithm>

#include "report/triangle.h"

namespace loanlint::report {
namespace {

using findings::Evidence;
using findings::Finding;

bool same_rule(const Finding& left, const Finding& right) {
  return left.rule == right.rule && left.pack == right.pack && left.open == right.open &&
         left.basis == right.basis;
}

bool shares_article(const FindingGroup& left, const FindingGroup& right) {
  for (const Finding* one : left.members) {
    for (const std::string& id : one->articles) {
      for (const Finding* other : right.members) {
        const auto& ids = other->articles;
        if (std::find(ids.begin(), ids.end(), id) != ids.end()) return true;
      }
    }
  }
  return false;
}

/// True when a member's best evidence stands at this place.
bool rests_on(const FindingGroup& group, const Evidence& place) {
  return std::any_of(group.members.begin(), group.members.end(), [&](const Finding* one) {
    return !one->evidence.empty() && one->evidence.front().entry == place.entry &&
           one->evidence.front().where == place.where;
  });
}

bool overlaps(const FindingGroup& strong, const FindingGroup& weak) {
  return !weak.first().evidence.empty() && !weak.first().open &&
         rests_on(strong, weak.first().evidence.front()) && shares_article(strong, weak);
}

std::size_t rank(const std::string& kind) {
  const auto at = std::find(kCoreKinds.begin(), kCoreKinds.end(), kind);
  return static_cast<std::size_t>(at - kCoreKinds.begin());
}

/// As a sentence that starts with it.
std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

void append_new(std::vector<std::string>& out, const std::string& text) {
  if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(text);
}

/// The data kinds of a group, those of the triangle first.
std::vector<std::string> kinds_of(const FindingGroup& group) {
  std::vector<std::string> kinds;
  for (const Finding* one : group.members) append_new(kinds, one->kind);
  std::stable_sort(
      kinds.begin(), kinds.end(),
      [](const std::string& left, const std::string& right) { return rank(left) < rank(right); });
  return kinds;
}

/// `text` with the name of one data kind replaced by those of all, wherever it stands.
std::string over_all(std::string text, const std::string& own, const std::string& all) {
  if (own.empty()) return text;
  std::size_t at = 0;
  if (text.starts_with(capital(own))) {
    text.replace(0, own.size(), capital(all));
    at = all.size();
  }
  for (; (at = text.find(own, at)) != std::string::npos; at += all.size()) {
    text.replace(at, own.size(), all);
  }
  return text;
}

}  // namespace

std::vector<FindingGroup> group_findings(const findings::ScanResult& result) {
  std::vector<FindingGroup> rules;
  for (const Finding& finding : result.findings) {
    if (finding.good || finding.accepted) continue;
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const FindingGroup& group) {
      return same_rule(group.first(), finding);
    });
    if (found == rules.end()) {
      rules.push_back({{&finding}, {}});
    } else {
      found->members.push_back(&finding);
    }
  }
  std::vector<FindingGroup> out;
  for (FindingGroup& group : rules) {
    std::stable_sort(
        group.members.begin(), group.members.end(), [](const Finding* left, const Finding* right) {
          return left->severity != right->severity ? left->severity > right->severity
                                                   : rank(left->kind) < rank(right->kind);
        });
    const auto stronger = std::find_if(
        out.begin(), out.end(), [&](const FindingGroup& above) { return overlaps(above, group); });
    if (stronger == out.end()) {
      out.push_back(std::move(group));
    } else {
      stronger->overlapping.push_back(std::move(group));
    }
  }
  return out;
}

std::string title_of(const FindingGroup& group, const Voice& voice) {
  const std::string title = voice(group.first().title);
  const std::vector<std::string> kinds = kinds_of(group);
  // A title that does not name its kind speaks of all of them already.
  return kinds.size() < 2 ? title
                          : over_all(title, voice.kind(group.first().kind), voice.kinds(kinds));
}

std::vector<std::string> messages_of(const FindingGroup& group, const Voice& voice) {
  std::vector<std::string> each;
  std::vector<std::string> joined;
  const std::string all = voice.kinds(kinds_of(group));
  for (const Finding* one : group.members) {
    const std::string message = voice(one->message);
    append_new(each, message);
    append_new(joined, over_all(message, voice.kind(one->kind), all));
  }
  return joined.size() == 1 ? joined : each;
}

std::vector<std::string> articles_of(const FindingGroup& group) {
  std::vector<std::string> out;
  for (const Finding* finding : group.members) {
    for (const std::string& id : finding->articles) append_new(out, id);
  }
  return out;
}

void flatten(const FindingGroup& group, std::vector<FindingGroup>& out) {
  out.push_back({group.members, {}, group.companion});
  for (FindingGroup weaker : group.overlapping) {
    weaker.companion = true;
    flatten(weaker, out);
  }
}

}  // namespace loanlint::report
