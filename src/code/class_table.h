// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "android/dex_class.h"

namespace loanlint::code {

/// Why a class broke off, and where.
struct BrokenClass {
  std::size_t offset = 0;
  std::string why;
};

/// What each class of a DEX defines, read once for all that ask. Of a class that breaks off it
/// holds what came before. The DEX must outlive it.
class ClassTable {
 public:
  explicit ClassTable(const android::Dex& dex);

  using Methods = std::span<const android::EncodedMethod>;
  using Fields = std::span<const android::EncodedField>;

  Methods direct_methods(std::uint32_t klass) const {
    return Methods(methods_).subspan(rows_[klass].methods, rows_[klass].direct);
  }
  Methods virtual_methods(std::uint32_t klass) const {
    const Row& row = rows_[klass];
    return Methods(methods_).subspan(row.methods + row.direct,
                                     rows_[klass + 1].methods - row.methods - row.direct);
  }
  Methods methods(std::uint32_t klass) const {
    return Methods(methods_).subspan(rows_[klass].methods,
                                     rows_[klass + 1].methods - rows_[klass].methods);
  }
  Fields static_fields(std::uint32_t klass) const {
    return Fields(fields_).subspan(rows_[klass].fields, rows_[klass].statics);
  }
  Fields fields(std::uint32_t klass) const {
    return Fields(fields_).subspan(rows_[klass].fields,
                                   rows_[klass + 1].fields - rows_[klass].fields);
  }
  std::size_t method_count() const { return methods_.size(); }
  std::size_t field_count() const { return fields_.size(); }
  /// Classes that broke off, by number.
  const std::map<std::uint32_t, BrokenClass>& broken() const { return broken_; }

 private:
  struct Row {
    std::uint32_t methods = 0;  // the first of them
    std::uint32_t direct = 0;
    std::uint32_t fields = 0;
    std::uint32_t statics = 0;
  };
  std::vector<Row> rows_;  // by class, and one more
  std::vector<android::EncodedMethod> methods_;
  std::vector<android::EncodedField> fields_;
  std::map<std::uint32_t, BrokenClass> broken_;
};

}  // namespace loanlint::code
