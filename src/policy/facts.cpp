// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>

#include "policy/policy.h"
#include "policy/urls.h"

namespace loanlint::policy {
namespace {

using findings::Evidence;
using findings::Fact;
using findings::Facts;
using findings::Message;
using findings::Tri;

/// A mode of statements that name the data and no way of taking them. Of a policy that says no
/// more, the kind's first mode is taken: the data of the device.
constexpr std::string_view kUnspecified = "unspecified";

using Wanted = std::function<bool(const Statement&)>;

/// Collects evidence from the documents that count and fills Facts.
class FactWriter {
 public:
  FactWriter(const Policy& policy, const catalog::Lexicon& lexicon, const Limits& limits)
      : policy_(policy), lexicon_(lexicon), limits_(limits) {
    for (const Document& document : policy.documents) {
      whole_ = whole_ || document.kind == "policy";
    }
  }

  Facts run() {
    describe_documents();
    for (const catalog::KindPhrases& kind : lexicon_.kinds) write_kind(kind);
    yes_no("policy.handler_named", type("handler"));
    yes_no("policy.third_party_sharing", type("shares"));
    // Calling the borrower's people on default is collection, whatever it is called.
    yes_no("policy.debt_collection", [](const Statement& said) {
      return (said.type == "collection" || said.type == "contacts_third_persons") && !said.negative;
    });
    yes_no("policy.contacts_third_persons", type("contacts_third_persons"));
    yes_no("policy.bundled_consent", type("bundled_consent"));
    yes_no("policy.separate_consent", type("separate_consent"));
    yes_no("policy.withdrawal", type("withdrawal"));
    yes_no("policy.irrevocable", type("irrevocable"));
    yes_no("policy.rights", type("rights"));
    yes_no("policy.channel", type("channel"));
    yes_no("policy.retention", type("retention"));
    yes_no("policy.vague", type("vague"));
    yes_no("policy.forced", forces_service);
    return std::move(facts_);
  }

 private:
  /// Without consent there is no service at all; one function less is nobody's compulsion.
  static bool forces_service(const Statement& said) {
    return said.type == "forced" && !said.negative && said.mode == "service";
  }

  static Wanted type(std::string_view name) {
    return [name](const Statement& said) { return said.type == name && !said.negative; };
  }

  std::vector<Evidence> collect(const Wanted& wanted) const {
    std::vector<Evidence> out;
    for (const Document& document : policy_.documents) {
      if (!document.counts) continue;
      for (const Sentence& sentence : document.sentences) {
        if (!says(sentence, wanted)) continue;
        if (out.size() < limits_.evidence_per_fact) out.push_back(evidence(document, sentence));
      }
    }
    return out;
  }

  static Evidence evidence(const Document& document, const Sentence& sentence) {
    return {document.entry, findings::TextPlace{sentence.line, sentence.start, sentence.end},
            std::string(document.excerpt(sentence))};
  }

  /// What a fact is when nothing was said: "no" needs a policy that was read whole.
  Fact silent() const {
    if (whole_) return {Tri::no, {"policy.silent"}};
    if (!url_.empty()) return {Tri::unknown, {"policy.link_only", {url_}}};
    return {Tri::unknown, {"policy.none"}};
  }

  void yes_no(const std::string& name, const Wanted& wanted) {
    facts_.set(name, from(collect(wanted)));
  }

  Fact from(std::vector<Evidence> evidence) const {
    if (evidence.empty()) return silent();
    return {Tri::yes, {"policy.says"}, std::move(evidence)};
  }

  void describe_documents() {
    Fact found{Tri::no, {"policy.none"}};
    Fact language = {Tri::unknown, {"policy.none"}};
    for (const Document& document : policy_.documents) {
      if (document.kind != "policy") continue;
      if (found.evidence.empty() && !document.language.empty()) {
        language = {document.language, {"policy.language"}, {{document.entry, {}, {}}}};
      }
      found.value = Tri::yes;
      found.reason = document.reasons.empty() ? Message{"policy.says"} : document.reasons.front();
      found.evidence.push_back({document.entry, {}, {}});
    }
    Fact url = {std::vector<std::string>{}, {"policy.no_link"}};
    for (const Document& document : policy_.documents) {
      const std::vector<Link> links = find_policy_links(document.text, lexicon_.links);
      if (links.empty() || !url_.empty()) continue;
      url_ = links.front().url;
      url = {std::vector<std::string>{url_},
             {"policy.link"},
             {{document.entry,
               findings::TextPlace{links.front().line, links.front().start, links.front().end},
               url_}}};
    }
    const bool link_only = found.value == findings::FactValue(Tri::no) && !url_.empty();
    if (link_only) found.reason = {"policy.link_only", {url_}};
    facts_.set("policy.link_only", {link_only ? Tri::yes : Tri::no, found.reason});
    Fact simplified = language;
    if (const auto* code = std::get_if<std::string>(&language.value)) {
      simplified.value = *code == "zh-Hans" ? Tri::yes : Tri::no;
    }
    facts_.set("policy.simplified_chinese", std::move(simplified));
    facts_.set("policy.found", std::move(found));
    facts_.set("policy.language", std::move(language));
    facts_.set("policy.url", std::move(url));
  }

  /// The modes of statements of `name` about `kind`, the most telling first.
  std::string best_mode(const catalog::KindPhrases& kind, std::string_view name) const {
    std::vector<std::string> seen;
    for (const Document& document : policy_.documents) {
      if (!document.counts) continue;
      for (const Sentence& sentence : document.sentences) {
        for (const Statement& said : sentence.statements) {
          if (said.type == name && said.kind == kind.kind && !said.negative)
            seen.push_back(said.mode);
        }
      }
    }
    for (const std::string& mode : kind.mode_order) {
      if (std::find(seen.begin(), seen.end(), mode) != seen.end()) return mode;
    }
    return seen.empty() || name == "denies" ? std::string() : seen.front();
  }

  void value(const std::string& name, const std::string& mode, std::vector<Evidence> evidence) {
    if (mode.empty()) {
      facts_.set(name, silent());
    } else {
      facts_.set(name, {mode, {"policy.says"}, std::move(evidence)});
    }
  }

  void write_kind(const catalog::KindPhrases& kind) {
    const std::string& name = kind.kind;
    const auto about = [&name](std::string_view type_name) -> Wanted {
      return [&name, type_name](const Statement& said) {
        return said.kind == name && said.type == type_name && !said.negative;
      };
    };
    const std::vector<Evidence> disclosed = collect(about("discloses"));
    // Not to keep, share or use data for something is no promise not to read them.
    const std::vector<Evidence> denied = collect([&name](const Statement& said) {
      return said.kind == name && said.type == "denies" && said.mode != "storage_only" &&
             said.mode != "sharing_only" && said.mode != "use_only";
    });
    facts_.set(name + ".disclosed", from(disclosed));
    facts_.set(name + ".denied", from(denied));
    std::string mode = best_mode(kind, "discloses");
    std::string scope = best_mode(kind, "denies");
    const bool narrow = std::find(kind.narrow_modes.begin(), kind.narrow_modes.end(), mode) !=
                        kind.narrow_modes.end();
    if (scope == "full" && !disclosed.empty() && !narrow) scope = "contradiction";
    if (mode == kUnspecified && !kind.mode_order.empty()) mode = kind.mode_order.front();
    value(name + ".mode", mode, disclosed);
    value(name + ".denial_scope", scope, denied);
    value(name + ".purpose", best_mode(kind, "purpose"), collect(about("purpose")));
    facts_.set(name + ".typed", from(collect(about("typed"))));
    beside(name + ".forced", kind, forces_service, Reach::next_sentence);
    beside(name + ".vague", kind, type("vague"));
    beside(name + ".shared", kind, type("shares"));
    beside(name + ".for_collection", kind, type("collection"));
  }

  enum class Reach : std::uint8_t { same_sentence, next_sentence };

  /// Sentences that disclose the kind and say what is wanted themselves, or in the next sentence of
  /// their line.
  void beside(const std::string& fact_name, const catalog::KindPhrases& kind, const Wanted& wanted,
              Reach reach = Reach::same_sentence) {
    const Wanted discloses = [&kind](const Statement& said) {
      return said.type == "discloses" && !said.negative && said.kind == kind.kind;
    };
    std::vector<Evidence> out;
    for (const Document& document : policy_.documents) {
      if (!document.counts) continue;
      for (std::size_t i = 0; i < document.sentences.size(); ++i) {
        const Sentence& sentence = document.sentences[i];
        if (!says(sentence, discloses)) continue;
        const Sentence* const next =
            i + 1 < document.sentences.size() ? &document.sentences[i + 1] : nullptr;
        if (says(sentence, wanted)) {
          out.push_back(evidence(document, sentence));
        } else if (reach == Reach::next_sentence && next != nullptr &&
                   next->line == sentence.line && says(*next, wanted)) {
          out.push_back(evidence(document, *next));
        }
      }
    }
    if (out.size() > limits_.evidence_per_fact) out.resize(limits_.evidence_per_fact);
    facts_.set(fact_name, from(std::move(out)));
  }

  static bool says(const Sentence& sentence, const Wanted& wanted) {
    return std::any_of(sentence.statements.begin(), sentence.statements.end(), wanted);
  }

  const Policy& policy_;
  const catalog::Lexicon& lexicon_;
  const Limits& limits_;
  bool whole_ = false;
  std::string url_;
  Facts facts_;
};

}  // namespace

Facts facts(const Policy& policy, const catalog::Lexicon& lexicon, const Limits& limits) {
  return FactWriter(policy, lexicon, limits).run();
}

}  // namespace loanlint::policy
