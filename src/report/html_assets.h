// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace loanlint::report {

// The files of src/report/html/, compiled in (cmake/EmbedText.cmake).
extern const std::string_view kPageStyle;
extern const std::string_view kSortScript;

}  // namespace loanlint::report
