// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "android/element_reader.h"
#include "android/manifest.h"
#include "android/xml_print.h"

namespace loanlint::android {

/// Fills `manifest.application` from the first <application>; `manifest.package` and the target
/// SDK must be known.
void read_application(const ElementReader& reader, const PrintedXml& printed, XmlPlaces& places,
                      Manifest& manifest);

}  // namespace loanlint::android
