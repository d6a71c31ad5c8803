// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "android/xml_print.h"
#include "android/xml_tree.h"
#include "findings/scan_result.h"

namespace loanlint::android {

class ResourceTable;

/// A text that stands in the manifest, or in the resource that the manifest names.
struct ManifestText {
  std::string value;            ///< empty when it is a reference, or not there
  std::uint32_t reference = 0;  ///< resource id, 0 when it is none

  bool empty() const { return value.empty() && reference == 0; }
};

struct MetaData {
  std::string name;
  ManifestText value;          ///< numbers and booleans as text
  std::uint32_t resource = 0;  ///< android:resource
};

/// A <data> of an intent filter; each field may be empty.
struct IntentData {
  std::string scheme;
  std::string host;
  std::string path;  ///< path, pathPrefix or pathPattern
  std::string mime_type;
};

struct IntentFilter {
  std::vector<std::string> actions;
  std::vector<std::string> categories;
  std::vector<IntentData> data;
  std::int64_t priority = 0;

  bool has_action(std::string_view action) const;
  bool has_category(std::string_view category) const;
  /// A link in a browser leads here: VIEW, BROWSABLE and a scheme.
  bool is_deep_link() const;
};

/// An activity, activity-alias, service, receiver or provider.
struct Component {
  std::string element;  ///< "receiver"
  std::string name;     ///< full class name
  std::string target_activity;
  ManifestText label;
  std::string permission;  ///< that callers must hold; for providers, to read and write
  std::string read_permission;
  std::string write_permission;
  std::string authorities;
  bool enabled = true;
  bool exported = false;             ///< said outright, or by Android's default
  bool exported_is_written = false;  ///< said outright
  std::vector<IntentFilter> filters;
  std::vector<MetaData> meta_data;
  findings::Evidence evidence;

  /// People start the app by it: MAIN and LAUNCHER.
  bool is_launcher() const;
};

/// A permission that the package itself defines.
struct DefinedPermission {
  std::string name;
  std::uint32_t protection_level = 0;
  findings::Evidence evidence;
};

struct UsedFeature {
  std::string name;
  bool required = true;
};

/// A permission that old target SDKs get without asking.
struct ImpliedPermission {
  std::string name;
  std::string because_of;  ///< the permission that brings it; empty: the target SDK alone
  std::int64_t target_sdk_below = 0;  ///< it is implied for target SDKs below this; 0: for all
};

struct Application {
  bool present = false;
  std::string name;  ///< full class name, may be empty
  ManifestText label;
  std::string permission;  ///< that callers of any component must hold
  bool debuggable = false;
  bool test_only = false;
  bool allow_backup = true;
  std::optional<bool> cleartext_traffic;
  std::uint32_t network_security_config = 0;
  std::string component_factory;
  std::vector<Component> components;
  std::vector<MetaData> meta_data;
};

/// What Android takes from a manifest, and what it only seems to say.
struct Manifest {
  std::string package;
  std::string split;  ///< empty for a base package
  std::string shared_user_id;
  ManifestText version_name;
  std::string version_code;
  std::int64_t min_sdk = 0;      ///< 0: not said, Android takes 1
  std::int64_t target_sdk = 0;   ///< 0: not said, Android takes min_sdk
  std::string min_sdk_codename;  ///< "S", in packages built for a preview
  std::string target_sdk_codename;
  bool levels_set_by_build = false;  ///< a source manifest that leaves the SDK levels to Gradle
  Application application;

  std::vector<findings::Permission> requested;  ///< what Android takes, in document order
  std::vector<findings::Permission> decoys;     ///< what other tools show and Android does not take
  std::vector<findings::Permission> hidden;     ///< of `requested`: what other tools miss
  std::vector<ImpliedPermission> implied;
  std::vector<DefinedPermission> defined;
  std::vector<UsedFeature> features;
  std::vector<std::string> queried_packages;
  std::vector<std::string> queried_actions;

  std::vector<findings::Trick> tricks;
  std::vector<Refusal> refusals;
  std::vector<findings::Gap> gaps;

  /// Names asked for on any API level: sorted, each once.
  std::vector<std::string> requested_names() const;
  /// Names that Android of level `api` takes: sorted, each once.
  std::vector<std::string> requested_at(std::int64_t api) const;
  /// The target SDK as Android understands it: min_sdk when none is said, at least 1. A preview
  /// counts as 10000, and so does what only the build knows.
  std::int64_t effective_target_sdk() const;
  /// What people see the app called: its label, or that of the activity they start it by.
  ManifestText shown_label() const;
};

/// Reads a manifest from its tree by the rules of Android's package parser. `printed` gives the
/// lines for evidence; `resources`, when given, resolves numbers, class names and the like that
/// stand in the resource table (labels stay references: see ResourceTable::find_text).
Manifest read_manifest(const XmlTree& tree, const PrintedXml& printed,
                       const ResourceTable* resources = nullptr);

}  // namespace loanlint::android
