// SPDX-License-Identifier: Apache-2.0
#include "labels.h"

#include <fstream>

#include "base/error.h"
#include "catalog/node.h"

namespace loanlint::bench {
namespace {

using catalog::Node;

std::string text_of(const Node& object, std::string_view key) {
  const std::optional<Node> found = object.find(key);
  return found && found->is_text() ? found->text_or_empty() : std::string();
}

std::optional<bool> truth(const Node& object, std::string_view key) {
  const std::optional<Node> found = object.find(key);
  return found && found->is_boolean() ? std::optional<bool>(found->boolean()) : std::nullopt;
}

void read_kind(const std::string& kind, const Node& node, LabelledDocument& out) {
  out.labels[kind + ".disclosed"] = {truth(node, "disclosed"), text_of(node, "mode"),
                                     text_of(node, "evidence")};
  out.labels[kind + ".denied"] = {truth(node, "denied"), text_of(node, "denial_scope"),
                                  text_of(node, "denial_evidence")};
}

LabelledDocument read_line(const std::string& line, const std::string& shown) {
  const Node node = Node::parse(line, shown);
  LabelledDocument out;
  out.id = node.at("id").text();
  for (const auto& [key, value] : node.members()) {
    if (!value.is_object()) continue;
    if (value.has("disclosed")) {
      read_kind(key, value, out);
    } else if (value.has("value")) {
      out.labels[key] = {truth(value, "value"), text_of(value, "mode"), text_of(value, "evidence")};
    }
  }
  return out;
}

}  // namespace

std::vector<LabelledDocument> load_labels(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw UsageError(path + ": cannot be opened");
  std::vector<LabelledDocument> out;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty()) out.push_back(read_line(line, path + " line " + std::to_string(number)));
  }
  return out;
}

}  // namespace loanlint::bench
