// SPDX-License-Identifier: Apache-2.0
#include "app/manifest_facts.h"

#include <algorithm>
#include <set>

namespace loanlint::app {
namespace {

using android::Component;
using android::Manifest;
using catalog::Kind;
using catalog::KindComponent;
using findings::Evidence;
using findings::Fact;
using findings::Facts;
using findings::Message;
using findings::Permission;
using findings::Tri;

constexpr std::string_view kBindNotifications =
    "android.permission.BIND_NOTIFICATION_LISTENER_SERVICE";
constexpr std::string_view kBindAccessibility = "android.permission.BIND_ACCESSIBILITY_SERVICE";

bool opens(const Kind& kind, std::string_view permission) {
  return std::any_of(kind.permissions.begin(), kind.permissions.end(),
                     [permission](const auto& known) { return known.name == permission; });
}

/// A yes with evidence, or a no.
Fact yes_if(std::vector<Evidence> evidence, std::size_t kept, const char* reason_yes) {
  Fact fact;
  fact.value = evidence.empty() ? Tri::no : Tri::yes;
  if (!evidence.empty()) fact.reason = {reason_yes, {}};
  if (evidence.size() > kept) evidence.resize(kept);
  fact.evidence = std::move(evidence);
  return fact;
}

void set_asked(const Manifest& manifest, const Kind& kind, std::size_t kept, Facts& facts) {
  std::vector<Evidence> evidence;
  std::vector<std::string> names;
  const auto add_name = [&names](std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  };
  for (const Permission& permission : manifest.requested) {
    if (!opens(kind, permission.name)) continue;
    add_name(shown(permission));
    evidence.push_back(permission.evidence);
  }
  std::vector<std::string> implied;
  for (const android::ImpliedPermission& permission : manifest.implied) {
    if (!opens(kind, permission.name)) continue;
    implied.push_back(permission.name);
    // The element that brings it is what a person can look up.
    for (const Permission& cause : manifest.requested) {
      if (cause.name == permission.because_of) evidence.push_back(cause.evidence);
    }
  }
  Fact asked = yes_if(std::move(evidence), kept, "why.asked");
  if (names.empty() && !implied.empty()) {
    asked.value = Tri::yes;
    asked.reason = {"why.asked-implied",
                    {implied.front(), std::to_string(manifest.effective_target_sdk())}};
  }
  for (std::string& name : implied) add_name(std::move(name) + " (implied)");
  Fact by{names, asked.reason, asked.evidence};
  facts.set(kind.id + ".asked", std::move(asked));
  facts.set(kind.id + ".asked_by", std::move(by));
}

bool receives(const Component& component, const KindComponent& way) {
  if (way.way == catalog::Way::bind) {
    return component.element == "service" && component.permission == way.name;
  }
  if (component.element != "receiver") return false;
  return std::any_of(component.filters.begin(), component.filters.end(),
                     [&way](const auto& filter) { return filter.has_action(way.name); });
}

void set_received(const Manifest& manifest, const Kind& kind, std::size_t kept, Facts& facts) {
  std::vector<Evidence> received;
  std::vector<Evidence> unasked;
  for (const Component& component : manifest.application.components) {
    if (!component.enabled) continue;
    for (const KindComponent& way : kind.components) {
      if (!receives(component, way)) continue;
      received.push_back(component.evidence);
      const bool allowed =
          way.needs.empty() ||
          std::any_of(way.needs.begin(), way.needs.end(), [&manifest](const std::string& needed) {
            return std::any_of(manifest.requested.begin(), manifest.requested.end(),
                               [&needed](const Permission& p) { return p.name == needed; });
          });
      if (!allowed) unasked.push_back(component.evidence);
      break;
    }
  }
  facts.set(kind.id + ".received", yes_if(std::move(received), kept, "why.received"));
  facts.set(kind.id + ".received_unasked",
            yes_if(std::move(unasked), kept, "why.received-unasked"));
}

Fact bound_by(const Manifest& manifest, std::string_view permission, std::size_t kept,
              const char* reason) {
  std::vector<Evidence> evidence;
  for (const Component& component : manifest.application.components) {
    if (component.element == "service" && component.permission == permission) {
      evidence.push_back(component.evidence);
    }
  }
  return yes_if(std::move(evidence), kept, reason);
}

Fact target_sdk(const Manifest& manifest) {
  if (manifest.levels_set_by_build) return {Tri::unknown, {"why.target-sdk-build", {}}, {}};
  const char* const reason = manifest.target_sdk == 0 ? "why.target-sdk-default" : "why.target-sdk";
  return {manifest.effective_target_sdk(), {reason, {}}, {}};
}

}  // namespace

std::string shown(const Permission& permission) {
  std::string text = permission.name;
  if (permission.min_sdk > 0) text += " (minSdkVersion " + std::to_string(permission.min_sdk) + ")";
  if (permission.max_sdk > 0) text += " (maxSdkVersion " + std::to_string(permission.max_sdk) + ")";
  return text;
}

void set_manifest_facts(const Manifest& manifest, const catalog::Kinds& kinds, std::size_t kept,
                        Facts& facts) {
  for (const Kind& kind : kinds.all()) {
    set_asked(manifest, kind, kept, facts);
    set_received(manifest, kind, kept, facts);
  }
  facts.set("listener.notifications",
            bound_by(manifest, kBindNotifications, kept, "why.listener-notifications"));
  facts.set("listener.accessibility",
            bound_by(manifest, kBindAccessibility, kept, "why.listener-accessibility"));
  facts.set("target_sdk", target_sdk(manifest));
}

void set_unknown_manifest_facts(const catalog::Kinds& kinds, const Message& reason, Facts& facts) {
  for (const Kind& kind : kinds.all()) {
    for (const char* fact : {".asked", ".asked_by", ".received", ".received_unasked"}) {
      facts.set(kind.id + fact, {Tri::unknown, reason, {}});
    }
  }
  for (const char* fact : {"listener.notifications", "listener.accessibility", "target_sdk"}) {
    facts.set(fact, {Tri::unknown, reason, {}});
  }
}

}  // namespace loanlint::app
