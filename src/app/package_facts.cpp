// SPDX-License-Identifier: Apache-2.0
#include "app/package_facts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "android/permission_requests.h"
#include "base/unicode.h"

namespace loanlint::app {
namespace {

using findings::Evidence;
using findings::Fact;
using findings::Facts;
using findings::Permission;
using findings::ScanResult;
using findings::Tri;

void set_archive_facts(const catalog::Catalog& catalog, std::size_t kept, ScanResult& seen) {
  std::vector<std::string> ids;
  std::vector<Evidence> evidence;
  std::vector<Evidence> evading;
  for (const findings::Trick& trick : seen.tricks) {
    if (std::find(ids.begin(), ids.end(), trick.id) == ids.end()) ids.push_back(trick.id);
    const Evidence one{trick.entry, findings::BytePlace{trick.offset}, trick.detail};
    if (evidence.size() < kept) evidence.push_back(one);
    if (catalog.tricks().is_evasion(trick.id) && evading.size() < kept) evading.push_back(one);
  }
  const Tri evasion = evading.empty() ? Tri::no : Tri::yes;
  seen.facts.set("archive.tricks", {std::move(ids), {}, std::move(evidence)});
  seen.facts.set("archive.evasion", {evasion, {}, std::move(evading)});
  seen.facts.set("archive.refused", {seen.refused ? Tri::yes : Tri::no, {}, {}});
}

Fact names_of(const std::vector<Permission>& permissions, std::size_t kept) {
  std::vector<std::string> names;
  std::vector<Evidence> evidence;
  for (const Permission& permission : permissions) {
    if (std::find(names.begin(), names.end(), permission.name) == names.end())
      names.push_back(permission.name);
    if (evidence.size() < kept) evidence.push_back(permission.evidence);
  }
  return {std::move(names), {}, std::move(evidence)};
}

/// Permissions that open contacts, SMS or the call log and are hidden by a trick: what common
/// readings miss in an ordinary form of asking is not concealed.
Fact hidden_core(const catalog::Kinds& kinds, const std::vector<Permission>& hidden,
                 std::size_t kept) {
  Fact fact{Tri::no, {}, {}};
  for (const Permission& permission : hidden) {
    if (permission.note == android::kSdk23Form) continue;
    const catalog::Kind* kind = kinds.of_permission(permission.name);
    if (kind == nullptr || !kind->core) continue;
    fact.value = Tri::yes;
    if (fact.evidence.size() < kept) fact.evidence.push_back(permission.evidence);
  }
  return fact;
}

bool has_chinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (point.value >= 0x4E00 && point.value <= 0x9FFF) return true;
    at += point.size;
  }
  return false;
}

void set_market(App& app) {
  Fact fact{Tri::no, {}, {}};
  if (has_chinese(app.seen.identity.label.zh)) {
    fact = {Tri::yes, {"why.market-label", {app.seen.identity.label.zh}}, {}};
  }
  for (const policy::Document& document : app.policy.documents) {
    if (document.counts && document.language.starts_with("zh")) {
      fact = {Tri::yes, {"why.market-policy", {document.entry}}, {}};
      break;
    }
  }
  app.seen.facts.set("market.china", std::move(fact));
}

bool policy_names(const policy::Policy& policy, const catalog::Sdk& sdk) {
  for (const policy::Document& document : policy.documents) {
    if (!document.counts && document.kind != "sdk_list") continue;
    for (const std::string& name : sdk.policy_names) {
      if (document.text.find(name) != std::string::npos) return true;
    }
  }
  return false;
}

/// SDKs known to read a core kind of data; of those, the ones that no document names.
void set_sdk_facts(const catalog::Catalog& catalog, App& app) {
  Facts& facts = app.seen.facts;
  const Fact* sdks = facts.find("code.sdks");
  if (sdks == nullptr || sdks->unknown()) {
    const findings::Message reason =
        sdks == nullptr ? findings::Message{"why.no-package", {}} : sdks->reason;
    facts.set("code.sdk_reads", {Tri::unknown, reason, {}});
    facts.set("code.sdk_undisclosed", {Tri::unknown, reason, {}});
    return;
  }
  const Fact* found = facts.find("policy.found");
  const bool has_policy = found != nullptr && found->tri() == Tri::yes;
  std::vector<std::string> reads;
  std::vector<std::string> undisclosed;
  for (const std::string& id : app.code.sdks) {
    const catalog::Sdk sdk = catalog.code().sdks.read(id);
    // Behind a network library or a platform component nobody stands who would receive the data.
    if (sdk.purpose == "network" || sdk.purpose == "platform") continue;
    const bool core = std::any_of(sdk.reads.begin(), sdk.reads.end(),
                                  [](const auto& row) { return row.second == Tri::yes; });
    const bool used = std::any_of(
        app.code.uses.begin(), app.code.uses.end(), [&sdk](const code::LocatedUse& use) {
          return use.owner.sdk == sdk.id && use.use.deed == catalog::Deed::read;
        });
    if (!core && !used) continue;
    reads.push_back(sdk.id);
    if (has_policy && !policy_names(app.policy, sdk)) undisclosed.push_back(sdk.id);
  }
  facts.set("code.sdk_reads", {std::move(reads), {}, sdks->evidence});
  if (has_policy) {
    facts.set("code.sdk_undisclosed", {std::move(undisclosed), {}, sdks->evidence});
  } else {
    facts.set("code.sdk_undisclosed", {Tri::unknown, {"why.no-policy-to-compare", {}}, {}});
  }
}

}  // namespace

void set_package_facts(const catalog::Catalog& catalog, App& app) {
  constexpr std::size_t kKept = 20;
  ScanResult& seen = app.seen;
  set_archive_facts(catalog, kKept, seen);
  seen.facts.set("manifest.decoys", names_of(seen.decoys, kKept));
  seen.facts.set("manifest.hidden", names_of(seen.hidden, kKept));
  seen.facts.set("manifest.hidden_core", hidden_core(catalog.kinds(), seen.hidden, kKept));
  set_market(app);
  set_sdk_facts(catalog, app);
}

}  // namespace loanlint::app
