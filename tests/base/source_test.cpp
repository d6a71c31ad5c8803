// SPDX-License-Identifier: Apache-2.0
#include "base/source.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/buffer.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/sha256.h"

namespace loanlint {
namespace {

namespace fs = std::filesystem;

/// A folder of its own that goes when the test ends.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "loanlint-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  std::string file(const std::string& name, const std::string& content) const {
    std::ofstream(path / name, std::ios::binary) << content;
    return (path / name).string();
  }
};

TEST_CASE("open_file refuses what is not a regular file, at once") {
  const Folder folder;
  const std::string missing = (folder.path / "none").string();
  CHECK_THROWS_WITH_AS(open_file(missing), (missing + ": No such file or directory").c_str(),
                       UsageError);
  CHECK_THROWS_WITH_AS(open_file(folder.path.string()),
                       (folder.path.string() + ": is a folder").c_str(), UsageError);
  const std::string fifo = (folder.path / "fifo").string();
  REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
  CHECK_THROWS_WITH_AS(open_file(fifo), (fifo + ": is not a regular file").c_str(), UsageError);
}

TEST_CASE("a source reads what is there and says what is not") {
  const Folder folder;
  const std::string content = "0123456789";
  const auto file = open_file(folder.file("small", content));
  const auto memory = view_bytes(as_bytes(content));
  const std::string around = "<<" + content + ">>";
  const auto whole = view_bytes(as_bytes(around));
  const auto part = part_of(*whole, 2, 10);
  Buffer scratch;
  for (const ByteSource* source : {file.get(), memory.get(), part.get()}) {
    CHECK(source->size() == 10);
    CHECK(as_text(source->read(2, 3, scratch, "name")) == "234");
    CHECK_THROWS_WITH_AS(source->read(8, 3, scratch, "name"), "name: needs 3 bytes, 2 left",
                         FormatError);
    CHECK(sha256_hex(*source) == sha256_hex(as_bytes(content)));
    CHECK(read_all(*source, 10).size() == 10);
    CHECK_THROWS_AS(read_all(*source, 9), LimitError);
  }
}

TEST_CASE("a large file that shrinks while it is read is an error, not a signal") {
  const Folder folder;
  const std::string path = folder.file("large", "");
  fs::resize_file(path, 17 * kMiB);
  const auto source = open_file(path);
  fs::resize_file(path, 100);
  Buffer scratch;
  CHECK_THROWS_WITH_AS(source->read(0, 200, scratch, "central directory"),
                       "central directory: the file became shorter while it was read", FormatError);
}

}  // namespace
}  // namespace loanlint
