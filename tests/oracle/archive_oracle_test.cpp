// SPDX-License-Identifier: Apache-2.0
// Holds our reading of the container against Android's own code.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "archive/archive.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/source.h"
#include "oracle/ask.h"
#include "support/zip_tricks.h"

namespace loanlint::archive {
namespace {

namespace fs = std::filesystem;

/// Where our reading stops, in the words of the oracle; empty when the manifest's bytes are there.
std::string our_stage(const std::string& path) {
  try {
    const auto source = open_file(path);
    const Archive archive = Archive::open(*source, Limits{});
    if (archive.refusal() || archive.old_refusal()) return "zip";  // the oracle is Android 10
    const Entry* manifest = archive.find("AndroidManifest.xml");
    if (manifest == nullptr || manifest->problem != EntryProblem::none) return "entry";
    Buffer buffer;
    try {
      archive.read(*manifest, buffer);
    } catch (const FormatError&) {
      return "data";
    }
    return "";
  } catch (const FormatError&) {
    return "zip";
  }
}

/// The stage at which Android stopped as far as the container is concerned: a document or a
/// resource table that it does not like is another matter.
bool is_container(const std::string& stage) {
  return stage == "zip" || stage == "entry" || stage == "data";
}

void compare(const std::vector<std::string>& files) {
  const auto answers = testing::ask_android(files);
  for (const std::string& file : files) {
    CAPTURE(file);
    const std::string theirs = answers.at(file).stage;
    // Android reads the resource table first; behind a bad one nothing can be compared.
    if (theirs == "resources") continue;
    CHECK(our_stage(file) == (is_container(theirs) ? theirs : ""));
  }
}

TEST_CASE("every trick of the container is read as Android reads it") {
  std::string name = (fs::temp_directory_path() / "loanlint-tricks-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  std::vector<std::string> files;
  for (const testing::ZipTrick& trick : testing::zip_tricks(std::string(300, 'm'), "decoy")) {
    files.push_back((fs::path(name) / (trick.id + ".apk")).string());
    std::ofstream(files.back(), std::ios::binary) << trick.bytes;
  }
  CHECK(files.size() > 50);
  CHECK(testing::ask_android({files.front()}).at(files.front()).stage == "axml");
  compare(files);
  fs::remove_all(name);
}

TEST_CASE("every package of the corpus is read as Android reads it") {
  compare(testing::corpus_packages());
}

}  // namespace
}  // namespace loanlint::archive
