// SPDX-License-Identifier: Apache-2.0
#include "catalog/fact_names.h"

#include <algorithm>

#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

constexpr std::string_view kKind = "{kind}.";

std::vector<FactName> table() {
  using enum FactType;
  return {
      // the app
      {"category", text, {"loan", "finance", "other"}},
      {"target_sdk", number},
      {"debug_signed", tri},
      {"signer", list},
      {"market.china", tri},
      // what it asks for
      {"{kind}.asked", tri},
      {"{kind}.asked_by", list},
      {"{kind}.received", tri},
      {"{kind}.received_unasked", tri},
      {"listener.notifications", tri},
      {"listener.accessibility", tri},
      // what its code does
      {"{kind}.used", tri},
      {"{kind}.used_by", list},
      {"{kind}.sent", tri},
      {"{kind}.sent_to", text, {"network", "cloud", "web_view", "sms", "log"}},
      {"{kind}.dead", tri},
      {"{kind}.picker", tri},
      {"sms.retriever", tri},
      {"sms.reads_bodies", tri},
      {"code.packed", text},
      {"code.dynamic_loading", tri},
      {"code.sdks", list},
      {"code.sdk_reads", list},
      {"code.sdk_undisclosed", list},
      // what its policy says about a data kind
      {"{kind}.disclosed", tri},
      {"{kind}.mode", text},
      {"{kind}.denied", tri},
      {"{kind}.denial_scope",
       text,
       {"full", "whole_book_only", "upload_only", "storage_only", "conditional_on_refusal",
        "after_switching_off", "personal_sms_only", "permission_only", "contradiction"}},
      {"{kind}.purpose", text},
      {"{kind}.forced", tri},
      {"{kind}.vague", tri},
      {"{kind}.shared", tri},
      {"{kind}.for_collection", tri},
      {"{kind}.typed", tri},
      // the policy as a whole
      {"policy.found", tri},
      {"policy.link_only", tri},
      {"policy.url", text},
      {"policy.language", text},
      {"policy.simplified_chinese", tri},
      {"policy.handler_named", tri},
      {"policy.channel", tri},
      {"policy.third_party_sharing", tri},
      {"policy.debt_collection", tri},
      {"policy.contacts_third_persons", tri},
      {"policy.forced", tri},
      {"policy.bundled_consent", tri},
      {"policy.separate_consent", tri},
      {"policy.withdrawal", tri},
      {"policy.irrevocable", tri},
      {"policy.rights", tri},
      {"policy.retention", tri},
      {"policy.vague", tri},
      // how the package is made
      {"archive.tricks", list},
      {"archive.evasion", tri},
      {"archive.refused", tri},
      {"manifest.decoys", list},
      {"manifest.hidden", list},
      {"manifest.hidden_core", tri},
  };
}

/// "{kind}.asked" for "contacts.asked"; as it is when its subject is no data kind.
std::string generic(std::string_view fact, const std::vector<std::string>& kinds) {
  const std::size_t dot = fact.find('.');
  if (dot == std::string_view::npos) return std::string(fact);
  const std::string subject(fact.substr(0, dot));
  if (std::find(kinds.begin(), kinds.end(), subject) == kinds.end()) return std::string(fact);
  return std::string(kKind) + std::string(fact.substr(dot + 1));
}

const FactName* row(std::string_view fact) {
  for (const FactName& candidate : fact_names()) {
    if (candidate.name == fact) return &candidate;
  }
  return nullptr;
}

}  // namespace

std::string_view name(FactType type) {
  switch (type) {
    case FactType::tri:
      return "yes/no";
    case FactType::text:
      return "text";
    case FactType::number:
      return "number";
    case FactType::list:
      break;
  }
  return "list";
}

std::string FactName::text_key() const {
  std::string key = "fact.";
  for (const char c : name) {
    if (c != '{' && c != '}') key.push_back(c);
  }
  return key;
}

const std::vector<FactName>& fact_names() {
  static const std::vector<FactName> kTable = table();
  return kTable;
}

const FactName* find_fact_name(std::string_view fact, const std::vector<std::string>& kinds) {
  // Facts of one kind only ("sms.retriever") stand in the table under their own name.
  if (const FactName* found = row(fact)) return found;
  return row(generic(fact, kinds));
}

std::optional<std::string> nearest_fact(std::string_view fact,
                                        const std::vector<std::string>& kinds) {
  std::vector<std::string> candidates;
  for (const FactName& known : fact_names()) {
    candidates.emplace_back(known.name);
    if (!known.name.starts_with(kKind)) continue;
    for (const std::string& kind : kinds) {
      candidates.push_back(kind + '.' + std::string(known.name.substr(kKind.size())));
    }
  }
  return nearest(fact, candidates);
}

}  // namespace loanlint::catalog
