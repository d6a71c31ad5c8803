// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/texts.h"
#include "findings/evidence.h"
#include "findings/fact.h"
#include "findings/finding.h"

namespace loanlint::report {

/// An article as a report cites it.
struct Citation {
  std::string id;           ///< "pipl-13-1-2"
  findings::Bilingual law;  ///< short name of the law
  findings::Bilingual cite;
  findings::Bilingual gist;
  std::string force;    ///< "law", "normative-document", …
  std::string read_at;  ///< where the official text stands
  findings::Bilingual official =
      {};                 ///< the law's full name, as a letter to an authority writes it
  std::uint8_t rank = 0;  ///< of its force, the strongest first
};

/// A rule's texts, speaking of no package and no kind of data in particular.
struct RuleWords {
  findings::Bilingual title;
  findings::Bilingual why;
  findings::Bilingual advice_borrower;
  findings::Bilingual advice_lender;
};

/// Everything a report needs besides the result: sentences, names of data kinds, articles.
class Words {
 public:
  virtual ~Words() = default;
  virtual const catalog::Texts& texts() const = 0;
  /// The data kind's name; its id when the kind is not known.
  virtual findings::Bilingual kind(std::string_view id) const = 0;
  /// The article; one that is not known is cited by its id alone.
  virtual Citation article(std::string_view id) const = 0;
  /// A trick's name in words; its id when it is not known.
  virtual findings::Bilingual trick(std::string_view id) const = 0;
  /// A rule's general texts; its id for a title when there is no such rule.
  virtual RuleWords rule(std::string_view pack, std::string_view id) const = 0;
  /// Version of the program and hash of its rules.
  virtual std::string version() const = 0;
  virtual std::string ruleset() const = 0;
};

/// Words in one language, safe to print: what came out of a package is escaped.
class Voice {
 public:
  Voice(const Words& words, catalog::Language language) : words_(&words), language_(language) {}

  catalog::Language language() const { return language_; }
  const Words& words() const { return *words_; }

  std::string operator()(std::string_view key, std::vector<std::string> args = {}) const;
  std::string operator()(const findings::Message& message) const;
  std::string operator()(const findings::Bilingual& text) const;
  std::string kind(std::string_view id) const;
  /// "通讯录、短信和通话记录" / "contacts, SMS and call log".
  std::string kinds(const std::vector<std::string>& ids) const;
  std::string list(const std::vector<std::string>& items) const;
  /// "《个人信息保护法》第十三条（法律）" / "PIPL Art. 13 (law)".
  std::string article(std::string_view id) const;
  /// Where a piece of evidence stands: "AndroidManifest.xml:12".
  std::string place(const findings::Evidence& evidence) const;
  /// A call path's step or a use: "Lcom/x/Y;->z()V +0x1c → query".
  std::string step(const findings::CodePlace& place) const;

 private:
  const Words* words_;
  catalog::Language language_;
};

/// A permission name without "android.permission.".
std::string short_permission(std::string_view name);

}  // namespace loanlint::report
