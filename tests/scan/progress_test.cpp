// SPDX-License-Identifier: Apache-2.0
#include "scan/progress.h"

#include <doctest/doctest.h>

#include <vector>

namespace loanlint::scan {
namespace {

TEST_CASE("what a run shows of itself") {
  Tally tally;
  tally.total = 1000;
  tally.done = 300;
  tally.skipped = 100;
  tally.failed = 2;
  tally.gaps = 3;
  tally.bytes = 50'000'000;
  tally.findings = {1, 0, 4, 5, 6};
  CHECK(progress_line(tally, 10) ==
        "300/1000  20.0/s  5.0 MB/s  =100  !2  ?3  C:6  H:5  M:4  I:1  ETA 0:35");
  CHECK(
      progress_json(tally, 10) ==
      R"({"done":300,"total":1000,"skipped":100,"failed":2,"incomplete":3,"bytes":50000000,)"
      R"("findings":{"critical":6,"high":5,"medium":4,"low":0,"info":1},"seconds":10.0,"seconds_left":35.0})");
  tally.total = 1'000'000;
  CHECK(progress_line(tally, 10).ends_with("ETA 13:53:05"));
  CHECK(progress_json(Tally{}, 0).ends_with(R"("seconds":0.0,"seconds_left":null})"));
}

TEST_CASE("the line is drawn at most ten times a second") {
  std::vector<std::string> shown;
  Progress progress(ProgressForm::line, [&](const std::string& text) { shown.push_back(text); });
  Tally tally;
  tally.total = 1000;
  for (tally.done = 0; tally.done < 1000; ++tally.done) progress.show(tally);
  CHECK(shown.size() <= 3);
  progress.finish(tally);
  CHECK(shown.back().starts_with("\r1000/1000"));
  CHECK(shown.back().ends_with("\n"));
}

TEST_CASE("no form, no output") {
  Progress progress(ProgressForm::none, [](const std::string&) { FAIL("written"); });
  progress.show(Tally{});
  progress.finish(Tally{});
}

TEST_CASE("a tally counts what stands as a concern") {
  findings::ScanResult result;
  result.findings.resize(3);
  result.findings[0].severity = findings::Severity::high;
  result.findings[1].open = true;
  result.findings[2].good = true;
  result.gaps.resize(2);
  result.identity.size = 7;
  Tally tally;
  tally.add(result);
  CHECK(tally.findings == std::array<std::uint64_t, 5>{0, 0, 0, 1, 0});
  CHECK(tally.gaps == 1);
  CHECK(tally.bytes == 7);
}

}  // namespace
}  // namespace loanlint::scan
