// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/kinds.h"
#include "catalog/texts.h"
#include "findings/fact.h"
#include "findings/message.h"

namespace loanlint::rules {

/// Puts a package into the places of a rule's text: {kind}, {kind_name}, {asked_by} (the
/// permissions of the kind), {fact:<name>} and {reason} (why the facts of `open` are not known).
class Wording {
 public:
  Wording(const findings::Facts& facts, const catalog::Kinds& kinds, const catalog::Texts& texts,
          std::string_view kind)
      : facts_(facts), kinds_(kinds), texts_(texts), kind_(kind) {}

  findings::Bilingual fill(const findings::Bilingual& text,
                           const std::vector<std::string>& open = {}) const;

 private:
  std::string fill(std::string_view text, catalog::Language language,
                   const std::vector<std::string>& open) const;
  std::string value(std::string_view place, catalog::Language language,
                    const std::vector<std::string>& open) const;
  std::string shown(std::string_view fact, catalog::Language language) const;
  std::string reasons(const std::vector<std::string>& open, catalog::Language language) const;

  const findings::Facts& facts_;
  const catalog::Kinds& kinds_;
  const catalog::Texts& texts_;
  std::string_view kind_;
};

}  // namespace loanlint::rules
