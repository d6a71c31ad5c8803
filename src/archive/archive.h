// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "archive/directory.h"
#include "archive/entry.h"
#include "archive/inflate.h"
#include "archive/trick_log.h"
#include "base/buffer.h"
#include "base/bytes.h"
#include "base/limits.h"
#include "base/source.h"
#include "findings/gap.h"

namespace loanlint::archive {

inline constexpr std::string_view kManifest = "AndroidManifest.xml";

/// Which part of Android asks for an entry.
enum class As : std::uint8_t {
  asset,    ///< manifest, resources, assets: every method but deflate counts as stored
  code,     ///< DEX: stored or deflated, nothing else
  salvage,  ///< what an ordinary tool would get at, where Android refuses
};

/// A ZIP file as Android sees it.
///
/// Never refuses to show what can be read: what Android would not take is in refusal() for the
/// archive and in Entry::problem for an entry. The ByteSource must outlive the Archive. Not for
/// several threads at once: reading counts against the limits and may note further tricks.
class Archive {
 public:
  /// Throws FormatError when no entry at all can be found, LimitError for too many of them.
  static Archive open(const ByteSource& source, const Limits& limits);

  /// In the order of the central directory.
  const std::vector<Entry>& entries() const { return directory_.entries; }
  /// The entry with exactly this name, or nullptr; of several (Android takes no such archive) the
  /// last.
  const Entry* find(std::string_view name) const;

  /// The bytes of an entry of this archive, in `buffer` or in the source: they hold until
  /// `buffer` is used again. `buffer` grows as needed and never shrinks.
  ///
  /// Throws FormatError for an entry that Android cannot read either, with offsets in the file,
  /// and LimitError ("entry_bytes", "package_bytes"). In an archive that Android refuses every
  /// read is As::salvage.
  Bytes read(const Entry& entry, Buffer& buffer, As as = As::asset) const;

  /// An entry as a file of its own. One that is stored costs no memory: it is read where it
  /// stands, and the archive's source must outlive it. Throws as read() does.
  std::unique_ptr<ByteSource> open_entry(const Entry& entry) const;
  /// True when open_entry() reads the entry where it stands.
  bool opens_in_place(const Entry& entry) const;

  /// Why no Android takes this archive, if so.
  const std::optional<Refusal>& refusal() const { return directory_.refusal; }
  /// Why Android 10 (API level 29) and earlier do not take it, where later ones do.
  const std::optional<Refusal>& old_refusal() const { return directory_.old_refusal; }

  /// Departures from the ordinary; reading entries may add some (wrong CRC, wrong size).
  const std::vector<findings::Trick>& tricks() const { return log_.tricks(); }

  /// Where the central directory starts, in the file: the APK Signing Block ends there.
  std::uint64_t directory_offset() const { return directory_.offset; }

 private:
  Archive(const ByteSource& source, const Limits& limits, Directory directory);

  void spend(const Entry& entry, std::uint64_t size) const;
  Inflated inflate_at(std::uint64_t offset, std::uint64_t size, std::span<std::uint8_t> out) const;
  Bytes read_stored(const Entry& entry, Buffer& buffer) const;
  Bytes read_deflated(const Entry& entry, Buffer& buffer) const;
  Bytes read_salvage(const Entry& entry, Buffer& buffer) const;

  const ByteSource* source_;
  Limits limits_;
  Directory directory_;
  mutable TrickLog log_;
  mutable std::uint64_t spent_ = 0;  ///< bytes given out so far
  mutable Buffer compressed_;        ///< scratch for sources that are not in memory
};

}  // namespace loanlint::archive
