// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalog/member_pattern.h"
#include "catalog/node.h"

namespace loanlint::catalog {

/// A rule file that must be there. Throws UsageError when it is not.
Node parse_required(const RuleFiles& files, const std::string& path);

/// A list of {"class": …, "members": […]}.
std::vector<MemberPattern> read_patterns(const Node& list);

}  // namespace loanlint::catalog
