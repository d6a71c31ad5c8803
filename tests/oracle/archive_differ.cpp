// SPDX-License-Identifier: Apache-2.0
// Feeds mutants of the trick packages to Android's own code and to ours, and stops at the first
// one that they read differently.
//
//   archive_differ COUNT [SEED]
//
// Both sides answer with the stage at which reading stops, or with the bytes of the manifest.
// Known to differ and skipped: ZIP64 (read from Android 11 on), and data that reach past the file,
// which Android maps and then trips over.
#include <androidfw/ApkAssets.h>
#include <androidfw/Asset.h>
#include <androidfw/ZipFileRO.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/inflate.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/source.h"
#include "support/mutator.h"
#include "support/zip_tricks.h"

namespace {

using loanlint::FormatError;
using loanlint::Limits;
using loanlint::archive::Archive;
using loanlint::archive::Entry;
using loanlint::archive::EntryProblem;

constexpr const char* kManifest = "AndroidManifest.xml";

/// A stage, or the manifest.
struct Answer {
  std::string stage;
  std::string manifest;

  bool operator==(const Answer&) const = default;
};

Answer ask_android(const std::string& path) {
  const std::unique_ptr<android::ZipFileRO> zip(android::ZipFileRO::open(path.c_str()));
  if (!zip) return {"zip", ""};
  const auto package = android::ApkAssets::Load(path);
  if (!package) return {"resources", ""};
  const auto manifest = package->Open(kManifest, android::Asset::ACCESS_BUFFER);
  if (!manifest) return {"entry", ""};
  const void* const bytes = manifest->getBuffer(true);
  if (bytes == nullptr) return {"data", ""};
  return {"", std::string(static_cast<const char*>(bytes),
                          static_cast<std::size_t>(manifest->getLength()))};
}

Answer ask_us(const std::string& bytes) {
  const auto source = loanlint::view_bytes(loanlint::as_bytes(bytes));
  try {
    const Archive archive = Archive::open(*source, Limits{});
    if (archive.refusal() || archive.old_refusal()) return {"zip", ""};
    const Entry* const manifest = archive.find(kManifest);
    if (manifest == nullptr || manifest->problem != EntryProblem::none) return {"entry", ""};
    loanlint::Buffer buffer;
    try {
      return {"", std::string(loanlint::as_text(archive.read(*manifest, buffer)))};
    } catch (const FormatError&) {
      return {"data", ""};
    }
  } catch (const FormatError&) {
    return {"zip", ""};
  }
}

/// True when the manifest is one that Android would map past the end of the file, or that says
/// 0xffffffff, which only Android 11 and later take for "see the 64-bit field".
bool is_known_difference(const std::string& bytes) {
  const auto source = loanlint::view_bytes(loanlint::as_bytes(bytes));
  try {
    const Archive archive = Archive::open(*source, Limits{});
    if (archive.old_refusal()) return true;
    for (const Entry& entry : archive.entries()) {
      if (entry.problem == EntryProblem::broken_zip64) return true;
    }
    const Entry* const manifest = archive.find(kManifest);
    return manifest != nullptr && manifest->method != 8 &&
           manifest->size >
               bytes.size() - std::min<std::uint64_t>(bytes.size(), manifest->data_offset);
  } catch (const FormatError&) {
    return false;
  }
}

/// Renames the resource table: Android's code believes the package count of a damaged one, and
/// asks for more memory than there is.
std::string without_table(std::string bytes) {
  const std::string_view table = "resources.arsc";
  for (std::size_t at = 0; (at = bytes.find(table, at)) != std::string::npos;) bytes[at] = 'R';
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const long count = std::strtol(argv[1], nullptr, 10);
  const auto seed = static_cast<std::uint64_t>(argc > 2 ? std::strtoll(argv[2], nullptr, 10) : 1);
  std::vector<std::string> seeds;
  for (auto& trick :
       loanlint::testing::zip_tricks(std::string(300, 'm') + "<manifest/>", "decoy")) {
    if (trick.bytes.size() < 10'000) seeds.push_back(without_table(std::move(trick.bytes)));
  }
  const int file = memfd_create("mutant", 0);
  if (file < 0) return 2;
  const std::string path = "/proc/self/fd/" + std::to_string(file);
  // Android's libraries log every refusal.
  if (std::freopen("/dev/null", "w", stderr) == nullptr) return 2;
  loanlint::testing::Mutator mutator(seed);
  long read = 0;
  long skipped = 0;
  for (long i = 0; i < count; ++i) {
    const std::string mutant = mutator.mutate(seeds);
    if (ftruncate(file, 0) != 0 ||
        pwrite(file, mutant.data(), mutant.size(), 0) != static_cast<ssize_t>(mutant.size())) {
      return 2;
    }
    if (is_known_difference(mutant)) {
      ++skipped;
      continue;
    }
    const Answer theirs = ask_android(path);
    if (theirs.stage == "resources") {
      ++skipped;
      continue;
    }
    const Answer ours = ask_us(mutant);
    if (ours.stage.empty()) ++read;
    if (ours == theirs) continue;
    const char* const kept = "archive_difference.apk";
    if (std::FILE* out = std::fopen(kept, "wb")) {
      std::fwrite(mutant.data(), 1, mutant.size(), out);
      std::fclose(out);
    }
    std::printf(
        "mutant %ld of seed %llu, kept as %s: Android stops at \"%s\" (%zu bytes), we at "
        "\"%s\" (%zu bytes)\n",
        i, static_cast<unsigned long long>(seed), kept, theirs.stage.c_str(),
        theirs.manifest.size(), ours.stage.c_str(), ours.manifest.size());
    return 1;
  }
  std::printf("%ld mutants: %ld read by both, %ld not comparable, no difference\n", count, read,
              skipped);
  return read == 0 ? 1 : 0;
}
