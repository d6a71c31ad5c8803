// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace loanlint::policy {

/// Word classes by name, each a list of templates.
using Words = std::map<std::string, std::vector<std::string>>;

/// A template as RE2 takes it:
///   <name>    any word of that class
///   <..n>     at most n characters that do not leave the clause (, ; : 。 | end it)
///   <~n>      at most n characters that do not leave the sentence
/// Everything else is RE2 syntax over the normalised text (normalise.h). `where` names the
/// template in errors; throws UsageError for an unknown class or classes that name each other.
std::string expand(std::string_view pattern, const Words& words, const std::string& where);

/// Literals of which at least one stands in every text that a pattern matches.
using AnyOf = std::vector<std::string>;

/// What a text must hold for `regex` (expanded) to have a chance: all of these. Each literal has
/// at least three bytes; what has no such literal gives no condition. Conservative: an empty
/// answer means "always try".
std::vector<AnyOf> required_literals(std::string_view regex);

}  // namespace loanlint::policy
