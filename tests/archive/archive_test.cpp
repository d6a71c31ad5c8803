// SPDX-License-Identifier: Apache-2.0
#include "archive/archive.h"

#include <doctest/doctest.h>

#include "base/buffer.h"
#include "base/error.h"
#include "support/prefixes.h"
#include "support/zip_builder.h"

namespace loanlint::archive {
namespace {

using testing::build_zip;
using testing::HeaderSays;
using testing::ZipRecipe;

constexpr const char* kManifest = "AndroidManifest.xml";

ZipRecipe small() {
  ZipRecipe recipe;
  recipe.items = {{kManifest, std::string(500, 'm'), true},
                  {"classes.dex", "dex bytes"},
                  {"assets/隐私政策.html", "<p>隐私政策</p>", true}};
  return recipe;
}

std::string read_text(const Archive& archive, const char* name, As as = As::asset) {
  Buffer buffer;
  const Entry* entry = archive.find(name);
  REQUIRE(entry != nullptr);
  return std::string(as_text(archive.read(*entry, buffer, as)));
}

TEST_CASE("an ordinary package: every entry by name, in order, no tricks") {
  const std::string bytes = build_zip(small());
  const auto source = view_bytes(as_bytes(bytes));
  const Archive archive = Archive::open(*source, Limits{});
  CHECK(archive.entries().size() == 3);
  CHECK(archive.entries()[2].name == "assets/隐私政策.html");
  CHECK(read_text(archive, kManifest) == std::string(500, 'm'));
  CHECK(read_text(archive, "classes.dex", As::code) == "dex bytes");
  CHECK(read_text(archive, "assets/隐私政策.html") == "<p>隐私政策</p>");
  CHECK(archive.find("assets") == nullptr);
  CHECK(archive.find("") == nullptr);
  CHECK(archive.tricks().empty());
  CHECK_FALSE(archive.refusal());
  CHECK(as_text(as_bytes(bytes)).substr(archive.directory_offset(), 4) == "PK\1\2");
}

TEST_CASE("an archive outlives being moved") {
  const std::string bytes = build_zip(small());
  const auto source = view_bytes(as_bytes(bytes));
  Archive first = Archive::open(*source, Limits{});
  const Archive second = std::move(first);
  CHECK(read_text(second, "classes.dex") == "dex bytes");
}

TEST_CASE("a buffer is used again and not made smaller") {
  const std::string bytes = build_zip(small());
  const auto source = view_bytes(as_bytes(bytes));
  const Archive archive = Archive::open(*source, Limits{});
  Buffer buffer;
  CHECK(archive.read(*archive.find(kManifest), buffer).size() == 500);
  CHECK(as_text(archive.read(*archive.find("assets/隐私政策.html"), buffer)) == "<p>隐私政策</p>");
  CHECK(buffer.size() == 500);
}

TEST_CASE("code is stored or deflated, assets may name any method") {
  ZipRecipe recipe = small();
  recipe.item("classes.dex").both<std::uint16_t>(&HeaderSays::method, 93);
  const std::string bytes = build_zip(recipe);
  const auto source = view_bytes(as_bytes(bytes));
  const Archive archive = Archive::open(*source, Limits{});
  CHECK(read_text(archive, "classes.dex") == "dex bytes");
  Buffer buffer;
  CHECK_THROWS_WITH_AS(archive.read(*archive.find("classes.dex"), buffer, As::code),
                       "classes.dex: compression method 93 for code", FormatError);
}

TEST_CASE("what Android maps behind the end of the file is zero to the end of the page") {
  ZipRecipe recipe;
  recipe.items = {{kManifest, "tail"}};
  ZipRecipe longer = recipe;
  const auto read_with_size = [&](std::uint32_t size) {
    longer.items[0].both<std::uint16_t>(&HeaderSays::method, 99);
    longer.items[0].both<std::uint32_t>(&HeaderSays::size, size);
    const std::string bytes = build_zip(longer);
    const auto source = view_bytes(as_bytes(bytes));
    const Archive archive = Archive::open(*source, Limits{});
    return read_text(archive, kManifest);
  };
  const std::size_t data = 30 + std::string(kManifest).size();
  const std::string page = read_with_size(static_cast<std::uint32_t>(4096 - data));
  CHECK(page.substr(0, 4) == "tail");
  CHECK(page.back() == '\0');
  CHECK_THROWS_WITH_AS(
      read_with_size(static_cast<std::uint32_t>(4097 - data)),
      "AndroidManifest.xml: the data reach into the central directory or past the file",
      FormatError);
}

TEST_CASE("limits: entries, one entry, all entries") {
  const std::string bytes = build_zip(small());
  const auto source = view_bytes(as_bytes(bytes));
  Limits limits;
  limits.entries = 2;
  CHECK_THROWS_WITH_AS(Archive::open(*source, limits), "central directory: more than 2 entries",
                       LimitError);
  limits = Limits{};
  limits.entry_bytes = 499;
  const Archive narrow = Archive::open(*source, limits);
  Buffer buffer;
  CHECK_THROWS_WITH_AS(narrow.read(*narrow.find(kManifest), buffer),
                       "AndroidManifest.xml: 500 bytes, the limit is 499", LimitError);
  CHECK(buffer.empty());
  limits = Limits{};
  limits.package_bytes = 505;
  const Archive tight = Archive::open(*source, limits);
  tight.read(*tight.find(kManifest), buffer);
  CHECK_THROWS_WITH_AS(tight.read(*tight.find("classes.dex"), buffer),
                       "classes.dex: 9 bytes, the limit is 505", LimitError);
}

TEST_CASE("no memory is taken for a size that the data cannot have") {
  ZipRecipe recipe = small();
  recipe.item(kManifest).both<std::uint32_t>(&HeaderSays::size, 200'000'000);
  const std::string bytes = build_zip(recipe);
  const auto source = view_bytes(as_bytes(bytes));
  const Archive archive = Archive::open(*source, Limits{});
  Buffer buffer;
  CHECK_THROWS_AS(archive.read(*archive.find(kManifest), buffer), FormatError);
  CHECK(buffer.capacity() == 0);
  // What is there can be had all the same, when Android's opinion is not asked for.
  CHECK(read_text(archive, kManifest, As::salvage) == std::string(500, 'm'));
}

TEST_CASE("a bomb is read up to the limit, also where Android refuses the archive") {
  ZipRecipe recipe;
  recipe.items = {{kManifest, std::string(3 * kMiB, '0'), true}};
  recipe.after = "x";
  recipe.items[0].both<std::uint32_t>(&HeaderSays::size, 10);
  const std::string bytes = build_zip(recipe);
  CHECK(bytes.size() < 4'000);
  const auto source = view_bytes(as_bytes(bytes));
  Limits limits;
  const Archive archive = Archive::open(*source, limits);
  REQUIRE(archive.refusal());
  CHECK(read_text(archive, kManifest).size() == 3 * kMiB);
  limits.entry_bytes = kMiB;
  const Archive narrow = Archive::open(*source, limits);
  Buffer buffer;
  CHECK_THROWS_WITH_AS(narrow.read(*narrow.find(kManifest), buffer),
                       "AndroidManifest.xml: 1048577 bytes, the limit is 1048576", LimitError);
}

TEST_CASE("a thousand records over the same data cost the package limit, not more") {
  ZipRecipe recipe;
  constexpr std::size_t kSize = 10'240;
  recipe.items = {{"a", std::string(kSize, '0'), true}};
  for (int i = 1; i < 1000; ++i) {
    testing::ZipItem item = {"b" + std::to_string(i), std::string(kSize, '0'), true};
    item.with_data = false;
    item.header_offset = 0;
    recipe.items.push_back(item);
  }
  const std::string bytes = build_zip(recipe);
  const auto source = view_bytes(as_bytes(bytes));
  Limits limits;
  limits.package_bytes = 100 * kSize;
  const Archive archive = Archive::open(*source, limits);
  Buffer buffer;
  std::size_t read = 0;
  bool limited = false;
  for (const Entry& entry : archive.entries()) {
    try {
      read += archive.read(entry, buffer, As::salvage).size();
    } catch (const LimitError& error) {
      limited = true;
      CHECK(error.limit() == "package_bytes");
      break;
    }
  }
  CHECK(limited);
  CHECK(read == 100 * kSize);
  // One trick per kind is enough to know: the rest is counted, not kept.
  CHECK(archive.tricks().size() <= 3 * limits.evidence_per_fact);
}

TEST_CASE("64-bit sizes of an entry are read, and noted: Android 10 does not know them") {
  const std::string content(500, 'm');
  const std::string size = testing::le32(500) + testing::le32(0);
  for (const bool central : {true, false}) {
    ZipRecipe recipe;
    recipe.items = {{kManifest, content}};
    HeaderSays& header = central ? recipe.items[0].central : recipe.items[0].local;
    header.size = header.compressed_size = 0xffffffff;
    header.extra = testing::le16(1) + testing::le16(16) + size + size;
    const std::string bytes = build_zip(recipe);
    const auto source = view_bytes(as_bytes(bytes));
    const Archive archive = Archive::open(*source, Limits{});
    CHECK(read_text(archive, kManifest) == content);
    REQUIRE(archive.tricks().size() == 1);
    CHECK(archive.tricks()[0].id == "zip64");
    CHECK(archive.tricks()[0].entry == kManifest);
  }
}

TEST_CASE("every prefix of a package ends in entries or in a FormatError") {
  for (const bool zip64 : {false, true}) {
    ZipRecipe recipe = small();
    recipe.zip64 = zip64;
    recipe.item(kManifest).central.extra = testing::le16(0x7075) + testing::le16(2) + "ab";
    const std::string bytes = build_zip(recipe);
    testing::check_every_prefix(as_bytes(bytes), [](Bytes prefix) {
      const auto source = view_bytes(prefix);
      const Archive archive = Archive::open(*source, Limits{});
      REQUIRE(archive.refusal());
      Buffer buffer;
      for (const Entry& entry : archive.entries()) {
        try {
          archive.read(entry, buffer);
        } catch (const FormatError& error) {
          CHECK(error.offset() <= prefix.size());
        }
      }
    });
  }
}

TEST_CASE("a package cut short shows what came through") {
  const std::string bytes = build_zip(small());
  const auto source = view_bytes(as_bytes(bytes).first(bytes.size() - 60));
  const Archive archive = Archive::open(*source, Limits{});
  REQUIRE(archive.refusal());
  CHECK(archive.refusal()->why.key == "refusal.no-end-record");
  CHECK(archive.entries().size() == 3);
  CHECK(read_text(archive, kManifest) == std::string(500, 'm'));
}

TEST_CASE("what is no archive at all is a FormatError") {
  struct Row {
    std::string name;
    std::string bytes;
    std::string error;
  };
  const Row rows[] = {
      {"empty file", "", "ZIP: no end record and no local header"},
      {"text", "not a package at all, only words", "ZIP: no end record and no local header"},
      {"end record alone", "PK\5\6" + std::string(18, '\0'), "ZIP: no entry can be found"},
      {"header alone", "PK\3\4", "ZIP: no end record and no local header"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto source = view_bytes(as_bytes(row.bytes));
    CHECK_THROWS_WITH_AS(Archive::open(*source, Limits{}), row.error.c_str(), FormatError);
  }
}

/// `count` empty entries; with ZIP64 where the old record cannot count so far. Not by the builder,
/// which is made to be read, not to be fast.
std::string many_entries(std::size_t count) {
  using testing::le32;
  using testing::le64;
  const std::string lengths = "\x09" + std::string(3, '\0');
  const std::string local = "PK\3\4" + std::string(22, '\0') + lengths + std::string(9, '0');
  const std::string central =
      "PK\1\2" + std::string(24, '\0') + lengths + std::string(14, '\0') + std::string(9, '0');
  std::string out;
  out.reserve(count * (local.size() + central.size()) + 100);
  const auto put_name = [&](std::size_t number) {
    for (std::size_t at = out.size(); number != 0; number /= 10) {
      out[--at] = static_cast<char>('0' + number % 10);
    }
  };
  for (std::size_t i = 0; i < count; ++i) {
    out += local;
    put_name(i);
  }
  const std::size_t directory = out.size();
  for (std::size_t i = 0; i < count; ++i) {
    out += central;
    put_name(i);
    const std::size_t offset = i * local.size();
    for (std::size_t byte = 0; byte < 4; ++byte) {
      out[out.size() - 13 + byte] = static_cast<char>(offset >> (8 * byte) & 0xff);
    }
  }
  const std::size_t end = out.size();
  if (count > 0xffff) {
    out += "PK\6\6" + le64(44) + std::string(12, '\0') + le64(count) + le64(count) +
           le64(end - directory) + le64(directory);
    out += "PK\6\7" + le32(0) + le64(end) + le32(1);
    return out + "PK\5\6" + std::string(16, '\xff') + std::string(2, '\0');
  }
  return out + "PK\5\6" + le32(0) + std::string(4, '\xff') + le32(end - directory) +
         le32(directory) + std::string(2, '\0');
}

TEST_CASE("65,535 and 1,000,000 entries") {
  for (const std::size_t count : {std::size_t{65'535}, std::size_t{1'000'000}}) {
    CAPTURE(count);
    const std::string bytes = many_entries(count);
    const auto source = view_bytes(as_bytes(bytes));
    if (count > Limits{}.entries) CHECK_THROWS_AS(Archive::open(*source, Limits{}), LimitError);
    Limits wide;
    wide.entries = 1'000'000;
    const Archive archive = Archive::open(*source, wide);
    CHECK_FALSE(archive.refusal());
    CHECK(archive.entries().size() == count);
    const std::string number = std::to_string(count - 1);
    const Entry* last = archive.find(std::string(9 - number.size(), '0') + number);
    REQUIRE(last != nullptr);
    CHECK(last->problem == EntryProblem::none);
  }
}

}  // namespace
}  // namespace loanlint::archive
