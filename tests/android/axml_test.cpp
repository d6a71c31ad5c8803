// SPDX-License-Identifier: Apache-2.0
#include "android/axml.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "android/manifest.h"
#include "android/xml_document.h"
#include "android/xml_print.h"
#include "base/error.h"
#include "support/axml_builder.h"
#include "support/byte_writer.h"
#include "support/prefixes.h"

namespace loanlint::android {
namespace {

using testing::AxmlBuilder;
using testing::integer_attribute;
using testing::ordinary_manifest;
using testing::plain_attribute;
using testing::reference_attribute;
using testing::string_attribute;

TEST_CASE("what is no document at all is refused, with its place") {
  struct Row {
    std::string name;
    std::vector<std::uint8_t> bytes;
    std::string error;
  };
  AxmlBuilder no_elements = ordinary_manifest();
  const auto whole = no_elements.build();
  testing::ByteWriter header_above_size;
  header_above_size.u16(3);
  header_above_size.u16(64);
  header_above_size.u32(32);
  header_above_size.zeros(24);
  testing::ByteWriter no_pool;
  no_pool.u16(3);
  no_pool.u16(8);
  no_pool.u32(64);
  no_pool.u16(0x0100);
  no_pool.u16(16);
  no_pool.u32(24);
  no_pool.zeros(48);
  AxmlBuilder broken_pool = ordinary_manifest();
  broken_pool.pool.strings_start = 1u << 20;
  const Row rows[] = {
      {"nothing", {}, "binary XML: needs 8 bytes, 0 left"},
      {"a root header above the root's size", header_above_size.take(),
       "binary XML: root header size 64 is above its size 32"},
      {"only the root and its pool", {whole.begin(), whole.begin() + 64}, "binary XML: no element"},
      {"an element before any string pool", no_pool.take(), "binary XML: no string pool"},
      {"a string pool whose strings lie outside", broken_pool.build(),
       "binary XML: string pool: strings start at 1048576, past the end"},
      {"text", std::vector<std::uint8_t>(64, ' '),
       "binary XML: chunk header size 8224 or chunk size 538976288"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string error;
    try {
      read_axml(row.bytes);
    } catch (const FormatError& problem) {
      error = problem.what();
      CHECK(problem.offset() <= row.bytes.size());
    }
    if (row.name == "text") {
      CHECK(error == "binary XML: no element");
    } else {
      CHECK(error == row.error);
    }
  }
}

TEST_CASE("a document cut short at any place is read or refused, never left") {
  for (const bool utf8 : {false, true}) {
    AxmlBuilder doc = ordinary_manifest();
    doc.pool.utf8 = utf8;
    testing::check_every_prefix(doc.build(), [](Bytes piece) {
      const XmlTree tree = read_axml(piece);
      const Manifest manifest = read_manifest(tree, print_xml(tree));
      CHECK_FALSE(manifest.refusals.empty());
    });
  }
}

TEST_CASE("the printed document, line by line") {
  AxmlBuilder doc = ordinary_manifest();
  doc.after_end = {testing::uses_permission("a--b")};
  testing::AxmlElement odd;
  odd.name = "a b";
  odd.attributes = {reference_attribute(0x01010001, "label", 0x7f0b0000),
                    integer_attribute(0x7f010005, "custom", 5),
                    string_attribute(0x01019999, "", "<\"&>\x1b\xe2\x80\xae"),
                    plain_attribute("", "no name"),
                    plain_attribute("x", "1"),
                    plain_attribute("x", "2")};
  odd.attributes[0].type = 0x01;
  doc.root.children.push_back(odd);
  const auto bytes = doc.build();
  const XmlTree tree = read_axml(bytes);
  const PrintedXml printed = print_xml(tree);
  CHECK(
      printed.text ==
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<manifest xmlns:android=\"http://schemas.android.com/apk/res/android\" "
      "xmlns:app=\"http://schemas.android.com/apk/res-auto\" android:versionCode=\"7\" "
      "android:versionName=\"1.7\" package=\"com.example.loan\">\n"
      "  <uses-sdk android:minSdkVersion=\"21\" android:targetSdkVersion=\"30\"/>\n"
      "  <uses-permission android:name=\"android.permission.READ_CONTACTS\"/>\n"
      "  <uses-permission android:name=\"android.permission.READ_SMS\"/>\n"
      "  <application android:label=\"速借钱包\">\n"
      "    <activity android:name=\".Main\">\n"
      "      <intent-filter>\n"
      "        <action android:name=\"android.intent.action.MAIN\"/>\n"
      "        <category android:name=\"android.intent.category.LAUNCHER\"/>\n"
      "      </intent-filter>\n"
      "    </activity>\n"
      "  </application>\n"
      "  <_a_b android:label=\"@0x7f0b0000\" app:custom=\"5\" "
      "android:_0x01019999=\"&lt;&quot;&amp;&gt;\\x1b\\u202e\" _=\"no name\" x=\"1\" x_2=\"2\"/>\n"
      "</manifest>\n"
      "<!-- after the end of the document, not read by Android:\n"
      "<uses-permission android:name=\"a-_b\"/>\n"
      "-->\n");
  CHECK(printed.lines == std::vector<std::uint32_t>{2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 17});
  pugi::xml_document parsed;
  CHECK(parsed.load_string(printed.text.c_str()).status == pugi::status_ok);
}

TEST_CASE("names of resources replace their numbers when they are known") {
  AxmlBuilder doc = ordinary_manifest();
  doc.root.children[3].attributes = {reference_attribute(0x01010001, "label", 0x7f0b0000)};
  const auto bytes = doc.build();
  const PrintedXml printed = print_xml(read_axml(bytes), {}, [](std::uint32_t id) -> std::string {
    return id == 0x7f0b0000 ? "@string/app_name" : "";
  });
  CHECK(printed.text.find("<application android:label=\"@string/app_name\">") != std::string::npos);
}

TEST_CASE("every element's line and XPath find it in the printed text") {
  const auto bytes = ordinary_manifest().build();
  const XmlTree tree = read_axml(bytes);
  const PrintedXml printed = print_xml(tree);
  pugi::xml_document document;
  REQUIRE(document.load_string(printed.text.c_str()));
  const pugi::xml_document built = to_document(tree);
  const pugi::xml_document* const both[] = {&document, &built};
  XmlPlaces places(tree);
  for (std::uint32_t i = 0; i < tree.elements.size(); ++i) {
    const std::string xpath = places.xpath(i);
    CAPTURE(xpath);
    for (const pugi::xml_document* each : both) {
      const pugi::xpath_node_set found = each->select_nodes(xpath.c_str());
      REQUIRE(found.size() == 1);
      CHECK(found[0].node().name() == std::string(tree.name(tree.elements[i])));
    }
    std::size_t line = 1;
    std::size_t at = 0;
    while (line < printed.lines[i]) at = printed.text.find('\n', at) + 1, ++line;
    CHECK(printed.text.substr(at, printed.text.find('\n', at) - at)
              .find("<" + std::string(tree.name(tree.elements[i]))) != std::string::npos);
  }
  CHECK(places.xpath(3) == "/manifest/uses-permission[2]");
  CHECK(places.excerpt(3) == "<uses-permission android:name=\"android.permission.READ_SMS\"/>");
}

TEST_CASE("depth and number of elements cost memory in proportion, and end at the limits") {
  AxmlBuilder doc = ordinary_manifest();
  doc.root.children.push_back(testing::raw_bytes(testing::nested_elements(10'000)));
  const auto bytes = doc.build();
  Limits limits;
  limits.xml_depth = 100;
  const XmlTree tree = read_axml(bytes, limits);
  CHECK(tree.elements.back().depth == 10'001);
  const PrintedXml printed = print_xml(tree, limits);
  CHECK(printed.text.size() < 20'000);
  CHECK(printed.lines.back() == 0);
  CHECK(printed.text.find("left out") != std::string::npos);
  CHECK(to_document(tree, limits).select_nodes("//*").size() == 108);

  limits.xml_nodes = 20;
  const XmlTree capped = read_axml(bytes, limits);
  REQUIRE(capped.gaps.size() == 1);
  CHECK(capped.gaps[0].limit == "xml_nodes");
  CHECK(capped.gaps[0].what.args == std::vector<std::string>{"20"});
}

TEST_CASE("strings that overlap may not multiply") {
  // One long string, and many offsets into it that each give most of it.
  testing::ByteWriter text;
  for (int i = 0; i < 60'000; ++i) text.u16(0x7000);
  constexpr std::uint32_t kStrings = 2000;
  testing::ByteWriter pool;
  const std::size_t size = 28 + 4 * kStrings + 4 + text.size() + 4;
  pool.u16(1);
  pool.u16(28);
  pool.u32(size);
  pool.u32(kStrings);
  pool.u32(0);
  pool.u32(0);
  pool.u32(28 + 4 * kStrings);
  pool.u32(0);
  for (std::uint32_t i = 0; i < kStrings; ++i) pool.u32(2 * i);
  pool.bytes(text.written());
  pool.zeros(size - pool.size());
  StringPool strings = StringPool::read(pool.written(), chunk_at(pool.written(), 0));
  XmlTree tree;
  tree.set_pools({strings});
  CHECK_THROWS_AS(
      [&] {
        for (std::uint32_t i = 0; i < kStrings; ++i) tree.lenient_text(i);
      }(),
      LimitError);
}

}  // namespace
}  // namespace loanlint::android
