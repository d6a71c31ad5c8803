// SPDX-License-Identifier: Apache-2.0
#include "app/identity.h"

#include <algorithm>

namespace loanlint::app {

void set_identity(const android::Manifest& manifest, findings::Identity& identity) {
  identity.package = manifest.package;
  identity.version_code = manifest.version_code;
  identity.min_sdk = manifest.min_sdk;
  identity.target_sdk = manifest.target_sdk;
}

Names::Names(const Parts& parts, const std::deque<PartResources>& resources, const Part* base)
    : resources_(resources) {
  for (std::size_t i = 0; i < resources.size(); ++i) {
    if (&parts.parts[i] == base) base_ = &resources[i];
  }
}

findings::Bilingual Names::bilingual(const android::ManifestText& text) const {
  if (text.reference == 0) return {text.value, text.value};
  findings::Bilingual found{"", plain(text)};
  if (base_ != nullptr) found.zh = base_->text(text.reference, android::china()).value_or("");
  for (const PartResources& part : resources_) {
    if (&part == base_ || (!found.zh.empty() && found.zh != found.en)) continue;
    if (const auto chinese = part.text(text.reference, android::china())) {
      found.zh = *chinese;
      if (found.en.empty()) found.en = *chinese;
    }
  }
  return found;
}

std::string Names::plain(const android::ManifestText& text) const {
  if (text.reference == 0 || base_ == nullptr) return text.value;
  return base_->text(text.reference, {}).value_or("");
}

std::vector<std::string> Names::on_screen(const android::Application& application) const {
  std::vector<std::string> names;
  const auto add = [&names](const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  };
  const auto add_both = [&](const android::ManifestText& text) {
    const findings::Bilingual name = bilingual(text);
    add(name.zh);
    add(name.en);
  };
  add_both(application.label);
  for (const android::Component& component : application.components) {
    if (component.is_launcher()) add_both(component.label);
  }
  return names;
}

}  // namespace loanlint::app
