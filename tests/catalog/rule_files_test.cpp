// SPDX-License-Identifier: Apache-2.0
#include "catalog/rule_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"

namespace loanlint::catalog {
namespace {

namespace fs = std::filesystem;

TEST_CASE("every file below rules/ is compiled in, byte for byte") {
  const RuleFiles files;
  std::size_t on_disk = 0;
  for (const auto& item : fs::recursive_directory_iterator("rules")) {
    if (item.path().extension() != ".json") continue;
    ++on_disk;
    const std::string path = item.path().lexically_relative("rules").generic_string();
    CAPTURE(path);
    std::ifstream in(item.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    const RuleFile* file = files.find(path);
    REQUIRE(file != nullptr);
    CHECK(file->text == text);
  }
  CHECK(on_disk > 0);
  CHECK(files.all().size() == on_disk);
  CHECK(files.hash().size() == 64);
}

TEST_CASE("a folder given by the user adds and replaces") {
  std::string folder = (fs::temp_directory_path() / "loanlint-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  RuleFiles files;
  const std::string before = files.hash();
  CHECK_THROWS_WITH_AS(files.overlay(folder),
                       ("--rules " + folder + ": no *.json file in this folder").c_str(),
                       UsageError);
  fs::create_directories(folder + "/text");
  std::ofstream(folder + "/text/verdict.json") << "{}";
  files.overlay(folder);
  CHECK(files.find("text/verdict.json")->text == "{}");
  CHECK(files.find("text/verdict.json")->id() == "verdict");
  CHECK(files.hash() != before);
  fs::remove_all(folder);
  CHECK_THROWS_AS(files.overlay(folder), UsageError);
}

}  // namespace
}  // namespace loanlint::catalog
