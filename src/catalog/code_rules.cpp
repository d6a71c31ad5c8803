// SPDX-License-Identifier: Apache-2.0
#include "catalog/code_rules.h"

#include "base/error.h"
#include "catalog/code_files.h"

namespace loanlint::catalog {

Node parse_required(const RuleFiles& files, const std::string& path) {
  const RuleFile* file = files.find(path);
  if (file == nullptr) throw UsageError("rules/" + path + ": is missing");
  return Node::parse(*file);
}

std::vector<MemberPattern> read_patterns(const Node& list) {
  std::vector<MemberPattern> patterns;
  for (const Node& row : list.items()) {
    row.only({"class", "members"});
    const std::string klass = row.at("class").text();
    for (const std::string& member : row.at("members").texts()) patterns.push_back({klass, member});
  }
  return patterns;
}

namespace {

std::vector<Packer> read_packers(const Node& root, const char* key) {
  root.only({key});
  std::vector<Packer> packers;
  for (const Node& row : root.at(key).items()) {
    row.only({"id", "name", "classes", "libraries", "assets", "hides_uses"});
    Packer packer;
    packer.id = row.at("id").text();
    packer.name = row.at("name").bilingual();
    if (const auto list = row.find("classes")) packer.classes = list->texts();
    if (const auto list = row.find("libraries")) packer.libraries = list->texts();
    if (const auto list = row.find("assets")) packer.assets = list->texts();
    if (const auto hides = row.find("hides_uses")) packer.hides_uses = hides->boolean();
    if (packer.classes.empty() && packer.libraries.empty() && packer.assets.empty()) {
      row.fail("says nothing to know it by: classes, libraries or assets");
    }
    packers.push_back(packer);
  }
  return packers;
}

}  // namespace

Carriers load_carriers(const RuleFiles& files) {
  const Node root = parse_required(files, "code/carriers.json");
  root.only({"parse", "authority", "read", "write", "hand_over", "pick_actions", "ask"});
  Carriers carriers;
  carriers.parse = read_patterns(root.at("parse"));
  carriers.authority = read_patterns(root.at("authority"));
  carriers.read = read_patterns(root.at("read"));
  carriers.write = read_patterns(root.at("write"));
  carriers.hand_over = read_patterns(root.at("hand_over"));
  carriers.pick_actions = root.at("pick_actions").texts();
  carriers.ask = read_patterns(root.at("ask"));
  return carriers;
}

LoadingRules load_loading(const RuleFiles& files) {
  const Node root = parse_required(files, "code/loading.json");
  root.only({"calls", "except"});
  return {read_patterns(root.at("calls")), root.at("except").texts()};
}

std::vector<Packer> load_packers(const RuleFiles& files) {
  return read_packers(parse_required(files, "code/packers.json"), "packers");
}

std::vector<Packer> load_frameworks(const RuleFiles& files) {
  return read_packers(parse_required(files, "code/frameworks.json"), "frameworks");
}

CodeKnowledge load_code_knowledge(const RuleFiles& files) {
  return {load_signatures(files), load_carriers(files),     load_loading(files),
          load_packers(files),    load_frameworks(files),   Sdks(files),
          load_edges(files),      load_entry_points(files), load_sinks(files),
          load_streams(files)};
}

}  // namespace loanlint::catalog
