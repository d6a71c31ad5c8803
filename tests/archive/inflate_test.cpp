// SPDX-License-Identifier: Apache-2.0
#include "archive/inflate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/source.h"
#include "support/zip_builder.h"

namespace loanlint::archive {
namespace {

/// Deflate streams of one stored block: what goes in comes out.
std::string stored_block(const std::string& content) {
  const auto size = static_cast<std::uint16_t>(content.size());
  std::string out("\1", 1);
  for (const auto half : {size, static_cast<std::uint16_t>(~size)}) {
    out.push_back(static_cast<char>(half & 0xff));
    out.push_back(static_cast<char>(half >> 8));
  }
  return out + content;
}

Inflated in_pieces(const std::string& stream, std::size_t piece, std::span<std::uint8_t> out) {
  Bytes left = as_bytes(stream);
  return inflate_pieces(
      [&] {
        const Bytes next = left.first(std::min(piece, left.size()));
        left = left.subspan(next.size());
        return next;
      },
      out);
}

TEST_CASE("a stream in pieces inflates as it does in one") {
  const std::string content = "the same bytes, whatever the pieces";
  const std::string stream = stored_block(content);
  std::vector<std::uint8_t> out(content.size() + 5);
  for (const std::size_t piece : {1UL, 2UL, 7UL, 1000UL}) {
    CAPTURE(piece);
    for (const std::size_t more : {0UL, 5UL}) {
      const auto room = std::span(out).first(content.size() + more);
      const Inflated inflated = in_pieces(stream, piece, room);
      CHECK(inflated.end == InflateEnd::complete);
      CHECK(inflated.size == content.size());
      CHECK(as_text(Bytes(out).first(content.size())) == content);
    }
    const auto small = std::span(out).first(content.size() - 1);
    CHECK(in_pieces(stream, piece, small).end == InflateEnd::more_room);
    CHECK(in_pieces(stream.substr(0, stream.size() - 2), piece, out).end == InflateEnd::bad_data);
    CHECK(in_pieces("\7no deflate", piece, out).end == InflateEnd::bad_data);
    CHECK(in_pieces("", piece, out).end == InflateEnd::bad_data);
  }
}

TEST_CASE("zlib takes a stream of exactly the size that is asked for") {
  const std::string content(60'000, 'z');
  const std::string stream = stored_block(content);
  CHECK(zlib_takes(as_bytes(stream), content.size()));
  CHECK(zlib_takes(as_bytes(stream + "junk"), content.size()));
  CHECK_FALSE(zlib_takes(as_bytes(stream), content.size() - 1));
  CHECK_FALSE(zlib_takes(as_bytes(stream), content.size() + 1));
  CHECK_FALSE(zlib_takes(as_bytes(stream.substr(0, stream.size() - 1)), content.size()));
  CHECK(zlib_takes(as_bytes(stored_block("")), 0));
  CHECK_FALSE(zlib_takes({}, 0));
}

TEST_CASE("an entry whose stream is too large to be held is read all the same") {
  // Bytes that do not become smaller.
  std::string content(17 * kMiB, '\0');
  std::uint32_t state = 1;
  for (char& byte : content) {
    state = state * 1'664'525 + 1'013'904'223;
    byte = static_cast<char>(state >> 24);
  }
  testing::ZipRecipe recipe;
  recipe.items = {{"AndroidManifest.xml", content, true}};
  const std::string bytes = testing::build_zip(recipe);
  REQUIRE(bytes.size() > 16 * kMiB);
  const auto source = view_bytes(as_bytes(bytes));
  Buffer buffer;
  const Archive archive = Archive::open(*source, Limits{});
  CHECK(as_text(archive.read(archive.entries().front(), buffer)) == content);
  CHECK(as_text(archive.read(archive.entries().front(), buffer, As::salvage)) == content);

  recipe.items[0].both<std::uint32_t>(&testing::HeaderSays::size, 17 * kMiB - 1);
  const std::string lie = testing::build_zip(recipe);
  const auto lying = view_bytes(as_bytes(lie));
  const Archive refused = Archive::open(*lying, Limits{});
  CHECK_THROWS_WITH_AS(refused.read(refused.entries().front(), buffer),
                       "AndroidManifest.xml: declared to inflate to 17825791 bytes: there is more",
                       FormatError);
}

TEST_CASE("an entry opens as a file of its own, in place when it is stored") {
  testing::ZipRecipe recipe;
  recipe.items = {{"stored", "0123456789"}, {"deflated", "abcdefghij", true}};
  const std::string bytes = testing::build_zip(recipe);
  const auto source = view_bytes(as_bytes(bytes));
  Limits limits;
  limits.package_bytes = 25;
  const Archive archive = Archive::open(*source, limits);
  Buffer scratch;
  for (const Entry& entry : archive.entries()) {
    CAPTURE(entry.name);
    CHECK(archive.opens_in_place(entry) == (entry.name == "stored"));
    const auto file = archive.open_entry(entry);
    CHECK(file->size() == 10);
    CHECK(as_text(file->read(3, 4, scratch, "x")) == (entry.name == "stored" ? "3456" : "defg"));
    CHECK_THROWS_AS(file->read(8, 3, scratch, "x"), FormatError);
  }
  CHECK_THROWS_AS(archive.open_entry(archive.entries().front()), LimitError);
}

}  // namespace
}  // namespace loanlint::archive
