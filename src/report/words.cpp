// SPDX-License-Identifier: Apache-2.0
#include "report/words.h"

#include <fmt/format.h>

#include "base/printable.h"

namespace loanlint::report {
namespace {

std::string at_line(const std::string& entry, std::uint32_t line) {
  return line == 0 ? entry : fmt::format("{}:{}", entry, line);
}

std::string joined(const std::string& entry, const std::string& rest) {
  if (rest.empty()) return entry;
  return entry.empty() ? rest : entry + ": " + rest;
}

}  // namespace

std::string Voice::operator()(std::string_view key, std::vector<std::string> args) const {
  return printable(words_->texts()(language_, key, std::move(args)));
}

std::string Voice::operator()(const findings::Message& message) const {
  return message.empty() ? std::string() : printable(words_->texts()(language_, message));
}

std::string Voice::operator()(const findings::Bilingual& text) const {
  const std::string& mine = language_ == catalog::Language::zh ? text.zh : text.en;
  const std::string& other = language_ == catalog::Language::zh ? text.en : text.zh;
  return printable(mine.empty() ? other : mine);
}

std::string Voice::kind(std::string_view id) const { return (*this)(words_->kind(id)); }

std::string Voice::list(const std::vector<std::string>& items) const {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += (*this)(i + 1 == items.size() ? "report.list.last" : "report.list.comma");
    out += items[i];
  }
  return out;
}

std::string Voice::kinds(const std::vector<std::string>& ids) const {
  std::vector<std::string> names;
  for (const std::string& id : ids) names.push_back(kind(id));
  return list(names);
}

std::string Voice::article(std::string_view id) const {
  const Citation citation = words_->article(id);
  if (citation.force.empty()) return printable(id);
  return (*this)("report.article", {(*this)(citation.law), (*this)(citation.cite),
                                    (*this)("force." + citation.force)});
}

std::string Voice::step(const findings::CodePlace& place) const {
  std::string out = fmt::format("{} +0x{:x}", place.method, place.offset);
  if (place.returns) return (*this)("report.returns_to", {printable(out)});
  if (!place.invokes.empty()) out += " → " + place.invokes;
  return printable(out);
}

std::string Voice::place(const findings::Evidence& evidence) const {
  struct Shown {
    const Voice& voice;
    const std::string& entry;
    std::string operator()(std::monostate) const { return entry; }
    std::string operator()(const findings::ManifestPlace& at) const {
      return at_line(entry, at.line);
    }
    std::string operator()(const findings::CodePlace& at) const {
      return joined(entry, voice.step(at));
    }
    std::string operator()(const findings::TextPlace& at) const { return at_line(entry, at.line); }
    std::string operator()(const findings::BytePlace& at) const {
      return joined(entry, fmt::format("@0x{:x}", at.offset));
    }
    std::string operator()(const findings::NamedPlace& at) const { return joined(entry, at.name); }
  };
  return printable(std::visit(Shown{*this, evidence.entry}, evidence.where));
}

std::string short_permission(std::string_view name) {
  constexpr std::string_view kPrefix = "android.permission.";
  if (name.starts_with(kPrefix)) name.remove_prefix(kPrefix.size());
  return std::string(name);
}

}  // namespace loanlint::report
