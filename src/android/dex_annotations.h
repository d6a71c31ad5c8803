// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "android/dex.h"

namespace loanlint::android {

/// An annotation that a method carries.
struct MethodAnnotation {
  std::uint32_t method_idx = kNoIndex;
  std::uint32_t type_idx = kNoIndex;
};

/// Adds the annotations of methods in the annotations_directory_item at `annotations_off` (0 has
/// none) to `found`, until there are `most`. What those of classes, fields and parameters are, and
/// what values they hold, is not read. Throws FormatError when a table does not lie in the file.
void read_method_annotations(const Dex& dex, std::uint32_t annotations_off, std::size_t most,
                             std::vector<MethodAnnotation>& found);

}  // namespace loanlint::android
