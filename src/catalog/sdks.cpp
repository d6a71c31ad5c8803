// SPDX-License-Identifier: Apache-2.0
#include "catalog/sdks.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

constexpr std::array<std::string_view, 14> kPurposes = {
    "risk-control",  "crawler", "push",     "analytics", "ads",
    "map",           "login",   "payment",  "identity",  "customer-service",
    "cloud-storage", "network", "platform", "other"};

std::string read_purpose(const Node& node) {
  const std::string word = node.text();
  if (std::find(kPurposes.begin(), kPurposes.end(), word) == kPurposes.end()) {
    std::string known;
    for (const std::string_view purpose : kPurposes) {
      known += known.empty() ? "" : ", ";
      known += purpose;
    }
    node.fail("\"" + word + "\" is not one of " + known);
  }
  return word;
}

findings::Tri read_tri(const Node& node) {
  const std::string word = node.text();
  for (const findings::Tri value :
       {findings::Tri::yes, findings::Tri::no, findings::Tri::unknown}) {
    if (findings::name(value) == word) return value;
  }
  node.fail("\"" + word + "\" is not one of yes, no, unknown");
}

Sdk read_sdk(const RuleFile& file) {
  const Node root = Node::parse(file);
  root.only({"id", "name", "maker", "purpose", "what", "packages", "libraries", "reads",
             "policy_names", "source"});
  Sdk sdk;
  sdk.id = root.at("id").text();
  if (sdk.id != file.id()) root.at("id").fail("is not the name of the file, \"" + file.id() + "\"");
  sdk.name = root.at("name").bilingual();
  sdk.maker = root.at("maker").bilingual();
  sdk.purpose = read_purpose(root.at("purpose"));
  sdk.what = root.at("what").bilingual();
  sdk.packages = root.at("packages").texts();
  if (const auto libraries = root.find("libraries")) sdk.libraries = libraries->texts();
  for (const auto& [kind, value] : root.at("reads").members()) sdk.reads[kind] = read_tri(value);
  if (const auto names = root.find("policy_names")) sdk.policy_names = names->texts();
  sdk.source = root.at("source").text();
  return sdk;
}

}  // namespace

std::vector<Sdk> load_sdks(const RuleFiles& files) {
  std::vector<Sdk> sdks;
  for (const RuleFile& file : files.in("sdk")) sdks.push_back(read_sdk(file));
  std::sort(sdks.begin(), sdks.end(), [](const Sdk& a, const Sdk& b) { return a.id < b.id; });
  return sdks;
}

}  // namespace loanlint::catalog
