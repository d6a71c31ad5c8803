// SPDX-License-Identifier: Apache-2.0
#include "findings/finding.h"

#include <doctest/doctest.h>

#include "findings/scan_result.h"

namespace loanlint::findings {
namespace {

Finding finding(Severity severity, Basis basis) {
  Finding made;
  made.rule = "r";
  made.severity = severity;
  made.basis = basis;
  return made;
}

TEST_CASE("names of severities and bases can be read back") {
  for (const Severity severity :
       {Severity::info, Severity::low, Severity::medium, Severity::high, Severity::critical}) {
    CHECK(parse_severity(name(severity)) == severity);
  }
  for (const Basis basis : {Basis::declared, Basis::coded, Basis::admitted}) {
    CHECK(parse_basis(name(basis)) == basis);
  }
  CHECK(!parse_severity("urgent"));
  CHECK(!parse_basis(""));
}

TEST_CASE("three-valued not") {
  CHECK(!Tri::yes == Tri::no);
  CHECK(!Tri::no == Tri::yes);
  CHECK(!Tri::unknown == Tri::unknown);
}

TEST_CASE("verdict") {
  struct Row {
    std::string name;
    std::vector<Finding> findings;
    std::size_t gaps;
    Verdict verdict;
  };
  Finding open = finding(Severity::critical, Basis::admitted);
  open.open = true;
  Finding good = finding(Severity::info, Basis::coded);
  good.good = true;
  Finding accepted = finding(Severity::critical, Basis::admitted);
  accepted.accepted = true;
  Finding declared_fails = finding(Severity::high, Basis::declared);
  declared_fails.fails = true;
  const Row rows[] = {
      {"nothing found", {}, 0, Verdict::pass},
      {"a gap", {}, 1, Verdict::incomplete},
      {"declared only", {finding(Severity::high, Basis::declared)}, 0, Verdict::review},
      {"declared, and the rule says it fails", {declared_fails}, 0, Verdict::fail},
      {"coded", {finding(Severity::high, Basis::coded)}, 0, Verdict::fail},
      {"coded, with a gap", {finding(Severity::high, Basis::coded)}, 1, Verdict::fail},
      {"admitted but medium", {finding(Severity::medium, Basis::admitted)}, 0, Verdict::review},
      {"declared, with a gap", {finding(Severity::high, Basis::declared)}, 1, Verdict::incomplete},
      {"an open question", {open}, 0, Verdict::review},
      {"a good sign", {good}, 0, Verdict::pass},
      {"information", {finding(Severity::info, Basis::coded)}, 0, Verdict::pass},
      {"accepted by the baseline", {accepted}, 0, Verdict::pass},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    ScanResult result;
    result.findings = row.findings;
    result.gaps.resize(row.gaps);
    CHECK(verdict(result) == row.verdict);
  }
}

TEST_CASE("a fingerprint survives a rebuild and tells findings apart") {
  Finding first = finding(Severity::high, Basis::declared);
  first.kind = "contacts";
  first.evidence = {{"AndroidManifest.xml", ManifestPlace{7, "/manifest/uses-permission[3]"},
                     "android.permission.READ_CONTACTS"}};
  Finding moved = first;
  moved.evidence[0].where = ManifestPlace{90, "/manifest/uses-permission[12]"};
  CHECK(fingerprint(first) == fingerprint(moved));
  CHECK(fingerprint(first).size() == 32);

  Finding other = first;
  other.evidence[0].excerpt = "android.permission.GET_ACCOUNTS";
  CHECK(fingerprint(first) != fingerprint(other));

  Finding called = first;
  called.evidence = {
      {"classes.dex", CodePlace{"La/b;->c()V", 4, "ContentResolver.query"}, "a.b.c"}};
  Finding renamed = called;
  renamed.evidence[0].where = CodePlace{"Lx/y;->z()V", 90, "ContentResolver.query"};
  renamed.evidence[0].excerpt = "x.y.z";
  CHECK(fingerprint(called) == fingerprint(renamed));
}

TEST_CASE("findings are ordered: decided before open, severe before slight") {
  Finding open = finding(Severity::critical, Basis::declared);
  open.open = true;
  CHECK(before(finding(Severity::low, Basis::declared), open));
  CHECK(before(finding(Severity::high, Basis::declared), finding(Severity::low, Basis::declared)));
  CHECK(!before(open, open));
}

}  // namespace
}  // namespace loanlint::findings
