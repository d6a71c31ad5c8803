// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/rule_files.h"
#include "findings/message.h"

namespace loanlint::catalog {

/// A permission that opens a data kind.
struct KindPermission {
  std::string name;           ///< "android.permission.READ_CONTACTS"
  findings::Bilingual gives;  ///< what an app can do once it is granted
};

/// How a component of the manifest comes by a data kind.
enum class Way : std::uint8_t {
  action,  ///< a receiver whose intent filter has this action
  bind     ///< a service that only the system may bind, guarded by this permission
};

/// A component form that receives a data kind from the system.
struct KindComponent {
  Way way = Way::action;
  std::string name;  ///< the action or the bind permission
  /// The permissions of which one is needed before the system delivers; empty when the user's
  /// setting alone decides.
  std::vector<std::string> needs;
  findings::Bilingual gives;
};

/// One kind of personal data, from rules/data/<id>.json: the keys `name`, `core`,
/// `without_permission`, `permissions` and `components` (`code` and `phrases` have loaders of their
/// own).
struct Kind {
  std::string id;
  findings::Bilingual name;
  bool core = false;  ///< contacts, sms, call_log: what the triangle table shows
  /// Android gives out some of it to apps that hold none of the permissions.
  bool without_permission = false;
  std::vector<KindPermission> permissions;
  std::vector<KindComponent> components;
};

/// All data kinds, core ones first in the order contacts, sms, call_log, the others by id.
class Kinds {
 public:
  /// Throws UsageError when a file breaks its rules.
  explicit Kinds(const RuleFiles& files);

  const std::vector<Kind>& all() const { return kinds_; }
  const Kind* find(std::string_view id) const;
  /// The kind that a permission opens, or nullptr. A permission opens one kind only.
  const Kind* of_permission(std::string_view permission) const;

 private:
  std::vector<Kind> kinds_;
};

}  // namespace loanlint::catalog
