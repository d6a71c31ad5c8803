// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "android/element_reader.h"
#include "android/manifest.h"
#include "android/xml_print.h"

namespace loanlint::android {

/// Name of the manifest in a package, as evidence names it.
inline constexpr std::string_view kManifestEntry = "AndroidManifest.xml";
/// Permission::note of what is asked for in an ordinary form that readers of <uses-permission>
/// miss.
inline constexpr std::string_view kSdk23Form = "sdk-23-form";

/// True for uses-permission and its forms for API 23 and above.
bool asks_for_permission(std::string_view element_name);

/// Fills `requested`, `decoys` and `hidden` of `manifest`, and the tricks that made the difference.
/// `manifest.split` must be known: Android ignores what a split asks for.
void read_permission_requests(const ElementReader& reader, const PrintedXml& printed,
                              XmlPlaces& places, Manifest& manifest);

/// The permissions that Android adds for old target SDKs, given what is requested.
/// Source: the platform's split permissions (platform.xml) and its list of permissions that
/// packages older than them hold.
std::vector<ImpliedPermission> implied_permissions(const Manifest& manifest);

}  // namespace loanlint::android
