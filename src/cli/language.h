// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "catalog/texts.h"

namespace loanlint::cli {

/// The value of an environment variable, empty when it is not set.
using Environment = std::function<std::string(const char*)>;

/// The language to speak: what --lang says, else LOANLINT_LANG, else the locale of messages
/// (the first of LC_ALL, LC_MESSAGES, LANG that is set), else English.
catalog::Language choose_language(const std::optional<std::string>& flag,
                                  const Environment& environment);

}  // namespace loanlint::cli
