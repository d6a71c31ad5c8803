// SPDX-License-Identifier: Apache-2.0
#include "android/dex_annotations.h"

#include "android/dex_class.h"
#include "base/cursor.h"
#include "base/error.h"

namespace loanlint::android {
namespace {

constexpr std::size_t kRowSize = 8;  // of annotated fields and methods: an index and an offset

void read_set(const Dex& dex, std::uint32_t method_idx, std::uint32_t set_off, std::size_t most,
              std::vector<MethodAnnotation>& found) {
  Cursor set = at_offset(dex, set_off, "annotation_set_item");
  const std::size_t size = set.count(4, "annotation_set_item size");
  for (std::size_t i = 0; i < size && found.size() < most; ++i) {
    Cursor item = at_offset(dex, set.u32("annotation_off"), "annotation_item");
    item.skip(1, "annotation visibility");
    found.push_back({method_idx, item.uleb128("annotation type_idx")});
  }
}

}  // namespace

void read_method_annotations(const Dex& dex, std::uint32_t annotations_off, std::size_t most,
                             std::vector<MethodAnnotation>& found) {
  if (annotations_off == 0) return;
  Cursor directory = at_offset(dex, annotations_off, "annotations_directory_item");
  directory.skip(4, "class_annotations_off");
  const std::size_t fields = directory.u32("annotated fields_size");
  const std::size_t methods = directory.u32("annotated methods_size");
  directory.skip(4, "annotated parameters_size");
  const std::size_t rows = directory.left() / kRowSize;
  if (fields > rows || methods > rows - fields) {
    malformed(directory.offset(),
              "annotated fields and methods: " + std::to_string(fields + methods) +
                  " rows of 8 bytes, " + std::to_string(directory.left()) + " bytes left");
  }
  directory.skip(fields * kRowSize, "field_annotations");
  for (std::size_t i = 0; i < methods && found.size() < most; ++i) {
    const std::uint32_t method_idx = directory.u32("annotated method_idx");
    read_set(dex, method_idx, directory.u32("method annotations_off"), most, found);
  }
}

}  // namespace loanlint::android
