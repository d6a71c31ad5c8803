// SPDX-License-Identifier: Apache-2.0
#include "android/dex.h"

#include <doctest/doctest.h>

#include <functional>

#include "android/dex_class.h"
#include "base/error.h"
#include "support/dex_builder.h"
#include "support/prefixes.h"

namespace loanlint::android {
namespace {

using testing::DexBuilder;
using Bytes8 = std::vector<std::uint8_t>;

DexBuilder hello() {
  DexBuilder made;
  const std::uint32_t run = made.method("Lcom/x/Y;", "run", "V", {"I", "[Ljava/lang/String;"});
  made.field("Lcom/x/Y;", "count", "I");
  const std::uint32_t uri = made.field("Lcom/x/Y;", "URI", "Ljava/lang/String;");
  DexBuilder::Method method;
  method.index = run;
  method.insns = {0x000e};  // return-void
  made.add_class("Lcom/x/Y;", "Ljava/lang/Object;", {method},
                 {{uri, made.string("content://sms")}});
  return made;
}

TEST_CASE("names are read from the tables") {
  const Bytes8 bytes = hello().build();
  const std::vector<Dex> all = read_dex(bytes);
  REQUIRE(all.size() == 1);
  const Dex& dex = all[0];
  CHECK(dex.version() == 35);
  CHECK(dex.class_count() == 1);
  CHECK(dex.type(dex.class_def(0).class_idx) == "Lcom/x/Y;");
  CHECK(dex.type(dex.class_def(0).superclass_idx) == "Ljava/lang/Object;");
  CHECK(dex.method_name(0) == "Lcom/x/Y;->run(I[Ljava/lang/String;)V");
  CHECK(dex.field_name(0) == "Lcom/x/Y;->count:I");
  ClassData data;
  read_class_data(dex, dex.class_def(0).class_data_off, data);
  REQUIRE(data.virtual_methods.size() == 1);
  CHECK(data.direct_methods.empty());
  const CodeItem code = read_code(dex, data.virtual_methods[0].code_off);
  CHECK(code.registers_size == 8);
  CHECK(code.insns.size() == 2);
  const auto strings =
      read_static_strings(dex, dex.class_def(0).static_values_off, data.static_fields);
  REQUIRE(strings.size() == 1);
  CHECK(dex.field_name(strings[0].field_idx) == "Lcom/x/Y;->URI:Ljava/lang/String;");
  CHECK(dex.string(strings[0].string_idx) == "content://sms");
}

TEST_CASE("files that lie, and what is said of them") {
  struct Row {
    std::string name;
    std::function<void(Bytes8&)> lie;
    std::string error;  // empty: still read
  };
  using testing::put;
  const Row rows[] = {
      {"not a DEX", [](Bytes8& b) { b[0] = 'D'; }, "magic: not a DEX file"},
      {"compact DEX", [](Bytes8& b) { b[0] = 'c', b[1] = 'd', b[2] = 'e', b[3] = 'x'; },
       "compact DEX, the form inside a device's own .vdex files, is not read"},
      {"too old", [](Bytes8& b) { b[5] = '1', b[6] = '3'; },
       "DEX version 013 is not one of 035 to 041"},
      {"too new", [](Bytes8& b) { b[5] = '4', b[6] = '2'; },
       "DEX version 042 is not one of 035 to 041"},
      {"version is no number", [](Bytes8& b) { b[5] = 'x'; }, "magic: not a DEX file"},
      {"big-endian", [](Bytes8& b) { put(b, testing::kDexEndianTag, 0x78563412U); },
       "endian_tag: not a little-endian DEX file"},
      {"header size", [](Bytes8& b) { put(b, testing::kDexHeaderSize, 0x6fU); },
       "header_size 111 is below 112"},
      {"a table past the end", [](Bytes8& b) { put(b, testing::kDexMethodIds + 4, 0x7fffffffU); },
       "method_ids: starts at 2147483647, past the end at 405"},
      {"a count past the end", [](Bytes8& b) { put(b, testing::kDexClassDefs, 0xffffffffU); },
       "class_defs: needs 137438953440 bytes, 189 left"},
      {"wrong checksum", [](Bytes8& b) { b[8] ^= 0xff; }, ""},
      {"wrong file_size", [](Bytes8& b) { put(b, testing::kDexFileSize, 7U); }, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Bytes8 bytes = hello().build();
    row.lie(bytes);
    if (row.error.empty()) {
      CHECK(read_dex(bytes).at(0).class_count() == 1);
    } else {
      CHECK_THROWS_WITH_AS(read_dex(bytes), row.error.c_str(), FormatError);
    }
  }
}

TEST_CASE("a bad row is a hole and never shifts the table") {
  Bytes8 bytes = hello().build();
  const Dex good = read_dex(bytes)[0];
  const std::string last(good.string(good.string_count() - 1));
  testing::put(bytes, 0x70 + 4 * 1, 0xfffffff0U);
  const Dex dex = read_dex(bytes)[0];
  CHECK(dex.is_hole(1));
  CHECK(dex.string(1).empty());
  CHECK(dex.string(0) == good.string(0));
  CHECK(dex.string(dex.string_count() - 1) == last);
  CHECK(dex.string(dex.string_count()).empty());
  CHECK(dex.type(0xffffffff).empty());
  CHECK(dex.method_name(77) == "->()");
}

TEST_CASE("a container of version 041 holds several DEX files") {
  const Bytes8 first = hello().build("041");
  DexBuilder other;
  other.add_class("Lsecond/Z;", "Ljava/lang/Object;", {});
  const Bytes8 second = other.build("041", static_cast<std::uint32_t>(first.size()));
  Bytes8 both = first;
  both.insert(both.end(), second.begin(), second.end());
  const std::vector<Dex> all = read_dex(both);
  REQUIRE(all.size() == 2);
  CHECK(all[0].type(all[0].class_def(0).class_idx) == "Lcom/x/Y;");
  CHECK(all[1].type(all[1].class_def(0).class_idx) == "Lsecond/Z;");
  CHECK(all[1].header_offset() == first.size());
  testing::put(both, testing::kDexFileSize, 0U);  // would never lead onwards
  CHECK_THROWS_WITH_AS(read_dex(both), "file_size 0 is below 120", FormatError);
}

TEST_CASE("more strings than the limit") {
  Limits limits;
  limits.strings = 3;
  CHECK_THROWS_AS(read_dex(hello().build(), limits), LimitError);
}

TEST_CASE("class data that claims more than there is") {
  Bytes8 bytes = hello().build();
  const std::size_t at = read_dex(bytes)[0].class_def(0).class_data_off;
  bytes[at] = 0x7f;
  const Dex dex = read_dex(bytes)[0];
  ClassData data;
  CHECK_THROWS_AS(read_class_data(dex, static_cast<std::uint32_t>(at), data), FormatError);
  CHECK_THROWS_WITH_AS(read_class_data(dex, 0x7fffffff, data),
                       "class_data: starts at 2147483647, past the end at 405", FormatError);
}

TEST_CASE("every prefix of a DEX file") {
  testing::check_every_prefix(hello().build(), [](Bytes bytes) {
    for (const Dex& dex : read_dex(bytes)) {
      ClassData data;
      for (std::uint32_t i = 0; i < dex.class_count(); ++i) {
        const ClassDef klass = dex.class_def(i);
        read_class_data(dex, klass.class_data_off, data);
        read_static_strings(dex, klass.static_values_off, data.static_fields);
        for (const EncodedMethod& method : data.virtual_methods) {
          dex.method_name(method.method_idx);
          read_code(dex, method.code_off);
        }
      }
    }
  });
}

}  // namespace
}  // namespace loanlint::android
