// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/rule_files.h"
#include "findings/message.h"

namespace loanlint::catalog {

/// How strongly a norm binds, strongest first. A report prints it beside every citation: a
/// recommended standard must not read like a statute.
enum class Force : std::uint8_t {
  law,
  judicial_interpretation,
  administrative_regulation,
  departmental_rule,
  normative_document,
  recommended_standard,
  technical_guide,
  self_regulation,
  platform_policy,
  draft,
  foreign
};

/// As rule files write it ("departmental-rule"); rules/text/law.json puts it into words under
/// "force.<name>".
std::string_view name(Force force);
std::optional<Force> parse_force(std::string_view text);

/// One article, paragraph or item of a norm.
struct Article {
  std::string id;            ///< law + '-' + number: "pipl-13-1-2"
  std::string number;        ///< "13-1-2"
  std::string law;           ///< id of its law
  findings::Bilingual cite;  ///< 第十三条第一款第（二）项; Art. 13(1)(2)
  findings::Bilingual gist;  ///< what it says, in the project's own words
};

/// One norm, from rules/law/<id>.json.
struct Law {
  std::string id;
  findings::Bilingual name;
  findings::Bilingual short_name;
  Force force = Force::law;
  std::string in_force_from;  ///< "2021-11-01", or empty for a draft
  std::string read_at;        ///< where to read the official text
  std::vector<Article> articles;
};

/// The norms that rules cite. A law's file is read when one of its articles is first asked for:
/// a scan that prints no citation reads none. Not to be shared between threads.
class Laws {
 public:
  /// `files` must outlive the Laws.
  explicit Laws(const RuleFiles& files) : files_(&files) {}

  /// The law of this id, or nullptr. Throws UsageError when its file is wrong.
  const Law* find_law(std::string_view id) const;
  /// The article of this id ("pipl-13-1-2"), or nullptr.
  const Article* find(std::string_view article) const;
  /// The law that an article belongs to, or nullptr.
  const Law* law_of(std::string_view article) const;
  /// Every law, strongest force first, then by id.
  std::vector<const Law*> all() const;

 private:
  const RuleFiles* files_;
  mutable std::map<std::string, Law, std::less<>> read_;
};

/// Reads one file of rules/law/, strictly. Throws UsageError.
Law read_law(const RuleFile& file);

}  // namespace loanlint::catalog
