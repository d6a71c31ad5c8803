// SPDX-License-Identifier: Apache-2.0
#include "support/dex_builder.h"

#include <algorithm>

namespace loanlint::testing {
namespace {

using Out = std::vector<std::uint8_t>;

template <class Unsigned>
void add(Out& out, Unsigned value) {
  for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
    out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  }
}

void add_uleb128(Out& out, std::uint32_t value) {
  while (value > 0x7f) {
    out.push_back(static_cast<std::uint8_t>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<std::uint8_t>(value));
}

void align(Out& out) {
  while (out.size() % 4 != 0) out.push_back(0);
}

template <class Row>
std::uint32_t index_of(std::vector<Row>& rows, const Row& row) {
  const auto found = std::find(rows.begin(), rows.end(), row);
  if (found == rows.end()) {
    rows.push_back(row);
    return static_cast<std::uint32_t>(rows.size() - 1);
  }
  return static_cast<std::uint32_t>(found - rows.begin());
}

std::uint32_t size_of(std::size_t size) { return static_cast<std::uint32_t>(size); }

void add_methods(Out& out, const std::vector<DexBuilder::Method>& methods,
                 const std::vector<std::uint32_t>& code_offsets, bool is_virtual) {
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < methods.size(); ++i) {
    if (methods[i].is_virtual != is_virtual) continue;
    add_uleb128(out, methods[i].index - last);
    last = methods[i].index;
    add_uleb128(out, methods[i].access_flags);
    add_uleb128(out, code_offsets[i]);
  }
}

}  // namespace

std::uint32_t DexBuilder::string(std::string_view text) {
  return index_of(strings_, std::string(text));
}

std::uint32_t DexBuilder::type(std::string_view descriptor) {
  return index_of(types_, string(descriptor));
}

std::uint32_t DexBuilder::proto(std::string_view result,
                                const std::vector<std::string>& parameters) {
  std::string shorty;
  Proto row{0, type(result), {}};
  shorty += result[0] == '[' ? 'L' : result[0];
  for (const std::string& parameter : parameters) {
    shorty += parameter[0] == '[' ? 'L' : parameter[0];
    row.parameters.push_back(type(parameter));
  }
  row.shorty = string(shorty);
  return index_of(protos_, row);
}

std::uint32_t DexBuilder::field(std::string_view klass, std::string_view name,
                                std::string_view type_name) {
  return index_of(fields_, Member{type(klass), type(type_name), string(name)});
}

std::uint32_t DexBuilder::method(std::string_view klass, std::string_view name,
                                 std::string_view result,
                                 const std::vector<std::string>& parameters) {
  return index_of(methods_, Member{type(klass), proto(result, parameters), string(name)});
}

void DexBuilder::add_class(std::string_view descriptor, std::string_view superclass,
                           std::vector<Method> methods,
                           std::vector<std::pair<std::uint32_t, std::uint32_t>> static_strings) {
  classes_.push_back(
      {type(descriptor), type(superclass), std::move(methods), std::move(static_strings)});
}

std::vector<std::uint8_t> DexBuilder::build(std::string_view version, std::uint32_t header_at,
                                            std::uint32_t container_size) const {
  const bool container = version >= "041";
  const std::uint32_t header_size = container ? 0x78 : 0x70;
  const std::uint32_t strings_at = header_at + header_size;
  const std::uint32_t types_at = strings_at + size_of(strings_.size() * 4);
  const std::uint32_t protos_at = types_at + size_of(types_.size() * 4);
  const std::uint32_t fields_at = protos_at + size_of(protos_.size() * 12);
  const std::uint32_t methods_at = fields_at + size_of(fields_.size() * 8);
  const std::uint32_t classes_at = methods_at + size_of(methods_.size() * 8);
  const std::uint32_t data_at = classes_at + size_of(classes_.size() * 32);

  Out data;
  const auto here = [&] { return data_at + size_of(data.size()); };
  std::vector<std::uint32_t> string_offsets, parameter_offsets;
  std::vector<std::uint32_t> class_data_offsets, value_offsets;
  for (const Proto& row : protos_) {
    align(data);
    parameter_offsets.push_back(row.parameters.empty() ? 0 : here());
    if (row.parameters.empty()) continue;
    add<std::uint32_t>(data, size_of(row.parameters.size()));
    for (const std::uint32_t parameter : row.parameters) {
      add<std::uint16_t>(data, static_cast<std::uint16_t>(parameter));
    }
  }
  for (const Class& row : classes_) {
    std::vector<std::uint32_t> code_offsets;
    for (const Method& method : row.methods) {
      align(data);
      code_offsets.push_back(method.insns.empty() ? 0 : here());
      if (method.insns.empty()) continue;
      add<std::uint16_t>(data, method.registers);
      for (int i = 0; i < 3; ++i) add<std::uint16_t>(data, 0);
      add<std::uint32_t>(data, 0);
      add<std::uint32_t>(data, size_of(method.insns.size()));
      for (const std::uint16_t unit : method.insns) add<std::uint16_t>(data, unit);
    }
    class_data_offsets.push_back(here());
    const auto virtuals = std::count_if(row.methods.begin(), row.methods.end(),
                                        [](const Method& method) { return method.is_virtual; });
    add_uleb128(data, size_of(row.static_strings.size()));
    add_uleb128(data, 0);
    add_uleb128(data, size_of(row.methods.size()) - static_cast<std::uint32_t>(virtuals));
    add_uleb128(data, static_cast<std::uint32_t>(virtuals));
    std::uint32_t last = 0;
    for (const auto& [field, text] : row.static_strings) {
      add_uleb128(data, field - last);
      last = field;
      add_uleb128(data, 0x8);
    }
    add_methods(data, row.methods, code_offsets, false);
    add_methods(data, row.methods, code_offsets, true);
    value_offsets.push_back(row.static_strings.empty() ? 0 : here());
    if (row.static_strings.empty()) continue;
    add_uleb128(data, size_of(row.static_strings.size()));
    for (const auto& [field, text] : row.static_strings) {
      data.push_back(0x17 | (3 << 5));  // VALUE_STRING in four bytes
      add<std::uint32_t>(data, text);
    }
  }
  for (const std::string& text : strings_) {
    string_offsets.push_back(here());
    add_uleb128(data, size_of(text.size()));
    data.insert(data.end(), text.begin(), text.end());
    data.push_back(0);
  }

  Out out;
  for (const char c : std::string_view("dex\n")) out.push_back(static_cast<std::uint8_t>(c));
  for (const char c : version) out.push_back(static_cast<std::uint8_t>(c));
  out.push_back(0);
  out.resize(0x20);  // checksum and signature, which nobody here checks
  const std::uint32_t size = header_size + (data_at - strings_at) + size_of(data.size());
  add(out, size);
  add(out, header_size);
  add<std::uint32_t>(out, 0x12345678);
  for (int i = 0; i < 3; ++i) add<std::uint32_t>(out, 0);
  const auto add_table = [&](std::size_t count, std::uint32_t at) {
    add(out, size_of(count));
    add(out, count == 0 ? 0 : at);
  };
  add_table(strings_.size(), strings_at);
  add_table(types_.size(), types_at);
  add_table(protos_.size(), protos_at);
  add_table(fields_.size(), fields_at);
  add_table(methods_.size(), methods_at);
  add_table(classes_.size(), classes_at);
  add(out, size_of(data.size()));
  add(out, data_at);
  if (container) {
    add(out, container_size == 0 ? size : container_size);
    add(out, header_at);
  }
  for (const std::uint32_t offset : string_offsets) add(out, offset);
  for (const std::uint32_t index : types_) add(out, index);
  for (std::size_t i = 0; i < protos_.size(); ++i) {
    add(out, protos_[i].shorty);
    add(out, protos_[i].result);
    add(out, parameter_offsets[i]);
  }
  for (const std::vector<Member>* table : {&fields_, &methods_}) {
    for (const Member& row : *table) {
      add(out, static_cast<std::uint16_t>(row.klass));
      add(out, static_cast<std::uint16_t>(row.of));
      add(out, row.name);
    }
  }
  for (std::size_t i = 0; i < classes_.size(); ++i) {
    add(out, classes_[i].type);
    add<std::uint32_t>(out, 1);
    add(out, classes_[i].superclass);
    add<std::uint32_t>(out, 0);
    add<std::uint32_t>(out, 0xffffffff);
    add<std::uint32_t>(out, 0);
    add(out, class_data_offsets[i]);
    add(out, value_offsets[i]);
  }
  out.insert(out.end(), data.begin(), data.end());
  return out;
}

}  // namespace loanlint::testing
