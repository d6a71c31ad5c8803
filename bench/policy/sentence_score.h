// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>

#include "policy/policy.h"

namespace loanlint::bench {

/// Scores sentence by sentence on CAPP-130 (JSON lines {text, label: [topic, …]}), each sentence
/// read alone: its topics 共享…, 数据、权限管理, 联系方式 and 存储方式 beside our types. Its
/// annotators label whole paragraphs' drift, so this tells where readings part, not which is right.
void score_topics(const policy::Reader& reader, const std::string& path, std::ostream& out);

/// Scores on CA4P-483's key sentences (TSV: policy, paragraph class, sentence, entities): contacts
/// are taken as disclosed where a paragraph on collecting marks the address book as 数据. Lists
/// every disagreement.
void score_entities(const policy::Reader& reader, const std::string& path, std::ostream& out);

}  // namespace loanlint::bench
