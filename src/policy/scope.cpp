// SPDX-License-Identifier: Apache-2.0
#include "policy/scope.h"

#include <algorithm>
#include <optional>

namespace loanlint::policy {
namespace {

constexpr std::string_view kFullStop = "。";

bool any_says(const Engine& engine, const std::vector<Entry>& entries, std::string_view text,
              const Hits& hits) {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const Entry& entry) { return engine.says(entry, text, hits); });
}

/// The end of the clause that starts at `at`, with the mark that ends it.
std::size_t clause_end(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == ',' || c == ';' || c == ':' || c == '|') return at + 1;
    if (text.substr(at, kFullStop.size()) == kFullStop) return at + kFullStop.size();
  }
  return at;
}

/// `span` without the punctuation that its pattern needed at its edges.
Span trimmed(std::string_view text, Span span) {
  constexpr std::string_view kEdge = ",;:( ";
  while (span.start < span.end && kEdge.find(text[span.start]) != std::string_view::npos) {
    ++span.start;
  }
  if (text.substr(span.start, kFullStop.size()) == kFullStop) span.start += kFullStop.size();
  while (span.start < span.end && kEdge.find(text[span.end - 1]) != std::string_view::npos) {
    --span.end;
  }
  return span.start < span.end ? span : Span{};
}

/// The first piece of `text` that an entry of `entries` finds, as the pattern's group or its match;
/// an empty span where there is none.
Span first_span(const Engine& engine, const std::vector<Entry>& entries, std::string_view text,
                const Hits& hits) {
  Span best{};
  for (const Entry& entry : entries) {
    if (engine.any(entry.unless, text, hits)) continue;
    for (const std::size_t number : entry.match) {
      const std::optional<Span> span = engine.set.find(number, text, hits);
      if (span && span->end > span->start && (best.end == 0 || span->start < best.start)) {
        best = *span;
      }
    }
  }
  return best;
}

bool has_condition(const Statement& said) {
  return said.type == "discloses" || said.type == "denies" || said.type == "forced" ||
         said.type == "shares" || said.type == "collection" ||
         said.type == "contacts_third_persons";
}

bool has_recipient(const Statement& said) {
  return said.type == "shares" || said.type == "collection" || said.type == "discloses";
}

}  // namespace

std::string affirmed(const Engine& engine, std::string_view text, const Hits& hits) {
  std::string out;
  bool denied = false;  // the clause before was
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = clause_end(text, at);
    const std::string_view clause = text.substr(at, end - at);
    at = end;
    if (denied && any_says(engine, engine.continuations, clause, hits)) {
      out += kBlank;
      continue;
    }
    denied = false;
    const Span span = first_span(engine, engine.negations, clause, hits);
    if (span.empty() || any_says(engine, engine.conditional_clauses, clause, hits)) {
      out += clause;
      continue;
    }
    denied = true;
    out += clause.substr(0, span.start);
    out += kBlank;
    const char last = clause.back();
    out.push_back(last == ',' || last == ';' || last == ':' || last == '|' ? last : ',');
  }
  return out;
}

void add_bounds(const Engine& engine, std::string_view text, const Hits& hits,
                std::vector<Statement>& statements) {
  std::optional<Span> condition;
  std::optional<Span> recipient;
  for (Statement& said : statements) {
    if (has_condition(said)) {
      if (!condition) condition = trimmed(text, first_span(engine, engine.conditions, text, hits));
      said.condition = *condition;
    }
    if (has_recipient(said)) {
      if (!recipient) recipient = trimmed(text, first_span(engine, engine.recipients, text, hits));
      said.recipient = *recipient;
    }
  }
}

}  // namespace loanlint::policy
