// SPDX-License-Identifier: Apache-2.0
#include "catalog/rule_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "catalog/packs.h"
#include "support/rule_folder.h"

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

TEST_CASE("a file laid where nothing would read it is named") {
  struct Row {
    const char* file;
    const char* error;
  };
  const Row rows[] = {
      {"x.json", ": expected a file in a folder, as pipl/<id>.json"},
      {"pipls/x.json", ": there is no pack \"pipls\" (packs/pipls.json); did you mean \"pipl\"?"},
      {"elsewhere/x.json", ": there is no pack \"elsewhere\" (packs/elsewhere.json)"},
      {"pipl/more/x.json", ": expected the file right in the folder \"pipl\""},
      {"app/document.json", ": nothing reads a file of this name in \"app\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.file);
    const support::RuleFolder folder(row.file, "{}");
    RuleFiles files;
    files.overlay(folder.path());
    const std::string expected = folder.path() + "/" + row.file + row.error;
    CHECK_THROWS_WITH_AS(load_packs(files), expected.c_str(), UsageError);
  }
}

TEST_CASE("a pack of the user's own, with its rules") {
  const support::RuleFolder folder(
      "packs/ours.json",
      R"({"id":"ours","name":{"zh":"一","en":"x"},"about":{"zh":"一","en":"x"},"default":false})");
  folder.add("ours/x.json", "{}");
  folder.add("app/documents.json", "{}");
  RuleFiles files;
  files.overlay(folder.path());
  CHECK_NOTHROW(load_packs(files));
  CHECK(files.laid_over().size() == 3);
}

}  // namespace
}  // namespace loanlint::catalog
