// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "android/manifest.h"
#include "catalog/kinds.h"
#include "findings/fact.h"

namespace loanlint::app {

/// The facts a manifest states: <kind>.asked, .asked_by, .received, .received_unasked for every
/// data kind, listener.*, target_sdk. `prefix` goes before the entry name of evidence.
void set_manifest_facts(const android::Manifest& manifest, const catalog::Kinds& kinds,
                        std::size_t evidence_kept, findings::Facts& facts);

/// The same facts, unknown for the reason given.
void set_unknown_manifest_facts(const catalog::Kinds& kinds, const findings::Message& reason,
                                findings::Facts& facts);

/// `name`, and where the manifest limits it "(maxSdkVersion 22)".
std::string shown(const findings::Permission& permission);

}  // namespace loanlint::app
