// SPDX-License-Identifier: Apache-2.0
#include "score.h"

#include <iomanip>
#include <ostream>

namespace loanlint::bench {
namespace {

const std::map<std::string, std::string>& fact_names() {
  static const std::map<std::string, std::string> names = {
      {"third_party_sharing", "policy.third_party_sharing"},
      {"collection_by_debt_collectors", "policy.debt_collection"},
      {"overdue_contacts_third_persons", "policy.contacts_third_persons"},
      {"typed_contact", "contacts.typed"},
      {"consent_withdrawal", "policy.withdrawal"},
      {"consent_irrevocable", "policy.irrevocable"},
      {"rights_access_delete", "policy.rights"},
      {"contact_channel", "policy.channel"},
      {"forced_consent", "policy.forced"},
      {"purpose_for_contacts", "contacts.purpose"},
      {"vague_wording", "policy.vague"},
      {"retention_period", "policy.retention"}};
  return names;
}

std::string text(const findings::Facts& facts, const std::string& name) {
  const findings::Fact* fact = facts.find(name);
  if (fact == nullptr) return {};
  const auto* value = std::get_if<std::string>(&fact->value);
  return value != nullptr ? *value : std::string();
}

}  // namespace

Answer answer(const findings::Facts& facts, const std::string& field) {
  const auto renamed = fact_names().find(field);
  const std::string name = renamed != fact_names().end() ? renamed->second : field;
  Answer out;
  const findings::Fact* fact = facts.find(name);
  if (fact == nullptr) return out;
  out.value = fact->tri() == findings::Tri::yes;
  if (!fact->evidence.empty()) out.evidence = fact->evidence.front().excerpt;
  const std::size_t dot = field.find('.');
  if (dot != std::string::npos) {
    const bool denied = field.substr(dot) == ".denied";
    out.detail = text(facts, field.substr(0, dot) + (denied ? ".denial_scope" : ".mode"));
  } else if (name == "contacts.purpose") {
    out.detail = text(facts, name);
    out.value = out.value && out.detail != "generic";
  }
  return out;
}

void Score::add(const LabelledDocument& document, const findings::Facts& facts,
                std::ostream& misses) {
  for (const auto& [field, label] : document.labels) {
    if (!label.value) continue;
    const Answer said = answer(facts, field);
    Count& count = fields_[field];
    // Some facts are a yes or no alone: of those, the detail of the label cannot be compared.
    const bool detailed =
        !label.detail.empty() && !said.detail.empty() && *label.value && said.value;
    if (detailed) {
      ++count.detail_all;
      count.detail_right += label.detail == said.detail ? 1 : 0;
    }
    if (*label.value && said.value) {
      ++count.hit;
    } else if (*label.value) {
      ++count.missed;
    } else if (said.value) {
      ++count.extra;
    } else {
      ++count.none;
    }
    if (*label.value != said.value) {
      misses << document.id << "\t" << field << "\t" << (*label.value ? "missed" : "extra") << "\t"
             << (*label.value ? label.evidence : said.evidence) << "\n";
    } else if (detailed && label.detail != said.detail) {
      misses << document.id << "\t" << field << "\t" << label.detail << " read as " << said.detail
             << "\t" << said.evidence << "\n";
    }
  }
}

void Score::print(std::ostream& out) const {
  out << std::left << std::setw(32) << "field" << std::right << std::setw(6) << "hit"
      << std::setw(7) << "extra" << std::setw(8) << "missed" << std::setw(6) << "none"
      << std::setw(7) << "P" << std::setw(7) << "R" << std::setw(7) << "F1"
      << "  detail\n"
      << std::fixed << std::setprecision(3);
  for (const auto& [field, count] : fields_) {
    const double hit = count.hit;
    const double precision = hit > 0 ? hit / (count.hit + count.extra) : 0;
    const double recall = hit > 0 ? hit / (count.hit + count.missed) : 0;
    const double f1 = hit > 0 ? 2 * precision * recall / (precision + recall) : 0;
    out << std::left << std::setw(32) << field << std::right << std::setw(6) << count.hit
        << std::setw(7) << count.extra << std::setw(8) << count.missed << std::setw(6) << count.none
        << std::setw(7) << precision << std::setw(7) << recall << std::setw(7) << f1;
    if (count.detail_all > 0) out << "  " << count.detail_right << "/" << count.detail_all;
    out << "\n";
  }
}

}  // namespace loanlint::bench
