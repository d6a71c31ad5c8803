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

}  // namespace loanlint::policy
