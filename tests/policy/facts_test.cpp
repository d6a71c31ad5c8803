// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "reading.h"

namespace loanlint::policy {
namespace {

using findings::Facts;
using findings::Tri;

Facts facts_of(const std::string& text, bool given = true) {
  const RawDocument document{"policy.txt", as_bytes(text), Format::text, given};
  std::vector<findings::Gap> gaps;
  return facts(reader().read({&document, 1}, {}, gaps), lexicon());
}

Tri tri(const Facts& facts, std::string_view name) {
  const findings::Fact* fact = facts.find(name);
  REQUIRE(fact != nullptr);
  return fact->tri();
}

std::string text(const Facts& facts, std::string_view name) {
  const findings::Fact* fact = facts.find(name);
  REQUIRE(fact != nullptr);
  const auto* value = std::get_if<std::string>(&fact->value);
  return value != nullptr ? *value : std::string();
}

}  // namespace

TEST_CASE("facts: what one sentence admits, with its place") {
  const Facts all = facts_of("隐私政策\n为评估您的信用，我们将读取您的通讯录。\n");
  CHECK(tri(all, "policy.found") == Tri::yes);
  CHECK(tri(all, "contacts.disclosed") == Tri::yes);
  CHECK(text(all, "contacts.mode") == "device");
  CHECK(text(all, "contacts.purpose") == "credit");
  CHECK(tri(all, "contacts.denied") == Tri::no);
  CHECK(tri(all, "sms.disclosed") == Tri::no);
  const findings::Fact& fact = *all.find("contacts.disclosed");
  REQUIRE(fact.evidence.size() == 1);
  CHECK(fact.evidence[0].excerpt == "为评估您的信用，我们将读取您的通讯录。");
  CHECK(fact.evidence[0].where == findings::Place(findings::TextPlace{2, 13, 13 + 57}));
}

TEST_CASE("facts: without a policy nothing is known") {
  const Facts none = facts_of("好友列表", false);
  CHECK(tri(none, "policy.found") == Tri::no);
  CHECK(tri(none, "contacts.disclosed") == Tri::unknown);
  CHECK(none.find("contacts.disclosed")->reason.key == "policy.none");

  const Facts link = facts_of("点击查看《隐私政策》：https://example.com/a.html 谢谢", false);
  CHECK(tri(link, "policy.found") == Tri::no);
  CHECK(tri(link, "contacts.disclosed") == Tri::unknown);
  CHECK(link.find("contacts.disclosed")->reason.key == "policy.link_only");
}

TEST_CASE("facts: a denial beside an admission is a contradiction") {
  const Facts both = facts_of("隐私政策\n我们会收集您的通讯录。\n我们不会收集您的通讯录。\n");
  CHECK(tri(both, "contacts.disclosed") == Tri::yes);
  CHECK(tri(both, "contacts.denied") == Tri::yes);
  CHECK(text(both, "contacts.denial_scope") == "contradiction");
}

TEST_CASE("facts: forced is who refuses and gets nothing, not who lacks one function") {
  struct Row {
    const char* name;
    const char* consequence;
    Tri forced;
  };
  const Row rows[] = {
      {"no service at all", "如您不同意，我们将无法为您提供服务。", Tri::yes},
      {"no use of the app", "如您拒绝提供，将无法使用本应用。", Tri::yes},
      {"one function less", "如您拒绝授权，上述功能将无法使用，不影响您使用其他服务。", Tri::no},
      {"no consequence", "您可以随时关闭授权。", Tri::no},
  };
  for (const Row& row : rows) {
    const std::string name = row.name;
    CAPTURE(name);
    const Facts said = facts_of("隐私政策\n我们会收集您的通讯录，用于评估信用。" +
                                std::string(row.consequence) + "\n");
    CHECK(tri(said, "contacts.disclosed") == Tri::yes);
    CHECK(tri(said, "contacts.forced") == row.forced);
    CHECK(tri(said, "policy.forced") == row.forced);
    CHECK(tri(said, "sms.forced") == Tri::no);
  }
}

}  // namespace loanlint::policy
