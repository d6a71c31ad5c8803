// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "android/manifest.h"
#include "app/app.h"
#include "app/dex_files.h"
#include "app/parts.h"

namespace loanlint::app {

/// The data kinds, core ones excepted, that Android keeps from the package, by the facts of its
/// manifest: nothing that opens them is asked for, or may be. None without a manifest (nullptr), or
/// with a shared user id, under which another package's permissions count.
std::vector<std::string> withheld_kinds(const catalog::Catalog& catalog,
                                        const android::Manifest* base,
                                        const findings::Facts& facts);

/// Analyses the code and sets what it says: <kind>.used and its like, code.*. `base` is nullptr
/// where no manifest could be read; `manifests` are the base's and the splits'.
void set_code_facts(const DexFiles& files, const Parts& parts, const android::Manifest* base,
                    const std::vector<const android::Manifest*>& manifests,
                    const catalog::Catalog& catalog, const code::Analyser& analyser,
                    const Limits& limits, App& app);

/// The same facts, unknown for the reason given.
void set_unknown_code_facts(const catalog::Catalog& catalog, const findings::Message& reason,
                            findings::Facts& facts);

/// Packed code was not read: a Gap, where the app lends or can get at a core kind of data, so that
/// its code could hide a finding. Needs the facts of manifest and category.
void note_packed_code(const catalog::Catalog& catalog, findings::ScanResult& seen);

}  // namespace loanlint::app
