// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "catalog/kinds.h"
#include "catalog/lexicon.h"
#include "catalog/node.h"
#include "catalog/packs.h"
#include "catalog/rules.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "policy/policy.h"
#include "report/catalog_words.h"
#include "report/rule_pages.h"
#include "report/width.h"
#include "rules/examples.h"

namespace loanlint::cli {
namespace {

std::vector<std::string> kind_ids(const catalog::RuleFiles& files) {
  std::vector<std::string> out;
  const catalog::Kinds kinds(files);
  for (const catalog::Kind& kind : kinds.all()) out.push_back(kind.id);
  return out;
}

/// The name of a schema file without its ending: "rules/schema/rule.schema.json" → "rule".
std::string schema_name(const catalog::RuleFile& file) {
  const std::string id = file.id();
  return id.substr(0, id.find('.'));
}

/// The sentences that prove the patterns of policies.
std::size_t example_count(const catalog::Lexicon& lexicon) {
  std::size_t out = 0;
  const auto add = [&out](const std::vector<catalog::PolicyPattern>& patterns) {
    for (const catalog::PolicyPattern& pattern : patterns) {
      out += pattern.examples.match.size() + pattern.examples.near_miss.size() +
             pattern.examples.negation.size();
    }
  };
  add(lexicon.patterns);
  for (const catalog::KindPhrases& kind : lexicon.kinds) add(kind.patterns);
  return out;
}

}  // namespace

int rules_list(const Call& call) {
  report::Page page = call.page();
  const std::vector<std::string> wanted = call.arguments.list("pack");
  const std::vector<catalog::Rule> rules = catalog::check_rules(call.files());
  bool first = true;
  for (const catalog::Pack& pack : catalog::load_packs(call.files())) {
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), pack.id) == wanted.end()) {
      continue;
    }
    if (!first) page.blank();
    first = false;
    page.item(
        "",
        call.voice(pack.on ? "rules.pack_on" : "rules.pack_off", {call.voice(pack.name), pack.id}),
        report::Paint::plain, report::Paint::bold);
    for (const catalog::Rule& rule : rules) {
      if (rule.pack != pack.id) continue;
      const std::string mark =
          rule.good ? "+" : call.voice("severity." + std::string(findings::name(rule.severity)));
      page.item("  " + report::pad(mark, 9) + rule.id + "  ",
                call.voice(report::general_words(rule, call.voice.words().texts()).title));
    }
  }
  return kClean;
}

int rules_check(const Call& call) {
  const std::size_t count = catalog::check_rules(call.files()).size();
  call.world.out << call.voice("rules.checked", {std::to_string(count)}) << '\n';
  return kClean;
}

int rules_test(const Call& call) {
  const std::vector<std::string> kinds = kind_ids(call.files());
  const std::vector<catalog::Rule> rules = catalog::check_rules(call.files());
  std::size_t tried = 0;
  std::size_t broken = 0;
  for (const catalog::Rule& rule : rules) {
    const rules::ExampleCheck check = rules::check_examples(rule, kinds);
    tried += check.tried;
    broken += check.broken.size();
    for (const rules::BrokenExample& one : check.broken) {
      const char* expected = one.open    ? "rules.expects_open"
                             : one.match ? "rules.expects_match"
                                         : "rules.expects_clean";
      call.warn(call.voice("rules.broken",
                           {one.file, call.voice(one.name), one.kind, call.voice(expected),
                            call.voice("tri." + std::string(findings::name(one.got)))}));
    }
  }
  const catalog::Lexicon lexicon = catalog::load_lexicon(call.files());
  tried += example_count(lexicon);
  for (const std::string& problem : policy::Reader(lexicon).check_examples()) {
    ++broken;
    call.warn(problem);
  }
  call.world.out << call.voice("rules.tested", {std::to_string(rules.size()), std::to_string(tried),
                                                std::to_string(broken)})
                 << '\n';
  return broken == 0 ? kClean : kFindings;
}

int rules_pages(const Call& call) {
  namespace fs = std::filesystem;
  const fs::path folder = call.arguments.positionals.front();
  for (const auto& [name, text] : report::rule_pages(call.files(), call.voice.words())) {
    std::error_code error;
    fs::create_directories((folder / name).parent_path(), error);
    if (error) throw ArgumentError({"cli.cannot_write", {folder.string(), error.message()}});
    write_file((folder / name).string(), text);
  }
  return kClean;
}

int rules_schema(const Call& call) {
  const std::vector<catalog::RuleFile> schemas = call.files().in("schema");
  std::vector<std::string> names;
  for (const catalog::RuleFile& schema : schemas) names.push_back(schema_name(schema));
  if (call.arguments.positionals.empty()) {
    for (const std::string& name : names) call.world.out << name << '\n';
    return kClean;
  }
  const std::string& wanted = call.arguments.positionals.front();
  for (const catalog::RuleFile& schema : schemas) {
    if (schema_name(schema) != wanted) continue;
    call.world.out << schema.text;
    return kClean;
  }
  const std::string near = catalog::nearest(wanted, names).value_or("");
  if (near.empty()) throw ArgumentError({"cli.no_schema", {wanted}});
  throw ArgumentError({"cli.no_schema_near", {wanted, near}});
}

}  // namespace loanlint::cli
