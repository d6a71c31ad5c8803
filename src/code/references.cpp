// SPDX-License-Identifier: Apache-2.0
#include "code/references.h"

#include <array>

#include "code/names.h"

namespace loanlint::code {
namespace {

constexpr std::size_t kLongestClass = 256;

/// True of what many apps' Intents say: it names none of their components.
bool is_common(std::string_view text) {
  for (const std::string_view start :
       {"android.intent.action.MAIN", "android.intent.action.VIEW", "android.intent.category.",
        "http://", "https://", "file://", "content://", "text/", "image/", "video/", "audio/",
        "application/", "*/"}) {
    if (text.starts_with(start)) return true;
  }
  return false;
}

}  // namespace

LibraryCalls::LibraryCalls(const catalog::EdgeRules& edges,
                           const std::vector<catalog::SinkGroup>& sinks,
                           const catalog::StreamRules& streams)
    : first_two_(std::size_t{1} << 16) {
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
  for (const catalog::KeptCall& call : edges.stores) {
    meaning = {};
    meaning.stores = &call;
    add(call.klass, call.member, meaning);
  }
  for (const catalog::KeptCall& call : edges.fetches) {
    meaning = {};
    meaning.fetches = &call;
    add(call.klass, call.member, meaning);
  }
  meaning = {};
  meaning.pours = true;
  for (const catalog::MemberPattern& call : streams.pours) add(call.klass, call.member, meaning);
  meaning = {};
  meaning.reflects = true;
  for (const catalog::MemberPattern& call : edges.reflects) add(call.klass, call.member, meaning);
  for (std::size_t i = 0; i < edges.deliveries.size(); ++i) {
    meaning = {};
    meaning.delivery = static_cast<std::uint16_t>(i);
    add(edges.deliveries[i].klass, edges.deliveries[i].member, meaning);
  }
  for (const catalog::Spawn& spawn : edges.spawns) {
    meaning = {};
    meaning.spawn = &spawn;
    add(spawn.klass, spawn.member, meaning);
  }
}

void LibraryCalls::add(const std::string& klass, const std::string& member,
                       const LibraryMeaning& meaning) {
  // The NUL counts, for members of one letter.
  first_two_[first_two({member.c_str(), member.size() + 1})] = true;
  if (by_member_.add(hash_name(member), static_cast<std::uint32_t>(rows_.size()))) {
    rows_.emplace_back();
  }
  rows_[by_member_.find(hash_name(member))].push_back(
      {klass == "*" ? klass : descriptor(klass), meaning});
}

LibraryMeaning LibraryCalls::of(std::string_view klass, std::string_view ancestor,
                                std::string_view member) const {
  LibraryMeaning all;
  const std::uint32_t found = by_member_.find(hash_name(member));
  if (found == HashIndex::kAbsent) return all;
  for (const Row& row : rows_[found]) {
    if (!fits(row.klass, klass) && !fits(row.klass, ancestor)) continue;
    if (all.sink == 0xffff) all.sink = row.meaning.sink;
    all.starts |= row.meaning.starts;
    all.broadcasts |= row.meaning.broadcasts;
    all.results |= row.meaning.results;
    all.reflects |= row.meaning.reflects;
    all.pours |= row.meaning.pours;
    if (all.stores == nullptr) all.stores = row.meaning.stores;
    if (all.fetches == nullptr) all.fetches = row.meaning.fetches;
    if (all.delivery == 0xffff) all.delivery = row.meaning.delivery;
    if (all.spawn == nullptr) all.spawn = row.meaning.spawn;
  }
  return all;
}

NamedClasses::NamedClasses(const Program& program, const CodeContext& context) : program_(program) {
  for (const Component& component : context.components) {
    const ClassId klass = program.find_class(descriptor(component.klass));
    if (klass == kNone) continue;
    for (const std::string& action : component.actions) {
      if (!is_common(action)) add(action, klass);
    }
    for (const std::string& authority : component.authorities) add("content://" + authority, klass);
  }
}

void NamedClasses::add(std::string_view text, ClassId klass) {
  const std::uint64_t hash = hash_name(text);
  if (by_text_.add(hash, static_cast<std::uint32_t>(named_.size()))) named_.emplace_back();
  named_[by_text_.find(hash)].push_back(klass);
}

std::span<const ClassId> NamedClasses::of(std::string_view text) {
  const std::size_t scheme = text.find("://");
  if (text.starts_with("content://")) {
    text = text.substr(0, text.find('/', 10));
  } else if (scheme != std::string_view::npos) {
    text = text.substr(0, scheme + 3);
  }
  const std::uint32_t found = by_text_.find(hash_name(text));
  if (found != HashIndex::kAbsent) return named_[found];
  // The descriptor of a class of that name, without a string of its own: most texts name none.
  std::array<char, kLongestClass + 2> buffer;
  if (text.size() > kLongestClass) return {};
  bool parted = false;
  buffer[0] = 'L';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) <= ' ' || c == ';') return {};
    parted |= c == '.' || c == '/';
    buffer[i + 1] = c == '.' ? '/' : c;
  }
  if (!parted) return {};
  buffer[text.size() + 1] = ';';
  only_ = program_.find_class({buffer.data(), text.size() + 2});
  return only_ == kNone ? std::span<const ClassId>() : std::span<const ClassId>(&only_, 1);
}

}  // namespace loanlint::code
