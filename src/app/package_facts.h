// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/app.h"

namespace loanlint::app {

/// The facts that join what others found: archive.*, manifest.decoys and .hidden, market.china,
/// and the SDKs that read a core kind of data or that no policy names.
void set_package_facts(const catalog::Catalog& catalog, App& app);

}  // namespace loanlint::app
