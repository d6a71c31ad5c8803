// SPDX-License-Identifier: Apache-2.0
#include "scan/store_summary.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/sha256.h"
#include "catalog/rule_files.h"
#include "scan/run_error.h"
#include "scan/sqlite.h"
#include "scan/store.h"

namespace loanlint::scan {
namespace {

namespace fs = std::filesystem;
using findings::Severity;
using findings::Tri;
using findings::Verdict;

struct Folder {
  std::string path = (fs::temp_directory_path() / "loanlint-XXXXXX").string();
  Folder() { REQUIRE(mkdtemp(path.data()) != nullptr); }
  ~Folder() { fs::remove_all(path); }
  std::string operator/(const std::string& name) const { return path + "/" + name; }
};

findings::Finding finding(const std::string& rule, Severity severity) {
  findings::Finding out;
  out.rule = rule;
  out.pack = "pipl";
  out.kind = "contacts";
  out.severity = severity;
  return out;
}

findings::ScanResult result(const std::string& package, const std::string& version,
                            Verdict verdict) {
  findings::ScanResult out;
  out.identity.sha256 = sha256_hex(as_bytes(package + version));
  out.identity.package = package;
  out.identity.label = {"名" + package, "name " + package};
  out.identity.version_name = version + ".0";
  out.identity.version_code = version;
  out.verdict = verdict;
  for (const std::string kind : {"contacts", "sms", "call_log"}) {
    for (const std::string fact : {".asked", ".used", ".disclosed"}) {
      out.facts.set(kind + fact, {Tri::no});
    }
  }
  return out;
}

/// One app in two versions, a second one in a copy, one that could not be scanned.
void fill(const std::string& path) {
  Store store(path);
  store.begin_run({"downloads", "0/1", "rules"});
  findings::ScanResult old_one = result("com.a", "9", Verdict::pass);
  findings::ScanResult new_one = result("com.a", "10", Verdict::fail);
  new_one.facts.set("category", {std::string("loan")});
  new_one.facts.set("contacts.asked", {Tri::yes});
  new_one.facts.set("contacts.used", {Tri::yes});
  new_one.facts.set("contacts.disclosed", {Tri::unknown});
  new_one.facts.set("contacts.denied", {Tri::yes});
  new_one.facts.set("sms.received", {Tri::yes});
  new_one.facts.set("sms.used", {Tri::unknown});
  new_one.facts.set("code.sdks", {std::vector<std::string>{"moxie", "not-in-the-rules"}});
  new_one.facts.set("contacts.used_by", {std::vector<std::string>{"app", "moxie"}});
  findings::Finding open = finding("loan-asks-contacts", Severity::critical);
  open.open = true;
  new_one.findings = {finding("forced-consent", Severity::high),
                      finding("forced-consent", Severity::high), open};
  findings::ScanResult other = result("com.b", "1", Verdict::incomplete);
  other.gaps = {{"classes.dex", 0, {"gap.x"}, ""}, {"classes2.dex", 0, {"gap.x"}, ""}};
  findings::ScanResult dead;
  dead.identity.sha256 = sha256_hex(as_bytes("dead"));
  store.put({"d/old.apk", 1, 1}, to_row_line({&old_one}));
  store.put({"d/new.apk", 2, 1}, to_row_line({&new_one}));
  store.put({"d/b.apk", 3, 1}, to_row_line({&other}));
  store.put_copy({"d/a-copy-of-b.apk", 3, 1}, other.identity.sha256);
  store.put({"d/dead.apk", 4, 1}, to_row_line({&dead, "crash", 11}));
  store.finish_run();
}

TEST_CASE("a store in numbers and lists") {
  const Folder folder;
  const std::string path = folder / "scans.db";
  fill(path);
  const report::StoreSummary summary = load_store_summary(path, catalog::RuleFiles());
  CHECK(summary.name == "scans.db");
  CHECK(summary.files == 5);
  CHECK(summary.packages == 4);
  CHECK(summary.loan_packages == 1);
  CHECK(summary.verdicts == std::array<std::uint64_t, 4>{1, 0, 2, 1});

  SUBCASE("answers: a receiver asks, a denial answers, no result is no answer") {
    const auto counts = [&](std::size_t row, std::size_t kind) {
      const report::AnswerCounts& one = summary.answers[row][kind];
      return std::array<std::uint64_t, 3>{one.yes, one.no, one.unknown};
    };
    CHECK(counts(0, 0) == std::array<std::uint64_t, 3>{1, 2, 1});
    CHECK(counts(1, 0) == std::array<std::uint64_t, 3>{1, 2, 1});
    CHECK(counts(2, 0) == std::array<std::uint64_t, 3>{0, 3, 1});
    CHECK(counts(0, 1) == std::array<std::uint64_t, 3>{1, 2, 1});
    CHECK(counts(1, 1) == std::array<std::uint64_t, 3>{0, 2, 2});
    CHECK(counts(0, 2) == std::array<std::uint64_t, 3>{0, 3, 1});
  }
  SUBCASE("the worst package stands first, with what it has") {
    REQUIRE(summary.worst.size() == 4);
    const report::SummaryPackage& worst = summary.worst[0];
    CHECK(worst.package == "com.a");
    CHECK(worst.label.zh == "名com.a");
    CHECK(worst.version_code == "10");
    CHECK(worst.path == "d/new.apk");
    CHECK(worst.category == "loan");
    CHECK(worst.verdict == Verdict::fail);
    CHECK(worst.findings == std::array<std::uint32_t, 5>{0, 0, 0, 2, 0});
    CHECK(worst.answers[0] == report::PerKind<Tri>{Tri::yes, Tri::yes, Tri::no});
    CHECK(worst.answers[1] == report::PerKind<Tri>{Tri::yes, Tri::unknown, Tri::no});
    CHECK(worst.answers[2] == report::PerKind<Tri>{Tri::no, Tri::no, Tri::no});
    CHECK(summary.worst[3].verdict == Verdict::pass);
  }
  SUBCASE("a rule counts once for a package; open questions do not count") {
    REQUIRE(summary.rules.size() == 1);
    CHECK(summary.rules[0].id == "forced-consent");
    CHECK(summary.rules[0].packages == 1);
    CHECK(summary.rules[0].severity == Severity::high);
    CHECK(summary.rules[0].title.zh == "不提供通讯录就不予借款");
  }
  SUBCASE("SDKs by name, and what they read") {
    REQUIRE(summary.sdks.size() == 2);
    CHECK(summary.sdks[0].id == "moxie");
    CHECK(!summary.sdks[0].name.zh.empty());
    CHECK(summary.sdks[0].packages == 1);
    CHECK(summary.sdks[0].reads == report::PerKind<std::uint64_t>{1, 0, 0});
    CHECK(summary.sdks[1].name.zh.empty());
    CHECK(summary.sdks[1].reads == report::PerKind<std::uint64_t>{0, 0, 0});
  }
  SUBCASE("what was not read in full, crashes first") {
    CHECK(summary.failure_count == 2);
    REQUIRE(summary.failures.size() == 2);
    CHECK(summary.failures[0].path == "d/dead.apk");
    CHECK(summary.failures[0].failure == "crash");
    CHECK(summary.failures[0].signal == 11);
    CHECK(summary.failures[1].path == "d/a-copy-of-b.apk");
    CHECK(summary.failures[1].gaps == 2);
  }
  SUBCASE("versions in the order of their codes, as numbers") {
    REQUIRE(summary.histories.size() == 1);
    REQUIRE(summary.histories[0].versions.size() == 2);
    CHECK(summary.histories[0].versions[0].version_code == "9");
    CHECK(summary.histories[0].versions[1].version_code == "10");
    const std::vector<report::SummaryChange> changes = changes_in(summary.histories[0], 1);
    REQUIRE(changes.size() == 3);  // asks for and reads contacts, gets SMS
    for (const report::SummaryChange& change : changes) CHECK(change.began);
    CHECK(changes_in(summary.histories[0], 0).empty());
  }
  SUBCASE("one app by its name, however few versions it has") {
    const report::StoreSummary one = load_store_summary(path, catalog::RuleFiles(), {}, "com.b");
    REQUIRE(one.histories.size() == 1);
    CHECK(one.histories[0].package == "com.b");
    CHECK(load_store_summary(path, catalog::RuleFiles(), {}, "com.none").histories.empty());
  }
}

TEST_CASE("lists keep to their limits, numbers do not") {
  const Folder folder;
  const std::string path = folder / "scans.db";
  fill(path);
  SummaryLimits limits;
  limits.packages = 1;
  limits.failures = 1;
  limits.sdks = 1;
  limits.versions = 1;
  const report::StoreSummary summary = load_store_summary(path, catalog::RuleFiles(), limits);
  CHECK(summary.packages == 4);
  CHECK(summary.worst.size() == 1);
  CHECK(summary.failures.size() == 1);
  CHECK(summary.failure_count == 2);
  CHECK(summary.sdks.size() == 1);
  REQUIRE(summary.histories.size() == 1);
  REQUIRE(summary.histories[0].versions.size() == 1);
  CHECK(summary.histories[0].versions[0].version_code == "10");
}

TEST_CASE("what is no store is refused and left as it is") {
  const Folder folder;
  const std::string other = folder / "other.db";
  Database(other).execute("CREATE TABLE t(x)");
  CHECK_THROWS_WITH_AS(load_store_summary(other, catalog::RuleFiles()),
                       ("store.not_a_store | " + other).c_str(), RunError);
  const std::string empty = folder / "empty.db";
  std::ofstream(empty).flush();
  CHECK_THROWS_AS(load_store_summary(empty, catalog::RuleFiles()), RunError);
  CHECK(fs::file_size(empty) == 0);
  CHECK_THROWS_AS(load_store_summary(folder / "absent.db", catalog::RuleFiles()), RunError);
  CHECK(!fs::exists(folder / "absent.db"));
}

}  // namespace
}  // namespace loanlint::scan
