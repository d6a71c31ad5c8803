// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/source.h"
#include "findings/gap.h"

namespace loanlint::app {

/// What kind of file the user gave.
enum class Form : std::uint8_t { apk, aab, aar, bundle, manifest, dex, policy };

/// One ZIP of the input: the package itself, or a package inside a bundle.
struct Part {
  std::string prefix;                 ///< "" or "splits/base-master.apk!": goes before entry names
  std::unique_ptr<ByteSource> owned;  ///< of a package inside a bundle
  const ByteSource* source = nullptr;
  std::unique_ptr<archive::Archive> archive;

  std::string shown(std::string_view entry) const { return prefix + std::string(entry); }
};

/// The input taken apart.
struct Parts {
  Form form = Form::apk;
  std::string input;  ///< "apk", "apks", "xapk", …: what reports call it
  std::vector<std::unique_ptr<ByteSource>> around;  ///< bundles that packages stand in
  std::vector<Part> parts;                          ///< empty for forms that are no ZIP
  std::size_t held = 0;                             ///< bytes of packages that are in memory
};

/// Finds out what `source` is and opens what it holds. What cannot be opened is said in
/// `gaps`. The source must outlive the parts.
Parts take_apart(const ByteSource& source, const std::string& path, const Limits& limits,
                 std::vector<findings::Gap>& gaps);

/// `error` as a Gap of `entry`, with what is missing named by the message `key`; a LimitError
/// names its limit.
findings::Gap gap_of(const std::string& entry, const FormatError& error, std::string key);

}  // namespace loanlint::app
