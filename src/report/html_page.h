// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <string_view>

#include "findings/message.h"
#include "report/html_writer.h"
#include "report/words.h"

namespace loanlint::report {

/// One page of ours: what stands in its head, and its content in one language.
struct HtmlPage {
  findings::Bilingual title;
  catalog::Language language = catalog::Language::zh;  ///< the one shown first
  std::string_view script = {};                        ///< optional; the page reads without it
  std::function<void(Html&, const Voice&)> content;    ///< called once for each language
};

/// Writes a page that needs no network and no script: both languages in one file, one of them
/// shown at a time (a pair of radio buttons, and CSS), everything else forbidden by a
/// Content-Security-Policy.
void write_page(std::ostream& out, const HtmlPage& page, const Words& words);

/// An id that is unique though the content stands there twice: "zh-findings".
std::string local_id(const Voice& voice, std::string_view name);

}  // namespace loanlint::report
