// SPDX-License-Identifier: Apache-2.0
#include "cli/language.h"

namespace loanlint::cli {
namespace {

catalog::Language language_of(const std::string& locale) {
  return locale.starts_with("zh") ? catalog::Language::zh : catalog::Language::en;
}

}  // namespace

catalog::Language choose_language(const std::optional<std::string>& flag,
                                  const Environment& environment) {
  if (flag) return language_of(*flag);
  for (const char* name : {"LOANLINT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = environment(name);
    if (!value.empty()) return language_of(value);
  }
  return catalog::Language::en;
}

}  // namespace loanlint::cli
