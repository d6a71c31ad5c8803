// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/buffer.h"
#include "base/bytes.h"
#include "base/limits.h"
#include "base/source.h"

namespace loanlint::archive {

/// A ZIP file as an ordinary tool sees it: libzip's view. For bundles, office documents and
/// archives in archives, and for what a package shows to tools other than Android.
class OrdinaryArchive {
 public:
  /// The ByteSource must outlive the archive. Throws FormatError with libzip's own words when it
  /// does not open, LimitError for more than `limits.entries` entries.
  static OrdinaryArchive open(const ByteSource& source, const Limits& limits);

  ~OrdinaryArchive();
  OrdinaryArchive(OrdinaryArchive&&) noexcept;
  OrdinaryArchive& operator=(OrdinaryArchive&&) noexcept;

  /// Names as they stand in the archive, in its order; their encoding is not known.
  const std::vector<std::string>& names() const;

  /// The inflated bytes of the entry at `index` in names(). Throws FormatError when libzip cannot
  /// read it (encrypted, unknown method, damaged), LimitError ("entry_bytes", "package_bytes").
  Buffer read(std::size_t index) const;

 private:
  struct State;
  explicit OrdinaryArchive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace loanlint::archive
