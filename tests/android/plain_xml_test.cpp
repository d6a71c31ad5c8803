// SPDX-License-Identifier: Apache-2.0
#include "android/plain_xml.h"

#include <doctest/doctest.h>

#include <string>

#include "android/manifest_file.h"
#include "base/error.h"

namespace loanlint::android {
namespace {

constexpr std::string_view kSource = R"(<?xml version="1.0" encoding="utf-8"?>
<manifest xmlns:a="http://schemas.android.com/apk/res/android"
    xmlns:tools="http://schemas.android.com/tools"
    package="com.example.loan" a:versionCode="7">
  <!-- <uses-permission a:name="android.permission.CAMERA"/> -->
  <uses-permission a:maxSdkVersion="22"
      a:name="android.permission.READ_SMS"/>
  <uses-permission name="android.permission.INTERNET"/>
  <uses-permission a:name="android.permission.READ_CALL_LOG" tools:node="remove"/>
  <uses-sdk a:minSdkVersion="0x15" a:targetSdkVersion="30"/>
  <application a:label="@string/app_name" a:name="Loan" a:debuggable="true">
    <uses-permission a:name="android.permission.READ_CONTACTS"/>
    <receiver a:name=".Sms" a:exported="false">
      <intent-filter a:priority="999">
        <action a:name="android.provider.Telephony.SMS_RECEIVED"/>
      </intent-filter>
    </receiver>
  </application>
</manifest>
)";

TEST_CASE("a source manifest is read with the lines of the source") {
  const ManifestFile file = read_manifest_file(as_bytes(kSource));
  const Manifest& manifest = file.manifest;
  CHECK(file.tree.form == XmlTree::Form::plain);
  CHECK(file.printed.text == kSource);
  CHECK(manifest.package == "com.example.loan");
  CHECK(manifest.version_code == "7");
  CHECK(manifest.min_sdk == 21);
  CHECK(manifest.target_sdk == 30);
  CHECK(manifest.application.name == "com.example.loan.Loan");
  CHECK(manifest.application.label.empty());  // only the build knows what it refers to
  CHECK(manifest.application.debuggable);
  REQUIRE(manifest.requested.size() == 1);
  CHECK(manifest.requested[0].name == "android.permission.READ_SMS");
  CHECK(manifest.requested[0].max_sdk == 22);
  const auto place = std::get<findings::ManifestPlace>(manifest.requested[0].evidence.where);
  CHECK(place.line == 6);
  CHECK(place.xpath == "/manifest/uses-permission[1]");
  REQUIRE(manifest.decoys.size() == 3);
  CHECK(manifest.decoys[0].name == "android.permission.INTERNET");
  CHECK(manifest.decoys[0].note == "attribute-without-id");
  CHECK(manifest.decoys[1].note == "removed-by-merger");
  CHECK(manifest.decoys[2].note == "nested-permission");
  CHECK(manifest.hidden.empty());
  REQUIRE(manifest.application.components.size() == 1);
  const Component& receiver = manifest.application.components[0];
  CHECK(receiver.name == "com.example.loan.Sms");
  CHECK(receiver.exported_is_written);
  CHECK_FALSE(receiver.exported);
  REQUIRE(receiver.filters.size() == 1);
  CHECK(receiver.filters[0].has_action("android.provider.Telephony.SMS_RECEIVED"));
  CHECK(receiver.filters[0].priority == 999);
}

TEST_CASE("other encodings, entities and prefixes") {
  const std::string manifest =
      "<manifest package='a'><uses-permission android:name='x&amp;&e;'/></manifest>";
  std::string utf16 = "\xff\xfe";
  for (const char c : manifest) utf16 += {c, '\0'};
  for (const std::string& text : {manifest, utf16, "\xef\xbb\xbf" + manifest,
                                  "<!DOCTYPE m [<!ENTITY e 'lol'>]>" + manifest}) {
    CAPTURE(text);
    CHECK(looks_like_plain_xml(text));
    const ManifestFile file = read_manifest_file(as_bytes(text));
    REQUIRE(file.manifest.requested.size() == 1);
    CHECK(file.manifest.requested[0].name == "x&&e;");
  }
}

TEST_CASE("what is not XML is refused with its line") {
  CHECK_THROWS_WITH_AS(read_plain_xml("<manifest>\n<a></b></manifest>"),
                       "XML, line 2: Start-end tags mismatch", FormatError);
  CHECK_THROWS_WITH_AS(read_plain_xml(""), "XML, line 1: No document element found", FormatError);
  Limits limits;
  limits.xml_nodes = 10;
  std::string many = "<manifest>";
  for (int i = 0; i < 100; ++i) many += "<a/>";
  CHECK_THROWS_WITH_AS(read_plain_xml(many + "</manifest>", limits),
                       "XML: more than 10 elements and attributes", LimitError);
}

TEST_CASE("depth is no danger") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  for (int i = 0; i < 100'000; ++i) deep += "</a>";
  CHECK(read_plain_xml(deep).tree.elements.size() == 100'000);
}

}  // namespace
}  // namespace loanlint::android
