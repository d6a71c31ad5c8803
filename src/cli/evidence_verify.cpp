// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <utility>
#include <vector>

#include "archive/ordinary.h"
#include "archive/writer.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/source.h"
#include "cli/commands.h"
#include "cli/evidence.h"

namespace loanlint::cli {
namespace {

/// What a pack holds, in its own order.
struct Contents {
  std::vector<std::pair<std::string, Buffer>> files;
  std::map<std::string, std::string> hashes;  ///< of all but the checksums
  std::string sums;
  bool repeats = false;  ///< of two files with one name, tools disagree on which counts
};

Contents read_contents(const std::string& path, const ByteSource& source) {
  Contents out;
  try {
    const auto zip = archive::OrdinaryArchive::open(source, Limits{});
    for (std::size_t i = 0; i < zip.names().size(); ++i) {
      out.files.emplace_back(zip.names()[i], zip.read(i));
      const auto& [name, bytes] = out.files.back();
      if (name == kSums) {
        out.repeats = out.repeats || !out.sums.empty();
        out.sums = as_text(bytes);
      } else {
        out.repeats = !out.hashes.emplace(name, sha256_hex(Bytes(bytes))).second || out.repeats;
      }
    }
  } catch (const FormatError& error) {
    throw UsageError(path + ": " + error.what());
  }
  return out;
}

/// True when the file is, byte for byte, what packing its contents gives: nothing stands before,
/// between or behind the files, and no header says anything else.
bool as_written(const Contents& contents, const ByteSource& source) {
  std::string sums;
  for (const auto& [name, hash] : contents.hashes) sums += hash + "  " + name + "\n";
  if (sums != contents.sums) return false;
  std::vector<archive::ZipItem> items;
  for (const auto& [name, bytes] : contents.files) items.push_back({name, bytes});
  const Buffer written = archive::write_zip(items);
  return written.size() == source.size() && written == read_all(source, written.size());
}

}  // namespace

int evidence_verify(const Call& call) {
  const std::string& path = call.arguments.positionals.front();
  const std::unique_ptr<ByteSource> source = open_file(path);
  const Contents contents = read_contents(path, *source);
  bool good = !contents.repeats && !contents.sums.empty();
  std::map<std::string, std::string> unnamed = contents.hashes;
  for (const std::string& line : split(contents.sums, '\n')) {
    const std::string name = line.size() > 66 ? line.substr(66) : "";
    const auto file = unnamed.find(name);
    const bool same = file != unnamed.end() && file->second == line.substr(0, 64);
    good = good && same;
    call.world.out << call.voice(same                    ? "evidence.same"
                                 : file == unnamed.end() ? "evidence.missing"
                                                         : "evidence.changed",
                                 {name})
                   << '\n';
    if (file != unnamed.end()) unnamed.erase(file);
  }
  for (const auto& [name, hash] : unnamed) {
    good = false;
    call.world.out << call.voice("evidence.extra", {name}) << '\n';
  }
  if (good && !as_written(contents, *source)) {
    good = false;
    call.world.out << call.voice("evidence.repacked") << '\n';
  }
  call.world.out << call.voice(good ? "evidence.good" : "evidence.bad") << '\n';
  return good ? kClean : kFindings;
}

}  // namespace loanlint::cli
