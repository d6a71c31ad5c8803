// SPDX-License-Identifier: Apache-2.0
#include "app/policy_facts.h"

#include <algorithm>

namespace loanlint::app {
namespace {

using findings::Evidence;
using findings::Fact;
using findings::Facts;
using findings::Tri;

/// Adds the addresses found in string resources and the like to those the documents name.
void add_links(const std::vector<FoundLink>& links, std::size_t kept, Facts& facts) {
  Fact& fact = facts["policy.url"];
  std::vector<std::string> urls;
  if (const auto* known = std::get_if<std::vector<std::string>>(&fact.value)) urls = *known;
  if (const auto* known = std::get_if<std::string>(&fact.value)) urls = {*known};
  for (const FoundLink& link : links) {
    if (std::find(urls.begin(), urls.end(), link.url) != urls.end()) continue;
    urls.push_back(link.url);
    if (fact.evidence.size() < kept) {
      fact.evidence.push_back({link.entry, link.where, link.url});
    }
  }
  if (!urls.empty()) {
    fact.value = urls;
    fact.reason = {"why.policy-url", {}};
  }
}

}  // namespace

Facts facts_without_policy(const catalog::Catalog& catalog, const Limits& limits) {
  // The names of the kinds are all that is needed, and far sooner read than what policies say.
  catalog::Lexicon lexicon;
  for (const catalog::Kind& kind : catalog.kinds().all())
    lexicon.kinds.emplace_back().kind = kind.id;
  return policy::facts({}, lexicon, limits);
}

void set_policy_facts(const FoundDocuments& found, const catalog::Catalog& catalog,
                      const Limits& limits, const std::function<const policy::Reader&()>& reader,
                      const std::shared_ptr<const Facts>& no_policy, App& app) {
  if (!found.documents.empty()) {
    app.policy = reader().read(found.documents, limits, app.seen.gaps);
  }
  app.seen.facts.share(app.policy.documents.empty() ? no_policy
                                                    : std::make_shared<const Facts>(policy::facts(
                                                          app.policy, catalog.lexicon(), limits)));
  for (const policy::Document& document : app.policy.documents) {
    app.seen.documents.push_back({document.entry, document.kind, document.language,
                                  document.encoding, document.bytes, document.text,
                                  document.given});
  }
}

void set_policy_links(const std::vector<FoundLink>& links, const Limits& limits, Facts& facts) {
  add_links(links, limits.evidence_per_fact, facts);
  const Fact* policy_found = facts.find("policy.found");
  const bool has_policy = policy_found != nullptr && policy_found->tri() == Tri::yes;
  const Fact* url = facts.find("policy.url");
  const bool has_link = url != nullptr && url->tri() == Tri::yes;
  facts.set("policy.link_only", {!has_policy && has_link ? Tri::yes : Tri::no,
                                 {},
                                 has_link ? url->evidence : std::vector<Evidence>{}});
}

}  // namespace loanlint::app
