// SPDX-License-Identifier: Apache-2.0
#include "code/class_table.h"

#include <algorithm>

#include "base/error.h"

namespace loanlint::code {

ClassTable::ClassTable(const android::Dex& dex) {
  rows_.reserve(std::size_t{dex.class_count()} + 1);
  methods_.reserve(std::min<std::size_t>(dex.method_count(), std::size_t{1} << 20));
  fields_.reserve(std::min<std::size_t>(dex.field_count(), std::size_t{1} << 20));
  android::ClassData data;
  std::size_t members = 0;
  for (std::uint32_t i = 0; i < dex.class_count(); ++i) {
    try {
      android::read_class_data(dex, dex.class_def(i).class_data_off, data);
    } catch (const FormatError& error) {
      broken_[i] = {error.offset(), error.what()};
    }
    // A member takes two bytes or more, so only classes that share their data can hold more.
    const std::size_t more = data.direct_methods.size() + data.virtual_methods.size() +
                             data.static_fields.size() + data.instance_fields.size();
    if (more > dex.file().size() / 2 - std::min(members, dex.file().size() / 2)) {
      broken_[i] = {dex.class_def(i).class_data_off, "class_data: shared with other classes"};
      data = {};
    } else {
      members += more;
    }
    rows_.push_back({static_cast<std::uint32_t>(methods_.size()),
                     static_cast<std::uint32_t>(data.direct_methods.size()),
                     static_cast<std::uint32_t>(fields_.size()),
                     static_cast<std::uint32_t>(data.static_fields.size())});
    methods_.insert(methods_.end(), data.direct_methods.begin(), data.direct_methods.end());
    methods_.insert(methods_.end(), data.virtual_methods.begin(), data.virtual_methods.end());
    fields_.insert(fields_.end(), data.static_fields.begin(), data.static_fields.end());
    fields_.insert(fields_.end(), data.instance_fields.begin(), data.instance_fields.end());
  }
  rows_.push_back({static_cast<std::uint32_t>(methods_.size()), 0,
                   static_cast<std::uint32_t>(fields_.size()), 0});
}

}  // namespace loanlint::code
