// SPDX-License-Identifier: Apache-2.0
#include "catalog/signatures.h"

#include <array>
#include <utility>

#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

constexpr std::array<std::pair<std::string_view, Deed>, 8> kDeeds = {{
    {"read", Deed::read},
    {"write", Deed::write},
    {"send", Deed::send},
    {"receive", Deed::receive},
    {"overhear", Deed::overhear},
    {"ask", Deed::ask},
    {"pick", Deed::pick},
    {"retrieve", Deed::retrieve},
}};

Deed read_deed(const Node& node) {
  const std::string word = node.text();
  std::string known;
  for (const auto& [text, deed] : kDeeds) {
    if (text == word) return deed;
    known += known.empty() ? "" : ", ";
    known += text;
  }
  node.fail("\"" + word + "\" is not one of " + known);
}

void read_members(const Node& list, const std::string& kind, std::vector<MemberSignature>& out) {
  for (const Node& row : list.items()) {
    row.only({"class", "members", "does"});
    const Deed deed = read_deed(row.at("does"));
    const std::string klass = row.at("class").text();
    for (const std::string& member : row.at("members").texts()) {
      out.push_back({kind, deed, klass, member});
    }
  }
}

void read_parents(const Node& list, const std::string& kind, std::vector<MemberSignature>& out) {
  for (const Node& row : list.items()) {
    row.only({"class", "does"});
    out.push_back({kind, read_deed(row.at("does")), row.at("class").text(), ""});
  }
}

void read_uris(const Node& list, const std::string& kind, std::vector<TextSignature>& out) {
  for (const Node& row : list.items()) {
    row.only({"prefix", "does"});
    const Node prefix = row.at("prefix");
    if (!prefix.text().starts_with("content://")) prefix.fail("does not start with content://");
    out.push_back({kind, read_deed(row.at("does")), prefix.text()});
  }
}

void read_texts(const Node& list, const std::string& kind, Deed deed,
                std::vector<TextSignature>& out) {
  for (const std::string& text : list.texts()) out.push_back({kind, deed, text});
}

}  // namespace

std::string_view name(Deed deed) {
  for (const auto& [text, value] : kDeeds) {
    if (value == deed) return text;
  }
  return "";
}

Signatures load_signatures(const RuleFiles& files) {
  Signatures all;
  for (const RuleFile& file : files.in("data")) {
    const auto code = Node::parse(file).find("code");
    if (!code) continue;
    const std::string kind = file.id();
    code->only({"calls", "fields", "parents", "uris", "asks", "picks"});
    if (code->members().empty()) code->fail("a data kind without signatures needs no \"code\"");
    if (const auto list = code->find("calls")) read_members(*list, kind, all.calls);
    if (const auto list = code->find("fields")) read_members(*list, kind, all.fields);
    if (const auto list = code->find("parents")) read_parents(*list, kind, all.parents);
    if (const auto list = code->find("uris")) read_uris(*list, kind, all.uris);
    if (const auto list = code->find("asks")) read_texts(*list, kind, Deed::ask, all.permissions);
    if (const auto list = code->find("picks")) read_texts(*list, kind, Deed::pick, all.picks);
    all.kinds.push_back(kind);
  }
  return all;
}

}  // namespace loanlint::catalog
