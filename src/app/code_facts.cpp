// SPDX-License-Identifier: Apache-2.0
#include "app/code_facts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "code/facts.h"

namespace loanlint::app {
namespace {

code::CodeContext context_of(const Parts& parts, const android::Manifest* base,
                             const std::vector<const android::Manifest*>& manifests) {
  code::CodeContext context;
  context.has_manifest = base != nullptr;
  if (base != nullptr) {
    context.package = base->package;
    context.application = base->application.name;
  }
  for (const android::Manifest* manifest : manifests) {
    for (const android::Component& component : manifest->application.components) {
      code::Component entry;
      // An alias starts the activity that it names.
      const bool alias = component.element == "activity-alias";
      entry.klass = alias ? component.target_activity : component.name;
      entry.kind = alias ? "activity" : component.element;
      for (const android::IntentFilter& filter : component.filters) {
        entry.actions.insert(entry.actions.end(), filter.actions.begin(), filter.actions.end());
        for (const std::string& category : filter.categories) entry.actions.push_back(category);
        for (const android::IntentData& data : filter.data) {
          if (!data.mime_type.empty()) entry.actions.push_back(data.mime_type);
          if (!data.scheme.empty()) entry.actions.push_back(data.scheme + "://");
        }
      }
      if (!component.authorities.empty()) entry.authorities.push_back(component.authorities);
      context.components.push_back(std::move(entry));
    }
  }
  for (const Part& part : parts.parts) {
    for (const archive::Entry& entry : part.archive->entries())
      context.entries.emplace_back(entry.name);
  }
  return context;
}

bool holds(const findings::Facts& facts, const std::string& name) {
  const findings::Fact* fact = facts.find(name);
  return fact != nullptr && fact->tri() == findings::Tri::yes;
}

/// Yes too where that is not known.
bool may_ask_for_core(const catalog::Catalog& catalog, const findings::Facts& facts) {
  const auto& kinds = catalog.kinds().all();
  return std::any_of(kinds.begin(), kinds.end(), [&facts](const catalog::Kind& kind) {
    const findings::Fact* asked = facts.find(kind.id + ".asked");
    return kind.core && (asked == nullptr || asked->tri() != findings::Tri::no);
  });
}

/// The triangle needs the code of what lends, and of what can get at a core kind of data.
bool needs_code(const catalog::Catalog& catalog, const findings::Facts& facts) {
  const findings::Fact* category = facts.find("category");
  if (category != nullptr && category->value == findings::FactValue(std::string("loan")))
    return true;
  const auto& kinds = catalog.kinds().all();
  return std::any_of(kinds.begin(), kinds.end(), [&facts](const catalog::Kind& kind) {
    return kind.core && (holds(facts, kind.id + ".asked") || holds(facts, kind.id + ".received"));
  });
}

}  // namespace

std::vector<std::string> withheld_kinds(const catalog::Catalog& catalog,
                                        const android::Manifest* base,
                                        const findings::Facts& facts) {
  if (base == nullptr || !base->shared_user_id.empty()) return {};
  const auto never = [&facts](const std::string& name) {
    const findings::Fact* fact = facts.find(name);
    return fact != nullptr && fact->tri() == findings::Tri::no;
  };
  std::vector<std::string> found;
  for (const catalog::Kind& kind : catalog.kinds().all()) {
    if (kind.core || kind.without_permission) continue;
    if (never(kind.id + ".asked") && never(kind.id + ".received")) found.push_back(kind.id);
  }
  return found;
}

void set_code_facts(const DexFiles& files, const Parts& parts, const android::Manifest* base,
                    const std::vector<const android::Manifest*>& manifests,
                    const catalog::Catalog& catalog, const code::Analyser& analyser,
                    const Limits& limits, App& app) {
  code::CodeContext context = context_of(parts, base, manifests);
  context.may_read = may_ask_for_core(catalog, app.seen.facts);
  context.withheld = withheld_kinds(catalog, base, app.seen.facts);
  app.code = analyser.analyse(files.dexes, context, limits, app.seen.gaps);
  // What was not handed over was not read: then "no" cannot be said of any use.
  app.code.complete = app.code.complete && files.all_read;
  code::set_facts(app.code, catalog.code(), limits, app.seen.facts);
}

void set_unknown_code_facts(const catalog::Catalog& catalog, const findings::Message& reason,
                            findings::Facts& facts) {
  for (const catalog::Kind& kind : catalog.kinds().all()) {
    for (const char* fact : {".used", ".used_by", ".sent", ".sent_to", ".dead", ".picker"}) {
      facts.set(kind.id + fact, {findings::Tri::unknown, reason, {}});
    }
  }
  for (const char* fact :
       {"sms.retriever", "sms.reads_bodies", "code.packed", "code.dynamic_loading", "code.sdks"}) {
    facts.set(fact, {findings::Tri::unknown, reason, {}});
  }
}

void note_packed_code(const catalog::Catalog& catalog, findings::ScanResult& seen) {
  const findings::Fact* packed = seen.facts.find("code.packed");
  if (packed == nullptr || packed->tri() != findings::Tri::yes) return;
  if (!needs_code(catalog, seen.facts)) return;
  const std::string& packer = packed->reason.args.front();
  seen.gaps.push_back({packed->evidence.front().entry, 0, {"code.unknown-packed", {packer}}, ""});
}

}  // namespace loanlint::app
