// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <vector>

#include "findings/scan_result.h"
#include "report/html_evidence.h"
#include "report/words.h"

namespace loanlint::report {

struct HtmlOptions {
  catalog::Language language =
      catalog::Language::zh;  ///< shown first; the other is in the file too
  /// Texts of the documents that the result names, where they are at hand: a sentence is then
  /// shown with those around it.
  std::vector<DocumentText> documents = {};
};

/// The result as one self-contained page in both languages. It fetches nothing and runs no script
/// (its Content-Security-Policy forbids both), prints on A4, and shows nothing that a package
/// could have turned into markup.
void write_html(std::ostream& out, const findings::ScanResult& result, const Words& words,
                const HtmlOptions& options = {});

}  // namespace loanlint::report
