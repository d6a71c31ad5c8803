// SPDX-License-Identifier: Apache-2.0
#include "scan/store.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "base/sha256.h"
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
    store.begin_run("downloads", "rules1", "0.1");
    CHECK(!store.has_file(stamp("a.apk", one)));
    store.put(stamp("a.apk", one), {&one});
    CHECK(store.has_file(stamp("a.apk", one)));
    CHECK(store.has_package(one.identity.sha256));
    CHECK(store.has_size(3));
    CHECK(!store.has_size(4));
    FileStamp touched = stamp("a.apk", one);
    touched.mtime_ns = 2000;
    CHECK(!store.has_file(touched));
    store.put_copy(stamp("copy.apk", one), one.identity.sha256);
    CHECK(store.has_file(stamp("copy.apk", one)));
    store.finish_run();
  }
  const std::string first = dump(path);
  CHECK(first.find("facts|" + std::to_string(package_id(one.identity.sha256)) +
                   "|{\"contacts.asked\":\"yes\",\"target_sdk\":28}") != std::string::npos);
  CHECK(first.find("fact_values") != std::string::npos);
  {
    Store store(path);
    store.begin_run("downloads", "rules2", "0.1");
    CHECK(!store.has_file(stamp("a.apk", one)));  // made by other rules
    store.put(stamp("a.apk", one), {&one});
    CHECK(store.has_file(stamp("a.apk", one)));
  }
  CHECK(dump(path).find("|problem one") != std::string::npos);
}

TEST_CASE("a run that was cut short is taken up again, and ends with the same rows") {
  const Folder folder;
  const auto fill = [&](const std::string& path, bool cut) {
    for (int attempt = cut ? 0 : 1; attempt < 2; ++attempt) {
      Store store(path);
      store.begin_run("downloads", "rules", "0.1");
      for (const std::string content : {"a", "bb", "ccc"}) {
        const findings::ScanResult made = result(content);
        if (store.has_file(stamp(content, made))) continue;
        store.put(stamp(content, made),
                  {&made, content == "bb" ? "crash" : "", content == "bb" ? 11 : 0});
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
    store.begin_run("downloads", "rules", "0.1");
    for (const findings::ScanResult* made : results)
      store.put(stamp(made->identity.package, *made), {made});
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
    old.execute("INSERT INTO facts VALUES(5,'{\"sms.asked\":\"yes\"}')");
  }
  { const Store store(path); }
  const std::string rows = dump(path);
  CHECK(rows.find("packages|5|05|1|apk|com.x|1|1|甲|A|1|2|[]|pass|0|rules||0\n") !=
        std::string::npos);
  CHECK(rows.find("fact_values|5|sms.asked|yes\n") != std::string::npos);
}

TEST_CASE("what is not a store of ours is refused, in words") {
  const Folder folder;
  const std::string later = folder / "later.db";
  { const Store store(later); }
  Database(later).execute("PRAGMA user_version = 99");
  CHECK_THROWS_WITH_AS(
      Store{later},
      (later + ": was written by a later version of loanlint (schema 99, this one knows " +
       std::to_string(kStoreVersion) + ")")
          .c_str(),
      UsageError);
  const std::string foreign = folder / "foreign.db";
  Database(foreign).execute("CREATE TABLE t(x)");
  CHECK_THROWS_WITH_AS(Store{foreign},
                       (foreign + ": is a database, but not a store of loanlint").c_str(),
                       UsageError);
  const std::string text = folder / "text.db";
  std::ofstream(text) << std::string(4096, 'x');
  CHECK_THROWS_WITH_AS(Store{text}, (text + ": file is not a database").c_str(), UsageError);
  const std::string nowhere = folder / "no/such/folder.db";
  CHECK_THROWS_WITH_AS(Store{nowhere}, (nowhere + ": unable to open database file").c_str(),
                       UsageError);
}

}  // namespace
}  // namespace loanlint::scan
