// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace loanlint::code {

/// The first table that an SQL statement names after FROM, INTO, UPDATE or TABLE, without its
/// quotes; empty when there is none.
std::string_view sql_table(std::string_view statement);

}  // namespace loanlint::code
