// SPDX-License-Identifier: Apache-2.0
#include "policy/plain.h"

#include <doctest/doctest.h>

#include "reading.h"

namespace loanlint::policy {
namespace {

std::string outline(const Plain& plain) {
  std::string out;
  for (const Block& block : plain.blocks) {
    out += "hpir"[static_cast<std::size_t>(block.kind)];
    out += ':' + plain.text.substr(block.start, block.end - block.start) + '\n';
  }
  return out;
}

bool says(const Document& document, std::string_view type, std::string_view kind) {
  for (const Sentence& sentence : document.sentences) {
    for (const Statement& said : sentence.statements) {
      if (said.type == type && said.kind == kind) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("plain: a page as browsers read it") {
  const Plain page = read_html(
      "<title>隐私政策</title><h2>一、收集</h2><p>我们收集<b>手机号</b>&amp;邮箱。"
      "<ul><li>通讯录<li>短信</ul><table><tr><th>权限<th>用途<tr><td>相机<td>扫码</table>"
      "<script>不是正文</script>");
  CHECK(outline(page) ==
        "h:一、收集\np:我们收集手机号&邮箱。\ni:通讯录\ni:短信\nr:权限\t用途\nr:相机\t扫码\n");
  CHECK(page.title == "隐私政策");
}

TEST_CASE("plain: a page built to exhaust the parser is read without its structure") {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  CHECK(read_html(deep + "我们会读取您的通讯录。").text == "我们会读取您的通讯录。\n");
}

TEST_CASE("plain: text in lines") {
  const Plain text = read_text("隐私政策\n\n一、收集\n1、通讯录；\n我们重视您的隐私。\n", false);
  CHECK(outline(text) == "h:隐私政策\nh:一、收集\ni:1、通讯录；\np:我们重视您的隐私。\n");
}

TEST_CASE("plain: lines wrapped inside a sentence are one paragraph") {
  struct Row {
    std::string name;
    std::string text;
    std::string outline;
  };
  const std::string first = "如您在申请借款的过程中拒绝授权我们读取您的手机通讯录";
  const Row rows[] = {
      {"in the middle of a clause", first + "\n联系人，不影响您借款。",
       "p:" + first + "\n联系人，不影响您借款。\n"},
      {"after a comma", first + "，\n不影响您借款。", "p:" + first + "，\n不影响您借款。\n"},
      {"after a full stop", first + "。\n不影响您借款。", "p:" + first + "。\np:不影响您借款。\n"},
      {"before an item", first + "，\n1、不影响您借款。",
       "p:" + first + "，\ni:1、不影响您借款。\n"},
      {"a list of lines that start alike",
       first + "\n如您在申请提额的过程中拒绝授权，不影响您借款。",
       "h:" + first + "\np:如您在申请提额的过程中拒绝授权，不影响您借款。\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(outline(read_text(row.text, false)) == row.outline);
  }
}

TEST_CASE("plain: list items inherit what they stand under") {
  const Document denied = read_given("我们不会收集以下信息：\n1、通讯录；\n2、短信内容。\n");
  CHECK(says(denied, "denies", "contacts"));
  CHECK(says(denied, "denies", "sms"));
  CHECK_FALSE(says(denied, "discloses", "contacts"));
  const Document disclosed = read_given("我们会收集以下信息：\n1、身份信息；\n2、通讯录。\n");
  CHECK(says(disclosed, "discloses", "contacts"));
}

TEST_CASE("plain: a numbered line over lines of its own is a heading within the section") {
  struct Row {
    std::string name;
    std::string text;
    std::string type;  // said of contacts; empty: nothing
  };
  const Row rows[] = {
      {"it denies", "二、收集的信息\n2.3 我们不收集的信息\n- 通讯录\n", "denies"},
      {"it names a group", "二、收集的信息\n2.3 设备信息\n- 通讯录\n", "discloses"},
      {"the next one", "二、收集的信息\n2.3 我们不收集的信息\n- 短信\n2.4 其他\n- 通讯录\n",
       "discloses"},
      {"past what it heads",
       "2.3 我们不收集的信息\n- 短信\n3. 使用\n我们把通讯录上传到服务器。\n通讯录用于匹配好友。\n",
       "discloses"},
      {"after a list of another kind", "以下内容会上传：\n- 昵称；\n1.4 我们不会收集\n- 通讯录；\n",
       "denies"},
      {"the last item of a list heads nothing",
       "我们不会收集以下信息：\n1、短信\n2、通讯录\n感谢您的信任。\n", "denies"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Document read = read_given(row.text);
    CHECK(says(read, "discloses", "contacts") == (row.type == "discloses"));
    CHECK(says(read, "denies", "contacts") == (row.type == "denies"));
  }
}

TEST_CASE("plain: the rows of a table stand under its header") {
  struct Row {
    std::string name;
    std::string text;
    std::string type;  // said of contacts; empty: nothing
  };
  const Row rows[] = {
      {"a column of what is collected", "组件\t收集的信息\n甲组件\t通讯录", "discloses"},
      {"cells parted by bars", "组件 | 收集的信息 | 目的\n甲组件 | 通讯录 | 备份", "discloses"},
      {"a column that asks: no", "信息\t是否收集\n手机号\t是\n通讯录\t否", "denies"},
      {"a column that asks: yes", "信息\t是否收集\n手机号\t否\n通讯录\t是", "discloses"},
      {"the header is over", "组件\t收集的信息\n甲组件\t手机号\n以下是名词：\n通讯录\t系统自带",
       ""},
      {"a sentence is no header", "我们会收集信息。\t见下\n通讯录\t系统自带", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Document read = read_given(row.text);
    CHECK(says(read, "discloses", "contacts") == (row.type == "discloses"));
    CHECK(says(read, "denies", "contacts") == (row.type == "denies"));
  }
}

TEST_CASE("plain: JSON strings, markup in them included") {
  CHECK(read_json_strings(R"({"k":"a\u901a\n","l":["<p>x</p><p>y</p>"]})").text ==
        "a通\n\nx\ny\n\n");
}

TEST_CASE("plain: excerpts are pieces of the text") {
  const Document page =
      read_given("<p>第一句。我们会读取您的<b>通讯录</b>。</p>", Format::html, "a.html");
  REQUIRE(page.sentences.size() == 2);
  CHECK(page.excerpt(page.sentences[1]) == "我们会读取您的通讯录。");
  CHECK(page.sentences[1].line == 1);
}

}  // namespace loanlint::policy
