// SPDX-License-Identifier: Apache-2.0
#include "report/baseline.h"

#include <doctest/doctest.h>

#include "base/error.h"
#include "report/sample.h"

namespace loanlint::report {
namespace {

const Acceptance kForm{"", "", "", "", "法务已确认", "王敏", "2027-03-31"};

TEST_CASE("what is accepted counts no more, until its last day is over") {
  Baseline baseline;
  baseline.accept(sample_result(), kForm);
  CHECK(baseline.size() == 2);  // the finding and the question; a good sign needs no acceptance

  findings::ScanResult during = sample_result();
  Baseline(baseline.json(), "b.json").apply(during, "2027-03-31");
  CHECK(during.findings[0].accepted);
  CHECK(during.findings[0].accepted_reason == "法务已确认");
  CHECK(during.verdict == findings::Verdict::incomplete);  // the gap stays

  findings::ScanResult after = sample_result();
  Baseline expired(baseline.json(), "b.json");
  expired.apply(after, "2027-04-01");
  CHECK(!after.findings[0].accepted);
  CHECK(after.verdict == findings::Verdict::fail);
  CHECK(expired.expired("2027-04-01").size() == 2);
  CHECK(expired.unmatched().empty());
}

TEST_CASE("a finding that changed, or of another package, is new") {
  Baseline baseline;
  baseline.accept(sample_result(), kForm);
  findings::ScanResult changed = sample_result();
  changed.findings[0].fingerprint = "another";
  baseline.apply(changed, "2026-11-23");
  CHECK(!changed.findings[0].accepted);
  findings::ScanResult other = sample_result();
  other.identity.package = "com.example.other";
  baseline.apply(other, "2026-11-23");
  CHECK(!other.findings[0].accepted);
}

TEST_CASE("accepting again adds nothing; pruning drops what nobody needs") {
  Baseline baseline;
  baseline.accept(sample_result(), kForm);
  const std::string json = baseline.json();
  baseline.accept(sample_result(), kForm);
  CHECK(baseline.json() == json);

  Baseline stale(json, "b.json");
  findings::ScanResult better = sample_result();
  better.findings.erase(better.findings.begin());
  stale.apply(better, "2026-11-23");
  CHECK(stale.unmatched().size() == 1);
  CHECK(stale.prune("2026-11-23").size() == 1);
  CHECK(stale.size() == 1);
}

TEST_CASE("a baseline file that is wrong says where") {
  struct Row {
    std::string name;
    std::string text;
    std::string error;
  };
  const std::string head = R"({"version": 1, "accepted": [)";
  const std::string entry =
      R"({"fingerprint": "f", "rule": "r", "reason": "x", "who": "y", "expires": "2027-02-28"})";
  const Row rows[] = {
      {"another version", R"({"version": 2, "accepted": []})",
       "b.json:1:13: /version: this is version 1 of baseline files"},
      {"no day",
       head +
           R"({"fingerprint": "f", "rule": "r", "reason": "x", "who": "y", "expires": "2027-02-30"}]})",
       "b.json:1:101: /accepted/0/expires: expected a day like 2027-03-31"},
      {"twice", head + entry + "," + entry + "]}",
       "b.json:1:115: /accepted/1: this entry stands here twice"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK_THROWS_WITH_AS(Baseline(row.text, "b.json"), row.error.c_str(), UsageError);
  }
  CHECK_THROWS_AS(Baseline(head + R"({"rule": "r"}]})", "b.json"), UsageError);
}

TEST_CASE("days of the calendar") {
  for (const std::string good : {"2026-11-23", "2028-02-29", "2027-12-31"}) CHECK(is_day(good));
  for (const std::string bad :
       {"", "2027-2-28", "2027-02-29", "2027-13-01", "20270101--", "2027-01-0x"}) {
    CAPTURE(bad);
    CHECK(!is_day(bad));
  }
}

}  // namespace
}  // namespace loanlint::report
