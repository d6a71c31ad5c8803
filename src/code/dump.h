// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <span>
#include <vector>

#include "base/limits.h"
#include "code/analyse.h"
#include "code/context.h"
#include "findings/gap.h"

namespace loanlint::code {

/// One line for each use: data kind, what is done, method, code offset in hex, member or class
/// named, how it was recognised, what it was resolved from, owner; separated by tabs, "-" for
/// nothing. Names are made printable.
void write_calls(std::ostream& out, const Code& code);

/// Every string of every DEX in the order of its table, one per line, made printable; a hole is
/// an empty line, so that line numbers stay string indexes.
void write_strings(std::ostream& out, std::span<const NamedDex> dexes, const Limits& limits,
                   std::vector<findings::Gap>& gaps);

}  // namespace loanlint::code
