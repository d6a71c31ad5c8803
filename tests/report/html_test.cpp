// SPDX-License-Identifier: Apache-2.0
#include "report/html.h"

#include <doctest/doctest.h>

#include <sstream>

#include "report/html_assets.h"
#include "report/html_csp.h"
#include "report/html_writer.h"
#include "report/member_name.h"
#include "report/sample.h"
#include "report/test_words.h"
#include "support/text.h"

namespace loanlint::report {
namespace {

using catalog::Language;

std::string html_of(const findings::ScanResult& result, HtmlOptions options = {}) {
  const TestWords words;
  std::ostringstream out;
  write_html(out, result, words, options);
  return out.str();
}

/// The article of one language, without the rest of the page.
std::string article(const std::string& page, std::string_view style) {
  const std::size_t start = page.find("class=\"" + std::string(style) + "\">");
  REQUIRE(start != std::string::npos);
  return page.substr(start, page.find("</article>", start) - start);
}

TEST_CASE("both languages stand in one file, each complete and marked") {
  const std::string page = html_of(sample_result());
  const std::string zh = article(page, "in-zh");
  const std::string en = article(page, "in-en");
  CHECK(has(page, "<article lang=\"zh-Hans\" class=\"in-zh\">"));
  CHECK(has(page, "<article lang=\"en\" class=\"in-en\">"));
  for (const std::string part :
       {"急用钱", "存在重大疑点", "通讯录被用于催收", "政策原文", "调用路径", "借款人可以怎么做",
        "放贷机构应当改什么", "未能查清", "《个人信息保护法》第十三条", "处理须有合法性基础",
        "国家金融监督管理总局", "ACTION_PICK", "SMS Retriever", "隐藏的权限", "虚设的权限"}) {
    CAPTURE(part);
    CHECK(has(zh, part));
  }
  for (const std::string part :
       {"Quick Cash", "serious concerns", "The address book is used for debt collection",
        "Policy text", "Call path", "What a borrower can do", "What the lender should change",
        "What could not be seen", "PIPL Art. 13", "a legal basis is needed", "ACTION_PICK",
        "Hidden permissions", "Decoy permissions"}) {
    CAPTURE(part);
    CHECK(has(en, part));
  }
  // The same structure in both: every part of one is in the other.
  for (const std::string part : {"<section", "<h2", "<h3", "<li", "<svg", "<table"}) {
    CAPTURE(part);
    CHECK(count(zh, part) == count(en, part));
    CHECK(count(zh, part) > 0);
  }
  CHECK(!has(page, "⟦"));
}

TEST_CASE("the language that is shown first is the one asked for") {
  const std::string zh = html_of(sample_result(), {Language::zh, {}});
  CHECK(has(zh, "<html lang=\"zh-Hans\">"));
  CHECK(has(zh, "id=\"zh\" autocomplete=\"off\" checked=\"\">"));
  CHECK(has(zh, "<title>急用钱："));
  const std::string en = html_of(sample_result(), {Language::en, {}});
  CHECK(has(en, "<html lang=\"en\">"));
  CHECK(has(en, "id=\"en\" autocomplete=\"off\" checked=\"\">"));
  CHECK(has(en, "<title>Quick Cash:"));
}

TEST_CASE("ids are unique and every link of the page leads somewhere on it") {
  const std::string page = html_of(sample_result());
  for (std::size_t at = page.find(" id=\""); at != std::string::npos;
       at = page.find(" id=\"", at + 1)) {
    const std::string id = page.substr(at, page.find('"', at + 5) - at + 1);
    CAPTURE(id);
    CHECK(count(page, id) == 1);
  }
  std::size_t links = 0;
  for (std::size_t at = page.find("href=\""); at != std::string::npos;
       at = page.find("href=\"", at + 1)) {
    const std::string target = page.substr(at + 6, page.find('"', at + 6) - at - 6);
    CAPTURE(target);
    REQUIRE(target.front() == '#');
    CHECK(has(page, " id=\"" + target.substr(1) + "\""));
    ++links;
  }
  CHECK(links > 10);
}

TEST_CASE("the page forbids all but its own style, whose hash it names") {
  // printf 'a{}' | openssl dgst -sha256 -binary | base64
  CHECK(csp_hash("a{}") == "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='");
  const std::string page = html_of(sample_result());
  const std::string style =
      page.substr(page.find("<style>") + 7, page.find("</style>") - page.find("<style>") - 7);
  CHECK(style == kPageStyle);
  CHECK(has(page, "default-src &#39;none&#39;; style-src " + escape_html(csp_hash(style)) +
                      "; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;"));
  CHECK(page.find("Content-Security-Policy") < page.find("<style>"));
  for (const std::string part : {"<script", "src=", "style=\"", "url(", "@import", "<iframe",
                                 "<link", "http-equiv=\"refresh\"", "onclick", "href=\"http"}) {
    CAPTURE(part);
    CHECK(!has(page, part));
  }
}

TEST_CASE("nothing from a package becomes markup or moves text about") {
  const std::string page = html_of(hostile_result());
  CHECK(count(page, "</script>") == 0);
  CHECK(!has(page, "<b>"));
  CHECK(!has(page, "\x1b"));
  CHECK(!has(page, "\xe2\x80\xae"));
  CHECK(!has(page, "\xff"));
  CHECK(has(page, "=1+1&lt;/script&gt;&lt;b&gt;&quot;&#39;&amp;\\x1b[31m\\u202e\\xff"));
}

TEST_CASE("a manifest line is shown among its neighbours, and only where it stands") {
  findings::ScanResult result = sample_result();
  CHECK(has(html_of(result),
            "<span class=\"line marked\"><span class=\"number\">7</span><mark>  "
            "&lt;uses-permission android:name=&quot;android.permission.READ_"
            "CONTACTS&quot;/&gt;</mark></span>"));
  result.manifest = "<manifest>\n</manifest>\n";
  CHECK(!has(html_of(result), "class=\"line marked\""));
  CHECK(has(html_of(result), "&lt;uses-permission android:name=&quot;android.permission.READ_"));
}

TEST_CASE("a path that comes back says so, and not the call a second time") {
  const std::string en = article(html_of(sample_result()), "in-en");
  const std::string called =
      "<span class=\"note\">calls</span> <code translate=\"no\"><span "
      "class=\"package\">com.example.jyq.</span><wbr>Records.<wbr>read()";
  const std::size_t drawn = count(en, "<ol class=\"chain\">");
  CHECK(drawn > 0);
  CHECK(count(en, "<span class=\"note\">returns to</span>") == drawn);
  CHECK(count(en, called) == drawn);
}

TEST_CASE("a sentence is marked inside the text it stands in") {
  findings::ScanResult result = sample_result();
  const std::string sentence = "如您逾期，我们有权通过您通讯录中的联系人告知您的欠款情况。";
  const std::string text = "前一句。" + sentence + "后一句。";
  auto& place = std::get<findings::TextPlace>(result.findings[0].evidence[0].where);
  place.start = std::string("前一句。").size();
  place.end = place.start + sentence.size();
  const HtmlOptions options{Language::zh, {{"assets/policy.html", text}}};
  CHECK(has(html_of(result, options), "前一句。<mark>" + sentence + "</mark>后一句。"));
  place.end = text.size() + 1;  // a place outside the text is not believed
  CHECK(!has(article(html_of(result, options), "in-zh"), "后一句"));
}

TEST_CASE("entries that the person picks agree with an app that asks for nothing") {
  struct Row {
    std::string name;
    findings::Tri asked;
    std::string mode;
    std::size_t differ;  // sides of the contacts' triangle
  };
  const Row rows[] = {
      {"picked only", findings::Tri::no, "picker", 0},
      {"all that is on the phone, said and not done", findings::Tri::no, "device", 2},
      {"picked only, and yet asked for", findings::Tri::yes, "picker", 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    findings::ScanResult result;
    for (const std::string kind : {"contacts", "sms", "call_log"}) {
      for (const std::string fact : {".asked", ".used", ".disclosed"}) {
        result.facts.set(kind + fact, {findings::Tri::no, {}, {}});
      }
    }
    result.facts.set("contacts.asked", {row.asked, {}, {}});
    result.facts.set("contacts.disclosed", {findings::Tri::yes, {}, {}});
    result.facts.set("contacts.mode", {std::vector<std::string>{row.mode}, {}, {}});
    const std::string zh = article(html_of(result), "in-zh");
    CHECK(count(zh, "class=\"side differ\"") == row.differ);
    CHECK(has(zh, "class=\"legend\"") == (row.differ > 0));
  }
}

TEST_CASE("a policy by itself is called by its file, and asked only what it says") {
  findings::ScanResult result;
  result.identity.path = "legal/2026/privacy.html";
  result.identity.input = "policy";
  const std::string page = html_of(result, {Language::zh, {}});
  CHECK(has(page, ">privacy.html</h1>"));
  CHECK(has(page, "<title>privacy.html："));
  CHECK(has(page, "<p class=\"ids\">legal/2026/privacy.html</p>"));
  CHECK(has(page, ">这份政策怎么说</h2>"));
  CHECK(has(page, ">关于这份政策</h2>"));
  CHECK(!has(page, "安装包</h2>"));
}

TEST_CASE("members are named as Java writes them") {
  struct Row {
    std::string descriptor;
    std::string package;
    std::string member;
  };
  const Row rows[] = {
      {"Lcom/x/Y;->z(I)V", "com.x.", "Y.z()"},
      {"Lcom/x/Y$Z;-><init>()V", "com.x.", "new Y$Z()"},
      {"Lcom/x/Y;-><clinit>()V", "com.x.", "Y.static"},
      {"La;->b", "", "a.b"},
      {"Lcom/x/Y;->field:Ljava/lang/String;", "com.x.", "Y.field"},
      {"no member at all", "", "no member at all"},
      {"L;->z()V", "", "L;->z()V"},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.descriptor);
    const MemberName name = member_name(row.descriptor);
    CHECK(name.package == row.package);
    CHECK(name.member == row.member);
  }
}

}  // namespace
}  // namespace loanlint::report
