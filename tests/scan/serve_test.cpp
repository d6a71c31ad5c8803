// SPDX-License-Identifier: Apache-2.0
#include "scan/serve.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <csignal>
#include <string>

#include "base/sanitizer.h"

namespace loanlint::scan {
namespace {

/// What serve() writes for an input.
std::string served(const std::string& lines) {
  int in[2];
  int out[2];
  REQUIRE(::pipe(in) == 0);
  REQUIRE(::pipe(out) == 0);
  REQUIRE(::write(in[1], lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()));
  ::close(in[1]);
  Pool pool(
      [](const std::string& path) {
        if (path == "crash") ::raise(SIGSEGV);
        return "<" + path + ">";
      },
      PoolOptions{}, nullptr);
  serve(in[0], out[1], pool, [](const Outcome& outcome) { return outcome.job.path + " failed"; });
  ::close(out[1]);
  std::string written;
  char piece[256];
  for (ssize_t got = 0; (got = ::read(out[0], piece, sizeof piece)) > 0;) {
    written.append(piece, static_cast<std::size_t>(got));
  }
  ::close(in[0]);
  ::close(out[0]);
  return written;
}

TEST_CASE("every line in is a line out") {
  struct Row {
    std::string name;
    std::string in;
    std::string out;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"lines", "a\nb c\n", "<a>\n<b c>\n"},
      {"a last line without its end", "a\nlast", "<a>\n<last>\n"},
      {"an empty line", "a\n\nb\n", "<a>\n<>\n<b>\n"},
      {"line ends of another system", "a\r\nb\r\n", "<a>\n<b>\n"},
      {"a zero byte", std::string("a\0b\nc\n", 6), "<a>\n<c>\n"},
      {"a crash", "a\ncrash\nb\n", "<a>\ncrash failed\n<b>\n"},
  };
  for (const Row& row : rows) {
    if (kAddressSanitizer && row.name == "a crash") continue;
    CAPTURE(row.name);
    CHECK(served(row.in) == row.out);
  }
}

TEST_CASE("serving ends when nobody reads") {
  int in[2];
  int out[2];
  REQUIRE(::pipe(in) == 0);
  REQUIRE(::pipe(out) == 0);
  REQUIRE(::write(in[1], "a\nb\n", 4) == 4);  // and its writer stays
  ::close(out[0]);
  Pool pool([](const std::string& path) { return path; }, PoolOptions{}, nullptr);
  serve(in[0], out[1], pool, [](const Outcome&) { return std::string(); });
  ::close(in[0]);
  ::close(in[1]);
  ::close(out[1]);
}

}  // namespace
}  // namespace loanlint::scan
