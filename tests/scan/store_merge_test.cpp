// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "scan/run_error.h"
#include "scan/sqlite.h"
#include "scan/store.h"
#include "scan/store_schema.h"
#include "support/stored.h"

namespace loanlint::scan::testing {
namespace {

namespace fs = std::filesystem;

TEST_CASE("merging is idempotent and gives the union") {
  const Folder folder;
  const findings::ScanResult one = result("one");
  const findings::ScanResult two = result("two");
  const auto store_of = [&](const std::string& name,
                            const std::vector<const findings::ScanResult*>& results) {
    Store store(folder / name);
    store.begin_run(run_name("rules"));
    for (const findings::ScanResult* made : results)
      store.put(stamp(made->identity.package, *made), to_row_line({made}));
    store.finish_run();
  };
  store_of("whole.db", {&one, &two});
  store_of("left.db", {&one});
  store_of("right.db", {&two, &one});
  {
    Store merged(folder / "out.db");
    merged.merge(folder / "left.db");
    merged.merge(folder / "right.db");
  }
  CHECK(dump(folder / "out.db") == dump(folder / "whole.db"));
  {
    Store merged(folder / "out.db");
    merged.merge(folder / "right.db");
    merged.merge(folder / "left.db");
  }
  CHECK(dump(folder / "out.db") == dump(folder / "whole.db"));
}

TEST_CASE("an older store is brought up to date with its content") {
  const Folder folder;
  const std::string path = folder / "old.db";
  {
    Database old(path);
    migrate_store_to(old, 1);
    old.execute(
        "INSERT INTO packages "
        "VALUES(5,'05',1,'apk','com.x','1','1','甲','A',1,2,'[]','pass',0,'rules')");
    old.execute(
        "INSERT INTO runs VALUES(1,'downloads','rules','0.1',0), (2,'downloads','rules','0.1',1)");
    old.execute(
        "INSERT INTO findings VALUES(5,0,'r','pipl','sms','high','coded',0,0,'f','问','q'), "
        "(5,1,'s','pipl','','low','coded',1,0,'f','','')");
    old.execute("INSERT INTO evidence VALUES(5,0,0,'a.dex','{}','x'), (5,0,1,'b.dex','{}','y')");
    old.execute("INSERT INTO gaps VALUES(5,0,'e',3,'{}','')");
    old.execute("INSERT INTO facts VALUES(5,'{\"sms.asked\":\"yes\"}')");
  }
  { const Store store(path); }
  const std::string rows = dump(path);
  CHECK(rows.find("packages|5|05|1|apk|com.x|1|1|甲|A|1|2|[]|pass|0|rules||0|0|1|0|0|0\n") !=
        std::string::npos);
  CHECK(rows.find("fact_values|5|sms.asked|yes\n") != std::string::npos);
  CHECK(rows.find("findings|5|0|r|pipl|sms|high|coded|0|0|f|问|q\n"
                  "findings|5|1|s|pipl||low|coded|1|0|f||\n"
                  "evidence|5|0|0|a.dex|{}|x\n"
                  "evidence|5|0|1|b.dex|{}|y\n"
                  "gaps|5|0|e|3|{}|\n") != std::string::npos);
  CHECK(rows.find("runs|downloads|0/1|rules|rules|0.1|1\n") != std::string::npos);
}

TEST_CASE("every version of the schema ends at the same one") {
  const Folder folder;
  const auto schema = [](const std::string& path) {
    Database database(path);
    Statement rows(database, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name");
    std::string out;
    while (rows.step()) out += rows.text(0) + " " + rows.text(1) + " " + rows.text(2) + "\n";
    return out;
  };
  { const Store store(folder / "new.db"); }
  for (int version = 1; version <= kStoreVersion; ++version) {
    const std::string path = folder / std::to_string(version);
    {
      Database old(path);
      migrate_store_to(old, version);
      CHECK(store_version(old) == version);
    }
    { const Store store(path); }
    CHECK(schema(path) == schema(folder / "new.db"));
  }
}

TEST_CASE("a merge takes a full result for a failed one, and never the other way round") {
  const Folder folder;
  const findings::ScanResult one = result("one");
  findings::ScanResult dead = result("one");
  dead.findings.clear();
  const auto fill = [&](const std::string& path, const findings::ScanResult& made,
                        const std::string& failure) {
    Store store(path);
    store.begin_run(run_name("rules"));
    store.put(stamp("a", one), to_row_line({&made, failure, 0}));
    store.finish_run();
  };
  fill(folder / "full.db", one, "");
  fill(folder / "failed.db", dead, "crash");
  for (const bool failed_first : {true, false}) {
    const std::string out = folder / (failed_first ? "x.db" : "y.db");
    Store merged(out);
    merged.merge(folder / (failed_first ? "failed.db" : "full.db"));
    merged.merge(folder / (failed_first ? "full.db" : "failed.db"));
    CHECK(dump(out) == dump(folder / "full.db"));
  }
  Store store(folder / "full.db");
  CHECK_THROWS_WITH_AS(store.merge(folder / "full.db"),
                       ("store.merge_itself | " + (folder / "full.db")).c_str(), RunError);
  CHECK_THROWS_WITH_AS(store.merge(folder / "absent.db"),
                       ("store.cannot_open | " + (folder / "absent.db")).c_str(), RunError);
  CHECK(!fs::exists(folder / "absent.db"));
}

TEST_CASE("what is not a store of ours is refused, in words") {
  const Folder folder;
  const std::string later = folder / "later.db";
  { const Store store(later); }
  Database(later).execute("PRAGMA user_version = 99");
  const std::string foreign = folder / "foreign.db";
  Database(foreign).execute("CREATE TABLE t(x)");
  const std::string text = folder / "text.db";
  std::ofstream(text) << std::string(4096, 'x');
  const std::string nowhere = folder / "no/such/folder.db";
  struct Row {
    std::string path;
    std::string error;
  };
  const Row rows[] = {
      {later, "store.later | " + later + " | 99 | " + std::to_string(kStoreVersion)},
      {foreign, "store.not_a_store | " + foreign},
      {text, "store.not_a_store | " + text},
      {nowhere, "store.cannot_open | " + nowhere}};
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const auto content = [&] {
      std::ifstream in(row.path, std::ios::binary);
      return std::string{std::istreambuf_iterator<char>(in), {}};
    };
    const std::string before = content();
    CHECK_THROWS_WITH_AS(Store{row.path}, row.error.c_str(), RunError);
    CHECK(content() == before);
  }
}

}  // namespace
}  // namespace loanlint::scan::testing
