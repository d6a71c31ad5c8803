// SPDX-License-Identifier: Apache-2.0
#include "android/manifest.h"

#include <algorithm>

#include "android/attributes.h"
#include "android/components.h"
#include "android/element_reader.h"
#include "android/name_rules.h"
#include "android/permission_requests.h"

namespace loanlint::android {
namespace {

constexpr std::int64_t kPreview = 10000;
constexpr std::int64_t kRuntimePermissions = 23;  // uses-permission-sdk-23 is known from here on
constexpr std::int64_t kMaxSdkKnown = 19;
constexpr std::int64_t kMinSdkKnown = 31;

bool contains(const std::vector<std::string>& values, std::string_view wanted) {
  return std::find(values.begin(), values.end(), wanted) != values.end();
}

std::vector<std::string> sorted_once(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// Android reads the names of the root and its children, and gives up over one that is broken.
void check_names(const XmlTree& tree, Manifest& manifest) {
  for (const XmlElement& element : tree.elements) {
    if (element.after_end) return;
    if (element.depth > 2 || !tree.name_is_refused(element)) continue;
    manifest.refusals.push_back(
        {{"android.refused.element-name", {std::string(tree.name(element))}}, element.offset, 0});
    return;
  }
}

/// A source leaves the name to the build, and what is not compiled yet is not held to its form.
void check_package_name(XmlTree::Form form, std::uint64_t offset, Manifest& manifest) {
  if (form == XmlTree::Form::plain) return;
  if (manifest.package.empty()) {
    manifest.refusals.push_back({{"android.refused.no-package", {}}, offset, 0});
  } else if (const auto since = package_name_refused_since(manifest.package);
             since && form == XmlTree::Form::binary) {
    manifest.refusals.push_back(
        {{"android.refused.package-name", {manifest.package}}, offset, *since});
  }
}

void read_root(const ElementReader& reader, Manifest& manifest) {
  const XmlElement& root = reader.tree().elements.front();
  manifest.package = reader.named(root, "package").value_or("");
  manifest.split = reader.named(root, "split").value_or("");
  manifest.shared_user_id = reader.own_string(root, attr::kSharedUserId).value_or("");
  manifest.version_name = reader.text(root, attr::kVersionName);
  if (const auto code = reader.integer(root, attr::kVersionCode)) {
    manifest.version_code = std::to_string(*code);
  }
  check_package_name(reader.tree().form, root.offset, manifest);
}

/// An API level, or the codename of a preview.
void read_level(const ElementReader& reader, const XmlElement& element, std::uint32_t id,
                std::int64_t& level, std::string& codename) {
  codename = reader.own_string(element, id).value_or("");
  if (const auto number = reader.integer(element, id)) level = *number;
}

void read_small_parts(const ElementReader& reader, const PrintedXml& printed, XmlPlaces& places,
                      Manifest& manifest) {
  const XmlTree& tree = reader.tree();
  std::uint32_t in_queries = kNoParent;
  std::uint32_t in_queried_intent = kNoParent;
  for (std::uint32_t i = 1; i < tree.elements.size() && !tree.elements[i].after_end; ++i) {
    const XmlElement& element = tree.elements[i];
    const std::string_view name = tree.name(element);
    if (element.parent == in_queries) {
      if (name == "package") {
        manifest.queried_packages.push_back(reader.string(element, attr::kName));
      }
      if (name == "intent") in_queried_intent = i;
      continue;
    }
    if (element.parent == in_queried_intent && name == "action") {
      manifest.queried_actions.push_back(reader.action_name(element));
    }
    if (element.parent != 0) continue;
    if (name == "uses-sdk") {
      read_level(reader, element, attr::kMinSdkVersion, manifest.min_sdk,
                 manifest.min_sdk_codename);
      read_level(reader, element, attr::kTargetSdkVersion, manifest.target_sdk,
                 manifest.target_sdk_codename);
    } else if (name == "uses-feature") {
      if (auto feature = reader.own_string(element, attr::kName)) {
        manifest.features.push_back(
            {std::move(*feature), reader.boolean(element, attr::kRequired, true)});
      }
    } else if (name == "permission") {
      const auto level = reader.integer(element, attr::kProtectionLevel).value_or(0);
      manifest.defined.push_back(
          {reader.string(element, attr::kName), static_cast<std::uint32_t>(level),
           findings::Evidence{std::string(kManifestEntry),
                              findings::ManifestPlace{printed.lines[i], places.xpath(i)},
                              places.excerpt(i)}});
    } else if (name == "queries") {
      in_queries = i;
    }
  }
}

}  // namespace

bool IntentFilter::has_action(std::string_view action) const { return contains(actions, action); }

bool IntentFilter::has_category(std::string_view category) const {
  return contains(categories, category);
}

bool IntentFilter::is_deep_link() const {
  return has_action("android.intent.action.VIEW") &&
         has_category("android.intent.category.BROWSABLE") &&
         std::any_of(data.begin(), data.end(),
                     [](const IntentData& d) { return !d.scheme.empty(); });
}

bool Component::is_launcher() const {
  return enabled && std::any_of(filters.begin(), filters.end(), [](const IntentFilter& filter) {
           return filter.has_action("android.intent.action.MAIN") &&
                  filter.has_category("android.intent.category.LAUNCHER");
         });
}

ManifestText Manifest::shown_label() const {
  if (!application.label.empty()) return application.label;
  for (const Component& component : application.components) {
    if (component.is_launcher() && !component.label.empty()) return component.label;
  }
  return {};
}

std::vector<std::string> Manifest::requested_names() const {
  std::vector<std::string> names;
  for (const findings::Permission& permission : requested) names.push_back(permission.name);
  return sorted_once(std::move(names));
}

std::vector<std::string> Manifest::requested_at(std::int64_t api) const {
  std::vector<std::string> names;
  for (const findings::Permission& permission : requested) {
    if (permission.element != "uses-permission" && api < kRuntimePermissions) continue;
    if (permission.max_sdk != 0 && api >= kMaxSdkKnown && api > permission.max_sdk) continue;
    if (permission.min_sdk != 0 && api >= kMinSdkKnown && api < permission.min_sdk) continue;
    names.push_back(permission.name);
  }
  return sorted_once(std::move(names));
}

std::int64_t Manifest::effective_target_sdk() const {
  if (!target_sdk_codename.empty() || levels_set_by_build) return kPreview;
  if (target_sdk > 0) return target_sdk;
  return std::max<std::int64_t>(min_sdk, 1);
}

Manifest read_manifest(const XmlTree& tree, const PrintedXml& printed,
                       const ResourceTable* resources) {
  Manifest manifest;
  manifest.tricks = tree.tricks;
  for (findings::Trick& trick : manifest.tricks) trick.entry = kManifestEntry;
  manifest.refusals = tree.refusals;
  manifest.gaps = tree.gaps;
  for (findings::Gap& gap : manifest.gaps) gap.entry = kManifestEntry;
  if (tree.elements.empty() || tree.name(tree.elements.front()) != "manifest") {
    const std::string name =
        tree.elements.empty() ? "" : std::string(tree.name(tree.elements.front()));
    manifest.refusals.push_back({{"android.refused.root-element", {name}}, 0, 0});
    return manifest;
  }
  check_names(tree, manifest);
  const ElementReader reader(tree, resources);
  XmlPlaces places(tree);
  read_root(reader, manifest);
  read_small_parts(reader, printed, places, manifest);
  manifest.levels_set_by_build = tree.form == XmlTree::Form::plain && manifest.min_sdk == 0 &&
                                 manifest.target_sdk == 0 && manifest.target_sdk_codename.empty();
  read_permission_requests(reader, printed, places, manifest);
  read_application(reader, printed, places, manifest);
  manifest.implied = implied_permissions(manifest);
  return manifest;
}

}  // namespace loanlint::android
