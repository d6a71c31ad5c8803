// SPDX-License-Identifier: Apache-2.0
#include "cli/scan_options.h"

#include <array>

#include "catalog/node.h"

namespace loanlint::cli {
namespace {

struct Setting {
  const char* name;
  std::size_t Limits::*field;
};

constexpr std::array kSettings{
    Setting{"entry_bytes", &Limits::entry_bytes},
    Setting{"package_bytes", &Limits::package_bytes},
    Setting{"entries", &Limits::entries},
    Setting{"strings", &Limits::strings},
    Setting{"xml_nodes", &Limits::xml_nodes},
    Setting{"xml_depth", &Limits::xml_depth},
    Setting{"nesting", &Limits::nesting},
    Setting{"reference_depth", &Limits::reference_depth},
    Setting{"policy_bytes", &Limits::policy_bytes},
    Setting{"policy_documents", &Limits::policy_documents},
    Setting{"code_bytes", &Limits::code_bytes},
    Setting{"graph_edges", &Limits::graph_edges},
    Setting{"evaluated_steps", &Limits::evaluated_steps},
    Setting{"evidence_per_fact", &Limits::evidence_per_fact},
};

void set_limit(Limits& limits, const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string name = text.substr(0, equals);
  const std::string number = equals == std::string::npos ? "" : text.substr(equals + 1);
  std::vector<std::string> known;
  for (const Setting& setting : kSettings) {
    known.emplace_back(setting.name);
    if (name != setting.name) continue;
    if (number.empty() || number.size() > 18 ||
        number.find_first_not_of("0123456789") != std::string::npos) {
      throw ArgumentError({"cli.bad_number", {"--limit " + name, number}});
    }
    limits.*setting.field = std::stoull(number);
    return;
  }
  const auto near = catalog::nearest(name, known);
  if (near) throw ArgumentError({"cli.no_limit_near", {name, *near}});
  throw ArgumentError({"cli.no_limit", {name}});
}

}  // namespace

void set_limits(Limits& limits, const std::vector<std::string>& settings) {
  for (const std::string& setting : settings) set_limit(limits, setting);
}

scan::Options scan_options(const Arguments& arguments) {
  scan::Options options;
  options.packs = arguments.list("pack");
  options.only = arguments.list("only");
  options.skip = arguments.list("skip");
  options.policies = arguments.list("policy");
  set_limits(options.limits, arguments.list("limit"));
  if (const auto seconds = arguments.number("timeout")) {
    if (*seconds == 0 || *seconds > 86'400) {
      throw ArgumentError({"cli.bad_number", {"--timeout", std::to_string(*seconds)}});
    }
    options.limits.seconds = static_cast<std::uint32_t>(*seconds);
  }
  return options;
}

}  // namespace loanlint::cli
