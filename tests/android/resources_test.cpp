// SPDX-License-Identifier: Apache-2.0
#include "android/resources.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/error.h"
#include "support/arsc_builder.h"
#include "support/prefixes.h"

namespace loanlint::android {
namespace {

using testing::ArscBuilder;
using testing::ArscEntry;
using testing::ArscPackage;
using testing::ArscType;
using testing::reference_entry;
using testing::string_entry;

constexpr std::uint32_t kLabel = 0x7f010000;

ArscBuilder table_of(std::vector<ArscType> types) {
  ArscPackage package;
  package.types = {"string", "array", "style"};
  package.values = std::move(types);
  ArscBuilder table;
  table.packages = {package};
  return table;
}

ArscType in_language(std::string text, std::string language, std::string region = "",
                     std::string script = "") {
  ArscType type;
  type.entries = {string_entry(0, "app_name", std::move(text))};
  type.language = std::move(language);
  type.region = std::move(region);
  type.script = std::move(script);
  return type;
}

std::string label(const ArscBuilder& table, const Locale& locale) {
  const auto bytes = table.build();
  return ResourceTable::read(bytes).find_text(kLabel, locale).value_or("(none)");
}

TEST_CASE("the value that serves a locale best") {
  struct Row {
    std::string name;
    std::vector<ArscType> types;
    std::string default_text;
    std::string chinese;
  };
  ArscType old = in_language("旧", "zh");
  old.sdk = 21;
  ArscType dense = in_language("dense", "");
  dense.density = 320;
  const Row rows[] = {
      {"default only", {in_language("Loan", "")}, "Loan", "Loan"},
      {"zh", {in_language("Loan", ""), in_language("借款", "zh")}, "Loan", "借款"},
      {"zh-CN before zh",
       {in_language("Loan", ""), in_language("借款", "zh"), in_language("借钱", "zh", "CN")},
       "Loan",
       "借钱"},
      {"script before region",
       {in_language("Loan", ""), in_language("借錢", "zh", "", "Hant"),
        in_language("借款", "zh", "", "Hans")},
       "Loan",
       "借款"},
      {"Taiwan does not serve the mainland",
       {in_language("Loan", ""), in_language("借錢", "zh", "TW")},
       "Loan",
       "Loan"},
      {"Singapore does",
       {in_language("Loan", ""), in_language("借款", "zh", "SG")},
       "Loan",
       "借款"},
      {"fewer conditions first",
       {old, in_language("借款", "zh"), in_language("Loan", "")},
       "Loan",
       "借款"},
      {"density is a condition", {dense, in_language("Loan", "")}, "Loan", "Loan"},
      {"no default: English before others",
       {in_language("Pinjam", "id"), in_language("Loan", "en")},
       "Loan",
       "Loan"},
      {"no default: any", {in_language("Pinjam", "id")}, "Pinjam", "Pinjam"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(label(table_of(row.types), {}) == row.default_text);
    CHECK(label(table_of(row.types), china()) == row.chinese);
  }
}

TEST_CASE("every form of a type gives the same values") {
  using Form = ArscType::Form;
  for (const Form form : {Form::plain, Form::sparse, Form::offset16, Form::compact}) {
    CAPTURE(static_cast<int>(form));
    ArscType type;
    type.form = form;
    type.entries = {string_entry(0, "app_name", "借款"), string_entry(7, "seven", "七")};
    const auto bytes = table_of({type}).build();
    const ResourceTable table = ResourceTable::read(bytes);
    CHECK(table.find_text(kLabel) == "借款");
    CHECK(table.find_text(0x7f010007) == "七");
    CHECK(table.find_text(0x7f010001) == std::nullopt);
    CHECK(table.find_text(0x7f010008) == std::nullopt);
    CHECK(table.name(0x7f010007) == "@string/seven");
    CHECK(table.find_id("string", "seven") == 0x7f010007u);
    std::vector<std::string> seen;
    table.for_each_entry([&](const ResourceEntry& entry) {
      seen.push_back(std::string(entry.type) + "/" + entry.name());
      return true;
    });
    CHECK(seen == std::vector<std::string>{"string/app_name", "string/seven"});
  }
}

TEST_CASE("references are followed, but not in circles") {
  ArscType type;
  type.entries = {
      reference_entry(0, "app_name", 0x7f010001), string_entry(1, "real", "借款"),
      reference_entry(2, "itself", 0x7f010002),   reference_entry(3, "ring", 0x7f010004),
      reference_entry(4, "ring2", 0x7f010003),    reference_entry(5, "framework", 0x01040000),
      reference_entry(6, "nowhere", 0x7f020000)};
  const auto bytes = table_of({type}).build();
  const ResourceTable table = ResourceTable::read(bytes);
  CHECK(table.find_text(kLabel) == "借款");
  CHECK(table.find_text(0x7f010002) == std::nullopt);
  CHECK(table.find_text(0x7f010003) == std::nullopt);
  CHECK(table.find_text(0x7f010005) == "@0x01040000");
  CHECK(table.find_text(0x7f010006) == std::nullopt);
}

TEST_CASE("several packages, and type ids that start later") {
  ArscPackage first;
  first.id = 0x7f;
  first.values = {in_language("first", "")};
  ArscPackage second;
  second.id = 0x80;
  second.name = "com.example.feature";
  second.type_id_offset = 1;
  ArscType shifted = in_language("second", "");
  shifted.id = 2;
  second.values = {shifted};
  ArscBuilder table;
  table.packages = {first, second};
  const auto bytes = table.build();
  const ResourceTable read = ResourceTable::read(bytes);
  CHECK(read.packages() == std::vector<std::string>{"com.example.loan", "com.example.feature"});
  CHECK(read.find_text(0x7f010000) == "first");
  CHECK(read.find_text(0x80020000) == "second");
  CHECK(read.name(0x80020000) == "@string/app_name");
}

TEST_CASE("strings are listed with those of arrays, by configuration") {
  ArscEntry bag;
  bag.name = "urls";
  bag.bag = true;
  bag.items = {{"https://a.example/privacy"}, {"", 0x10, 5}, {"second"}};
  ArscType array;
  array.id = 2;
  array.entries = {bag};
  const auto bytes = table_of({in_language("Loan", ""), in_language("借款", "zh"), array}).build();
  const ResourceTable table = ResourceTable::read(bytes);
  std::string all;
  table.for_each_string([&](const ResourceEntry& entry, const std::string* text) {
    all += entry.config->qualifiers() + ":" + *text + ";";
  });
  CHECK(all == ":Loan;zh:借款;:https://a.example/privacy;:second;");
  std::string chinese;
  table.for_each_string(
      [&](const ResourceEntry&, const std::string* text) { chinese += *text; },
      [](const ResourceConfig& config) { return config.locale.language == "zh"; });
  CHECK(chinese == "借款");
}

TEST_CASE("a string that resources share is given with the first of them") {
  ArscType type;
  type.entries = {string_entry(0, "first", "same"), string_entry(1, "second", "same"),
                  string_entry(2, "third", "other")};
  const auto bytes = table_of({type}).build();
  std::string all;
  ResourceTable::read(bytes).for_each_string(
      [&](const ResourceEntry& entry, const std::string* text) {
        all += entry.name() + "=" + (text == nullptr ? "again" : *text) + ";";
      });
  CHECK(all == "first=same;second=again;third=other;");
}

TEST_CASE("qualifiers are written as in folder names") {
  const auto qualifiers = [](const ArscType& type) {
    const auto bytes = table_of({type}).build();
    std::string out;
    ResourceTable::read(bytes).for_each_entry([&](const ResourceEntry& entry) {
      out = entry.config->qualifiers();
      return true;
    });
    return out;
  };
  ArscType type = in_language("x", "zh", "CN");
  CHECK(qualifiers(type) == "zh-rCN");
  type.sdk = 21;
  CHECK(qualifiers(type) == "zh-rCN-v21");
  CHECK(qualifiers(in_language("x", "zh", "CN", "Hans")) == "b+zh+Hans+CN");
  type = in_language("x", "");
  type.density = 320;
  CHECK(qualifiers(type) == "+");
}

TEST_CASE("lies about sizes and counts cost what they lie about, and no more") {
  struct Row {
    std::string name;
    ArscBuilder table;
    std::string text;
    std::size_t gaps;
  };
  ArscType counted = in_language("借款", "");
  counted.entry_count = 0x7fffffff;
  ArscType far = in_language("借款", "");
  far.entries_start = 0x7fffffff;
  ArscType larger = in_language("借款", "");
  larger.more_size = 4096;
  ArscBuilder longer = table_of({in_language("借款", "")});
  longer.more_size = 4096;
  ArscBuilder odd_pool = table_of({in_language("借款", "")});
  odd_pool.pool.header_size = 40;
  const Row rows[] = {
      {"2 billion entries", table_of({counted}), "借款", 0},
      {"entries start far away", table_of({far}), "(none)", 0},
      {"a type larger than its package", table_of({larger}), "(none)", 1},
      {"a table larger than its bytes", longer, "借款", 1},
      {"a string pool with a longer header", odd_pool, "借款", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto bytes = row.table.build();
    const ResourceTable table = ResourceTable::read(bytes);
    CHECK(table.find_text(kLabel).value_or("(none)") == row.text);
    CHECK(table.gaps().size() == row.gaps);
  }
  ArscBuilder not_a_table = table_of({});
  not_a_table.table_type = 3;
  CHECK_THROWS_WITH_AS(ResourceTable::read(not_a_table.build()),
                       "resource table: chunk type 3, expected 2", FormatError);
  ArscBuilder no_pool = table_of({in_language("借款", "")});
  no_pool.string_pool = false;
  CHECK_THROWS_WITH_AS(ResourceTable::read(no_pool.build()), "resource table: no string pool",
                       FormatError);
}

TEST_CASE("a bag that claims more items than there are gives those there are") {
  ArscEntry bag;
  bag.name = "urls";
  bag.bag = true;
  bag.items = {{"one"}, {"two"}};
  bag.item_count = 0xffffffff;
  ArscType array;
  array.id = 2;
  array.entries = {bag};
  const auto bytes = table_of({array}).build();
  std::size_t items = 0;
  ResourceTable::read(bytes).for_each_entry([&](const ResourceEntry& entry) {
    CHECK(entry.in_bag);
    ++items;
    return true;
  });
  CHECK(items == 2);
}

TEST_CASE("a table cut short at any place is read or refused") {
  ArscType sparse = in_language("借款", "zh");
  sparse.form = ArscType::Form::sparse;
  const auto bytes = table_of({in_language("Loan", ""), sparse}).build();
  testing::check_every_prefix(bytes, [](Bytes piece) {
    const ResourceTable table = ResourceTable::read(piece);
    table.find_text(kLabel, china());
    table.name(kLabel);
    table.for_each_string([](const ResourceEntry&, const std::string*) {});
  });
}

}  // namespace
}  // namespace loanlint::android
