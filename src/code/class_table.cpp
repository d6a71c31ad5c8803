// SPDX-License-Identifier: Apache-2.0
#include "code/class_table.h"

#include <algorithm>

#include "base/cursor.h"
#include "base/error.h"

namespace loanlint::code {
namespace {

/// How many fields and methods a class_data_item says it has.
std::size_t stated_members(const android::Dex& dex, std::uint32_t offset) {
  if (offset == 0 || offset > dex.file().size()) return 0;
  Cursor in(dex.file().subspan(offset), offset);
  std::size_t members = 0;
  for (int i = 0; i < 4; ++i) members += in.uleb128("class_data");
  return members;
}

}  // namespace

ClassTable::ClassTable(const android::Dex& dex) {
  rows_.reserve(std::size_t{dex.class_count()} + 1);
  methods_.reserve(std::min<std::size_t>(dex.method_count(), std::size_t{1} << 20));
  fields_.reserve(std::min<std::size_t>(dex.field_count(), std::size_t{1} << 20));
  // A member takes two bytes or more, so only classes that share their data can hold more.
  const std::size_t most = dex.file().size() / 2;
  std::size_t members = 0;
  android::ClassData data;
  for (std::uint32_t i = 0; i < dex.class_count(); ++i) {
    const std::uint32_t offset = dex.class_def(i).class_data_off;
    try {
      if (members > most / 4 && members + stated_members(dex, offset) > most) {
        malformed(offset, "class_data: shared with other classes");
      }
      android::read_class_data(dex, offset, data);
    } catch (const FormatError& error) {
      broken_[i] = {error.offset(), error.what()};
      if (members > most / 4) data = {};
    }
    members += data.direct_methods.size() + data.virtual_methods.size() +
               data.static_fields.size() + data.instance_fields.size();
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
