// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "android/manifest.h"
#include "app/parts.h"
#include "app/strings.h"
#include "findings/scan_result.h"

namespace loanlint::app {

/// Who the manifest says the app is: package, versions, SDK levels. What may stand in the
/// resources, the label and the version's name, comes from Names.
void set_identity(const android::Manifest& manifest, findings::Identity& identity);

/// The texts of a manifest that may stand in resources.
class Names {
 public:
  /// `resources` has one for each of `parts`, in order; `base` is the part of the manifest, or
  /// nothing for a manifest alone. All must outlive the Names.
  Names(const Parts& parts, const std::deque<PartResources>& resources, const Part* base);

  /// The text in Chinese and in the default language: of the base's table, or of a split that has
  /// it in Chinese.
  findings::Bilingual bilingual(const android::ManifestText& text) const;
  /// The text in the default language.
  std::string plain(const android::ManifestText& text) const;
  /// Everything that the app is called on the screen, each once: by its own label and those of the
  /// activities that a launcher shows.
  std::vector<std::string> on_screen(const android::Application& application) const;

 private:
  const std::deque<PartResources>& resources_;
  const PartResources* base_ = nullptr;
};

}  // namespace loanlint::app
