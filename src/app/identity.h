// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "android/manifest.h"
#include "findings/scan_result.h"

namespace loanlint::app {

/// Who the manifest says the app is: package, versions, SDK levels. The label, which may stand in
/// the resources, is set by others.
void set_identity(const android::Manifest& manifest, findings::Identity& identity);

}  // namespace loanlint::app
