// SPDX-License-Identifier: Apache-2.0
// What fields and arrays do to constants: the part of ConstantFlow that knows of memory.
#include "code/constants.h"

namespace loanlint::code {

ConstantFlow::Id ConstantFlow::read_field(std::uint32_t field_idx, std::uint32_t offset) {
  Value value;
  value.site = offset;
  if (field_idx < field_marks_.size() && field_marks_[field_idx] != 0xffff) {
    value.kind = Value::Kind::uri;
    value.mark = field_marks_[field_idx];
    return intern(value);
  }
  if (fields_.empty()) return 0;
  const android::FieldId field = dex_.field(field_idx);
  const std::string_view type = dex_.type(field.type_idx);
  const bool is_array = type.starts_with("[");
  if (type != "Ljava/lang/String;" && !is_array) return 0;
  const auto found = fields_.find(
      {std::string(dex_.type(field.class_idx)), std::string(dex_.short_string(field.name_idx))});
  if (found == fields_.end()) return 0;
  if (is_array) {
    value.kind = Value::Kind::array;
    arrays_[offset] = found->second;
    return intern(value);
  }
  return any_of_texts(found->second);
}

ConstantFlow::Id ConstantFlow::read_element(const Value& array) {
  if (array.kind != Value::Kind::array) return 0;
  const std::set<std::string>& texts = array_texts(array.site);
  return texts.empty() ? 0 : any_of_texts(texts);
}

ConstantFlow::Id ConstantFlow::any_of_texts(const std::set<std::string>& texts) {
  Value value;
  value.kind = Value::Kind::text;
  value.texts.assign(texts.begin(), texts.end());
  keep_few(value);
  return intern(value);
}

void ConstantFlow::write_field(std::uint32_t field_idx, const Value& value, FlowVisitor& visitor) {
  if (value.kind == Value::Kind::array) {
    visitor.on_field_write(field_idx, array_texts(value.site));
  } else if (value.kind == Value::Kind::text && !value.open) {
    visitor.on_field_write(field_idx, {value.texts.begin(), value.texts.end()});
  }
}

}  // namespace loanlint::code
