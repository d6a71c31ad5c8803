// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/rule_files.h"
#include "report/page.h"
#include "report/words.h"

namespace loanlint::report {

/// Explains a rule, a law, an article, a data kind, a permission, a pack, a trick, a verdict, a
/// severity, a basis or an exit status by its id. False, with nothing written, when there is no
/// such id.
bool write_explanation(Page& page, const catalog::RuleFiles& files, std::string_view id,
                       const Voice& voice);

/// Every id that write_explanation() knows, sorted.
std::vector<std::string> explainable(const catalog::RuleFiles& files);

}  // namespace loanlint::report
