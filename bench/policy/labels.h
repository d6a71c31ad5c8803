// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace loanlint::bench {

/// One yes/no question about one document, as a person answered it.
struct Label {
  std::optional<bool> value;  ///< nothing: not checked, so not scored
  std::string detail;         ///< mode or scope, where the scheme has one
  std::string evidence;       ///< the sentence that the person pointed at
};

/// The answers for one document: "contacts.disclosed", "contacts.denied", "consent_withdrawal", ….
struct LabelledDocument {
  std::string id;
  std::map<std::string, Label> labels;
};

/// Reads a labels.jsonl: one object per line with `id`, per data kind {disclosed, denied, mode,
/// evidence, denial_evidence, denial_scope}, and per question {value, evidence, mode}. Throws
/// UsageError for a line that is no such object.
std::vector<LabelledDocument> load_labels(const std::string& path);

}  // namespace loanlint::bench
