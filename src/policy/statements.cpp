// SPDX-License-Identifier: Apache-2.0
#include "policy/statements.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>

#include "policy/marked.h"
#include "policy/scope.h"

namespace loanlint::policy {
namespace {

class SentenceReader {
 public:
  explicit SentenceReader(const Engine& engine)
      : engine_(engine), hits_(engine.set.look("")), context_hits_(engine.set.look("")) {}

  /// `before` are the kinds that the text before `unit` was about.
  std::vector<Statement> read(const Unit& unit, const std::set<std::string>& before) {
    unit_ = &unit;
    before_ = &before;
    out_.clear();
    hits_ = engine_.set.look(unit.text);
    affirmed_.reset();
    refers_ = !before.empty() &&
              std::any_of(engine_.references.begin(), engine_.references.end(),
                          [&](const Entry& one) { return engine_.says(one, unit.text, hits_); });
    look_at_context();
    find_skips();
    for (const KindEntry& kind : engine_.kinds) read_kind(kind);
    for (const Entry& topic : engine_.topics) {
      if (skipped(topic.source->type)) continue;
      if (!stands_under(topic)) continue;
      if (says(topic)) say(topic, "", topic.source->mode);
    }
    add_bounds(engine_, unit.text, hits_, out_);
    return std::move(out_);
  }

  /// The purposes that `text` gives, as modes.
  std::vector<const Entry*> purposes(const std::string& text) const {
    std::vector<const Entry*> found;
    const Hits hits = engine_.set.look(text);
    const std::string told = affirmed(engine_, text, hits);
    for (const Entry& purpose : engine_.purposes) {
      if (engine_.says(purpose, purpose.source->affirmed ? told : text, hits)) {
        found.push_back(&purpose);
      }
    }
    return found;
  }

  bool is_anaphor(const Unit& unit) const {
    const Hits hits = engine_.set.look(unit.text);
    return std::any_of(engine_.anaphors.begin(), engine_.anaphors.end(),
                       [&](const Entry& entry) { return engine_.says(entry, unit.text, hits); });
  }

 private:
  enum class Known : std::uint8_t { not_yet, no, yes };

  /// The entry matches the sentence, or what is left of it without what it denies.
  bool says(const Entry& entry) {
    if (!engine_.says(entry, unit_->text, hits_)) return false;
    if (!entry.source->affirmed) return true;
    if (!affirmed_) affirmed_ = affirmed(engine_, unit_->text, hits_);
    return *affirmed_ == unit_->text || engine_.says(entry, *affirmed_, hits_);
  }

  void look_at_context() {
    // Most sentences of a section share one context.
    if (unit_->context == context_) return;
    context_ = unit_->context;
    context_hits_ = engine_.set.look(context_ != nullptr ? std::string_view(*context_) : "");
    stands_in_.assign(engine_.places.size(), Known::not_yet);
  }

  bool stands_under(const Entry& entry) {
    if (entry.source->under.empty()) return true;
    if (context_ == nullptr) return false;
    Known& known = stands_in_[entry.place];
    if (known == Known::not_yet) {
      const bool stands = engine_.any(engine_.places[entry.place], *context_, context_hits_);
      known = stands ? Known::yes : Known::no;
    }
    return known == Known::yes;
  }

  void find_skips() {
    skipped_.clear();
    for (const Entry& skip : engine_.skips) {
      if (stands_under(skip) && engine_.says(skip, unit_->text, hits_)) {
        skipped_.push_back(&skip.source->mode);
      }
    }
  }

  bool skipped(std::string_view type) const {
    return std::any_of(skipped_.begin(), skipped_.end(),
                       [&](const std::string* mode) { return *mode == type || *mode == "all"; });
  }

  void say(const Entry& entry, const std::string& kind, std::string mode) {
    for (const Statement& said : out_) {
      if (said.type == entry.source->type && said.kind == kind && said.mode == mode &&
          said.negative == entry.source->negative) {
        return;
      }
    }
    Statement statement;
    statement.type = entry.source->type;
    statement.kind = kind;
    statement.mode = std::move(mode);
    statement.negative = entry.source->negative;
    statement.pattern = entry.source->id;
    statement.inherited = !entry.source->under.empty();
    out_.push_back(std::move(statement));
  }

  void read_kind(const KindEntry& kind) {
    const std::string& name = kind.source->kind;
    const bool no_data = skipped("data");
    for (const Entry& direct : kind.direct) {
      if (no_data || skipped(direct.source->type) || !stands_under(direct)) continue;
      if (says(direct)) say(direct, name, direct.source->mode);
    }
    if (no_data) return;
    Marked marked = mark(engine_, kind, unit_->text, hits_, refers_ && before_->count(name) != 0);
    if (!marked.any) return;
    const Hits hits = engine_.set.look(marked.text);
    marked.hide_references();
    const std::string whole = marked.text;
    const bool refused = deny(name, marked, hits);
    if (whole.find(kMark) == std::string::npos) return;
    // "We read your ◆ but do not keep it": what is denied in part may still be taken.
    if (!refused && marked.text.find(kMark) == std::string::npos) {
      const std::string told = affirmed(engine_, whole, hits);
      disclose(kind, told, told, hits);
    } else {
      // A verb that is denied takes no noun of a later clause either.
      const std::string left = refused ? affirmed(engine_, marked.text, hits) : marked.text;
      disclose(kind, whole, left, hits);
    }
  }

  /// Takes the nouns that are denied. True when a denial was of more than one use of the data.
  bool deny(const std::string& kind, Marked& marked, const Hits& hits) {
    bool refused = false;
    for (const Entry& denial : engine_.denials) {
      if (!stands_under(denial)) continue;
      // "If you withdraw any consent we no longer collect these data" is said of every kind alike;
      // that data once taken are not kept or passed on is said of those named before.
      const bool referring = denial.source->referring;
      if (!referring && marked.text.find(kMark) == std::string::npos) continue;
      const bool carried = denial.source->partial;
      if (referring) marked.show_references(carried);
      for (const std::size_t number : denial.match) {
        if (take_denied(denial, number, marked.text, hits)) {
          say(denial, kind, denial.source->mode);
          refused = refused || !denial.source->partial;
        }
      }
      if (referring) marked.hide_references();
    }
    return refused;
  }

  /// Blanks the nouns that pattern `number` of `denial` reaches, one after the other; after
  /// kMaxNouns of them all that follow, so that a list without end stays cheap.
  bool take_denied(const Entry& denial, std::size_t number, std::string& text,
                   const Hits& hits) const {
    constexpr int kMaxNouns = 12;
    int taken = 0;
    std::size_t from = 0;
    // kMark and kBlank are as long as each other, so spans stay right. The search goes on where
    // the match began: one negation may reach several nouns.
    while (const std::optional<Span> span =
               engine_.set.find(number, std::string_view(text).substr(from), hits)) {
      if (engine_.any(denial.unless, text, hits)) break;
      const Span whole = {from + span->start, ++taken < kMaxNouns ? from + span->end : text.size()};
      if (!blank(text, whole)) break;
      from = whole.start;
    }
    return taken > 0;
  }

  void disclose(const KindEntry& kind, const std::string& whole, const std::string& text,
                const Hits& hits) {
    if (text.find(kMark) == std::string::npos) return;
    for (const Entry& disclosure : engine_.disclosures) {
      if (!stands_under(disclosure) || !engine_.says(disclosure, text, hits)) continue;
      // What completes a lead-in is taken the way that the lead-in says.
      std::string mode =
          disclosure.source->under.empty() ? mode_of(kind, text, hits) : inherited_mode(kind, text);
      if (mode.empty()) mode = mode_of(kind, whole, hits);
      if (mode.empty()) mode = disclosure.source->mode;
      say(disclosure, kind.source->kind, mode.empty() ? "device" : mode);
      return;
    }
  }

  std::string inherited_mode(const KindEntry& kind, const std::string& text) const {
    const std::string both = *context_ + "," + text;
    return mode_of(kind, both, engine_.set.look(both));
  }

  std::string mode_of(const KindEntry& kind, const std::string& text, const Hits& hits) const {
    for (const KindEntry::Mode& mode : kind.modes) {
      if (engine_.any(mode.match, text, hits) || engine_.any(mode.match, unit_->text, hits_)) {
        return *mode.mode;
      }
    }
    return {};
  }

  const Engine& engine_;
  const Unit* unit_ = nullptr;
  const std::set<std::string>* before_ = nullptr;
  bool refers_ = false;  // to something before it
  Hits hits_;
  std::optional<std::string> affirmed_;
  std::shared_ptr<const std::string> context_;
  Hits context_hits_;
  std::vector<Known> stands_in_;  // by Entry::place, of this context
  std::vector<const std::string*> skipped_;
  std::vector<Statement> out_;
};

/// The kinds that a sentence discloses.
std::set<std::string> disclosed(const std::vector<Statement>& statements) {
  std::set<std::string> out;
  for (const Statement& statement : statements) {
    if (statement.type == "discloses") out.insert(statement.kind);
  }
  return out;
}

void add_purposes(const SentenceReader& reader, const std::set<std::string>& kinds,
                  const std::string& text, std::vector<Statement>& out) {
  for (const Entry* purpose : reader.purposes(text)) {
    for (const std::string& kind : kinds) {
      Statement statement;
      statement.type = "purpose";
      statement.kind = kind;
      statement.mode = purpose->source->mode;
      statement.negative = purpose->source->negative;
      statement.pattern = purpose->source->id;
      out.push_back(std::move(statement));
    }
  }
}

/// The kinds of data that "该等信息" can mean: those disclosed in the same paragraph or the one
/// before it; a list counts as one paragraph.
class Topics {
 public:
  std::set<std::string> before(const Unit& unit) {
    std::set<std::string> out;
    const bool same_list = unit.listed && unit.context == list_;
    for (auto& [kind, block] : last_) {
      if (same_list) block = std::max(block, unit.block - 1);
      if (unit.block - block <= 1) out.insert(kind);
    }
    list_ = unit.context;
    return out;
  }
  void add(const Unit& unit, const std::set<std::string>& kinds) {
    for (const std::string& kind : kinds) last_[kind] = unit.block;
  }

 private:
  std::map<std::string, std::size_t> last_;  // block where it was last disclosed
  std::shared_ptr<const std::string> list_;
};

}  // namespace

std::vector<std::vector<Statement>> read_statements(const Engine& engine,
                                                    const std::vector<Unit>& units) {
  std::vector<std::vector<Statement>> out(units.size());
  SentenceReader reader(engine);
  Topics topics;
  for (std::size_t i = 0; i < units.size(); ++i) {
    out[i] = reader.read(units[i], topics.before(units[i]));
    topics.add(units[i], disclosed(out[i]));
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::set<std::string> kinds = disclosed(out[i]);
    if (kinds.empty()) continue;
    add_purposes(reader, kinds, units[i].text, out[i]);
    if (units[i].context != nullptr) add_purposes(reader, kinds, *units[i].context, out[i]);
    // "…。上述信息用于…": the purpose may follow in the next sentence.
    if (i + 1 < units.size() && units[i + 1].block - units[i].block <= 1 &&
        reader.is_anaphor(units[i + 1])) {
      add_purposes(reader, kinds, units[i + 1].text, out[i + 1]);
    }
  }
  return out;
}

}  // namespace loanlint::policy
