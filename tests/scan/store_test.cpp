// SPDX-License-Identifier: Apache-2.0
#include "scan/store.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "base/error.h"
#include "base/sha256.h"
#include "scan/run_error.h"
#include "scan/sqlite.h"
#include "scan/store_schema.h"

namespace loanlint::scan {
namespace {

namespace fs = std::filesystem;

struct Folder {
  std::string path = (fs::temp_directory_path() / "loanlint-XXXXXX").string();
  Folder() { REQUIRE(mkdtemp(path.data()) != nullptr); }
  ~Folder() { fs::remove_all(path); }
  std::string operator/(const std::string& name) const { return path + "/" + name; }
};

findings::ScanResult result(const std::string& content) {
  findings::ScanResult made;
  made.identity.sha256 = sha256_hex(as_bytes(content));
  made.identity.size = content.size();
  made.identity.package = "com." + content;
  made.facts.set("contacts.asked", {findings::Tri::yes});
  made.facts.set("sms.asked", {findings::Tri::no});
  made.facts.set("target_sdk", {std::int64_t{28}});
  findings::Finding finding;
  finding.rule = "r";
  finding.message = {"问题 " + content, "problem " + content};
  finding.evidence = {
      {"AndroidManifest.xml", findings::ManifestPlace{3, "/manifest"}, "<x \"y\"/>"}};
  made.findings = {finding, finding};
  made.gaps = {{"classes.dex", 7, {"gap.x", {"a"}}, ""}};
  return made;
}

RunName run_name(const std::string& settings) {
  RunName out;
  out.inputs = "downloads";
  out.settings = settings;
  out.tool = "0.1";
  return out;
}

FileStamp stamp(const std::string& path, const findings::ScanResult& of) {
  return {path, of.identity.size, 1000};
}

/// All rows of all tables, as text.
std::string dump(const std::string& path) {
  Database database(path);
  std::string out;
  for (const std::string table :
       {"runs", "files", "packages", "findings", "evidence", "gaps", "facts", "fact_values"}) {
    Statement columns(database, "SELECT count(*) FROM pragma_table_info('" + table + "')");
    REQUIRE(columns.step());
    const int count = static_cast<int>(columns.integer(0));
    Statement rows(database,
                   "SELECT * FROM " + table + " ORDER BY 1, 2" + (count > 2 ? ", 3" : ""));
    while (rows.step()) {
      out += table;
      for (int i = 0; i < count; ++i) out += "|" + rows.text(i);
      out += '\n';
    }
  }
  return out;
}

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
}  // namespace loanlint::scan
