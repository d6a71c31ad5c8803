// SPDX-License-Identifier: Apache-2.0
#include "catalog/kinds.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "catalog/members.h"

namespace loanlint::catalog {
namespace {

/// The order in which people name the three: what blasts an address book comes first.
constexpr std::array<std::string_view, 3> kCoreOrder{"contacts", "sms", "call_log"};

std::size_t rank(const Kind& kind) {
  const auto* found = std::find(kCoreOrder.begin(), kCoreOrder.end(), kind.id);
  return static_cast<std::size_t>(found - kCoreOrder.begin());
}

KindComponent read_component(const Node& node) {
  node.only({"action", "bind", "needs", "gives"});
  if (node.has("action") == node.has("bind")) node.fail("expected either \"action\" or \"bind\"");
  KindComponent component;
  component.way = node.has("action") ? Way::action : Way::bind;
  component.name = node.at(node.has("action") ? "action" : "bind").text();
  component.needs = node.at("needs").texts();
  component.gives = node.at("gives").bilingual();
  return component;
}

Kind read_kind(const RuleFile& file) {
  const Members members(file, reading_of(file));
  members.only({"$schema", "id", "name", "core", "without_permission", "permissions", "components",
                "code", "phrases"});
  Kind kind;
  kind.id = file.id();
  if (const std::optional<Node> id = members.find("id"); id && id->text() != kind.id) {
    id->fail("expected the file's name, \"" + kind.id + '"');
  }
  kind.name = members.at("name").bilingual();
  kind.core = members.at("core").boolean();
  if (const std::optional<Node> without = members.find("without_permission")) {
    kind.without_permission = without->boolean();
  }
  for (const Node& node : members.at("permissions").items()) {
    node.only({"name", "gives"});
    kind.permissions.push_back({node.at("name").text(), node.at("gives").bilingual()});
  }
  for (const Node& node : members.at("components").items()) {
    kind.components.push_back(read_component(node));
  }
  return kind;
}

}  // namespace

Kinds::Kinds(const RuleFiles& files) {
  std::map<std::string, std::string> owner;
  for (const RuleFile& file : files.in("data")) {
    kinds_.push_back(read_kind(file));
    const Kind& kind = kinds_.back();
    for (const KindPermission& permission : kind.permissions) {
      const auto [at, fresh] = owner.emplace(permission.name, kind.id);
      if (fresh) continue;
      Members(file, Reading::whole)
          .fail("permission " + permission.name + " already opens data kind " + at->second);
    }
  }
  std::sort(kinds_.begin(), kinds_.end(), [](const Kind& left, const Kind& right) {
    return std::make_tuple(!left.core, rank(left), left.id) <
           std::make_tuple(!right.core, rank(right), right.id);
  });
}

const Kind* Kinds::find(std::string_view id) const {
  for (const Kind& kind : kinds_) {
    if (kind.id == id) return &kind;
  }
  return nullptr;
}

const Kind* Kinds::of_permission(std::string_view permission) const {
  for (const Kind& kind : kinds_) {
    for (const KindPermission& own : kind.permissions) {
      if (own.name == permission) return &kind;
    }
  }
  return nullptr;
}

}  // namespace loanlint::catalog
