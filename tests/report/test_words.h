// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/rule_files.h"
#include "report/words.h"

namespace loanlint::report {

/// Words with the real sentences, and articles and names that tests can rely on.
class TestWords : public Words {
 public:
  const catalog::Texts& texts() const override { return texts_; }
  findings::Bilingual kind(std::string_view id) const override {
    if (id == "contacts") return {"通讯录", "contacts"};
    if (id == "sms") return {"短信", "SMS"};
    if (id == "call_log") return {"通话记录", "call log"};
    return {std::string(id), std::string(id)};
  }
  Citation article(std::string_view id) const override {
    if (id == "no-such-article") return {std::string(id), {}, {}, {}, "", ""};
    return {std::string(id),
            {"《个人信息保护法》", "PIPL"},
            {"第十三条", "Art. 13"},
            {"处理须有合法性基础", "a legal basis is needed"},
            "law",
            "https://example.com/pipl",
            {"《中华人民共和国个人信息保护法》", "Personal Information Protection Law"}};
  }
  findings::Bilingual trick(std::string_view id) const override {
    return {"清单文件的压缩方式并不存在",
            "the manifest names a compression method that does not exist: " + std::string(id)};
  }
  RuleWords rule(std::string_view, std::string_view id) const override {
    return {{"规则：" + std::string(id), "Rule: " + std::string(id)},
            {"为什么", "why"},
            {"借款人", "borrower"},
            {"放贷机构", "lender"}};
  }
  std::string version() const override { return "1.2.3"; }
  std::string ruleset() const override { return "0123456789abcdef"; }

 private:
  catalog::RuleFiles files_;
  catalog::Texts texts_{files_};
};

}  // namespace loanlint::report
