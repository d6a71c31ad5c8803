// SPDX-License-Identifier: Apache-2.0
#include "scan/intake.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "base/sha256.h"

namespace loanlint::scan {
namespace {

namespace fs = std::filesystem;

/// A folder with files and a store, and what an intake says of them.
struct Run {
  std::string folder = (fs::temp_directory_path() / "loanlint-XXXXXX").string();
  Run() { REQUIRE(mkdtemp(folder.data()) != nullptr); }
  ~Run() { fs::remove_all(folder); }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  std::string file(const std::string& name, const std::string& content) const {
    const std::string path = folder + "/" + name;
    std::ofstream(path) << content;
    return path;
  }
  std::string store() const { return folder + "/s.db"; }
};

RunName run_name() { return {"inputs", "0/1", "settings"}; }

/// "0 1- 2+": inputs in the order they come; "-" left out, "+" again after they were left out.
std::string offered(Intake& intake) {
  std::string out;
  while (const auto input = intake.next()) {
    out += (out.empty() ? "" : " ") + std::to_string(input->id);
    if (!input->scanned) out += "-";
    if (input->again) out += "+";
  }
  return out;
}

/// The row line of a package with this content.
std::string line(const std::string& content) {
  findings::ScanResult result;
  result.identity.sha256 = sha256_hex(as_bytes(content));
  result.identity.size = content.size();
  return to_row_line({&result});
}

std::string hash(const std::string& content) { return sha256_hex(as_bytes(content)); }

TEST_CASE("copies wait for the one that is scanned") {
  const Run run;
  const std::vector<std::string> inputs{run.file("a", "same"), run.file("b", "same"),
                                        run.file("c", "else"), run.file("d", "longer")};
  {
    Store store(run.store());
    store.begin_run(run_name());
    Intake intake(inputs, {}, false, &store);
    CHECK(offered(intake) == "0 1- 2 3");
    CHECK(intake.more());
    for (const std::uint64_t id : {0UL, 2UL, 3UL}) {
      const std::string content = id == 0 ? "same" : id == 2 ? "else" : "longer";
      store.put(intake.stamp(id), line(content));
      intake.done(id, hash(content));
    }
    CHECK(offered(intake).empty());
    CHECK(!intake.more());
  }
  Store store(run.store());
  store.begin_run(run_name());
  Intake intake(inputs, {}, true, &store);
  CHECK(offered(intake) == "0- 1- 2- 3-");
}

TEST_CASE("copies of what went away, or changed, are inputs again") {
  const Run run;
  const std::vector<std::string> inputs{run.file("a", "same"), run.file("b", "same"),
                                        run.file("c", "same")};
  for (const std::string& became : {std::string(), hash("new")}) {
    CAPTURE(became);
    Store store(run.store());
    store.begin_run(run_name());
    Intake intake(inputs, {}, false, &store);
    CHECK(offered(intake) == "0 1- 2-");
    intake.done(0, became);
    CHECK(intake.more());
    CHECK(offered(intake) == "1+ 2-+");
    store.put(intake.stamp(1), line("same"));
    intake.done(1, hash("same"));
    CHECK(!intake.more());
    store.begin_run(run_name());
    CHECK(store.has_file(intake.stamp(1)));
    CHECK(store.has_file(intake.stamp(2)));
    CHECK(!store.has_file(intake.stamp(0)));
    fs::remove(run.store());
  }
}

TEST_CASE("copies of a package whose workers were killed share its fate") {
  const Run run;
  const std::vector<std::string> inputs{run.file("a", "same"), run.file("b", "same"),
                                        run.file("c", "same")};
  Store store(run.store());
  store.begin_run(run_name());
  Intake intake(inputs, {}, false, &store);
  CHECK(intake.next()->scanned);
  CHECK(!intake.next()->scanned);
  findings::ScanResult result;
  result.identity.sha256 = hash("same");
  store.put(intake.stamp(0), to_row_line({&result, "crash", 9}));
  intake.done(0, hash("same"));
  CHECK(offered(intake) == "2-");
  CHECK(!intake.more());
  store.begin_run(run_name());
  Intake again(inputs, {}, true, &store);
  CHECK(offered(again) == "0 1- 2-");
}

TEST_CASE("the same content at a new place, and another content at an old one") {
  const Run run;
  std::vector<std::string> inputs{run.file("a", "one"), run.file("b", "two!")};
  Store store(run.store());
  store.begin_run(run_name());
  {
    Intake intake(inputs, {}, false, &store);
    CHECK(offered(intake) == "0 1");
    store.put(intake.stamp(0), line("one"));
    store.put(intake.stamp(1), line("two!"));
  }
  run.file("b", "other content");
  inputs.push_back(run.file("c", "one"));
  inputs.push_back(run.folder + "/absent");
  store.begin_run(run_name());
  Intake intake(inputs, {}, true, &store);
  CHECK(offered(intake) == "0- 1 2- 3");
}

TEST_CASE("every input falls to one shard, copies to the same") {
  const Run run;
  std::vector<std::string> inputs;
  for (int i = 0; i < 20; ++i) inputs.push_back(run.file(std::to_string(i), std::to_string(i / 2)));
  std::vector<int> taken(inputs.size());
  for (std::uint32_t shard = 0; shard < 3; ++shard) {
    Intake intake(inputs, {shard, 3}, false, nullptr);
    while (const auto input = intake.next()) taken[input->id] += input->scanned ? 1 : 0;
  }
  CHECK(taken == std::vector<int>(inputs.size(), 1));
}

}  // namespace
}  // namespace loanlint::scan
