// SPDX-License-Identifier: Apache-2.0
#include "app/parts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "android/axml.h"
#include "android/permission_requests.h"
#include "archive/ordinary.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/printable.h"
#include "base/unicode.h"

namespace loanlint::app {
namespace {

using findings::Gap;

constexpr std::string_view kBundleManifest = "base/manifest/AndroidManifest.xml";

bool starts_with(Bytes bytes, std::string_view text) { return as_text(bytes).starts_with(text); }

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string ending(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string text(name.substr(dot + 1));
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// A text that has a manifest's element near its start.
bool looks_like_plain_manifest(Bytes head) {
  const std::string_view text = as_text(head);
  const std::size_t first = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string_view::npos && text[first] == '<' &&
         text.find("<manifest") != std::string_view::npos;
}

/// What the first bytes say, for files that are no ZIP.
std::optional<Form> form_of_head(Bytes head, const std::string& path) {
  if (starts_with(head, "dex\n") || starts_with(head, "cdex")) return Form::dex;
  if (android::looks_like_axml(head) || looks_like_plain_manifest(head)) return Form::manifest;
  if (file_name(path) == android::kManifestEntry) return Form::manifest;
  return std::nullopt;
}

/// What a ZIP without a manifest at its top is.
struct Contents {
  bool apk = false;
  bool aab = false;
  bool aar = false;
  bool office = false;
  bool code = false;
  std::vector<std::size_t> packages;  ///< entries that are packages themselves
};

Contents look_into(const archive::Archive& zip) {
  Contents found;
  const auto& entries = zip.entries();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string_view name = entries[i].name;
    found.apk = found.apk || name == android::kManifestEntry;
    found.aab = found.aab || name == kBundleManifest;
    found.aar = found.aar || name == "classes.jar";
    found.office = found.office || name == "word/document.xml";
    found.code = found.code || name == "classes.dex";
    if (ending(name) == "apk") found.packages.push_back(i);
  }
  found.aar = found.aar && found.apk;
  return found;
}

/// Opens the packages inside a bundle. What of them is in memory, and how many entries they have,
/// is limited for all together.
class Opener {
 public:
  Opener(const Limits& limits, Parts& taken, std::vector<Gap>& gaps)
      : limits_(limits), taken_(taken), gaps_(gaps) {}

  /// Adds `packages` of `zip`; a package inside a package inside a … ends at the limit.
  void add_packages(const archive::Archive& zip, const std::vector<std::size_t>& packages,
                    const std::string& prefix, std::size_t depth) {
    for (const std::size_t index : packages) {
      const archive::Entry& entry = zip.entries()[index];
      const std::string name = prefix + std::string(entry.name);
      if (depth >= limits_.nesting) {
        gaps_.push_back(
            {name, entry.header_offset, {"gap.nesting", {std::to_string(depth)}}, "nesting"});
        return;
      }
      try {
        Part part = open(zip, entry, name);
        const Contents inside = look_into(*part.archive);
        if (!inside.apk && !inside.packages.empty()) {
          add_packages(*part.archive, inside.packages, part.prefix, depth + 1);
          taken_.around.push_back(std::move(part.owned));
        } else {
          taken_.parts.push_back(std::move(part));
        }
      } catch (const FormatError& error) {
        gaps_.push_back(gap_of(name, error, "gap.package-in-bundle"));
      }
    }
  }

 private:
  Part open(const archive::Archive& zip, const archive::Entry& entry, const std::string& name) {
    const bool in_place = zip.opens_in_place(entry);
    if (!in_place && entry.size > limits_.entry_bytes - taken_.held) {
      throw LimitError(entry.data_offset, "entry_bytes",
                       printable(name) + ": " + std::to_string(entry.size) + " bytes beside the " +
                           std::to_string(taken_.held) +
                           " of other packages of the bundle, the limit is " +
                           std::to_string(limits_.entry_bytes));
    }
    Part part;
    part.prefix = name + "!";
    part.owned = zip.open_entry(entry);
    part.source = part.owned.get();
    if (!in_place) {
      taken_.held = std::min<std::uint64_t>(taken_.held + part.source->size(), limits_.entry_bytes);
    }
    Limits left = limits_;
    left.entries -= entries_;
    part.archive = std::make_unique<archive::Archive>(archive::Archive::open(*part.source, left));
    entries_ += part.archive->entries().size();
    return part;
  }

  const Limits& limits_;
  Parts& taken_;
  std::vector<Gap>& gaps_;
  std::size_t entries_ = 0;
};

std::string bundle_name(const std::string& path) {
  const std::string end = ending(path);
  constexpr std::array<std::string_view, 3> kBundles{"apks", "xapk", "apkm"};
  return std::find(kBundles.begin(), kBundles.end(), end) != kBundles.end() ? end : "bundle";
}

}  // namespace

findings::Gap gap_of(const std::string& entry, const FormatError& error, std::string key) {
  findings::Gap gap{entry, error.offset(), {std::move(key), {error.what()}}, ""};
  if (const auto* limit = dynamic_cast<const LimitError*>(&error)) gap.limit = limit->limit();
  return gap;
}

Parts take_apart(const ByteSource& source, const std::string& path, const Limits& limits,
                 std::vector<Gap>& gaps) {
  Parts taken;
  Buffer scratch;
  constexpr std::uint64_t kHead = 4096;
  const Bytes head =
      source.read(0, static_cast<std::size_t>(std::min(source.size(), kHead)), scratch, "file");
  if (const std::optional<Form> form = form_of_head(head, path)) {
    taken.form = *form;
    taken.input = *form == Form::dex ? "dex" : "manifest";
    return taken;
  }
  const bool text = is_utf8(as_text(head)) && head.size() > 0 &&
                    as_text(head).find('\0') == std::string_view::npos;
  Part whole;
  whole.source = &source;
  try {
    whole.archive = std::make_unique<archive::Archive>(archive::Archive::open(source, limits));
  } catch (const FormatError& error) {
    const std::string end = ending(path);
    constexpr std::array<std::string_view, 8> kTexts{"txt",  "html", "htm",  "md",
                                                     "json", "pdf",  "docx", "xml"};
    const auto ends_with_any = [&end](const auto& endings) {
      return std::find(endings.begin(), endings.end(), end) != endings.end();
    };
    // A text that calls itself a package is a broken package, never a policy without a fault.
    constexpr std::array<std::string_view, 8> kPackages{"apk", "apks", "apkm", "xapk",
                                                        "aab", "aar",  "jar",  "zip"};
    if ((text && !ends_with_any(kPackages)) || ends_with_any(kTexts)) {
      taken.form = Form::policy;
      taken.input = "policy";
      return taken;
    }
    taken.input = "unknown";
    const bool capped = dynamic_cast<const LimitError*>(&error) != nullptr;
    gaps.push_back(gap_of("", error, capped ? "gap.file" : "gap.not-a-package"));
    return taken;
  }

  const Contents found = look_into(*whole.archive);
  if (!found.apk && found.office) {
    taken.form = Form::policy;
    taken.input = "policy";
    return taken;
  }
  if (!found.apk && !found.aab && !found.code && !found.packages.empty()) {
    taken.form = Form::bundle;
    taken.input = bundle_name(path);
    Opener(limits, taken, gaps).add_packages(*whole.archive, found.packages, "", 1);
    // The bundle's own texts (a store's description, a policy) are read like a package's.
    taken.parts.push_back(std::move(whole));
    return taken;
  }
  taken.form = found.aab ? Form::aab : found.aar ? Form::aar : Form::apk;
  taken.input = found.aab ? "aab" : found.aar ? "aar" : "apk";
  taken.parts.push_back(std::move(whole));
  return taken;
}

}  // namespace loanlint::app
