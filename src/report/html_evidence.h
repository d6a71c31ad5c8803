// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "findings/scan_result.h"
#include "report/html_writer.h"
#include "report/words.h"

namespace loanlint::report {

/// The text of a document, as its sentences' byte ranges count it.
struct DocumentText {
  std::string entry;
  std::string text;  ///< decoded, UTF-8
};

/// What evidence can be shown in: the lines around it, the sentences beside it.
struct EvidenceSources {
  std::vector<std::string_view> manifest_lines;
  std::map<std::string, std::string_view, std::less<>> documents;
};

/// Views into `result` and `documents`, which must outlive them.
EvidenceSources evidence_sources(const findings::ScanResult& result,
                                 const std::vector<DocumentText>& documents);

/// A list of evidence, at most `most` of it and then how much more there is: manifest lines with
/// their numbers and neighbours, policy sentences marked in their context, call paths as a chain
/// from the entry point down.
void write_evidence(Html& html, const std::vector<findings::Evidence>& evidence, const Voice& voice,
                    const EvidenceSources& sources, std::size_t most);

}  // namespace loanlint::report
