// SPDX-License-Identifier: Apache-2.0
#include "android/manifest.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "android/axml.h"
#include "android/name_rules.h"
#include "android/resources.h"
#include "support/arsc_builder.h"
#include "support/axml_builder.h"

namespace loanlint::android {
namespace {

using testing::AxmlBuilder;
using testing::AxmlElement;
using testing::integer_attribute;
using testing::ordinary_manifest;
using testing::plain_attribute;
using testing::reference_attribute;
using testing::string_attribute;
using testing::uses_permission;

Manifest read(const AxmlBuilder& doc, const ResourceTable* resources = nullptr) {
  const auto bytes = doc.build();
  const XmlTree tree = read_axml(bytes);
  return read_manifest(tree, print_xml(tree), resources);
}

AxmlElement& child(AxmlBuilder& doc, std::size_t index) { return doc.root.children.at(index); }

AxmlElement named(std::string element, std::string name) {
  AxmlElement out = uses_permission(std::move(name), std::move(element));
  return out;
}

TEST_CASE("names of packages and permissions are held to Android's rules") {
  struct Row {
    std::string name;
    std::optional<std::int64_t> refused_since;
  };
  const Row rows[] = {
      {"com.example.loan", {}},
      {"a.b", {}},
      {"android", {}},
      {"com.example_1.X2", {}},
      {"a..b", {}},
      {"a." + std::string(221, 'b'), {}},
      {"a." + std::string(222, 'b'), 33},
      {"loan", 0},
      {"com.1example", 0},
      {"com._example", 0},
      {"com.example.quick-loan", 0},
      {"com.example.loan ", 0},
      {"com.example.贷款", 0},
      {"..", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(package_name_refused_since(row.name) == row.refused_since);
  }
  CHECK_FALSE(permission_name_refused_since(std::string(512, 'p')));
  CHECK(permission_name_refused_since(std::string(513, 'p')) == 33);
}

TEST_CASE("a name that is longer than any is cut between characters, and is no trick for that") {
  AxmlBuilder doc = ordinary_manifest();
  std::string name = "p";
  for (int i = 0; i < 10'000; ++i) name += "权";
  child(doc, 2) = uses_permission(name);
  const Manifest manifest = read(doc);
  REQUIRE(manifest.requested.size() == 2);
  CHECK(manifest.requested[1].name == name.substr(0, 4096));
  CHECK(manifest.hidden.empty());
  CHECK(manifest.decoys.empty());
  CHECK(manifest.tricks.empty());
}

TEST_CASE("who the package is") {
  const Manifest manifest = read(ordinary_manifest());
  CHECK(manifest.package == "com.example.loan");
  CHECK(manifest.split.empty());
  CHECK(manifest.version_code == "7");
  CHECK(manifest.version_name.value == "1.7");
  CHECK(manifest.min_sdk == 21);
  CHECK(manifest.target_sdk == 30);
  CHECK(manifest.application.label.value == "速借钱包");
  CHECK_FALSE(manifest.application.debuggable);
  CHECK(manifest.application.allow_backup);
  CHECK_FALSE(manifest.application.cleartext_traffic.has_value());
}

TEST_CASE("package is read from the source text of an attribute without namespace") {
  AxmlBuilder doc = ordinary_manifest();
  doc.root.attributes.pop_back();
  auto decoy = string_attribute(0, "package", "com.decoy");
  auto real = plain_attribute("package", "com.typed");
  real.raw = "com.source";
  doc.root.attributes.push_back(decoy);
  doc.root.attributes.push_back(real);
  CHECK(read(doc).package == "com.source");
}

TEST_CASE("what a level of Android takes") {
  AxmlBuilder doc = ordinary_manifest();
  child(doc, 1).attributes.push_back(integer_attribute(0x01010271, "maxSdkVersion", 22));
  child(doc, 2).name = "uses-permission-sdk-23";
  AxmlElement never = uses_permission("android.permission.CAMERA");
  never.attributes.push_back(integer_attribute(0x01010271, "maxSdkVersion", 0));
  AxmlElement late = uses_permission("android.permission.CALL_PHONE");
  late.attributes.push_back(integer_attribute(0x0101020c, "minSdkVersion", 33));
  doc.root.children.push_back(never);
  doc.root.children.push_back(late);
  const Manifest manifest = read(doc);
  using Names = std::vector<std::string>;
  const std::string camera = "android.permission.CAMERA";
  const std::string call = "android.permission.CALL_PHONE";
  const std::string contacts = "android.permission.READ_CONTACTS";
  const std::string sms = "android.permission.READ_SMS";
  CHECK(manifest.requested_names() == Names{call, camera, contacts, sms});
  CHECK(manifest.requested_at(18) == Names{call, camera, contacts});
  CHECK(manifest.requested_at(22) == Names{call, contacts});
  CHECK(manifest.requested_at(23) == Names{call, sms});
  CHECK(manifest.requested_at(32) == Names{sms});
  CHECK(manifest.requested_at(33) == Names{call, sms});
}

TEST_CASE("permissions implied by the target SDK") {
  struct Row {
    std::string name;
    std::uint32_t target;
    std::string asked;
    std::string implied;
  };
  const std::string notify = "POST_NOTIFICATIONS ";
  const Row rows[] = {
      {"contacts before 16", 15, "READ_CONTACTS", notify + "READ_CALL_LOG "},
      {"contacts from 16 on", 16, "READ_CONTACTS", notify},
      {"writing contacts", 15, "WRITE_CONTACTS", notify + "WRITE_CALL_LOG "},
      {"before 4", 3, "INTERNET",
       notify + "WRITE_EXTERNAL_STORAGE READ_PHONE_STATE READ_EXTERNAL_STORAGE "
                "ACCESS_MEDIA_LOCATION READ_MEDIA_AUDIO READ_MEDIA_VIDEO READ_MEDIA_IMAGES "
                "READ_MEDIA_VISUAL_USER_SELECTED "},
      {"fine location before 29", 28, "ACCESS_FINE_LOCATION",
       notify + "ACCESS_COARSE_LOCATION ACCESS_BACKGROUND_LOCATION "},
      {"fine location today", 34, "ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION "},
      {"nothing", 34, "READ_SMS", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    AxmlBuilder doc = ordinary_manifest();
    doc.root.children = {child(doc, 0), uses_permission("android.permission." + row.asked)};
    child(doc, 0).attributes = {integer_attribute(0x01010270, "targetSdkVersion", row.target)};
    std::string implied;
    for (const ImpliedPermission& permission : read(doc).implied) {
      implied += permission.name.substr(std::string("android.permission.").size()) + " ";
    }
    CHECK(implied == row.implied);
  }
}

TEST_CASE("components with what decides who may call them") {
  AxmlBuilder doc = ordinary_manifest();
  AxmlElement& application = child(doc, 3);
  application.attributes = {reference_attribute(0x01010001, "label", 0x7f010000),
                            string_attribute(0x01010003, "name", "Loan"),
                            string_attribute(0x01010006, "permission", "com.example.P"),
                            integer_attribute(0x0101000f, "debuggable", 1)};
  AxmlElement filter{.name = "intent-filter"};
  filter.attributes = {integer_attribute(0x0101001c, "priority", 999)};
  filter.children = {named("action", "android.provider.Telephony.SMS_RECEIVED")};
  AxmlElement receiver = named("receiver", ".sms.Receiver");
  receiver.attributes.insert(
      receiver.attributes.end(),
      {string_attribute(0x01010006, "permission", "android.permission.BROADCAST_SMS"),
       integer_attribute(0x01010010, "exported", 0)});
  receiver.children = {filter};
  AxmlElement link{.name = "intent-filter"};
  AxmlElement data{.name = "data"};
  data.attributes = {string_attribute(0x01010027, "scheme", "loan"),
                     string_attribute(0x01010028, "host", "pay")};
  link.children = {named("action", "android.intent.action.VIEW"),
                   named("category", "android.intent.category.BROWSABLE"), data};
  AxmlElement alias = named("activity-alias", "com.other.Alias");
  alias.attributes.push_back(string_attribute(0x01010202, "targetActivity", ".Main"));
  alias.children = {link};
  AxmlElement meta = named("meta-data", "CHANNEL");
  meta.attributes.push_back(integer_attribute(0x01010024, "value", 42));
  AxmlElement service = named("service", "Listener");
  service.children = {meta};
  application.children.insert(application.children.end(),
                              {receiver, alias, service, named("provider", ".Files")});
  AxmlElement second{.name = "application"};
  second.children = {named("activity", ".Decoy")};
  doc.root.children.push_back(second);

  testing::ArscType type;
  type.entries = {testing::string_entry(0, "app_name", "速借")};
  testing::ArscPackage package;
  package.values = {type};
  testing::ArscBuilder table;
  table.packages = {package};
  const auto resources = table.build();
  const ResourceTable read_resources = ResourceTable::read(resources);

  const Manifest manifest = read(doc, &read_resources);
  const Application& app = manifest.application;
  CHECK(app.name == "com.example.loan.Loan");
  CHECK(app.label.reference == 0x7f010000);
  CHECK(read_resources.find_text(app.label.reference) == "速借");
  CHECK(app.debuggable);
  REQUIRE(app.components.size() == 5);
  CHECK(app.components[0].name == "com.example.loan.Main");
  CHECK(app.components[0].exported);
  CHECK_FALSE(app.components[0].exported_is_written);
  CHECK(app.components[0].permission == "com.example.P");
  const Component& sms = app.components[1];
  CHECK(sms.element == "receiver");
  CHECK(sms.permission == "android.permission.BROADCAST_SMS");
  CHECK_FALSE(sms.exported);
  REQUIRE(sms.filters.size() == 1);
  CHECK(sms.filters[0].priority == 999);
  CHECK(sms.filters[0].has_action("android.provider.Telephony.SMS_RECEIVED"));
  CHECK_FALSE(sms.filters[0].is_deep_link());
  CHECK(std::get<findings::ManifestPlace>(sms.evidence.where).xpath ==
        "/manifest/application[1]/receiver");
  CHECK(app.components[2].name == "com.other.Alias");
  CHECK(app.components[2].target_activity == "com.example.loan.Main");
  CHECK(app.components[2].filters.at(0).is_deep_link());
  CHECK(app.components[2].filters.at(0).data.at(0).host == "pay");
  REQUIRE(app.components[3].meta_data.size() == 1);
  CHECK(app.components[3].meta_data[0].value.value == "42");
  CHECK_FALSE(app.components[3].exported);
  CHECK_FALSE(app.components[4].exported);
}

TEST_CASE("providers were open to all before target SDK 17") {
  AxmlBuilder doc = ordinary_manifest();
  child(doc, 3).children = {named("provider", ".Files")};
  child(doc, 0).attributes = {integer_attribute(0x0101020c, "minSdkVersion", 16)};
  CHECK(read(doc).application.components.at(0).exported);
}

TEST_CASE("the smaller parts") {
  AxmlBuilder doc = ordinary_manifest();
  AxmlElement feature = named("uses-feature", "android.hardware.telephony");
  feature.attributes.push_back(integer_attribute(0x0101028e, "required", 0));
  AxmlElement defined = named("permission", "com.example.OWN");
  defined.attributes.push_back(integer_attribute(0x01010009, "protectionLevel", 2));
  AxmlElement intent{.name = "intent"};
  intent.children = {named("action", "android.intent.action.SEND")};
  AxmlElement queries{.name = "queries"};
  queries.children = {named("package", "com.other"), intent};
  doc.root.children.insert(doc.root.children.end(), {feature, defined, queries});
  child(doc, 0).attributes = {string_attribute(0x0101020c, "minSdkVersion", "S")};
  const Manifest manifest = read(doc);
  CHECK(manifest.features.at(0).name == "android.hardware.telephony");
  CHECK_FALSE(manifest.features.at(0).required);
  CHECK(manifest.defined.at(0).name == "com.example.OWN");
  CHECK(manifest.defined.at(0).protection_level == 2);
  CHECK(manifest.queried_packages == std::vector<std::string>{"com.other"});
  CHECK(manifest.queried_actions == std::vector<std::string>{"android.intent.action.SEND"});
  CHECK(manifest.min_sdk_codename == "S");
  CHECK(manifest.effective_target_sdk() == 1);
}

TEST_CASE("numbers that stand in the resource table are looked up") {
  AxmlBuilder doc = ordinary_manifest();
  child(doc, 2).attributes.push_back(reference_attribute(0x01010271, "maxSdkVersion", 0x7f010001));
  testing::ArscEntry level;
  level.index = 1;
  level.name = "level";
  level.value = {"", 0x10, 22};
  testing::ArscType type;
  type.entries = {level};
  testing::ArscPackage package;
  package.values = {type};
  testing::ArscBuilder table;
  table.packages = {package};
  const auto bytes = table.build();
  const ResourceTable resources = ResourceTable::read(bytes);
  CHECK(read(doc, &resources).requested_at(30).size() == 1);
  CHECK(read(doc).requested_at(30).size() == 2);
}

}  // namespace
}  // namespace loanlint::android
