// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include <doctest/doctest.h>

namespace loanlint::cli {
namespace {

using Line = std::vector<std::string>;

TEST_CASE("a line as it was meant") {
  const Arguments scan = parse_arguments(
      {"scan", "a.apk", "-f", "json", "--only", "x,y", "b.apk", "--only=z", "--timeout", "7"});
  REQUIRE(scan.command != nullptr);
  CHECK(scan.command->name == "scan");
  CHECK(scan.positionals == Line{"a.apk", "b.apk"});
  CHECK(scan.value("format") == "json");
  CHECK(scan.list("only") == Line{"x", "y", "z"});
  CHECK(scan.number("timeout") == 7);
  CHECK(!scan.value("output"));
  CHECK(!scan.number("api"));

  CHECK(parse_arguments({"rules", "list", "--lang", "zh"}).command->name == "rules list");
  CHECK(parse_arguments({"scan", "-"}).positionals == Line{"-"});
  CHECK(parse_arguments({"scan", "--", "-odd.apk"}).positionals == Line{"-odd.apk"});
  CHECK(parse_arguments({"scan", "--policy", "a,b", "x"}).list("policy") == Line{"a,b"});
  CHECK(parse_arguments({"--version"}).has("version"));
  CHECK(parse_arguments({"scan", "--help"}).command->name == "scan");
  CHECK(parse_arguments({"dump", "facts", "--lang=zh", "x"}).value("lang") == "zh");
}

TEST_CASE("a line that means nothing is refused in words") {
  struct Row {
    std::string name;
    Line line;
    findings::Message message;
  };
  const Row rows[] = {
      {"nothing", {}, {"cli.no_command"}},
      {"half a command", {"rules"}, {"cli.no_subcommand", {"rules"}}},
      {"a typing error in a command", {"sacn"}, {"cli.unknown_command_near", {"sacn", "scan"}}},
      {"in a second word", {"rules", "lsit"}, {"cli.unknown_command_near", {"lsit", "list"}}},
      {"no such command", {"zzzzzzzz"}, {"cli.unknown_command", {"zzzzzzzz"}}},
      {"a typing error in a flag",
       {"scan", "x", "--fial-on", "low"},
       {"cli.unknown_flag_near", {"--fial-on", "--fail-on"}}},
      {"another command's flag", {"man", "--api", "3"}, {"cli.unknown_flag", {"--api"}}},
      {"no value", {"scan", "x", "--output"}, {"cli.missing_value", {"--output"}}},
      {"not a choice",
       {"scan", "x", "--color", "red"},
       {"cli.bad_choice", {"--color", "red", "auto|always|never"}}},
      {"not a shell",
       {"completion", "cmd"},
       {"cli.bad_choice", {"completion", "cmd", "bash|zsh|fish"}}},
      {"too few", {"dump", "facts"}, {"cli.missing_argument", {"dump facts", "FILE"}}},
      {"too many", {"dump", "facts", "a", "b"}, {"cli.too_many_arguments", {"b"}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    try {
      parse_arguments(row.line);
      FAIL("was taken");
    } catch (const ArgumentError& error) {
      CHECK(error.message().key == row.message.key);
      CHECK(error.message().args == row.message.args);
    }
  }
  for (const std::string bad : {"", "-1", "x", "7s", "99999999999999999999"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(parse_arguments({"scan", "x", "--timeout=" + bad}).number("timeout"),
                    ArgumentError);
  }
}

}  // namespace
}  // namespace loanlint::cli
