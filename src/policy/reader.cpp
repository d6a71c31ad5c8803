// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "base/error.h"
#include "policy/classify.h"
#include "policy/decode.h"
#include "policy/engine.h"
#include "policy/examples.h"
#include "policy/normalise.h"
#include "policy/plain.h"
#include "policy/policy.h"
#include "policy/sentences.h"
#include "policy/statements.h"

namespace loanlint::policy {
namespace {

/// `text` without its byte order mark. Plain text keeps it: offsets count from the file's start.
std::string_view unmarked(std::string_view text) {
  constexpr std::string_view kMark = "\uFEFF";
  return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

Plain read_plain(const RawDocument& raw, const Limits& limits, std::string& encoding) {
  Format format = raw.format;
  if (format == Format::automatic) format = guess_format(raw.entry, raw.bytes);
  if (format == Format::docx || format == Format::pdf) {
    encoding = "UTF-8";
    return format == Format::docx ? read_docx(raw.bytes, limits) : read_pdf(raw.bytes, limits);
  }
  const bool html = format == Format::html;
  Decoded decoded = decode(raw.bytes, html ? declared_encoding(raw.bytes) : std::string());
  encoding = decoded.encoding;
  switch (format) {
    case Format::html:
      return read_html(unmarked(decoded.text));
    case Format::json:
      return read_json_strings(unmarked(decoded.text));
    case Format::markdown:
      return read_text(std::move(decoded.text), true);
    default:
      return read_text(std::move(decoded.text), false);
  }
}

/// These kinds of document bind the user, so what they say are facts.
bool binds(std::string_view kind) {
  return kind == "policy" || kind == "agreement" || kind == "authorisation" || kind == "sdk_list";
}

/// Makes spans of a unit's text spans of the document's. The unit's text is the end of its
/// sentence normalised: what is missing before it is the enumerator.
void place(const Unit& unit, std::string_view text, const Rewording& rewording,
           std::vector<Statement>& statements) {
  std::optional<Normalised> whole;
  for (Statement& said : statements) {
    for (Span* span : {&said.condition, &said.recipient}) {
      if (span->empty()) continue;
      if (!whole) whole = rewording.normalise(text.substr(unit.start, unit.end - unit.start));
      if (!whole->text.ends_with(unit.text)) {
        *span = {};
        continue;
      }
      const std::size_t skipped = whole->text.size() - unit.text.size();
      *span = {unit.start + whole->original(skipped + span->start),
               unit.start + whole->original(skipped + span->end)};
    }
  }
}

/// Sentences this long are no sentences: the text lacks full stops, or hides from them.
constexpr std::size_t kUnbroken = 5'000;
constexpr std::size_t kMaxUnbroken = 1024 * 1024;  // bytes of them read per document

/// Empties the long sentences beyond the limit, so that a text made to be slow is not.
void drop_unbroken(const std::string& entry, std::vector<Unit>& units,
                   std::vector<findings::Gap>& gaps) {
  std::size_t bytes = 0;
  for (Unit& unit : units) {
    if (unit.text.size() < kUnbroken) continue;
    if (bytes <= kMaxUnbroken && (bytes += unit.text.size()) > kMaxUnbroken) {
      gaps.push_back({entry,
                      unit.start,
                      {"gap.policy.unbroken", {std::to_string(kMaxUnbroken)}},
                      "policy_unbroken"});
    }
    if (bytes > kMaxUnbroken) unit.text.clear();
  }
}

Document read_document(const RawDocument& raw, const Engine& engine, const Classifier& classifier,
                       const Limits& limits, std::vector<findings::Gap>& gaps) {
  Document out;
  out.entry = raw.entry;
  out.bytes = raw.bytes.size();
  out.given = raw.given;
  Plain plain = read_plain(raw, limits, out.encoding);
  Classification classification = classifier.classify(raw.entry, plain);
  if (raw.given && classification.kind == "other") {
    classification.kind = "policy";
    classification.statements = true;
    classification.reasons.push_back({"policy.kind.given"});
  }
  out.kind = classification.kind;
  out.reasons = std::move(classification.reasons);
  out.language = classifier.language(plain.text);
  out.counts = binds(out.kind);
  if (classification.statements) {
    std::vector<Unit> units = split_sentences(plain, engine.rewording);
    drop_unbroken(raw.entry, units, gaps);
    std::vector<std::vector<Statement>> said = read_statements(engine, units);
    out.sentences.reserve(units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
      place(units[i], plain.text, engine.rewording, said[i]);
      out.sentences.push_back({units[i].start, units[i].end, units[i].line, std::move(said[i])});
    }
  }
  out.blocks = std::move(plain.blocks);
  out.text = std::move(plain.text);
  return out;
}

}  // namespace

Reader::Reader(const catalog::Lexicon& lexicon)
    : lexicon_(lexicon),
      engine_(std::make_unique<Engine>(lexicon)),
      classifier_(std::make_unique<Classifier>(lexicon)) {}

Reader::~Reader() = default;

Policy Reader::read(std::span<const RawDocument> documents, const Limits& limits,
                    std::vector<findings::Gap>& gaps) const {
  Policy out;
  for (const RawDocument& raw : documents) {
    if (out.documents.size() >= limits.policy_documents) {
      gaps.push_back({raw.entry,
                      0,
                      {"gap.policy.documents", {std::to_string(limits.policy_documents)}},
                      "policy_documents"});
      break;
    }
    if (raw.bytes.size() > limits.policy_bytes) {
      gaps.push_back({raw.entry,
                      limits.policy_bytes,
                      {"gap.policy.size", {std::to_string(limits.policy_bytes)}},
                      "policy_bytes"});
      continue;
    }
    try {
      out.documents.push_back(read_document(raw, *engine_, *classifier_, limits, gaps));
    } catch (const LimitError& error) {
      gaps.push_back(
          {raw.entry, error.offset(), {"gap.policy.unreadable", {error.what()}}, error.limit()});
    } catch (const FormatError& error) {
      gaps.push_back({raw.entry, error.offset(), {"gap.policy.unreadable", {error.what()}}});
    }
  }
  return out;
}

std::vector<std::string> Reader::check_examples() const { return run_examples(lexicon_, *engine_); }

Policy read(std::span<const RawDocument> documents, const catalog::Lexicon& lexicon,
            const Limits& limits, std::vector<findings::Gap>& gaps) {
  return Reader(lexicon).read(documents, limits, gaps);
}

}  // namespace loanlint::policy
