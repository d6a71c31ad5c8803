// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "catalog/texts.h"

namespace loanlint::cli {

/// A UsageError's text in the user's language. The rooms below state what is wrong with a file or
/// an option in English, after its place: "rules/x.json:3:9: /severity: unknown severity …". The
/// sentences usage.* hold each of these statements in both languages; the place and what was found
/// stay as they are, and so does a statement that is not among them.
std::string usage_words(std::string_view english, const catalog::Texts& texts,
                        catalog::Language language);

}  // namespace loanlint::cli
