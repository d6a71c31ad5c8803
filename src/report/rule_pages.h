// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "catalog/rule_files.h"
#include "report/words.h"

namespace loanlint::report {

/// The documentation of every rule, in both languages, as Markdown: file name below docs/rules/ →
/// text. "README.md" lists the rules of each pack.
std::map<std::string, std::string> rule_pages(const catalog::RuleFiles& files, const Words& words);

}  // namespace loanlint::report
