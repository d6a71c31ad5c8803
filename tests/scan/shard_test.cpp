// SPDX-License-Identifier: Apache-2.0
#include "scan/shard.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "scan/run_error.h"

namespace loanlint::scan {
namespace {

/// Environment variables that are gone again when the test ends.
class Environment {
 public:
  using Variables = std::map<std::string, std::string>;
  explicit Environment(Variables variables) : variables_(std::move(variables)) {
    for (const auto& [name, value] : variables_) ::setenv(name.c_str(), value.c_str(), 1);
  }
  ~Environment() {
    for (const auto& [name, value] : variables_) ::unsetenv(name.c_str());
  }

 private:
  Variables variables_;
};

TEST_CASE("i/n, or what is wrong with it") {
  CHECK(parse_shard("2/4").index == 2);
  CHECK(parse_shard("2/4").count == 4);
  for (const std::string wrong : {"", "4/4", "1", "a/b", "1/0", "-1/3", "1/2/3", "1/ 2"}) {
    CAPTURE(wrong);
    CHECK_THROWS_WITH_AS(parse_shard(wrong), ("shard.form | " + wrong).c_str(), RunError);
  }
}

TEST_CASE("auto reads what Slurm and Kubernetes set") {
  CHECK(parse_shard("auto").count == 1);
  {
    const Environment slurm(Environment::Variables{{"SLURM_ARRAY_TASK_ID", "5"},
                                                   {"SLURM_ARRAY_TASK_COUNT", "4"},
                                                   {"SLURM_ARRAY_TASK_MIN", "3"}});
    CHECK(parse_shard("auto").name() == "2/4");
  }
  {
    const Environment steps(Environment::Variables{{"SLURM_ARRAY_TASK_ID", "30"},
                                                   {"SLURM_ARRAY_TASK_COUNT", "4"},
                                                   {"SLURM_ARRAY_TASK_MIN", "0"},
                                                   {"SLURM_ARRAY_TASK_STEP", "10"}});
    CHECK(parse_shard("auto").name() == "3/4");
  }
  {
    const Environment kubernetes(
        Environment::Variables{{"JOB_COMPLETION_INDEX", "1"}, {"JOB_COMPLETIONS", "3"}});
    CHECK(parse_shard("auto").index == 1);
    CHECK(parse_shard("auto").count == 3);
  }
  struct Row {
    std::string name;
    Environment::Variables variables;
    std::string error;
  };
  const Row rows[] = {{"no count",
                       {{"JOB_COMPLETION_INDEX", "1"}},
                       "shard.half | JOB_COMPLETION_INDEX | JOB_COMPLETIONS"},
                      {"no count of tasks",
                       {{"SLURM_ARRAY_TASK_ID", "1"}},
                       "shard.half | SLURM_ARRAY_TASK_ID | SLURM_ARRAY_TASK_COUNT"},
                      {"below the first",
                       {{"SLURM_ARRAY_TASK_ID", "1"},
                        {"SLURM_ARRAY_TASK_COUNT", "2"},
                        {"SLURM_ARRAY_TASK_MIN", "3"}},
                       "shard.outside | SLURM_ARRAY_TASK_ID"},
                      {"behind the last",
                       {{"JOB_COMPLETION_INDEX", "2"}, {"JOB_COMPLETIONS", "2"}},
                       "shard.outside | JOB_COMPLETION_INDEX"},
                      {"no number",
                       {{"JOB_COMPLETION_INDEX", "x"}, {"JOB_COMPLETIONS", "2"}},
                       "shard.not_a_number | JOB_COMPLETION_INDEX | x"}};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Environment environment(row.variables);
    CHECK_THROWS_WITH_AS(parse_shard("auto"), row.error.c_str(), RunError);
  }
}

TEST_CASE("every file belongs to exactly one shard, and copies meet") {
  std::string folder = (std::filesystem::temp_directory_path() / "loanlint-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  std::map<std::uint32_t, int> sizes;
  for (int i = 0; i < 64; ++i) {
    const std::string name = folder + "/" + std::to_string(i);
    const std::string copy = folder + "/copy" + std::to_string(i);
    std::ofstream(name) << "content " << i;
    std::ofstream(copy) << "content " << i;
    int owners = 0;
    for (std::uint32_t index = 0; index < 4; ++index) {
      const Shard shard{index, 4};
      owners += shard.owns(name) ? 1 : 0;
      CHECK(shard.owns(name) == shard.owns(copy));
      sizes[index] += shard.owns(name) ? 1 : 0;
    }
    CHECK(owners == 1);
  }
  for (const auto& [index, size] : sizes) CHECK(size > 4);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace loanlint::scan
