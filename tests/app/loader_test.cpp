// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <vector>

#include "app/app.h"
#include "base/unicode.h"
#include "catalog/catalog.h"
#include "support/arsc_builder.h"
#include "support/dex_builder.h"
#include "support/zip_builder.h"

namespace loanlint::app {
namespace {

using findings::Tri;

constexpr const char* kManifest = R"(<?xml version="1.0" encoding="utf-8"?>
<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.example.app">
  <uses-sdk android:minSdkVersion="24" android:targetSdkVersion="34"/>
  <application android:label="示例"/>
</manifest>)";

/// Long enough for a document of its own, and worded like a policy.
const std::string kPolicy =
    "隐私政策\n本政策说明我们如何收集和使用您的个人信息，以及您享有的权利。\n"
    "一、我们收集的信息\n为审核您的申请，我们会收集您的姓名、身份证号码和银行卡号。\n"
    "为核实联系方式，我们会读取您的通讯录。\n"
    "二、信息的保存\n我们只在实现目的所必需的期限内保存您的个人信息。\n"
    "三、您的权利\n您可以查阅、更正、删除您的个人信息，撤回同意或者注销账号。\n"
    "四、联系我们\n您可以拨打客服电话与我们联系。\n";

App load(const std::vector<testing::ZipItem>& items) {
  static const catalog::Catalog catalog{std::vector<std::string>{}};
  testing::ZipRecipe recipe;
  recipe.items = items;
  const std::string zip = testing::build_zip(recipe);
  const auto source = view_bytes(as_bytes(zip));
  return Loader(catalog, Limits(), {}).load(*source, "app.apk");
}

App load_manifest(const std::string& manifest) {
  static const catalog::Catalog catalog{std::vector<std::string>{}};
  const auto source = view_bytes(as_bytes(manifest));
  return Loader(catalog, Limits(), {}).load(*source, "AndroidManifest.xml");
}

/// `text` as the strings of a page in a script.
std::string as_calls(const std::string& text) {
  std::string out = "var a=1;render([";
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find('\n', at);
    out += "h(\"p\",[t(\"" + text.substr(at, end - at) + "\")]),";
    at = end + 1;
  }
  return out + "]);";
}

/// A DEX file with these strings.
std::string code_with(const std::vector<std::string>& strings) {
  testing::DexBuilder dex;
  for (const std::string& text : strings) dex.string(text);
  const std::vector<std::uint8_t> bytes = dex.build();
  return {bytes.begin(), bytes.end()};
}

/// A resource table with these strings, by name.
std::string table_with(const std::vector<std::pair<std::string, std::string>>& strings) {
  testing::ArscType type;
  for (const auto& [name, text] : strings) {
    type.entries.push_back(
        testing::string_entry(static_cast<std::uint32_t>(type.entries.size()), name, text));
  }
  testing::ArscBuilder table;
  table.packages = {{.values = {type}}};
  const std::vector<std::uint8_t> bytes = table.build();
  return {bytes.begin(), bytes.end()};
}

std::string with_escapes(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (point.value < 0x80) {
      out += point.value == '\n' ? "\\n" : text.substr(at, 1);
    } else {
      char unit[8];
      std::snprintf(unit, sizeof unit, "\\u%04x", static_cast<unsigned>(point.value) & 0xffffU);
      out += unit;
    }
    at += point.size;
  }
  return out;
}

TEST_CASE("where a policy may stand in a package") {
  struct Row {
    const char* name;
    std::string entry;
    std::string content;
    std::string document;  ///< "" where none is to be found
  };
  const std::string html = "<html><body><p>" + kPolicy + "</p></body></html>";
  const std::string in_script = as_calls(kPolicy);
  const std::string long_value = "{\"a\":\"确定\",\"b\":\"" + with_escapes(kPolicy) + "\"}";
  const Row rows[] = {
      {"in assets", "assets/a.html", html, "assets/a.html"},
      {"in a resource with a shortened path", "r/x/a1.html", html, "r/x/a1.html"},
      {"of a module of an AAB", "feature/assets/a.txt", kPolicy, "feature/assets/a.txt"},
      {"of Flutter", "assets/flutter_assets/assets/x.md", kPolicy,
       "assets/flutter_assets/assets/x.md"},
      {"in the pages of a hybrid app", "assets/apps/__UNI__1/www/app-service.js", in_script,
       "assets/apps/__UNI__1/www/app-service.js#25"},
      {"in a bundle of React Native", "assets/index.android.bundle", in_script,
       "assets/index.android.bundle#25"},
      {"a long value of a table of texts", "assets/i18n/zh.json", long_value,
       "assets/i18n/zh.json#18"},
      {"data named like a policy are one document", "assets/privacy.json", long_value,
       "assets/privacy.json"},
      {"not in code of the build", "kotlin/internal.js", in_script, ""},
      {"not in a script of other things", "assets/a.js", "t(\"确定\");t(\"取消\");", ""},
  };
  for (const Row& row : rows) {
    const std::string row_name = row.name;
    CAPTURE(row_name);
    const App app = load({{"AndroidManifest.xml", kManifest}, {row.entry, row.content}});
    const findings::Fact& found = *app.seen.facts.find("policy.found");
    CHECK((found.tri() == Tri::yes) == !row.document.empty());
    std::string entry;
    for (const policy::Document& document : app.policy.documents) entry = document.entry;
    CHECK(entry == row.document);
    if (!row.document.empty()) CHECK(app.seen.facts.find("contacts.disclosed")->tri() == Tri::yes);
  }
}

TEST_CASE("addresses of policies outside of documents") {
  struct Row {
    const char* name;
    std::string entry;
    std::string content;
    std::vector<std::string> urls;
  };
  const Row rows[] = {
      {"in a script",
       "assets/www/a.js",
       "go(\"https://h5.example.com/privacy.html\")",
       {"https://h5.example.com/privacy.html"}},
      {"in settings, named beside it",
       "assets/config.json",
       R"({"privacyUrl":"https://h5.example.com/p/1"})",
       {"https://h5.example.com/p/1"}},
      {"in code",
       "classes.dex",
       code_with({"a", "https://api.example.com/v1", "https://h5.example.com/privacy.html", "z"}),
       {"https://h5.example.com/privacy.html"}},
      {"among the strings, beside others",
       "resources.arsc",
       table_with({{"home", "https://example.com/"},
                   {"terms", "隐私政策：https://example.com/p/1"},
                   {"again", "隐私政策：https://example.com/p/1"}}),
       {"https://example.com/p/1"}},
      {"named by the string, which others share",
       "resources.arsc",
       table_with({{"page", "https://example.com/p/1"},
                   {"privacy_policy", "https://example.com/p/1"},
                   {"other_page", "https://example.com/p/1"}}),
       {"https://example.com/p/1"}},
      {"in code, of a component's maker",
       "classes.dex",
       code_with({"https://www.umeng.com/privacy"}),
       {}},
      {"of a component's maker", "assets/www/a.js", "go(\"https://www.umeng.com/privacy\")", {}},
      {"of a host that only ends alike",
       "assets/www/a.js",
       "go(\"https://xumeng.com/privacy\")",
       {"https://xumeng.com/privacy"}},
  };
  for (const Row& row : rows) {
    const std::string row_name = row.name;
    CAPTURE(row_name);
    const App app = load({{"AndroidManifest.xml", kManifest}, {row.entry, row.content}});
    const findings::Fact& url = *app.seen.facts.find("policy.url");
    CHECK(std::get<std::vector<std::string>>(url.value) == row.urls);
    CHECK((app.seen.facts.find("policy.link_only")->tri() == Tri::yes) == !row.urls.empty());
  }
}

TEST_CASE("a source manifest leaves much to the build") {
  const std::string head = R"(<manifest xmlns:android="http://schemas.android.com/apk/res/android")"
                           R"( xmlns:tools="http://schemas.android.com/tools">)";
  const App app = load_manifest(head + R"(
  <uses-permission android:name="android.permission.READ_CONTACTS"/>
  <uses-permission android:name="android.permission.READ_SMS" tools:node="remove"/>
  <uses-permission-sdk-23 android:name="android.permission.READ_CALL_LOG"/>
  <application android:label="@string/app_name">
    <receiver android:name=".A" tools:node="remove">
      <intent-filter><action android:name="android.provider.Telephony.SMS_RECEIVED"/></intent-filter>
    </receiver>
  </application>
</manifest>)");
  const findings::Facts& facts = app.seen.facts;
  CHECK(app.seen.gaps.empty());
  CHECK(app.seen.identity.label.zh == "");
  CHECK(facts.find("target_sdk")->unknown());
  CHECK(facts.find("contacts.asked")->tri() == Tri::yes);
  CHECK(facts.find("sms.asked")->tri() == Tri::no);
  CHECK(facts.find("sms.received")->tri() == Tri::no);
  CHECK(facts.find("call_log.asked")->tri() == Tri::yes);
  // Asking in a form of its own hides nothing.
  CHECK(facts.find("manifest.hidden_core")->tri() == Tri::no);
  CHECK(facts.find("policy.found")->unknown());
}

TEST_CASE("an app is also called what its launcher shows") {
  const App app = load_manifest(R"(<manifest package="com.example.a"
    xmlns:android="http://schemas.android.com/apk/res/android">
  <application>
    <activity android:name=".B" android:label="EasyLoan"><intent-filter>
      <action android:name="android.intent.action.MAIN"/>
      <category android:name="android.intent.category.LAUNCHER"/>
    </intent-filter></activity>
  </application>
</manifest>)");
  CHECK(app.seen.identity.label.en == "EasyLoan");
  const findings::Fact& category = *app.seen.facts.find("category");
  CHECK(std::get<std::string>(category.value) == "loan");
  REQUIRE(category.evidence.size() == 1);
  CHECK(category.evidence[0].excerpt == "EasyLoan");
}

}  // namespace
}  // namespace loanlint::app
