// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/limits.h"
#include "catalog/code_rules.h"
#include "code/analyse.h"
#include "findings/fact.h"

namespace loanlint::code {

/// Sets what the code says of each data kind: `<kind>.used`, `.used_by`, `.sent`, `.dead`,
/// `.picker`, `sms.retriever`, `sms.reads_bodies`, `code.packed`, `code.dynamic_loading`,
/// `code.sdks`. "no" is said only when all code was read and none of it was packed.
void set_facts(const Code& code, const catalog::CodeKnowledge& knowledge, const Limits& limits,
               findings::Facts& facts);

}  // namespace loanlint::code
