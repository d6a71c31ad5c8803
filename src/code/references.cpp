// SPDX-License-Identifier: Apache-2.0
#include "code/references.h"

#include "code/hash.h"
#include "code/names.h"

namespace loanlint::code {

LibraryCalls::LibraryCalls(const catalog::EdgeRules& edges,
                           const std::vector<catalog::SinkGroup>& sinks) {
  LibraryMeaning meaning;
  for (std::size_t i = 0; i < sinks.size(); ++i) {
    meaning.sink = static_cast<std::uint16_t>(i);
    for (const catalog::MemberPattern& call : sinks[i].calls) add(call.klass, call.member, meaning);
  }
  meaning = {};
  meaning.starts = true;
  for (const catalog::MemberPattern& call : edges.starts) add(call.klass, call.member, meaning);
  meaning = {};
  meaning.broadcasts = true;
  for (const catalog::MemberPattern& call : edges.broadcasts) add(call.klass, call.member, meaning);
  meaning = {};
  meaning.results = true;
  for (const catalog::MemberPattern& call : edges.results) add(call.klass, call.member, meaning);
  for (const catalog::Spawn& spawn : edges.spawns) {
    meaning = {};
    meaning.spawn = &spawn;
    add(spawn.klass, spawn.member, meaning);
  }
}

void LibraryCalls::add(const std::string& klass, const std::string& member,
                       const LibraryMeaning& meaning) {
  rows_[hash_name(member)].push_back({klass == "*" ? klass : descriptor(klass), meaning});
}

LibraryMeaning LibraryCalls::of(std::string_view klass, std::string_view ancestor,
                                std::string_view member) const {
  LibraryMeaning all;
  const auto found = rows_.find(hash_name(member));
  if (found == rows_.end()) return all;
  for (const Row& row : found->second) {
    if (!fits(row.klass, klass) && !fits(row.klass, ancestor)) continue;
    if (all.sink == 0xffff) all.sink = row.meaning.sink;
    all.starts |= row.meaning.starts;
    all.broadcasts |= row.meaning.broadcasts;
    all.results |= row.meaning.results;
    if (all.spawn == nullptr) all.spawn = row.meaning.spawn;
  }
  return all;
}

NamedClasses::NamedClasses(const Program& program, const CodeContext& context) : program_(program) {
  for (const Component& component : context.components) {
    const ClassId klass = program.find_class(descriptor(component.klass));
    if (klass == kNone) continue;
    for (const std::string& action : component.actions) {
      // Every app has these; they name nothing.
      if (action == "android.intent.action.MAIN" || action == "android.intent.action.VIEW") {
        continue;
      }
      by_text_[action].push_back(klass);
    }
    for (const std::string& authority : component.authorities) {
      by_text_["content://" + authority].push_back(klass);
    }
  }
}

std::vector<ClassId> NamedClasses::of(std::string_view text) const {
  std::string key(text);
  if (text.starts_with("content://")) key = text.substr(0, text.find('/', 10));
  const auto found = by_text_.find(key);
  if (found != by_text_.end()) return found->second;
  if (text.find('.') == std::string_view::npos && text.find('/') == std::string_view::npos) {
    return {};
  }
  const ClassId klass = program_.find_class(descriptor(text));
  return klass == kNone ? std::vector<ClassId>() : std::vector<ClassId>{klass};
}

}  // namespace loanlint::code
