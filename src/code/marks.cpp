// SPDX-License-Identifier: Apache-2.0
#include "code/marks.h"

#include <algorithm>
#include <cstring>

#include "code/hash.h"
#include "code/names.h"

namespace loanlint::code {
namespace {

// Longer names than any signature has are not looked at, so that a file whose rows all point at
// one long string costs no more than another.
constexpr std::size_t kLongestName = 256;

std::string_view bounded(std::string_view onwards) {
  if (onwards.empty()) return {};  // a hole has no address to search from
  const void* nul = std::memchr(onwards.data(), 0, std::min(onwards.size(), kLongestName));
  if (nul == nullptr) return {};
  return {onwards.data(), static_cast<const char*>(nul)};
}

std::string_view bounded_type(const android::Dex& dex, std::uint32_t type_idx) {
  return bounded(dex.string_onwards(dex.descriptor_idx(type_idx)));
}

std::uint32_t first_four(std::string_view text) {
  std::uint32_t value = 0;
  std::memcpy(&value, text.data(), sizeof value);
  return value;
}

std::size_t first_two(std::string_view text) {
  std::uint16_t value = 0;
  std::memcpy(&value, text.data(), sizeof value);
  return value;
}

template <class Signature>
const Signature* find_text(const std::vector<Signature>& all, std::string_view text) {
  for (const Signature& signature : all) {
    if (signature.text == text) return &signature;
  }
  return nullptr;
}

template <class Signature>
const Signature* find_member(const std::vector<Signature>& all, std::string_view klass,
                             std::string_view member) {
  for (const Signature& signature : all) {
    if (fits(signature.klass, klass) && fits(signature.member, member)) return &signature;
  }
  return nullptr;
}

/// The first signature among `numbers` whose member is `member`.
template <class Member>
std::uint16_t first_fit(const std::vector<std::uint16_t>& numbers, std::string_view member,
                        const Member& member_of) {
  for (const std::uint16_t number : numbers) {
    if (fits(member_of(number), member)) return number;
  }
  return kNoMark;
}

}  // namespace

void Marker::ClassIndex::add(const std::string& klass, std::uint16_t number) {
  const std::string wanted = descriptor(klass);
  const std::size_t star = wanted.find('*');
  if (star == std::string::npos) {
    exact_[hash_name(wanted)].push_back(number);
    return;
  }
  for (Glob& glob : globs_) {
    if (glob.pattern == wanted) {
      glob.numbers.push_back(number);
      return;
    }
  }
  globs_.push_back({wanted, wanted.substr(0, star), {number}});
}

const std::vector<std::uint16_t>* Marker::ClassIndex::find(std::string_view descriptor,
                                                           std::uint64_t hash) const {
  const auto found = exact_.find(hash);
  if (found != exact_.end()) return &found->second;
  for (const Glob& glob : globs_) {
    if (descriptor.starts_with(glob.start) && fits(glob.pattern, descriptor)) return &glob.numbers;
  }
  return nullptr;
}

Marker::Marker(const catalog::Signatures& signatures, const catalog::LoadingRules& loading,
               const catalog::Carriers& carriers)
    : signatures_(signatures),
      loading_(loading),
      carriers_(carriers),
      first_two_(std::size_t{1} << 16) {
  for (const auto& call : carriers.parse) parsers_.push_back(descriptor(call.klass));
  const auto number = [](std::size_t i) { return static_cast<std::uint16_t>(i); };
  for (std::size_t i = 0; i < signatures.calls.size(); ++i) {
    calls_.add(signatures.calls[i].klass, number(i));
    // What reflection would have to name; a pattern has no single name.
    if (signatures.calls[i].klass.find('*') == std::string::npos) {
      add_needle(signatures.calls[i].klass, true);
    }
  }
  for (std::size_t i = 0; i < loading.calls.size(); ++i) {
    calls_.add(loading.calls[i].klass, number(signatures.calls.size() + i));
  }
  for (std::size_t i = 0; i < signatures.fields.size(); ++i) {
    const std::string& klass = signatures.fields[i].klass;
    fields_.add(klass, number(i));
    const std::size_t star = klass.find('*');
    add_needle(klass.substr(0, star), star == std::string::npos);
  }
  for (std::size_t i = 0; i < signatures.parents.size(); ++i) {
    parents_.add(signatures.parents[i].klass, number(i));
  }
  add_needle("content:", false);
  add_needle("content", true);
  for (const catalog::TextSignature& uri : signatures.uris) {
    const std::string rest = uri.text.substr(std::string_view("content://").size());
    add_needle(rest.substr(0, rest.find('/')), true);  // an authority by itself
  }
  for (const catalog::TextSignature& row : signatures.permissions) add_needle(row.text, true);
  for (const catalog::TextSignature& row : signatures.picks) add_needle(row.text, true);
  for (const std::string& action : carriers.pick_actions) add_needle(action, true);
}

void Marker::add_needle(std::string text, bool whole) {
  if (whole) text += '\0';
  if (text.size() < 4) return;
  first_two_[first_two(text)] = true;
  needles_[first_four(text)].push_back({text, whole});
}

bool Marker::is_needle(std::string_view onwards) const {
  if (onwards.size() < 4 || !first_two_[first_two(onwards)]) return false;
  const auto found = needles_.find(first_four(onwards));
  if (found == needles_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](const Needle& needle) { return onwards.starts_with(needle.text); });
}

void Marker::mark_strings(const android::Dex& dex, Marks& marks) const {
  marks.strings.resize(dex.string_count());
  for (std::uint32_t i = 0; i < dex.string_count(); ++i) {
    const std::string_view onwards = dex.string_onwards(i);
    if (onwards.empty()) ++marks.holes;
    if (!is_needle(onwards)) continue;
    marks.strings[i] = true;
    marks.hot.add(android::IndexKind::string, i);
    marks.any_code = true;
  }
}

void Marker::mark_parsers(const android::Dex& dex, Marks& marks) const {
  std::vector<bool> types(std::min<std::uint32_t>(dex.type_count(), 65536));
  for (std::uint32_t i = 0; i < types.size(); ++i) {
    const std::string_view type = bounded_type(dex, i);
    types[i] = std::find(parsers_.begin(), parsers_.end(), type) != parsers_.end();
  }
  for (std::uint32_t i = 0; i < dex.method_count(); ++i) {
    const android::MethodId row = dex.method(i);
    if (row.class_idx >= types.size() || !types[row.class_idx]) continue;
    const std::string_view name = bounded(dex.string_onwards(row.name_idx));
    const bool parses = std::any_of(carriers_.parse.begin(), carriers_.parse.end(),
                                    [&](const auto& call) { return call.member == name; });
    if (!parses) continue;
    marks.hot.add(android::IndexKind::method, i);
    marks.any_code = true;
  }
}

Marks Marker::mark(const android::Dex& dex, bool hidden) const {
  Marks marks;
  mark_strings(dex, marks);
  if (hidden) mark_parsers(dex, marks);
  // Only 16 bits of a type index fit in a method or field row.
  const std::uint32_t types = std::min<std::uint32_t>(dex.type_count(), 65536);
  std::vector<const std::vector<std::uint16_t>*> call_types(types);
  std::vector<const std::vector<std::uint16_t>*> field_types(types);
  marks.parents.assign(types, kNoMark);
  bool calls = false;
  bool fields = false;
  for (std::uint32_t i = 0; i < types; ++i) {
    const std::string_view type = bounded_type(dex, i);
    if (type.size() < 3 || type[0] != 'L') continue;
    const std::uint64_t hash = hash_name(type);
    call_types[i] = calls_.find(type, hash);
    field_types[i] = fields_.find(type, hash);
    calls |= call_types[i] != nullptr;
    fields |= field_types[i] != nullptr;
    if (const auto* numbers = parents_.find(type, hash)) {
      marks.parents[i] = numbers->front();
      marks.any_parent = true;
    }
  }
  if (calls) {
    marks.methods.assign(dex.method_count(), kNoMark);
    const auto member_of = [&](std::uint16_t n) -> const std::string& {
      const std::size_t listed = signatures_.calls.size();
      return n < listed ? signatures_.calls[n].member : loading_.calls[n - listed].member;
    };
    for (std::uint32_t i = 0; i < dex.method_count(); ++i) {
      const android::MethodId row = dex.method(i);
      if (row.class_idx >= types || call_types[row.class_idx] == nullptr) continue;
      const std::string_view name = bounded(dex.string_onwards(row.name_idx));
      marks.methods[i] = first_fit(*call_types[row.class_idx], name, member_of);
      if (marks.methods[i] == kNoMark) continue;
      marks.hot.add(android::IndexKind::method, i);
      marks.any_code = true;
    }
  }
  if (fields) {
    marks.fields.assign(dex.field_count(), kNoMark);
    const auto member_of = [&](std::uint16_t n) -> const std::string& {
      return signatures_.fields[n].member;
    };
    for (std::uint32_t i = 0; i < dex.field_count(); ++i) {
      const android::FieldId row = dex.field(i);
      if (row.class_idx >= types || field_types[row.class_idx] == nullptr) continue;
      const std::string_view name = bounded(dex.string_onwards(row.name_idx));
      marks.fields[i] = first_fit(*field_types[row.class_idx], name, member_of);
      if (marks.fields[i] == kNoMark) continue;
      marks.hot.add(android::IndexKind::field, i);
      marks.any_code = true;
    }
  }
  return marks;
}

const catalog::MemberSignature* Marker::call(std::uint16_t mark) const {
  return mark < signatures_.calls.size() ? &signatures_.calls[mark] : nullptr;
}

const catalog::MemberSignature& Marker::field(std::uint16_t mark) const {
  return signatures_.fields[mark];
}

const catalog::MemberSignature& Marker::parent(std::uint16_t mark) const {
  return signatures_.parents[mark];
}

bool Marker::loads_code(std::uint16_t mark) const {
  return mark != kNoMark && mark >= signatures_.calls.size();
}

const catalog::MemberSignature* Marker::find_call(std::string_view klass,
                                                  std::string_view member) const {
  return find_member(signatures_.calls, klass, member);
}

const catalog::MemberSignature* Marker::find_field(std::string_view klass,
                                                   std::string_view member) const {
  return find_member(signatures_.fields, klass, member);
}

bool Marker::offers(std::string_view java_class) const {
  return std::any_of(signatures_.calls.begin(), signatures_.calls.end(),
                     [&](const catalog::MemberSignature& row) { return row.klass == java_class; });
}

const catalog::TextSignature* Marker::find_uri(std::string_view uri) const {
  const catalog::TextSignature* best = nullptr;
  for (const catalog::TextSignature& signature : signatures_.uris) {
    const std::string& start = signature.text;
    if (!uri.starts_with(start)) continue;
    const bool ends = uri.size() == start.size();
    if (!ends && std::string_view("/?#").find(uri[start.size()]) == std::string_view::npos) {
      continue;
    }
    if (best == nullptr || start.size() > best->text.size()) best = &signature;
  }
  return best;
}

const catalog::TextSignature* Marker::find_permission(std::string_view name) const {
  return find_text(signatures_.permissions, name);
}

const catalog::TextSignature* Marker::find_pick(std::string_view mime_type) const {
  return find_text(signatures_.picks, mime_type);
}

bool mentions(Bytes insns, const Marks& marks) {
  // Run over every instruction of an app, so: no branch that depends on what the instruction is,
  // but for those that are rare.
  const std::uint8_t* at = insns.data();
  std::size_t left = insns.size();
  while (left >= 4) {  // an instruction with an index takes as much
    const std::uint8_t opcode = *at;
    const android::Opcode& known = android::kOpcodes[opcode];
    std::uint32_t size = known.size;
    if (opcode == android::kOpNop && at[1] != 0) {
      size = android::payload_size({at, left});
      if (size == 0) return false;
    } else if (opcode == android::kOpConstStringJumbo) {
      const android::Instruction in{{at, left}, 0, opcode, size};
      if (left < 6) return false;
      if (in.index() < marks.strings.size() && marks.strings[in.index()]) return true;
    } else {
      std::uint16_t index = 0;
      std::memcpy(&index, at + 2, sizeof index);
      if (marks.hot.holds(known.index, index)) return true;
    }
    if (std::size_t{size} * 2 > left) return false;
    at += std::size_t{size} * 2;
    left -= std::size_t{size} * 2;
  }
  return false;
}

}  // namespace loanlint::code
