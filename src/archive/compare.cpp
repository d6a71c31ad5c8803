// SPDX-License-Identifier: Apache-2.0
#include "archive/compare.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "archive/ordinary.h"
#include "archive/trick_log.h"
#include "base/buffer.h"
#include "base/error.h"

namespace loanlint::archive {
namespace {

// Two copies are held at once: of a manifest larger than this, which no tool makes, only the
// names of the entries are compared.
constexpr std::size_t kLargestCompared = 32 * kMiB;

/// The bytes that Android takes for the manifest; nothing when it can read none.
bool read_ours(const Archive& archive, const Entry& entry, Buffer& buffer, Bytes& bytes) {
  try {
    bytes = archive.read(entry, buffer);
    return true;
  } catch (const FormatError&) {
    return false;
  }
}

void compare_manifest(const Archive& archive, const OrdinaryArchive& ordinary, TrickLog& log) {
  const Entry* entry = archive.find(kManifest);
  const auto& names = ordinary.names();
  const auto name = std::find(names.begin(), names.end(), kManifest);
  if (entry == nullptr || name == names.end() || entry->size > kLargestCompared) return;
  Buffer buffer;
  Bytes ours;
  if (!read_ours(archive, *entry, buffer, ours)) return;
  try {
    const auto theirs = ordinary.read(static_cast<std::size_t>(name - names.begin()));
    if (std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end())) return;
    log.add("manifest-differs-for-tools", kManifest, entry->record_offset,
            std::to_string(ours.size()) + " bytes for Android, " + std::to_string(theirs.size()) +
                " for others");
  } catch (const LimitError&) {
    return;  // says nothing about the package
  } catch (const FormatError& error) {
    log.add("manifest-unreadable-for-tools", kManifest, entry->record_offset, error.what());
  }
}

}  // namespace

std::vector<findings::Trick> compare_views(const Archive& archive, const ByteSource& source,
                                           const Limits& limits) {
  // What is shown of a package that Android refuses is the ordinary view already.
  if (archive.refusal()) return {};
  TrickLog log(limits.evidence_per_fact);
  try {
    Limits small = limits;
    small.entry_bytes = std::min(limits.entry_bytes, kLargestCompared);
    const OrdinaryArchive ordinary = OrdinaryArchive::open(source, small);
    // How often each name is seen: by Android minus by others.
    std::unordered_map<std::string_view, std::int64_t> seen;
    for (const Entry& entry : archive.entries()) ++seen[entry.name];
    for (const std::string& name : ordinary.names()) --seen[name];
    for (const Entry& entry : archive.entries()) {
      if (seen[entry.name] > 0) {
        log.add_once("entry-hidden-from-tools", entry.name, entry.record_offset, "");
      }
    }
    for (const std::string& name : ordinary.names()) {
      if (seen[name] < 0) log.add_once("entry-shown-to-tools-only", name, 0, "");
    }
    compare_manifest(archive, ordinary, log);
  } catch (const LimitError&) {
    return {};
  } catch (const FormatError& error) {
    log.add("unreadable-for-tools", "", error.offset(), error.what());
  }
  return log.tricks();
}

}  // namespace loanlint::archive
