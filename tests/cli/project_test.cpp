// SPDX-License-Identifier: Apache-2.0
#include "cli/project.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"

namespace loanlint::cli {
namespace {

namespace fs = std::filesystem;

/// A folder of its own that goes away with the test.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("loanlint-project-" + std::to_string(::getpid()));
  Folder() { fs::create_directories(path / "app" / "build"); }
  ~Folder() { fs::remove_all(path); }
  void write(const std::string& text) const { std::ofstream(path / "loanlint.json") << text; }
};

TEST_CASE("the project file above the package is found, its paths count from its folder") {
  const Folder folder;
  CHECK(find_project((folder.path / "app" / "x.apk").string()).path.empty());
  folder.write(R"({"fail_on": "medium", "packs": ["google-play"], "policies": ["legal/p.html"],
                   "baseline": "/abs/b.json", "purposes": {"READ_SMS": "自动填写验证码"}})");
  const Project project = find_project((folder.path / "app" / "build" / "x.apk").string());
  CHECK(project.fail_on == "medium");
  CHECK(project.packs == std::vector<std::string>{"google-play"});
  CHECK(project.policies == std::vector<std::string>{(folder.path / "legal/p.html").string()});
  CHECK(project.baseline == "/abs/b.json");
  CHECK(project.purposes.at("READ_SMS") == "自动填写验证码");
}

TEST_CASE("a project file that is wrong says where") {
  const Folder folder;
  const std::string file = (folder.path / "loanlint.json").string();
  struct Row {
    std::string text;
    std::string error;
  };
  const Row rows[] = {
      {R"({"fail_on": "big"})",
       file + ":1:13: /fail_on: expected critical, high, medium, low, info or never"},
      {"{\n  \"packs\": [],\n  \"fail-on\": \"high\"\n}",
       file + ":3:3: /fail-on: unknown key; did you mean \"fail_on\"?"},
      {R"({"packs": "pipl"})", file + ":1:11: /packs: expected a list, found \"pipl\""},
  };
  for (const Row& row : rows) {
    folder.write(row.text);
    CHECK_THROWS_WITH_AS(load_project(file), row.error.c_str(), UsageError);
  }
}

}  // namespace
}  // namespace loanlint::cli
