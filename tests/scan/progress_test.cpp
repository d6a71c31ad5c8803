// SPDX-License-Identifier: Apache-2.0
#include "scan/progress.h"

#include <doctest/doctest.h>

#include <vector>

#include "catalog/catalog.h"
#include "report/catalog_words.h"
#include "report/width.h"

namespace loanlint::scan {
namespace {

/// The program's words in one language.
struct Speaker {
  explicit Speaker(catalog::Language language) : voice(words, language) {}
  catalog::Catalog catalog;
  report::CatalogWords words{catalog, "0"};
  report::Voice voice;
};

TEST_CASE("what a run shows of itself") {
  Tally tally;
  tally.total = 1000;
  tally.done = 300;
  tally.skipped = 100;
  tally.failed = 2;
  tally.gaps = 3;
  tally.bytes = 50'000'000;
  tally.findings = {1, 0, 4, 5, 6};
  const Speaker en(catalog::Language::en);
  CHECK(progress_line(tally, 10, en.voice, 0) ==
        "300/1000  ETA 0:35  2 failed  20.0/s  critical 6  high 5  medium 4  info 1  "
        "3 not fully read  5.0 MB/s  100 left out");
  CHECK(
      progress_json(tally, 10) ==
      R"({"done":300,"total":1000,"skipped":100,"failed":2,"incomplete":3,"bytes":50000000,)"
      R"("findings":{"critical":6,"high":5,"medium":4,"low":0,"info":1},"seconds":10.0,"seconds_left":35.0})");
  tally.total = 1'000'000;
  CHECK(progress_line(tally, 10, en.voice, 0).starts_with("300/1000000  ETA 13:53:05  "));
  CHECK(progress_json(Tally{}, 0).ends_with(R"("seconds":0.0,"seconds_left":null})"));
}

TEST_CASE("a line is never wider than the terminal, and says what matters most") {
  Tally tally;
  tally.total = 100'000;
  tally.done = 12'345;
  tally.failed = 12;
  tally.bytes = 5'000'000'000;
  tally.findings = {1, 2, 3, 4, 5};
  struct Row {
    std::size_t columns;
    std::string line;
  };
  const Row rows[] = {{10, "12345/100000"},
                      {23, "12345/100000"},
                      {24, "12345/100000  剩余 1:12"},
                      {40, "12345/100000  剩余 1:12  失败 12"},
                      {60, "12345/100000  剩余 1:12  失败 12  1234.5 个/秒  严重 5"}};
  const Speaker zh(catalog::Language::zh);
  for (const Row& row : rows) {
    CAPTURE(row.columns);
    CHECK(progress_line(tally, 10, zh.voice, row.columns) == row.line);
  }
  const std::string whole = progress_line(tally, 10, zh.voice, 0);
  for (std::size_t columns = 24; columns < 200; ++columns) {
    const std::string line = progress_line(tally, 10, zh.voice, columns);
    CHECK(report::columns(line) < columns);
    CHECK(whole.starts_with(line));
  }
}

/// What a progress of this form writes, piece by piece.
struct Screen {
  std::vector<std::string> shown;
  Speaker speaker{catalog::Language::en};

  ProgressOptions options(ProgressForm form) {
    return {form, [this](const std::string& text) { shown.push_back(text); },
            [] { return std::size_t{80}; }, &speaker.voice};
  }
};

TEST_CASE("the line is drawn at most ten times a second") {
  Screen screen;
  Progress progress(screen.options(ProgressForm::line));
  Tally tally;
  tally.total = 1000;
  for (tally.done = 0; tally.done < 1000; ++tally.done) progress.show(tally);
  CHECK(screen.shown.size() <= 3);
  progress.finish(tally);
  REQUIRE(screen.shown.size() >= 2);
  CHECK(screen.shown[screen.shown.size() - 2].starts_with("\r1000/1000"));
  CHECK(screen.shown.back() == "\n");
}

TEST_CASE("a line makes room for other words, and is ended however the run ends") {
  Screen screen;
  {
    Progress progress(screen.options(ProgressForm::line));
    progress.clear();
    CHECK(screen.shown.empty());
    progress.show(Tally{});
    progress.clear();
    CHECK(screen.shown.back() == "\r\x1b[K");
  }
  CHECK(screen.shown.size() == 2);
  {
    Progress progress(screen.options(ProgressForm::line));
    progress.show(Tally{});
  }
  CHECK(screen.shown.back() == "\n");
}

TEST_CASE("no form, no output") {
  Screen screen;
  Progress progress(screen.options(ProgressForm::none));
  progress.show(Tally{});
  progress.clear();
  progress.finish(Tally{});
  CHECK(screen.shown.empty());
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
