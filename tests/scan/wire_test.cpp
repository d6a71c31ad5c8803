// SPDX-License-Identifier: Apache-2.0
#include "scan/wire.h"

#include <doctest/doctest.h>

#include "report/json.h"
#include "report/sample.h"
#include "report/test_words.h"
#include "support/prefixes.h"

namespace loanlint::scan {
namespace {

std::string shown(const findings::ScanResult& result) {
  return report::to_json(result, report::TestWords());
}

std::string wrong(std::string_view line) {
  try {
    read_wire(line);
  } catch (const FormatError& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("a supervisor gets what the worker found") {
  for (const findings::ScanResult& result :
       {report::sample_result(), report::hostile_result(), findings::ScanResult{}}) {
    const std::string line = to_wire(result);
    CHECK(line.find('\n') == std::string::npos);
    const findings::ScanResult back = read_wire(line);
    CHECK(shown(back) == shown(result));
    CHECK(to_wire(back) == line);
    CHECK(back.manifest == result.manifest);
  }
}

TEST_CASE("a worker that is no longer itself") {
  const std::string line = to_wire(report::sample_result());
  testing::check_every_prefix(as_bytes(line), [](Bytes bytes) { read_wire(as_text(bytes)); });
  CHECK(wrong(line + 'x') == "more than one result");
  CHECK(wrong(line.substr(0, line.size() - 1) + '\x07') == "number too large");
  CHECK(wrong("\x02x") == "wrong escape");
  // A text of 2^62 bytes.
  CHECK(wrong("\xff\xff\xff\xff\xff\xff\xff\xff\x3f") == "number too large");
  CHECK(wrong("{}") != "");
}

}  // namespace
}  // namespace loanlint::scan
