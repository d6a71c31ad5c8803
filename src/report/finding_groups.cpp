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
  std::string title = voice(group.first().title);
  std::vector<std::string> kinds;
  for (const Finding* one : group.members) {
    if (std::find(kinds.begin(), kinds.end(), one->kind) == kinds.end()) {
      kinds.push_back(one->kind);
    }
  }
  if (kinds.size() < 2) return title;
  const std::string own = voice.kind(kinds.front());
  std::stable_sort(
      kinds.begin(), kinds.end(),
      [](const std::string& left, const std::string& right) { return rank(left) < rank(right); });
  const std::string all = voice.kinds(kinds);
  // A title that does not name its kind speaks of all of them already.
  if (const std::size_t at = title.find(own); at != std::string::npos) {
    title.replace(at, own.size(), all);
  } else if (title.starts_with(capital(own))) {
    title.replace(0, own.size(), capital(all));
  }
  return title;
}

std::vector<std::string> articles_of(const FindingGroup& group) {
  std::vector<std::string> out;
  for (const Finding* finding : group.members) {
    for (const std::string& id : finding->articles) {
      if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
    }
  }
  return out;
}

void flatten(const FindingGroup& group, std::vector<FindingGroup>& out) {
  out.push_back({group.members, {}});
  for (const FindingGroup& weaker : group.overlapping) flatten(weaker, out);
}

}  // namespace loanlint::report
