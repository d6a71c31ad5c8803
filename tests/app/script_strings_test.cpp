// SPDX-License-Identifier: Apache-2.0
#include "app/script_strings.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace loanlint::app {
namespace {

struct Row {
  const char* name;
  std::string script;
  std::vector<std::string> strings;
};

TEST_CASE("the strings of a script that people may read") {
  const Row rows[] = {
      {"both quotes", R"(a("我们收集",'your data'))", {"我们收集", "your data"}},
      {"no names, keys or classes", R"({"标题":"隐私政策",cls:"page-title",'k':1})", {"隐私政策"}},
      {"a question is no key", R"(x?"是 的":"不 是")", {"是 的", "不 是"}},
      {"a template without its expressions", "`您好${name}，欢迎`", {"您好", "，欢迎"}},
      {"strings and braces inside an expression", "`甲${f({a:'乙 丙'})}丁`", {"甲", "乙 丙", "丁"}},
      {"escapes", R"("\u9690\u79c1\x20\u{653f}策\n一\"二")", {"隐私 政策\n一\"二"}},
      {"a pair of surrogates", R"("a \ud83d\ude00")", {"a \xF0\x9F\x98\x80"}},
      {"half a pair", R"("a \ud83d.")", {"a \xEF\xBF\xBD."}},
      {"an escape cut short", R"("a \u12")", {"a \xEF\xBF\xBD"}},
      {"comments", "// \"no 1\"\n/* 'no 2' */\"yes 3\"", {"yes 3"}},
      {"a regular expression with quotes", R"(s.replace(/["']/g,"其 他"))", {"其 他"}},
      {"a slash in a class of a regular expression", R"(return/[/"]/.test("某 处"))", {"某 处"}},
      {"division", R"(a/b/c;d("某 处"))", {"某 处"}},
      {"a division after a bracket", R"((a+b)/2;d("某 处")/1)", {"某 处"}},
      {"a quote without its end", "don't\nsay(\"某 处\")", {"某 处"}},
      {"a script cut short", R"(d("某 处)", {"某 处"}},
      {"an expression cut short", "`甲${", {"甲"}},
      {"a JSON text", R"({"a":["一 条","二 条"],"b":{"c":"三 条"}})", {"一 条", "二 条", "三 条"}},
      {"nothing", "", {}},
  };
  for (const Row& row : rows) {
    const std::string row_name = row.name;
    CAPTURE(row_name);
    std::vector<std::string> got;
    for (const ScriptString& string : read_script_strings(row.script)) {
      CHECK(string.at < string.end);
      CHECK(string.end <= row.script.size());
      got.push_back(string.text);
    }
    CHECK(got == row.strings);
  }
}

TEST_CASE("a script cut anywhere is read to its end") {
  const std::string script = "f(`甲${g({a:'乙 \\u4e59'})}`,/[\"/]/,\"丙 \\x41\") // 丁";
  for (std::size_t size = 0; size <= script.size(); ++size) {
    for (const ScriptString& string : read_script_strings(script.substr(0, size)))
      CHECK(string.end <= size);
  }
}

}  // namespace
}  // namespace loanlint::app
