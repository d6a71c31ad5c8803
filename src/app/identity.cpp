// SPDX-License-Identifier: Apache-2.0
#include "app/identity.h"

namespace loanlint::app {

void set_identity(const android::Manifest& manifest, findings::Identity& identity) {
  identity.package = manifest.package;
  identity.version_code = manifest.version_code;
  identity.version_name = manifest.version_name.value;
  identity.min_sdk = manifest.min_sdk;
  identity.target_sdk = manifest.target_sdk;
}

}  // namespace loanlint::app
