// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace loanlint::report {

/// `text` as Markdown that means exactly these characters: no emphasis, links, HTML or table
/// cells come out of it. Line feeds become spaces.
std::string markdown(std::string_view text);

/// `text` inside an HTML element of a Markdown file, where Markdown's own escapes would be shown.
std::string markdown_html(std::string_view text);

/// `text` as a Markdown code span, whatever backticks it holds.
std::string markdown_code(std::string_view text);

}  // namespace loanlint::report
