// SPDX-License-Identifier: Apache-2.0
#include "policy/classify.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "base/unicode.h"
#include "policy/layout.h"
#include "policy/normalise.h"

namespace loanlint::policy {
namespace {

constexpr std::size_t kTitleBytes = 600;
// Signs of the body are looked for in its beginning: policies say what they are early.
constexpr std::size_t kBodyBytes = 24 * 1024;
constexpr std::int64_t kEnough = 5;
// What stands in the very first line is the title; further down it may be that of a chapter.
constexpr std::int64_t kFirstLine = 4;

std::string title_of(const Plain& plain) {
  std::string out = plain.title;
  for (const Block& block : plain.blocks) {
    if (out.size() > kTitleBytes) break;
    out += '\n';
    out += std::string_view(plain.text)
               .substr(block.start, std::min(block.end - block.start, kTitleBytes));
  }
  return out;
}

/// The document's own name for itself, or its first line.
std::string_view first_line(const Plain& plain) {
  if (!plain.title.empty() || plain.blocks.empty()) return plain.title;
  const Block& block = plain.blocks.front();
  return std::string_view(plain.text)
      .substr(block.start, std::min(block.end - block.start, kTitleBytes));
}

bool is_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

}  // namespace

Classifier::Classifier(const catalog::Lexicon& lexicon) : lexicon_(lexicon) {
  for (const catalog::DocumentSigns& signs : lexicon.documents) {
    kinds_.push_back({signs.kind, signs.statements, add(signs.name, signs.kind),
                      add(signs.title, signs.kind), add(signs.body, signs.kind)});
  }
  set_.seal();
}

std::vector<Classifier::Sign> Classifier::add(
    const std::vector<catalog::DocumentSigns::Sign>& signs, const std::string& kind) {
  std::vector<Sign> out;
  for (const catalog::DocumentSigns::Sign& sign : signs) {
    const std::string where = "rules/policy/documents.json: " + kind;
    out.push_back({set_.add(expand(sign.match, lexicon_.words, where), where), sign.points});
  }
  return out;
}

Classification Classifier::classify(std::string_view entry, const Plain& plain) const {
  Classification out;
  if (is_dictionary(plain)) {
    out.kind = "dictionary";
    out.reasons.push_back({"policy.kind.dictionary"});
    return out;
  }
  const std::string name = normalise(entry).text;
  const std::string title = normalise(title_of(plain)).text;
  const std::string body =
      normalise(valid_utf8(std::string_view(plain.text).substr(0, kBodyBytes))).text;
  const std::string first = normalise(valid_utf8(first_line(plain))).text;
  const Hits first_hits = set_.look(first);
  const Hits name_hits = set_.look(name);
  const Hits title_hits = set_.look(title);
  const Hits body_hits = set_.look(body);
  std::int64_t best = kEnough - 1;
  for (const Kind& kind : kinds_) {
    std::int64_t points = 0;
    std::vector<findings::Message> reasons;
    const auto count = [&](const std::vector<Sign>& signs, const std::string& text,
                           const Hits& hits, const char* reason) {
      for (const Sign& sign : signs) {
        const std::optional<Span> span = set_.find(sign.number, text, hits);
        if (!span) continue;
        points += sign.points;
        if (sign.points > 0) {
          reasons.push_back({reason, {text.substr(span->start, span->end - span->start)}});
        }
      }
    };
    count(kind.name, name, name_hits, "policy.kind.name");
    count(kind.title, title, title_hits, "policy.kind.title");
    const bool titled = std::any_of(kind.title.begin(), kind.title.end(), [&](const Sign& sign) {
      return sign.points > 0 && set_.matches(sign.number, first, first_hits);
    });
    if (titled) points += kFirstLine;
    const std::size_t before = reasons.size();
    count(kind.body, body, body_hits, "policy.kind.body");
    // A title alone may stand on a button or a link to the document.
    const bool proved = kind.body.empty() || reasons.size() > before;
    if (proved && points > best) {
      best = points;
      out = {kind.kind, std::move(reasons), kind.statements};
    }
  }
  return out;
}

std::string Classifier::language(std::string_view text) const {
  text = text.substr(0, kBodyBytes);
  std::size_t han = 0;
  std::size_t kana = 0;
  std::size_t changed = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (is_han(point.value)) {
      ++han;
      const std::string_view one = text.substr(at, point.size);
      changed += normalise(one).text != one ? 1U : 0U;
    } else if (point.value >= 0x3041 && point.value <= 0x30FF) {
      ++kana;
    } else if (point.value < 0x80 && std::isalpha(static_cast<int>(point.value)) != 0) {
      ++letters;
    }
    at += point.size;
  }
  if (kana * 10 > han && kana > 10) return "ja";
  if (han * 6 > letters && han > 3) return changed * 20 > han ? "zh-Hant" : "zh-Hans";
  const std::string lower = normalise(valid_utf8(text)).text;
  std::map<std::string, std::size_t, std::less<>> words;
  for (std::size_t at = 0; at < lower.size();) {
    std::size_t end = at;
    while (end < lower.size() && std::isalpha(static_cast<unsigned char>(lower[end])) != 0) ++end;
    if (end > at && end - at < 16) ++words[lower.substr(at, end - at)];
    at = end + 1;
  }
  std::string best;
  std::size_t most = 2;
  for (const auto& [code, marks] : lexicon_.languages) {
    std::size_t count = 0;
    for (const std::string& mark : marks) {
      const auto found = words.find(mark);
      if (found != words.end()) count += found->second;
    }
    if (count > most) {
      most = count;
      best = code;
    }
  }
  return best;
}

bool is_dictionary(const Plain& plain) {
  constexpr std::size_t kLines = 400;
  constexpr std::size_t kBytesPerLine = 24;
  if (plain.blocks.size() < kLines) return false;
  std::size_t bytes = 0;
  std::size_t sentences = 0;
  for (const Block& block : plain.blocks) {
    bytes += block.end - block.start;
    const std::string_view line =
        std::string_view(plain.text).substr(block.start, block.end - block.start);
    sentences += ends_sentence(line) ? 1U : 0U;
  }
  return bytes < plain.blocks.size() * kBytesPerLine && sentences * 50 < plain.blocks.size();
}

}  // namespace loanlint::policy
