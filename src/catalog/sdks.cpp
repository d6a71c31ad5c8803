// SPDX-License-Identifier: Apache-2.0
#include "catalog/sdks.h"

#include <algorithm>
#include <array>
#include <optional>
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

/// The strings of the list `key` of a file, found without reading the rest; nothing when the list
/// holds more than plain strings.
std::optional<std::vector<std::string>> glance(std::string_view text, std::string_view key) {
  std::size_t at = text.find(key);
  if (at == std::string_view::npos) return std::vector<std::string>();
  at = text.find_first_not_of(" :\r\n\t", at + key.size());
  if (at == std::string_view::npos || text[at] != '[') return std::nullopt;
  const std::size_t end = text.find(']', at);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view list = text.substr(at + 1, end - at - 1);
  if (list.find_first_of("\\[{") != std::string_view::npos) return std::nullopt;
  std::vector<std::string> found;
  for (std::size_t open = list.find('"'); open != std::string_view::npos; open = list.find('"')) {
    const std::size_t close = list.find('"', open + 1);
    if (close == std::string_view::npos) return std::nullopt;
    found.emplace_back(list.substr(open + 1, close - open - 1));
    list.remove_prefix(close + 1);
  }
  return found;
}

}  // namespace

Sdks::Sdks(const RuleFiles& files) {
  for (const RuleFile& file : files.in("sdk")) {
    const std::string id = file.id();
    files_.emplace(id, file);
    const bool built_in = file.shown == "rules/" + file.path;
    const auto packages = glance(file.text, "\"packages\"");
    const auto libraries = glance(file.text, "\"libraries\"");
    if (built_in && packages && libraries) {
      marks_.push_back({id, *packages, *libraries});
      continue;
    }
    const Sdk sdk = read_sdk(file);
    marks_.push_back({sdk.id, sdk.packages, sdk.libraries});
  }
}

Sdk Sdks::read(const std::string& id) const { return read_sdk(files_.at(id)); }

std::vector<Sdk> load_sdks(const RuleFiles& files) {
  std::vector<Sdk> sdks;
  for (const RuleFile& file : files.in("sdk")) sdks.push_back(read_sdk(file));
  std::sort(sdks.begin(), sdks.end(), [](const Sdk& a, const Sdk& b) { return a.id < b.id; });
  return sdks;
}

}  // namespace loanlint::catalog
