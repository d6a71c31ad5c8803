// SPDX-License-Identifier: Apache-2.0
#include "archive/tricks.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "archive/archive.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/source.h"
#include "support/zip_tricks.h"

namespace loanlint::archive {
namespace {

using testing::Android;

std::string joined(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  std::string out;
  for (const std::string& word : words) out += word + " ";
  return out;
}

/// What reading the manifest gives: its bytes, or "cannot".
std::string read_manifest(const Archive& archive) {
  const Entry* entry = archive.find("AndroidManifest.xml");
  if (entry == nullptr) return "cannot";
  Buffer buffer;
  try {
    return std::string(as_text(archive.read(*entry, buffer)));
  } catch (const FormatError&) {
    return "cannot";
  }
}

TEST_CASE("each trick of the container: what Android reads, and the trick that is noted") {
  const std::string manifest = "manifest: " + std::string(300, 'm');
  const std::string decoy = "decoy: " + std::string(200, 'd');
  for (const testing::ZipTrick& trick : testing::zip_tricks(manifest, decoy)) {
    CAPTURE(trick.id);
    CAPTURE(trick.what);
    const auto source = view_bytes(as_bytes(trick.bytes));
    const Archive archive = Archive::open(*source, Limits{});
    const std::string read = read_manifest(archive);
    CHECK(archive.refusal().has_value() == (trick.android == Android::refuses));
    CHECK(archive.old_refusal().has_value() == (trick.android == Android::reads_in_11));
    if (trick.android == Android::reads || trick.android == Android::reads_in_11) {
      // Sizes that reach too far give more bytes, as they do on Android.
      CHECK(read.substr(0, manifest.size()) == manifest);
    } else if (trick.android == Android::cannot) {
      CHECK(read == "cannot");
    } else {
      // What Android refuses is shown all the same.
      CHECK((read == manifest || read == decoy));
    }
    std::vector<std::string> ids;
    for (const findings::Trick& noted : archive.tricks()) ids.push_back(noted.id);
    CHECK(joined(ids) == joined(trick.tricks));
  }
}

}  // namespace
}  // namespace loanlint::archive
