// SPDX-License-Identifier: Apache-2.0
#include "catalog/texts.h"

#include <set>

#include "catalog/members.h"
#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

/// The places {0}, {1}, … that a sentence fills.
std::set<std::string> places(std::string_view sentence) {
  std::set<std::string> found;
  for (std::size_t at = sentence.find('{'); at != std::string_view::npos;
       at = sentence.find('{', at + 1)) {
    const std::size_t end = sentence.find('}', at);
    if (end == std::string_view::npos) break;
    const std::string_view inside = sentence.substr(at + 1, end - at - 1);
    if (!inside.empty() && inside.find_first_not_of("0123456789") == std::string_view::npos) {
      found.emplace(inside);
    }
  }
  return found;
}

}  // namespace

std::string fill(std::string_view sentence, const std::vector<std::string>& args) {
  std::string out;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const char c = sentence[at];
    if ((c == '{' || c == '}') && at + 1 < sentence.size() && sentence[at + 1] == c) {
      out.push_back(c);
      ++at;
      continue;
    }
    const std::size_t end = c == '{' ? sentence.find('}', at) : std::string_view::npos;
    if (end != std::string_view::npos && end > at + 1 && end - at < 4 &&
        sentence.substr(at + 1, end - at - 1).find_first_not_of("0123456789") ==
            std::string_view::npos) {
      const std::size_t index = std::stoul(std::string(sentence.substr(at + 1, end - at - 1)));
      if (index < args.size()) out += args[index];
      at = end;
      continue;
    }
    out.push_back(c);
  }
  return out;
}

Texts::Texts(const RuleFiles& files) {
  for (const RuleFile& file : files.in("text")) {
    if (reading_of(file) == Reading::lazy) {
      for (const auto& [key, raw] : raw_members(file.text)) {
        texts_.emplace(key, Text{raw, file.shown});
      }
      continue;
    }
    for (const auto& [key, node] : Node::parse(file).members()) {
      const findings::Bilingual text = node.bilingual();
      if (places(text.zh) != places(text.en)) node.fail("zh and en fill different places");
      if (!texts_.emplace(key, Text{{}, file.shown, text}).second) {
        node.fail_at_key("this key stands in another file too");
      }
    }
  }
}

const findings::Bilingual* Texts::find(std::string_view key) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) return nullptr;
  Text& text = found->second;
  if (!text.read) text.read = Node::parse_proved(text.raw, text.shown).bilingual();
  return &*text.read;
}

std::string Texts::operator()(Language language, const findings::Message& message) const {
  const findings::Bilingual* text = find(message.key);
  if (text == nullptr) return "⟦" + message.key + "⟧";
  return fill(language == Language::zh ? text->zh : text->en, message.args);
}

std::string Texts::operator()(Language language, std::string_view key,
                              std::vector<std::string> args) const {
  return (*this)(language, findings::Message{std::string(key), std::move(args)});
}

findings::Bilingual Texts::both(const findings::Message& message) const {
  return {(*this)(Language::zh, message), (*this)(Language::en, message)};
}

std::vector<std::string> Texts::keys() const {
  std::vector<std::string> out;
  for (const auto& [key, text] : texts_) out.push_back(key);
  return out;
}

}  // namespace loanlint::catalog
