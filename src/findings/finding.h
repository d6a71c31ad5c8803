// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/evidence.h"
#include "findings/message.h"

namespace loanlint::findings {

/// What a finding would mean for the person if it is true.
enum class Severity : std::uint8_t { info, low, medium, high, critical };

/// What a finding rests on, which decides how it may be worded: declared by the manifest only
/// (需说明, 涉嫌), coded (涉嫌), admitted by the policy itself (不符).
enum class Basis : std::uint8_t { declared, coded, admitted };

std::string_view name(Severity severity);
std::string_view name(Basis basis);
std::optional<Severity> parse_severity(std::string_view text);
std::optional<Basis> parse_basis(std::string_view text);

/// One statement of one rule about one package.
struct Finding {
  std::string rule;  ///< id of the rule
  std::string pack;  ///< "pipl"
  std::string kind;  ///< data kind, empty when the rule is about none
  Severity severity = Severity::info;
  Basis basis = Basis::declared;
  bool open = false;   ///< the condition could not be decided: a question, never a failure
  bool fails = false;  ///< at its basis, and if severe enough, makes the verdict `fail`
  bool good = false;   ///< a good sign, shown as such
  Bilingual title;
  Bilingual message;  ///< what was seen in this package
  Bilingual why;
  Bilingual advice_borrower;
  Bilingual advice_lender;
  std::vector<std::string> articles;  ///< ids of rules/law/: "pipl-13-1-2"
  std::vector<Evidence> evidence;
  std::string fingerprint;  ///< stable over rebuilds of the same app
  bool accepted = false;    ///< by the baseline
  std::string accepted_reason = {};
};

/// Most severe first, then by rule, kind and first evidence: a total order.
bool before(const Finding& left, const Finding& right);

/// rule + data kind + normalised place of the first evidence, hashed: 32 hexadecimal digits.
/// Lines, offsets and obfuscated names do not enter, so that a rebuild keeps it.
std::string fingerprint(const Finding& finding);

}  // namespace loanlint::findings
