// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "archive/names.h"
#include "archive/tricks.h"

namespace loanlint::archive {
namespace {

/// 6.3 is the latest version of the format.
constexpr std::uint16_t kLatestVersion = 63;
/// Alignment of native libraries to 16 KiB pages pads by less than this.
constexpr std::uint16_t kHugeExtra = 0x8000;
constexpr std::uint16_t kUnicodePath = 0x7075;

std::string both(std::string_view what, std::uint64_t local, std::uint64_t central) {
  return std::string(what) + ": local " + hex(local) + ", central " + hex(central);
}

/// Leaves the folder of whoever unpacks it: absolute, a drive, or with a step up.
bool leaves_folder(std::string_view name) {
  if (name.starts_with('/') || name.starts_with('\\')) return true;
  if (name.size() > 1 && name[1] == ':' && std::isalpha(static_cast<unsigned char>(name[0]))) {
    return true;
  }
  for (std::size_t at = name.find(".."); at != std::string_view::npos;
       at = name.find("..", at + 1)) {
    const auto is_edge = [&](std::size_t i) {
      return i >= name.size() || name[i] == '/' || name[i] == '\\';
    };
    if ((at == 0 || is_edge(at - 1)) && is_edge(at + 2)) return true;
  }
  return false;
}

/// Names that are meant to be taken for the manifest, the resource table or the code.
void note_key_twins(std::string_view name, std::uint64_t at, TrickLog& log) {
  constexpr std::string_view kStarts = "aArRcC";
  constexpr std::size_t kLongest = 32;  // of a key name; classes.dex may have a number
  if (kStarts.find(name.front()) == std::string_view::npos) return;
  const std::size_t slash = name.substr(0, kLongest).find('/');
  if (slash != std::string_view::npos) {
    if (is_key_name(name.substr(0, slash))) log.add("path-collision", name, at, "");
    return;
  }
  if (name.size() > kLongest || is_key_name(name)) return;
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (is_key_name(lower) || lower == "androidmanifest.xml") log.add("case-twin", name, at, "");
}

void note_name_tricks(const Entry& entry, TrickLog& log) {
  const std::string_view name = entry.name;
  const std::uint64_t at = entry.record_offset;
  if (name.empty()) {
    log.add("empty-name", name, at, "");
    return;
  }
  const std::uint8_t traits = entry.name_traits;
  if ((traits & (kNameHigh | kNameNul)) != 0 && !is_android_name(name)) {
    log.add("invalid-name", name, at, "");
  } else if ((traits & kNameControl) != 0) {
    log.add("control-character-in-name", name, at, "");
  }
  if (((traits & (kNameSpecial | kNameTwoDots)) != 0 || name.front() == '/') &&
      leaves_folder(name)) {
    log.add("path-traversal-name", name, at, "");
  }
  note_key_twins(name, at, log);
}

/// The fields of a central extra field: whether they fill it, and a second name among them.
void note_extra_tricks(const Entry& entry, Bytes extra, TrickLog& log) {
  const Bytes whole = extra;
  while (extra.size() >= 4) {
    const std::uint16_t id = u16_at(extra, 0);
    const std::size_t length = u16_at(extra, 2);
    extra = extra.subspan(4);
    if (length > extra.size()) {
      log.add("broken-extra-field", entry.name, entry.record_offset,
              "field " + hex(id) + ": " + std::to_string(length) + " bytes announced, " +
                  std::to_string(extra.size()) + " left");
      return;
    }
    // Info-ZIP Unicode Path: version, CRC of the name it replaces, name.
    if (id == kUnicodePath && length > 5 && as_text(extra.subspan(5, length - 5)) != entry.name) {
      log.add("unicode-path-differs", entry.name, entry.record_offset,
              "\"" + std::string(as_text(extra.subspan(5, length - 5))) + "\"");
    }
    extra = extra.subspan(length);
  }
  // Padding of zeros, shorter than a field, is what zipalign leaves.
  if (std::any_of(extra.begin(), extra.end(), [](std::uint8_t byte) { return byte != 0; })) {
    log.add("broken-extra-field", entry.name, entry.record_offset,
            std::to_string(extra.size()) + " bytes left of " + std::to_string(whole.size()));
  }
}

void note_record_tricks(const Directory& directory, const Entry& entry, TrickLog& log) {
  // An entry found by its local header alone has no record.
  if (entry.record_offset < directory.offset || directory.bytes.empty()) return;
  const Bytes rest = directory.bytes.subspan(entry.record_offset - directory.offset);
  const CentralRecord record = read_central_record(rest);
  if ((record.version_needed & 0xff) > kLatestVersion) {
    log.add("impossible-version-needed", entry.name, entry.record_offset,
            "version " + std::to_string(record.version_needed & 0xff));
  }
  if (record.size == kIn64 || record.compressed_size == kIn64 || record.header_offset == kIn64) {
    log.add_once("zip64", entry.name, entry.record_offset, "");
  }
  if (record.extra_length != 0) {
    // In a directory that Android refuses the length may reach outside.
    const Bytes extra = rest.subspan(kCentralSize + record.name_length);
    note_extra_tricks(entry, extra.first(std::min<std::size_t>(record.extra_length, extra.size())),
                      log);
  }
  if (record.disk != 0) {
    log.add("disk-number", entry.name, entry.record_offset, "disk " + std::to_string(record.disk));
  }
}

void note_encryption(const Entry& entry, TrickLog& log) {
  const bool central = (entry.flags & kFlagEncrypted) != 0;
  const bool local = (entry.local_flags & kFlagEncrypted) != 0;
  if (!central && !local) return;
  const char* id = !local     ? "encrypted-flag-central-only"
                   : !central ? "encrypted-flag-local-only"
                              : "encrypted-flag";
  log.add(id, entry.name, entry.record_offset, both("flags", entry.local_flags, entry.flags));
}

void note_local_tricks(const Entry& entry, const LocalHeader& local, TrickLog& log) {
  const std::uint64_t at = entry.header_offset;
  if (local.method != entry.method) {
    log.add("local-method-differs", entry.name, at, both("method", local.method, entry.method));
  }
  if ((local.version_needed & 0xff) > kLatestVersion) {
    log.add_once("impossible-version-needed", entry.name, at,
                 "version " + std::to_string(local.version_needed & 0xff));
  }
  if (local.size == kIn64 || local.compressed_size == kIn64) {
    log.add_once("zip64", entry.name, at, "");
  }
  if (local.extra_length >= kHugeExtra) {
    log.add("huge-local-extra", entry.name, at, std::to_string(local.extra_length) + " bytes");
  }
}

void note_problem(const Entry& entry, TrickLog& log) {
  switch (entry.problem) {
    case EntryProblem::no_header:
      log.add("local-header-missing", entry.name, entry.record_offset,
              "offset " + hex(entry.header_offset));
      break;
    case EntryProblem::name_differs:
      log.add("local-name-differs", entry.name, entry.header_offset, "");
      break;
    case EntryProblem::sizes_differ:
      log.add("local-sizes-differ", entry.name, entry.header_offset, "");
      break;
    case EntryProblem::data_outside:
    case EntryProblem::too_large:
      log.add("impossible-size", entry.name, entry.record_offset,
              std::to_string(entry.compressed_size) + " bytes compressed, " +
                  std::to_string(entry.size) + " inflated");
      break;
    case EntryProblem::broken_zip64:
      log.add_once("zip64", entry.name, entry.record_offset, "");
      break;
    case EntryProblem::none:
    case EntryProblem::empty_name:
      break;
  }
}

}  // namespace

void note_entry_tricks(const Directory& directory, const Entry& entry,
                       const std::optional<LocalHeader>& local, TrickLog& log) {
  note_name_tricks(entry, log);
  note_record_tricks(directory, entry, log);
  if (entry.method != kStored && entry.method != kDeflated) {
    log.add("impossible-compression-method", entry.name, entry.record_offset,
            "method " + hex(entry.method));
  }
  if (entry.method != kDeflated && entry.compressed_size != entry.size) {
    log.add("stored-size-differs", entry.name, entry.record_offset,
            std::to_string(entry.compressed_size) + " bytes compressed, " +
                std::to_string(entry.size) + " stored");
  }
  note_encryption(entry, log);
  if (local) note_local_tricks(entry, *local, log);
  note_problem(entry, log);
}

}  // namespace loanlint::archive
