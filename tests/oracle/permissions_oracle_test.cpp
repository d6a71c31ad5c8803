// SPDX-License-Identifier: Apache-2.0
// Holds the permissions that we take from a package against those that Android's own code takes.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "android/manifest_file.h"
#include "archive/archive.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/printable.h"
#include "base/source.h"
#include "oracle/ask.h"
#include "support/axml_builder.h"
#include "support/manifest_tricks.h"
#include "support/zip_builder.h"
#include "support/zip_tricks.h"

namespace loanlint::testing {
namespace {

namespace fs = std::filesystem;

std::string lines(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string out;
  for (const std::string& word : words) out += word + "\n";
  return out;
}

/// A folder of packages that goes when the test ends.
struct Packages {
  fs::path folder;
  std::vector<std::string> files = {};

  Packages() {
    std::string name = (fs::temp_directory_path() / "loanlint-packages-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder = name;
  }
  ~Packages() { fs::remove_all(folder); }
  void add(const std::string& name, const std::string& bytes) {
    files.push_back((folder / (name + ".apk")).string());
    std::ofstream(files.back(), std::ios::binary) << bytes;
  }
};

std::string text(const std::vector<std::uint8_t>& bytes) {
  return std::string(bytes.begin(), bytes.end());
}

/// What we make of a package.
struct OurAnswer {
  bool refused = true;
  std::string permissions = {};  ///< requested on API level 34, as they are printed
};

/// Rules of the package parser, or of Android 11 and later, that the oracle does not know.
bool is_beyond_oracle(const android::Refusal& refusal) {
  const std::string& key = refusal.why.key;
  return key == "android.refused.root-type" || key == "android.refused.no-package" ||
         key == "android.refused.package-name" || key == "android.refused.permission-length";
}

OurAnswer our_answer(const std::string& path) {
  try {
    const auto source = open_file(path);
    const archive::Archive zip = archive::Archive::open(*source, Limits{});
    const archive::Entry* const entry = zip.find("AndroidManifest.xml");
    if (zip.refusal() || entry == nullptr) return {};
    Buffer buffer;
    const auto file = android::read_manifest_file(zip.read(*entry, buffer), Limits{});
    const auto& refusals = file.manifest.refusals;
    return {!std::all_of(refusals.begin(), refusals.end(), is_beyond_oracle),
            lines(file.manifest.requested_at(34))};
  } catch (const FormatError&) {
    return {};
  }
}

/// Both take a package and the same permissions from it, or both refuse it.
void compare(const std::vector<std::string>& files) {
  const auto answers = ask_android(files);
  for (const std::string& file : files) {
    CAPTURE(file);
    const AndroidAnswer& theirs = answers.at(file);
    // A resource table that Android 10 does not know is no reason to refuse the package.
    if (theirs.stage == "resources" || theirs.stage == "crash") continue;
    const OurAnswer ours = our_answer(file);
    CHECK(ours.refused == !theirs.stage.empty());
    if (theirs.stage.empty()) {
      CHECK(printable_lines(ours.permissions) == printable_lines(lines(theirs.permissions)));
    }
  }
}

TEST_CASE("tricks of the container around a real manifest") {
  AxmlBuilder decoy = ordinary_manifest();
  decoy.root.children.push_back(uses_permission("android.permission.CAMERA"));
  Packages packages;
  for (const ManifestTrick& trick : manifest_tricks()) {
    // A root of another type than XML is refused since Android 11; the oracle knows no splits.
    if (trick.name.starts_with("root type") || trick.name.ends_with("split")) continue;
    ZipRecipe recipe;
    recipe.items = {{"AndroidManifest.xml", text(trick.bytes), true}};
    packages.add(std::to_string(packages.files.size()), build_zip(recipe));
    INFO(trick.name);
    compare({packages.files.back()});
  }
}

TEST_CASE("packages of the corpus") { compare(corpus_packages()); }

}  // namespace
}  // namespace loanlint::testing
