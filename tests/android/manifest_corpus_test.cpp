// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "android/manifest_file.h"
#include "android/resources.h"
#include "archive/archive.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/source.h"

namespace loanlint::android {
namespace {

using Json = nlohmann::json;

std::filesystem::path corpus() {
  const char* set = std::getenv("LOANLINT_CORPUS");
  return std::filesystem::path(set != nullptr ? set : "../shared") / "apks";
}

/// Manifest and resource table of a package, or a manifest by itself.
struct Parts {
  std::vector<std::uint8_t> manifest;
  std::vector<std::uint8_t> resources;
};

Parts parts_of(const std::vector<std::uint8_t>& file) {
  if (file.size() < 2 || file[0] != 'P' || file[1] != 'K') return {file, {}};
  const auto source = view_bytes(file);
  const archive::Archive package = archive::Archive::open(*source, {});
  Parts parts;
  Buffer buffer;
  const auto read = [&](const char* name, std::vector<std::uint8_t>& out) {
    const archive::Entry* entry = package.find(name);
    if (entry == nullptr) return;
    const Bytes bytes = package.read(*entry, buffer);
    out.assign(bytes.begin(), bytes.end());
  };
  read("AndroidManifest.xml", parts.manifest);
  try {
    read("resources.arsc", parts.resources);
  } catch (const FormatError&) {
    // Some test packages break this one on purpose.
  }
  return parts;
}

/// Files whose permissions were found by a lenient tool though Android refuses them.
bool expects_permissions(const Json& row) {
  const std::string kind = row["kind"];
  return (kind == "apk" || kind == "axml") && !row["effective"]["source"].is_null();
}

TEST_CASE("permissions and labels of a corpus of packages, as Android and aapt have them") {
  std::ifstream list(corpus() / "oracle.jsonl");
  if (!list) {
    MESSAGE("left out, not there: " << corpus().string());
    return;
  }
  int permissions = 0;
  int labels = 0;
  for (std::string line; std::getline(list, line);) {
    const Json row = Json::parse(line);
    if (!expects_permissions(row)) continue;
    const std::string name = row["file"];
    CAPTURE(name);
    std::ifstream in(corpus() / name, std::ios::binary);
    const std::vector<std::uint8_t> file((std::istreambuf_iterator<char>(in)), {});
    const Parts parts = parts_of(file);
    ResourceTable resources;
    if (!parts.resources.empty()) resources = ResourceTable::read(parts.resources);
    const ManifestFile read = read_manifest_file(parts.manifest, {}, &resources);
    std::vector<std::string> expected = row["effective"]["permissions"];
    std::sort(expected.begin(), expected.end());
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    CHECK(read.manifest.requested_names() == expected);
    ++permissions;
    const Json& aapt = row["aapt"];
    const ManifestText& label = read.manifest.application.label;
    for (const auto& [key, locale] : {std::pair{"label", Locale{}}, {"label_zh", china()}}) {
      if (!aapt["ok"] || !aapt[key].is_string()) continue;
      const std::string text = label.reference != 0
                                   ? resources.find_text(label.reference, locale).value_or("")
                                   : label.value;
      CHECK(text == aapt[key].get<std::string>());
      ++labels;
    }
  }
  MESSAGE(permissions << " manifests and " << labels << " labels compared");
  CHECK(permissions > 0);
}

}  // namespace
}  // namespace loanlint::android
