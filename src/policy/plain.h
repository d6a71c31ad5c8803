// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "policy/document.h"

namespace loanlint::policy {

/// A document as text with its structure, whatever it was written in.
struct Plain {
  std::string text;
  std::vector<Block> blocks;
  std::string title;  ///< what the document calls itself, if its format has a place for that
};

/// Plain text or Markdown: lines into headings, list items, table rows and paragraphs. Lines that
/// were wrapped in the middle of a sentence are joined into one block; the text stays as it is.
Plain read_text(std::string text, bool markdown);

/// HTML as browsers read it (Gumbo): one line per block, cells of a row between tabs, scripts and
/// styles left out. Pages built to exhaust a parser (very deep, or millions of tags) are read
/// without their structure.
Plain read_html(std::string_view html);

/// The character encoding that an HTML page declares in its first kilobyte; empty when none.
std::string declared_encoding(Bytes html);

/// The string values of a JSON text, one per line, in the order they stand.
Plain read_json_strings(std::string_view json);

/// A Word document (DOCX): paragraphs as lines, table rows with tabs. Throws FormatError when the
/// archive or its body cannot be read.
Plain read_docx(Bytes bytes, const Limits& limits);

/// A PDF, by way of poppler's pdftotext, run without a shell, on memory, for 20 seconds at most.
/// Throws FormatError when the program is not installed or cannot read it.
Plain read_pdf(Bytes bytes, const Limits& limits);

/// What `format` automatic means for these bytes: by the name's ending, then by how it starts.
Format guess_format(std::string_view entry, Bytes bytes);

}  // namespace loanlint::policy
