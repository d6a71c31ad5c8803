// SPDX-License-Identifier: Apache-2.0
#include "policy/marked.h"

#include <optional>

namespace loanlint::policy {
namespace {

/// What stands for a hidden reference; as long as kMark.
constexpr std::string_view kHidden = "◇";
constexpr std::size_t kMaxReferences = 12;  // of a sentence, so that one full of them stays cheap

/// Replaces every match of `number` by `with`, each as wide as it needs to be.
bool replace(const Engine& engine, std::size_t number, const Hits& hits, std::string& text,
             std::string_view with) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::optional<Span> span =
        engine.set.find(number, std::string_view(text).substr(at), hits);
    if (!span || span->end == span->start) break;
    out.append(text, at, span->start);
    out += with;
    at += span->end;
  }
  if (at == 0) return false;
  out.append(text, at);
  text = std::move(out);
  return true;
}

/// The first words of `text` from `from` on that mean what was named before.
Span next_reference(const Engine& engine, const Hits& hits, std::string_view text,
                    std::size_t from) {
  Span next = {text.size(), text.size()};
  for (const Entry& reference : engine.references) {
    for (const std::size_t number : reference.match) {
      const std::optional<Span> span = engine.set.find(number, text.substr(from), hits);
      if (span && !span->empty() && from + span->start < next.start) {
        next = {from + span->start, from + span->end};
      }
    }
  }
  return next;
}

}  // namespace

void Marked::mark_references(const Engine& engine, const Hits& hits, bool named_before) {
  const std::size_t own = text.find(kMark);
  std::size_t from = named_before ? 0 : own;
  while (from < text.size() && references_.size() < kMaxReferences) {
    const Span next = next_reference(engine, hits, text, from);
    if (next.empty()) return;
    text.replace(next.start, next.end - next.start, kMark);
    references_.push_back({next.start, next.start < own});
    any = true;
    from = next.start + kMark.size();
  }
}

void Marked::hide_references() {
  for (const Reference& one : references_) {
    if (text.compare(one.at, kMark.size(), kMark) == 0) {
      text.replace(one.at, kMark.size(), kHidden);
    }
  }
}

void Marked::show_references(bool carried) {
  for (const Reference& one : references_) {
    if ((carried || !one.carried) && text.compare(one.at, kHidden.size(), kHidden) == 0) {
      text.replace(one.at, kHidden.size(), kMark);
    }
  }
}

Marked mark(const Engine& engine, const KindEntry& kind, std::string_view sentence,
            const Hits& hits, bool named_before) {
  Marked out;
  const bool named = engine.set.matches(kind.nouns, sentence, hits);
  if (!named && !named_before) return out;
  out.text = sentence;
  if (named) {
    if (kind.has_traps) replace(engine, kind.traps, hits, out.text, kBlank);
    out.any = replace(engine, kind.nouns, hits, out.text, kMark);
  }
  out.mark_references(engine, hits, named_before);
  return out;
}

bool blank(std::string& text, Span span) {
  bool any = false;
  for (std::size_t at = text.find(kMark, span.start); at != std::string::npos && at < span.end;
       at = text.find(kMark, at)) {
    text.replace(at, kMark.size(), kBlank);
    any = true;
  }
  return any;
}

}  // namespace loanlint::policy
