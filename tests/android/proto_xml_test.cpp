// SPDX-License-Identifier: Apache-2.0
#include "android/proto_xml.h"

#include <doctest/doctest.h>

#include <string>

#include "android/manifest_file.h"
#include "android/proto_resources.h"
#include "base/error.h"
#include "support/axml_builder.h"
#include "support/prefixes.h"
#include "support/proto_writer.h"

namespace loanlint::android {
namespace {

using testing::ProtoWriter;

ProtoWriter attribute(const std::string& name, std::uint32_t id, const std::string& value) {
  ProtoWriter out;
  if (id != 0) out.text(1, testing::kAndroid);
  out.text(2, name).text(3, value);
  if (id != 0) out.number(5, id);
  return out;
}

ProtoWriter with_item(ProtoWriter attribute, const ProtoWriter& item) {
  return attribute.message(6, item);
}

ProtoWriter integer(std::uint64_t value) {
  return ProtoWriter().message(7, ProtoWriter().number(6, value));
}

ProtoWriter node(const ProtoWriter& element, std::uint32_t line) {
  return ProtoWriter().message(1, element).message(3, ProtoWriter().number(1, line));
}

ProtoWriter permission(const std::string& name) {
  // maxSdkVersion first: the bundle tool sorts what it compiles.
  return ProtoWriter()
      .text(3, "uses-permission")
      .message(4, with_item(attribute("maxSdkVersion", 0x01010271, "30"), integer(30)))
      .message(4, attribute("name", 0x01010003, name));
}

ProtoWriter manifest() {
  const ProtoWriter reference = ProtoWriter().number(2, 0x7f0b0000).text(3, "string/app_name");
  const ProtoWriter application =
      ProtoWriter()
          .text(3, "application")
          .message(4, with_item(attribute("label", 0x01010001, "@string/app_name"),
                                ProtoWriter().message(1, reference)))
          .message(5, node(permission("android.permission.CAMERA"), 9));
  const ProtoWriter uses_sdk =
      ProtoWriter()
          .text(3, "uses-sdk")
          .message(4, with_item(attribute("minSdkVersion", 0x0101020c, "21"), integer(21)));
  return ProtoWriter()
      .message(1, ProtoWriter().text(1, "android").text(2, testing::kAndroid))
      .text(3, "manifest")
      .message(5, node(permission("android.permission.READ_SMS"), 5))
      .message(5, ProtoWriter().text(2, "text between"))
      .message(5, node(uses_sdk, 7))
      .message(5, node(application, 8))
      .message(4, attribute("package", 0, "com.example.loan"));
}

TEST_CASE("the manifest of a bundle") {
  const std::string bytes = node(manifest(), 2).bytes();
  const ManifestFile file = read_manifest_file(as_bytes(bytes));
  CHECK(file.tree.form == XmlTree::Form::protobuf);
  CHECK(file.printed.text ==
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<manifest xmlns:android=\"http://schemas.android.com/apk/res/android\" "
        "package=\"com.example.loan\">\n"
        "  <uses-permission android:name=\"android.permission.READ_SMS\" "
        "android:maxSdkVersion=\"30\"/>\n"
        "  <uses-sdk android:minSdkVersion=\"21\"/>\n"
        "  <application android:label=\"@0x7f0b0000\">\n"
        "    <uses-permission android:name=\"android.permission.CAMERA\" "
        "android:maxSdkVersion=\"30\"/>\n"
        "  </application>\n"
        "</manifest>\n");
  CHECK(file.manifest.package == "com.example.loan");
  CHECK(file.manifest.min_sdk == 21);
  CHECK(file.manifest.application.label.reference == 0x7f0b0000);
  REQUIRE(file.manifest.requested.size() == 1);
  CHECK(file.manifest.requested[0].max_sdk == 30);
  REQUIRE(file.manifest.decoys.size() == 1);
  CHECK(file.manifest.decoys[0].note == "nested-permission");
  CHECK(file.manifest.refusals.empty());
}

TEST_CASE("a bundle's manifest cut short at any place, and nested without end") {
  testing::check_every_prefix(as_bytes(node(manifest(), 2).bytes()),
                              [](Bytes piece) { read_proto_xml(piece); });
  std::string deep;
  for (int i = 0; i < 3000; ++i) {
    ProtoWriter element;
    element.text(3, "a");
    if (!deep.empty()) element.text(5, deep);
    deep = ProtoWriter().message(1, element).bytes();
  }
  CHECK(read_proto_xml(as_bytes(deep)).elements.size() == 3000);
  CHECK_THROWS_WITH_AS(read_proto_xml(as_bytes(std::string_view("\x12\x01x"))),
                       "protobuf XML: no element", FormatError);
  CHECK_THROWS_WITH_AS(read_proto_xml(as_bytes(std::string_view("\x0a\x05x"))),
                       "field: needs 5 bytes, 1 left", FormatError);
  CHECK_THROWS_WITH_AS(read_proto_xml(as_bytes(std::string_view("\x0b"))), "field tag: wire type 3",
                       FormatError);
}

ProtoWriter config_value(const std::string& locale, const ProtoWriter& item) {
  return ProtoWriter()
      .message(1, ProtoWriter().text(3, locale))
      .message(2, ProtoWriter().message(4, item));
}

TEST_CASE("texts of a bundle") {
  const auto string = [](const std::string& text) {
    return ProtoWriter().message(2, ProtoWriter().text(1, text));
  };
  const ProtoWriter label = ProtoWriter()
                                .message(1, ProtoWriter().number(1, 0))
                                .text(2, "app_name")
                                .message(6, config_value("", string("Loan")))
                                .message(6, config_value("zh-TW", string("借錢")))
                                .message(6, config_value("zh-CN", string("借款")));
  const ProtoWriter other =
      ProtoWriter()
          .message(1, ProtoWriter().number(1, 1))
          .text(2, "other")
          .message(6,
                   config_value("", ProtoWriter().message(1, ProtoWriter().number(2, 0x7f010000))));
  const ProtoWriter type = ProtoWriter()
                               .message(1, ProtoWriter().number(1, 1))
                               .text(2, "string")
                               .message(3, label)
                               .message(3, other);
  const ProtoWriter package =
      ProtoWriter().message(1, ProtoWriter().number(1, 0x7f)).text(2, "a").message(3, type);
  const std::string bytes = ProtoWriter().message(2, package).bytes();
  CHECK(find_proto_text(as_bytes(bytes), 0x7f010000) == "Loan");
  CHECK(find_proto_text(as_bytes(bytes), 0x7f010000, china()) == "借款");
  CHECK(find_proto_text(as_bytes(bytes), 0x7f010001, china()) == "借款");
  CHECK(find_proto_text(as_bytes(bytes), 0x7f010002) == std::nullopt);
  std::string all;
  for_each_proto_string(as_bytes(bytes), [&](const ProtoString& one) {
    all += std::string(one.name) + ":" + std::string(one.locale) + " ";
    return true;
  });
  CHECK(all == "app_name: app_name:zh-TW app_name:zh-CN other: ");
  testing::check_every_prefix(as_bytes(bytes), [](Bytes piece) {
    for_each_proto_string(piece, [](const ProtoString&) { return true; });
  });
}

}  // namespace
}  // namespace loanlint::android
