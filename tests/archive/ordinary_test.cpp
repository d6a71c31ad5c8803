// SPDX-License-Identifier: Apache-2.0
#include "archive/ordinary.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "archive/archive.h"
#include "archive/compare.h"
#include "archive/writer.h"
#include "base/buffer.h"
#include "base/error.h"
#include "support/zip_builder.h"
#include "support/zip_tricks.h"

namespace loanlint::archive {
namespace {

using testing::build_zip;
using testing::HeaderSays;
using testing::ZipRecipe;

ZipRecipe bundle() {
  ZipRecipe recipe;
  recipe.items = {{"base.apk", "PK base"}, {"manifest.json", std::string(5000, ' '), true}};
  return recipe;
}

TEST_CASE("an ordinary archive lists and reads its entries") {
  const std::string bytes = build_zip(bundle());
  const auto source = view_bytes(as_bytes(bytes));
  const OrdinaryArchive archive = OrdinaryArchive::open(*source, Limits{});
  CHECK(archive.names() == std::vector<std::string>{"base.apk", "manifest.json"});
  CHECK(as_text(archive.read(0)) == "PK base");
  CHECK(archive.read(1).size() == 5000);
}

TEST_CASE("an ordinary archive: what libzip refuses is told in its words, limits hold") {
  const auto open = [](const std::string& bytes, const Limits& limits) {
    const auto source = view_bytes(as_bytes(bytes));
    OrdinaryArchive::open(*source, limits);
  };
  CHECK_THROWS_WITH_AS(open("no archive", Limits{}), "libzip: Not a zip archive", FormatError);
  Limits limits;
  limits.entries = 1;
  CHECK_THROWS_WITH_AS(open(build_zip(bundle()), limits), "archive: 2 entries, the limit is 1",
                       LimitError);
  const std::string bytes = build_zip(bundle());
  const auto source = view_bytes(as_bytes(bytes));
  limits = Limits{};
  limits.entry_bytes = 4999;
  CHECK_THROWS_WITH_AS(OrdinaryArchive::open(*source, limits).read(1),
                       "manifest.json: more than the limit of 4999 bytes", LimitError);
  limits = Limits{};
  limits.package_bytes = 5003;
  const OrdinaryArchive tight = OrdinaryArchive::open(*source, limits);
  tight.read(0);
  CHECK_THROWS_WITH_AS(tight.read(1), "manifest.json: more than the limit of 5003 bytes",
                       LimitError);
}

TEST_CASE("an entry that libzip cannot read leaves the others readable") {
  ZipRecipe recipe = bundle();
  recipe.items[0].both<std::uint16_t>(&HeaderSays::flags, 1);
  const std::string bytes = build_zip(recipe);
  const auto source = view_bytes(as_bytes(bytes));
  const OrdinaryArchive archive = OrdinaryArchive::open(*source, Limits{});
  CHECK_THROWS_AS(archive.read(0), FormatError);
  CHECK(archive.read(1).size() == 5000);
}

TEST_CASE("both views of a package are compared") {
  struct Row {
    std::string id;  // of the table of tricks
    std::string differences;
  };
  const Row rows[] = {
      {"Z00", ""},
      {"Z01", "manifest-unreadable-for-tools "},
      {"Z06", "manifest-unreadable-for-tools "},
      {"Z11", ""},
      {"Z15", ""},
      {"Z17", "unreadable-for-tools "},
      {"Z23", "manifest-unreadable-for-tools "},
      {"Z25", "unreadable-for-tools "},
      {"Z14", ""},  // refused: what is shown is the ordinary view
  };
  const auto tricks = testing::zip_tricks(std::string(300, 'm'), std::string(200, 'd'));
  for (const Row& row : rows) {
    CAPTURE(row.id);
    const auto trick = std::find_if(tricks.begin(), tricks.end(),
                                    [&](const testing::ZipTrick& t) { return t.id == row.id; });
    REQUIRE(trick != tricks.end());
    const auto source = view_bytes(as_bytes(trick->bytes));
    const Archive archive = Archive::open(*source, Limits{});
    std::string differences;
    for (const findings::Trick& difference : compare_views(archive, *source, Limits{})) {
      differences += difference.id + " ";
    }
    CHECK(differences == row.differences);
  }
}

TEST_CASE("the writer gives the same bytes for the same content, wherever and whenever") {
  const std::vector<ZipItem> items = {{"报告.txt", as_bytes("第一行\n")}, {"empty", {}}};
  const Buffer first = write_zip(items);
  setenv("TZ", "Asia/Shanghai", 1);
  CHECK(write_zip(items) == first);
  unsetenv("TZ");
  const auto source = view_bytes(first);
  const Archive archive = Archive::open(*source, Limits{});
  CHECK(archive.tricks().empty());
  REQUIRE(archive.entries().size() == 2);
  CHECK(archive.entries()[0].name == "报告.txt");
  CHECK(archive.entries()[0].method == 0);
  Buffer buffer;
  CHECK(as_text(archive.read(archive.entries()[0], buffer)) == "第一行\n");
}

TEST_CASE("the writer puts no name in twice") {
  CHECK_THROWS_WITH_AS(write_zip({{"a", {}}, {"a", {}}}), "a: libzip: File already exists",
                       UsageError);
}

}  // namespace
}  // namespace loanlint::archive
