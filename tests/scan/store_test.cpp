// SPDX-License-Identifier: Apache-2.0
#include "scan/store.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"
#include "scan/sqlite.h"
#include "support/stored.h"

namespace loanlint::scan::testing {
namespace {

namespace fs = std::filesystem;

TEST_CASE("a result is kept, found again, and replaced by a newer one") {
  const Folder folder;
  const std::string path = folder / "s.db";
  const findings::ScanResult one = result("one");
  {
    Store store(path);
    store.begin_run(run_name("rules1"));
    CHECK(!store.has_file(stamp("a.apk", one)));
    store.put(stamp("a.apk", one), to_row_line({&one}));
    store.begin_run(run_name("rules1"));
    CHECK(store.has_file(stamp("a.apk", one)));
    CHECK(store.has_package(one.identity.sha256));
    CHECK(store.has_size(3));
    CHECK(!store.has_size(4));
    FileStamp touched = stamp("a.apk", one);
    touched.mtime_ns = 2000;
    CHECK(!store.has_file(touched));
    store.put_copy(stamp("copy.apk", one), one.identity.sha256);
    store.begin_run(run_name("rules1"));
    CHECK(store.has_file(stamp("copy.apk", one)));
    store.finish_run();
  }
  const std::string first = dump(path);
  CHECK(first.find("facts|" + std::to_string(package_id(one.identity.sha256)) +
                   "|{\"contacts.asked\":\"yes\",\"target_sdk\":28}") != std::string::npos);
  CHECK(first.find("fact_values") != std::string::npos);
  {
    Store store(path);
    store.begin_run(run_name("rules2"));
    CHECK(!store.has_file(stamp("a.apk", one)));  // made by other rules
    store.put(stamp("a.apk", one), to_row_line({&one}));
    store.begin_run(run_name("rules2"));
    CHECK(store.has_file(stamp("a.apk", one)));
  }
  CHECK(dump(path).find("|problem one") != std::string::npos);
}

TEST_CASE("a run that was cut short is taken up again, and ends with the same rows") {
  const Folder folder;
  const auto fill = [&](const std::string& path, bool cut) {
    for (int attempt = cut ? 0 : 1; attempt < 2; ++attempt) {
      Store store(path);
      store.begin_run(run_name("rules"));
      for (const std::string content : {"a", "bb", "ccc"}) {
        const findings::ScanResult made = result(content);
        if (store.has_file(stamp(content, made))) continue;
        store.put(stamp(content, made),
                  to_row_line({&made, content == "bb" ? "crash" : "", content == "bb" ? 11 : 0}));
        if (cut && attempt == 0 && content == "bb") break;
      }
      if (attempt == 1) store.finish_run();
    }
  };
  fill(folder / "whole.db", false);
  fill(folder / "cut.db", true);
  CHECK(dump(folder / "whole.db") == dump(folder / "cut.db"));
}

TEST_CASE("a result whose worker was killed from outside is tried again, others are kept") {
  const Folder folder;
  const findings::ScanResult one = result("one");
  Store store(folder / "s.db");
  store.begin_run(run_name("rules"));
  struct Row {
    std::string failure;
    int signal;
    bool kept;
  };
  const Row rows[] = {{"crash", 9, false},
                      {"crash", 11, true},
                      {"timeout", 9, true},
                      {"memory", 0, true},
                      {"", 0, true}};
  for (const Row& row : rows) {
    CAPTURE(row.failure);
    CAPTURE(row.signal);
    store.put(stamp("a", one), to_row_line({&one, row.failure, row.signal}));
    store.begin_run(run_name("rules"));
    CHECK(store.has_file(stamp("a", one)) == row.kept);
    CHECK(store.has_package(one.identity.sha256) == row.kept);
  }
}

TEST_CASE("files are found in whatever order they are asked for") {
  const Folder folder;
  Store store(folder / "s.db");
  store.begin_run(run_name("rules"));
  const findings::ScanResult one = result("one");
  std::vector<std::string> paths;
  for (int i = 0; i < 3000; ++i) paths.push_back("d/" + std::to_string(10000 + i * 7));
  store.put(stamp(paths[0], one), to_row_line({&one}));
  for (const std::string& path : paths) store.put_copy(stamp(path, one), one.identity.sha256);
  store.begin_run(run_name("rules"));
  const auto check = [&] {
    std::size_t found = 0;
    for (const std::string& path : paths) {
      if (store.has_file(stamp(path, one))) ++found;
      CHECK(!store.has_file(stamp(path + "x", one)));
      CHECK(!store.has_file({path, one.identity.size, 5}));
    }
    CHECK(found == paths.size());
  };
  check();
  std::reverse(paths.begin(), paths.end());
  check();
  std::shuffle(paths.begin(), paths.end(), std::minstd_rand(7));
  check();
  CHECK(!store.has_file(stamp("", one)));
  CHECK(!store.has_file(stamp("z", one)));
}

TEST_CASE("a line that is no result leaves nothing behind") {
  const Folder folder;
  const std::string path = folder / "s.db";
  const findings::ScanResult one = result("one");
  const std::string whole = to_row_line({&one});
  {
    Store store(path);
    store.begin_run(run_name("rules"));
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CHECK_THROWS_AS(store.put(stamp("a", one), whole.substr(0, size)), FormatError);
    }
    store.finish_run();
  }
  CHECK(dump(path) == "runs|downloads|0/1|rules||0.1|1\n");
}

TEST_CASE("a name that SQLite gives a meaning of its own is a file like another") {
  const Folder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path);
  const findings::ScanResult one = result("one");
  for (const std::string name : {":memory:", "file:x.db?mode=memory", "%41 #?.db", "数据.db"}) {
    CAPTURE(name);
    {
      Store store(name);
      store.begin_run(run_name("rules"));
      store.put(stamp("a", one), to_row_line({&one}));
      store.finish_run();
    }
    CHECK(fs::exists(name));
    Store out("out-" + name);
    out.merge(name);
    CHECK(dump("out-" + name) == dump(name));
    CHECK(Database(name, Access::read).number("SELECT count(*) FROM packages") == 1);
  }
  fs::current_path(before);
}

TEST_CASE("two runs may write to one store") {
  const Folder folder;
  const std::string path = folder / "s.db";
  std::vector<findings::ScanResult> results;
  for (int i = 0; i < 600; ++i) results.push_back(result(std::to_string(i)));
  {
    Store left(path);
    Store right(path);
    left.begin_run(run_name("rules"));
    right.begin_run(run_name("rules"));
    for (std::size_t i = 0; i < results.size(); ++i) {
      (i % 2 == 0 ? left : right)
          .put(stamp(std::to_string(i), results[i]), to_row_line({&results[i]}));
    }
    left.finish_run();
    right.finish_run();
  }
  CHECK(Database(path, Access::read).number("SELECT count(*) FROM packages") == 600);
}

TEST_CASE("what was put is there a second later, however little it is") {
  const Folder folder;
  const std::string path = folder / "s.db";
  Store store(path);
  store.begin_run(run_name("rules"));
  const findings::ScanResult one = result("one");
  store.put(stamp("a", one), to_row_line({&one}));
  Database reader(path, Access::read);
  CHECK(reader.number("SELECT count(*) FROM packages") == 0);
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  store.commit_if_due();
  CHECK(reader.number("SELECT count(*) FROM packages") == 1);
}

}  // namespace
}  // namespace loanlint::scan::testing
