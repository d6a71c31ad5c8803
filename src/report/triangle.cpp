// SPDX-License-Identifier: Apache-2.0
#include "report/triangle.h"

#include <algorithm>
#include <array>

#include "base/printable.h"

namespace loanlint::report {
namespace {

using findings::Fact;
using findings::Facts;
using findings::Tri;

std::vector<std::string> list_of(const Fact* fact) {
  if (fact == nullptr) return {};
  if (const auto* list = std::get_if<std::vector<std::string>>(&fact->value)) return *list;
  if (const auto* text = std::get_if<std::string>(&fact->value)) {
    if (!text->empty()) return {*text};
  }
  return {};
}

Cell cell_of(const Fact* fact, const Voice& voice) {
  Cell cell;
  cell.fact = fact;
  if (fact != nullptr) cell.value = fact->tri();
  if (cell.value == Tri::unknown) {
    cell.reason = fact == nullptr || fact->reason.empty() ? voice("triangle.not_examined")
                                                          : voice(fact->reason);
  }
  return cell;
}

Cell asks(const Facts& facts, std::string_view kind, const Voice& voice) {
  Cell cell = cell_of(find_fact(facts, kind, "asked"), voice);
  for (const std::string& name : list_of(find_fact(facts, kind, "asked_by"))) {
    cell.details.push_back(printable(short_permission(name)));
  }
  if (holds(facts, kind, "received")) {
    // A receiver gets the data whether or not a permission for reading stands beside it.
    cell.value = Tri::yes;
    cell.details.push_back(voice("triangle.received"));
  }
  return cell;
}

Cell does(const Facts& facts, std::string_view kind, const Voice& voice) {
  Cell cell = cell_of(find_fact(facts, kind, "used"), voice);
  if (holds(facts, kind, "sent")) {
    const std::vector<std::string> to = list_of(find_fact(facts, kind, "sent_to"));
    cell.details.push_back(voice("triangle.sent." + (to.empty() ? "network" : to.front())));
  }
  const std::vector<std::string> users = list_of(find_fact(facts, kind, "used_by"));
  for (const std::string& user : users) {
    if (user != "app") {
      cell.details.push_back(user == "other" ? voice("triangle.used_by_other")
                                             : voice("triangle.used_by", {user}));
    }
  }
  if (cell.value == Tri::yes && holds(facts, kind, "dead")) {
    cell.details.push_back(voice("triangle.dead"));
  }
  const Fact* asked = find_fact(facts, kind, "asked");
  if (cell.value == Tri::yes && asked != nullptr && asked->tri() == Tri::no &&
      !holds(facts, kind, "received")) {
    cell.details.push_back(voice("triangle.no_permission"));
  }
  if (holds(facts, kind, "picker")) cell.details.push_back(voice("triangle.picker"));
  return cell;
}

/// True when every way of collecting that the policy names leaves the phone's own store alone.
bool only_elsewhere(const std::vector<std::string>& modes) {
  constexpr std::array<std::string_view, 5> kElsewhere{"picker", "otp_autofill", "operator",
                                                       "operator_bill", "third_party"};
  return !modes.empty() && std::all_of(modes.begin(), modes.end(), [&](const std::string& mode) {
    return std::find(kElsewhere.begin(), kElsewhere.end(), mode) != kElsewhere.end();
  });
}

Cell says(const Facts& facts, std::string_view kind, const Voice& voice) {
  Cell cell = cell_of(find_fact(facts, kind, "disclosed"), voice);
  const bool denied = holds(facts, kind, "denied");
  if (cell.value == Tri::yes) {
    const std::vector<std::string> modes = list_of(find_fact(facts, kind, "mode"));
    cell.elsewhere = only_elsewhere(modes);
    for (const std::string& mode : modes) {
      const std::string key = "triangle.mode." + mode;
      if (voice.words().texts().has(key)) cell.details.push_back(voice(key));
    }
    if (says_one_of(facts, kind, "denial_scope", {"contradiction"})) {
      cell.details.push_back(voice("triangle.contradicts"));
    } else if (says_one_of(facts, kind, "denial_scope",
                           {"full", "whole_book_only", "personal_sms_only"})) {
      cell.details.push_back(voice("triangle.denied_rest"));
    }
    if (holds(facts, kind, "for_collection")) {
      cell.details.push_back(voice("triangle.for_collection"));
    }
    if (holds(facts, kind, "forced")) cell.details.push_back(voice("triangle.forced"));
    if (holds(facts, kind, "shared")) cell.details.push_back(voice("triangle.shared"));
  } else if (denied) {
    cell.value = Tri::no;
    cell.reason.clear();
    cell.details.push_back(voice("triangle.denied"));
  } else if (cell.value == Tri::no) {
    cell.details.push_back(voice("triangle.silent"));
  }
  return cell;
}

}  // namespace

const Fact* find_fact(const Facts& facts, std::string_view kind, std::string_view name) {
  std::string full(kind);
  full += '.';
  full += name;
  return facts.find(full);
}

bool says_one_of(const Facts& facts, std::string_view kind, std::string_view name,
                 std::initializer_list<std::string_view> values) {
  const std::vector<std::string> said = list_of(find_fact(facts, kind, name));
  return std::any_of(said.begin(), said.end(), [&values](const std::string& one) {
    return std::find(values.begin(), values.end(), one) != values.end();
  });
}

bool holds(const Facts& facts, std::string_view kind, std::string_view name) {
  const Fact* fact = find_fact(facts, kind, name);
  return fact != nullptr && fact->tri() == Tri::yes;
}

Triangle triangle(const findings::ScanResult& result, const Voice& voice) {
  Triangle out{{{{"asks", {}}, {"does", {}}, {"says", {}}}}};
  for (std::size_t k = 0; k < kCoreKinds.size(); ++k) {
    out.rows[0].cells[k] = asks(result.facts, kCoreKinds[k], voice);
    out.rows[1].cells[k] = does(result.facts, kCoreKinds[k], voice);
    out.rows[2].cells[k] = says(result.facts, kCoreKinds[k], voice);
  }
  return out;
}

bool leaves_phone(const Facts& facts, std::string_view kind) {
  return holds(facts, kind, "sent") && !says_one_of(facts, kind, "sent_to", {"log"});
}

}  // namespace loanlint::report
