// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/bytes.h"

namespace loanlint::policy {

/// A text in UTF-8 and the encoding it was found in.
struct Decoded {
  std::string text;      ///< valid UTF-8; bytes that fit no encoding are U+FFFD
  std::string encoding;  ///< IANA name: "UTF-8", "GB18030", "UTF-16LE", "Big5", …
};

/// The text of `bytes`: a byte order mark decides; then well-formed UTF-8; then zero bytes at
/// every other place (UTF-16); then `declared` (what an HTML page says of itself), if it is one
/// that ICU knows; then ICU's detector. Nothing is thrown: a text that fits nothing is read as
/// UTF-8 with U+FFFD.
Decoded decode(Bytes bytes, const std::string& declared = {});

}  // namespace loanlint::policy
