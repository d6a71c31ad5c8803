// SPDX-License-Identifier: Apache-2.0
#include "code/facts.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>

namespace loanlint::code {
namespace {

using catalog::Deed;
using findings::Evidence;
using findings::Fact;
using findings::Message;
using findings::Tri;

using Test = std::function<bool(const LocatedUse&)>;

/// A name that reads in either language.
std::string shown(const findings::Bilingual& name) {
  return name.zh == name.en ? name.zh : name.zh + " / " + name.en;
}

class Setter {
 public:
  Setter(const Code& code, const Limits& limits, findings::Facts& facts)
      : code_(code), limits_(limits), facts_(facts) {}

  void kind(const std::string& kind) {
    const auto of_kind = [&](const LocatedUse& row) {
      return row.use.kind == kind && catalog::touches_data(row.use.deed);
    };
    const Fact used = found_or_not(of_kind, "code.used", "code.not-used");
    facts_.set(kind + ".used", used);
    facts_.set(kind + ".used_by", used_by(of_kind, used));
    if (used.tri() == Tri::yes && code_.withholds(kind)) {
      for (const char* way : {".dead", ".sent", ".sent_to"}) {
        facts_.set(kind + way, {Tri::unknown, Message{"code.not-followed"}, {}});
      }
    } else {
      facts_.set(kind + ".dead", dead(of_kind, used));
      const Sent* const way = way_out(kind);
      const Fact sent = this->sent(way, used);
      facts_.set(kind + ".sent", sent);
      facts_.set(kind + ".sent_to", sent_to(way, sent));
    }
    facts_.set(kind + ".picker", found_or_not(
                                     [&](const LocatedUse& row) {
                                       return row.use.kind == kind && row.use.deed == Deed::pick;
                                     },
                                     "code.picker", "code.no-picker"));
  }

  void sms() {
    facts_.set("sms.retriever", found_or_not(
                                    [](const LocatedUse& row) {
                                      return row.use.kind == "sms" &&
                                             row.use.deed == Deed::retrieve;
                                    },
                                    "code.retriever", "code.no-retriever"));
    facts_.set("sms.reads_bodies", found_or_not(
                                       [](const LocatedUse& row) {
                                         return row.use.kind == "sms" &&
                                                row.use.deed == Deed::read && !row.dead;
                                       },
                                       "code.reads-bodies", "code.reads-no-bodies"));
  }

  void whole() {
    facts_.set("code.packed", packed());
    Fact loads;
    loads.value = code_.loads.empty() ? (code_.complete ? Tri::no : Tri::unknown) : Tri::yes;
    loads.evidence = evidence_of(code_.loads, [](const LocatedUse&) { return true; });
    loads.reason = code_.loads.empty()
                       ? why_unknown().value_or(Message{"code.loads-nothing"})
                       : Message{"code.loads", {std::to_string(code_.loads.size())}};
    facts_.set("code.dynamic_loading", loads);
    Fact sdks;
    sdks.value = code_.sdks;
    sdks.reason = {"code.sdks", {std::to_string(code_.sdks.size())}};
    facts_.set("code.sdks", sdks);
  }

 private:
  /// Why "no" cannot be said; nothing when all code was seen.
  std::optional<Message> why_unknown() const {
    if (!code_.packers.empty()) {
      return Message{"code.unknown-packed", {shown(code_.packers.front().what->name)}};
    }
    if (!code_.complete) return Message{"code.unknown-unread"};
    for (const Recognised& framework : code_.frameworks) {
      if (framework.what->hides_uses) {
        return Message{"code.unknown-framework", {shown(framework.what->name)}};
      }
    }
    if (code_.dex_count == 0) return Message{"code.unknown-none"};
    return std::nullopt;
  }

  std::vector<Evidence> evidence_of(const std::vector<LocatedUse>& rows, const Test& test) const {
    std::vector<Evidence> list;
    for (const LocatedUse& row : rows) {
      if (list.size() == limits_.evidence_per_fact) break;
      if (test(row)) list.push_back(evidence(row));
    }
    return list;
  }

  Fact found_or_not(const Test& test, const char* found, const char* not_found) const {
    Fact fact;
    const auto count = std::count_if(code_.uses.begin(), code_.uses.end(), test);
    if (count > 0) {
      fact.value = Tri::yes;
      fact.reason = {found, {std::to_string(count)}};
      fact.evidence = evidence_of(code_.uses, test);
      return fact;
    }
    const std::optional<Message> why = why_unknown();
    fact.value = why ? Tri::unknown : Tri::no;
    fact.reason = why.value_or(Message{not_found});
    return fact;
  }

  Fact used_by(const Test& test, const Fact& used) const {
    Fact fact;
    fact.reason = used.reason;
    if (used.tri() != Tri::yes) {
      fact.value = used.tri();
      return fact;
    }
    std::set<std::string> labels;
    for (const LocatedUse& row : code_.uses) {
      // One piece of evidence for each owner says enough.
      if (test(row) && labels.insert(row.owner.label()).second) {
        fact.evidence.push_back(evidence(row));
      }
    }
    fact.value = std::vector<std::string>(labels.begin(), labels.end());
    return fact;
  }

  Fact dead(const Test& test, const Fact& used) const {
    Fact fact;
    fact.reason = used.reason;
    fact.value = used.tri() == Tri::unknown ? Tri::unknown : Tri::no;
    if (used.tri() != Tri::yes) return fact;
    const bool all_dead =
        std::all_of(code_.uses.begin(), code_.uses.end(),
                    [&](const LocatedUse& row) { return !test(row) || row.dead; });
    fact.value = all_dead ? Tri::yes : Tri::no;
    fact.reason = {all_dead ? "code.dead" : "code.alive"};
    if (all_dead) fact.evidence = used.evidence;
    return fact;
  }

  /// The way of a kind's data out of the app, or nullptr.
  const Sent* way_out(const std::string& kind) const {
    const auto found = std::find_if(code_.sent.begin(), code_.sent.end(),
                                    [&](const Sent& sent) { return sent.kind == kind; });
    return found == code_.sent.end() ? nullptr : &*found;
  }

  Fact sent(const Sent* way, const Fact& used) const {
    Fact fact;
    fact.reason = used.reason;
    fact.value = used.tri();
    if (used.tri() != Tri::yes) return fact;
    if (way == nullptr) {
      std::optional<Message> why = why_unknown();
      // Code outside DEX is given what plugins read, and may send it.
      if (!why && !code_.frameworks.empty()) {
        why = Message{"code.unknown-framework", {shown(code_.frameworks.front().what->name)}};
      }
      fact.value = why ? Tri::unknown : Tri::no;
      fact.reason = why.value_or(Message{"code.not-sent"});
      return fact;
    }
    fact.value = Tri::yes;
    fact.reason = {"code.sent-" + way->sink};
    Evidence made = evidence(code_.uses[way->use]);
    made.path = way->path;
    fact.evidence = {made};
    return fact;
  }

  /// Where they may go: a log is not the network.
  static Fact sent_to(const Sent* way, const Fact& sent) {
    Fact fact = sent;
    if (sent.tri() == Tri::yes) fact.value = way->sink;
    return fact;
  }

  Fact packed() const {
    Fact fact;
    if (code_.packers.empty()) {
      fact.value = Tri::no;
      fact.reason = {"code.not-packed"};
      return fact;
    }
    const Recognised& packer = code_.packers.front();
    fact.value = packer.what->id;
    fact.reason = {"code.packed", {shown(packer.what->name), packer.by}};
    for (const Recognised& each : code_.packers) {
      Evidence made;
      made.entry = each.by_class ? "AndroidManifest.xml" : each.by;
      made.where = findings::NamedPlace{each.by};
      made.excerpt = each.by;
      fact.evidence.push_back(made);
    }
    return fact;
  }

  const Code& code_;
  const Limits& limits_;
  findings::Facts& facts_;
};

}  // namespace

void set_facts(const Code& code, const catalog::CodeKnowledge& knowledge, const Limits& limits,
               findings::Facts& facts) {
  Setter setter(code, limits, facts);
  for (const std::string& kind : knowledge.signatures.kinds) setter.kind(kind);
  setter.sms();
  setter.whole();
}

}  // namespace loanlint::code
