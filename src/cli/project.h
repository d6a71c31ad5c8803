// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "findings/scan_result.h"
#include "report/baseline.h"

namespace loanlint::cli {

/// A lender's project file, loanlint.json (rules/schema/project.schema.json). Paths in it count
/// from its folder.
struct Project {
  std::string path;  ///< empty: there is none
  std::optional<std::string> fail_on;
  std::vector<std::string> packs;
  std::vector<std::string> skip;
  std::vector<std::string> policies;
  std::optional<std::string> baseline;
  std::map<std::string, std::string> purposes;  ///< permission → what it is for
};

/// Reads a project file. Throws UsageError with file, line and column.
Project load_project(const std::string& path);

/// The loanlint.json in the folder of `package` or the nearest one above it; none gives an empty
/// project.
Project find_project(const std::string& package);

/// What the project declares against what the package does: permissions on a core kind of data
/// without a purpose, purposes for what is not asked, and purposes that code or policy do not
/// bear out. In words, each once.
std::vector<std::string> check_purposes(const Project& project, const findings::ScanResult& result,
                                        const Call& call);

}  // namespace loanlint::cli
