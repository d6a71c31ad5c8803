// SPDX-License-Identifier: Apache-2.0
#include "report/complaint_norms.h"

#include <algorithm>

namespace loanlint::report {
namespace {

/// The articles of one law that a letter cites.
struct CitedLaw {
  std::string name;
  std::uint8_t rank = 0;
  std::vector<Citation> articles;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "pipl-6" before "pipl-13": numbers in ids by their value.
bool natural(std::string_view left, std::string_view right) {
  const auto number = [](std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto size = static_cast<std::size_t>(end - text.begin());
    const std::string_view out = text.substr(0, size);
    text.remove_prefix(size);
    return out;
  };
  while (!left.empty() && !right.empty()) {
    if (is_digit(left[0]) && is_digit(right[0])) {
      const std::string_view a = number(left);
      const std::string_view b = number(right);
      if (a != b) return a.size() != b.size() ? a.size() < b.size() : a < b;
    } else {
      if (left[0] != right[0]) return left[0] < right[0];
      left.remove_prefix(1);
      right.remove_prefix(1);
    }
  }
  return left.empty() && !right.empty();
}

std::vector<CitedLaw> by_law(const std::vector<std::string>& ids, const Voice& voice) {
  std::vector<CitedLaw> laws;
  for (const std::string& id : ids) {
    const Citation citation = voice.words().article(id);
    const std::string name = voice(citation.official);
    auto law = std::find_if(laws.begin(), laws.end(),
                            [&](const CitedLaw& one) { return one.name == name; });
    if (law == laws.end()) law = laws.insert(laws.end(), {name, citation.rank, {}});
    law->articles.push_back(citation);
  }
  return laws;
}

}  // namespace

void write_norms(std::ostream& out, std::vector<std::string> ids, const Voice& voice) {
  std::sort(ids.begin(), ids.end(), natural);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<CitedLaw> laws = by_law(ids, voice);
  // Of equal force, the law that most is cited from is what the letter is about.
  std::stable_sort(laws.begin(), laws.end(), [](const CitedLaw& left, const CitedLaw& right) {
    return left.rank != right.rank ? left.rank < right.rank
                                   : left.articles.size() > right.articles.size();
  });
  out << voice("complaint.norms") << '\n';
  for (const CitedLaw& law : laws) {
    const std::string force = voice("force." + law.articles.front().force);
    out << "  " << voice("complaint.law", {law.name, force}) << '\n';
    for (const Citation& one : law.articles) {
      out << "    " << voice("complaint.article", {voice(one.cite), voice(one.gist)}) << '\n';
    }
  }
  out << '\n';
}

}  // namespace loanlint::report
