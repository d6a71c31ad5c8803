// SPDX-License-Identifier: Apache-2.0
#include "android/components.h"

#include <algorithm>
#include <array>

#include "android/attributes.h"
#include "android/permission_requests.h"

namespace loanlint::android {
namespace {

constexpr std::array<std::string_view, 5> kComponents{"activity", "activity-alias", "service",
                                                      "receiver", "provider"};
constexpr std::int64_t kProvidersClosed = 17;  // exported by default before this target SDK

bool is_component(std::string_view name) {
  return std::find(kComponents.begin(), kComponents.end(), name) != kComponents.end();
}

/// Walks the elements in document order; what is open is known by index.
class ApplicationReader {
 public:
  ApplicationReader(const ElementReader& reader, const PrintedXml& printed, XmlPlaces& places,
                    Manifest& manifest)
      : reader_(reader),
        tree_(reader.tree()),
        printed_(printed),
        places_(places),
        manifest_(manifest),
        application_(manifest.application) {}

  void read() {
    for (std::uint32_t i = 0; i < tree_.elements.size(); ++i) {
      const XmlElement& element = tree_.elements[i];
      if (element.after_end) break;
      if (element.parent == kNoParent) continue;
      const std::string_view name = tree_.name(element);
      if (element.parent == 0) {
        // A second <application> is passed over by Android.
        if (name == "application" && !application_.present) {
          in_application_ = i;
          read_attributes(element);
        }
      } else if (element.parent == in_application_) {
        if (reader_.is_removed_by_build(element)) continue;
        if (is_component(name)) {
          in_component_ = i;
          read_component(i);
        } else if (name == "meta-data") {
          application_.meta_data.push_back(meta_data(element));
        }
      } else if (element.parent == in_component_) {
        Component& component = application_.components.back();
        if (name == "meta-data") component.meta_data.push_back(meta_data(element));
        if (name == "intent-filter") {
          in_filter_ = i;
          component.filters.emplace_back();
          component.filters.back().priority = reader_.integer(element, attr::kPriority).value_or(0);
        }
      } else if (element.parent == in_filter_) {
        read_filter_part(element, name, application_.components.back().filters.back());
      }
    }
    for (Component& component : application_.components) set_default_export(component);
  }

 private:
  void read_attributes(const XmlElement& element) {
    application_.present = true;
    application_.name = reader_.class_name(element, attr::kName, manifest_.package);
    application_.label = reader_.text(element, attr::kLabel);
    application_.debuggable = reader_.boolean(element, attr::kDebuggable, false);
    application_.test_only = reader_.boolean(element, attr::kTestOnly, false);
    application_.allow_backup = reader_.boolean(element, attr::kAllowBackup, true);
    if (reader_.find(element, attr::kUsesCleartextTraffic) != nullptr) {
      application_.cleartext_traffic = reader_.boolean(element, attr::kUsesCleartextTraffic, true);
    }
    application_.network_security_config = reader_.reference(element, attr::kNetworkSecurityConfig);
    application_.component_factory =
        reader_.class_name(element, attr::kAppComponentFactory, manifest_.package);
    application_.permission = reader_.string(element, attr::kPermission);
  }

  void read_component(std::uint32_t index) {
    const XmlElement& element = tree_.elements[index];
    const auto string = [&](std::uint32_t id) { return reader_.string(element, id); };
    Component component;
    component.element = tree_.name(element);
    component.name = reader_.class_name(element, attr::kName, manifest_.package);
    component.target_activity =
        reader_.class_name(element, attr::kTargetActivity, manifest_.package);
    component.label = reader_.text(element, attr::kLabel);
    component.permission = reader_.find(element, attr::kPermission) != nullptr
                               ? string(attr::kPermission)
                               : application_.permission;
    component.read_permission = string(attr::kReadPermission);
    component.write_permission = string(attr::kWritePermission);
    component.authorities = string(attr::kAuthorities);
    component.enabled = reader_.boolean(element, attr::kEnabled, true);
    component.exported_is_written = reader_.find(element, attr::kExported) != nullptr;
    component.exported = reader_.boolean(element, attr::kExported, false);
    component.evidence = {std::string(kManifestEntry),
                          findings::ManifestPlace{printed_.lines[index], places_.xpath(index)},
                          places_.excerpt(index)};
    application_.components.push_back(std::move(component));
  }

  MetaData meta_data(const XmlElement& element) const {
    return {reader_.string(element, attr::kName), reader_.text(element, attr::kValue),
            reader_.reference(element, attr::kResource)};
  }

  void read_filter_part(const XmlElement& element, std::string_view name, IntentFilter& filter) {
    if (name == "action" || name == "category") {
      (name == "action" ? filter.actions : filter.categories)
          .push_back(reader_.action_name(element));
    } else if (name == "data") {
      IntentData data{reader_.string(element, attr::kScheme), reader_.string(element, attr::kHost),
                      "", reader_.string(element, attr::kMimeType)};
      for (const std::uint32_t id : {attr::kPath, attr::kPathPrefix, attr::kPathPattern}) {
        if (data.path.empty()) data.path = reader_.string(element, id);
      }
      filter.data.push_back(std::move(data));
    }
  }

  void set_default_export(Component& component) const {
    if (component.exported_is_written) return;
    component.exported = component.element == "provider"
                             ? manifest_.effective_target_sdk() < kProvidersClosed
                             : !component.filters.empty();
  }

  const ElementReader& reader_;
  const XmlTree& tree_;
  const PrintedXml& printed_;
  XmlPlaces& places_;
  Manifest& manifest_;
  Application& application_;
  // No element has the root's parent, so kNoParent matches nothing here.
  std::uint32_t in_application_ = kNoParent;
  std::uint32_t in_component_ = kNoParent;
  std::uint32_t in_filter_ = kNoParent;
};

}  // namespace

void read_application(const ElementReader& reader, const PrintedXml& printed, XmlPlaces& places,
                      Manifest& manifest) {
  ApplicationReader(reader, printed, places, manifest).read();
}

}  // namespace loanlint::android
