// SPDX-License-Identifier: Apache-2.0
#include "code/analysis.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "base/error.h"
#include "base/unicode.h"
#include "code/class_table.h"
#include "code/constant_trail.h"
#include "code/evaluator.h"
#include "code/method_index.h"
#include "code/names.h"
#include "code/present_sdks.h"
#include "code/trace.h"

namespace loanlint::code {
namespace {

using android::Dex;
using findings::Gap;

/// One DEX file that could be opened.
struct OpenDex {
  std::string entry;
  Dex dex;
  Marks marks = {};
  std::optional<ClassTable> classes = {};  // read when code of the package is looked into
};

Gap gap(const std::string& entry, const FormatError& error, const char* key) {
  Gap made{entry, error.offset(), {key, {entry, error.what()}}};
  if (const auto* limit = dynamic_cast<const LimitError*>(&error)) made.limit = limit->limit();
  return made;
}

class Analysis {
 public:
  Analysis(const CodeContext& context, const Knowledge& knowledge, const Limits& limits,
           std::vector<Gap>& gaps)
      : context_(context),
        knowledge_(knowledge.rules),
        marker_(knowledge.marker),
        flow_(knowledge.flow),
        limits_(limits),
        gaps_(gaps),
        owners_(context, knowledge.sdks) {}

  Code run(std::span<const NamedDex> dexes) {
    open(dexes);
    for (OpenDex& open_dex : dexes_) {
      open_dex.marks = marker_.mark(open_dex.dex, context_.may_read);
      if (open_dex.marks.holes > 0) {
        lose({open_dex.entry,
              0,
              {"gap.dex-strings", {open_dex.entry, std::to_string(open_dex.marks.holes)}}});
      }
    }
    for (OpenDex& open_dex : dexes_) {
      if (!open_dex.marks.any_code) continue;
      open_dex.classes.emplace(open_dex.dex);
      read_statics(open_dex);
    }
    for (std::size_t i = 0; i < dexes_.size(); ++i) walk(i);
    follow_constants();
    code_.sdks = find_sdks(opened(), owners_, knowledge_.sdks.marks(), context_.entries);
    code_.withheld = context_.withheld;
    if (has_ways()) {
      read_classes();
      std::vector<ReadDex> all;
      for (const OpenDex& open_dex : dexes_) all.push_back({&open_dex.dex, &*open_dex.classes});
      trace(all, context_, knowledge_, flow_, limits_, code_, gaps_);
    }
    if (code_.evaluation_cut) {
      lose({"",
            0,
            {"gap.evaluated-steps", {std::to_string(limits_.evaluated_steps)}},
            "evaluated_steps"});
    }
    code_.dex_count = dexes_.size();
    return std::move(code_);
  }

 private:
  /// True when it matters of some use whether anything leads to it, or where it leads.
  bool has_ways() const {
    return std::any_of(code_.uses.begin(), code_.uses.end(), [this](const LocatedUse& located) {
      return catalog::touches_data(located.use.deed) && !code_.withholds(located.use.kind);
    });
  }

  void lose(Gap gap_made) {
    code_.complete = false;
    gaps_.push_back(std::move(gap_made));
  }

  void open(std::span<const NamedDex> dexes) {
    std::size_t bytes = 0;
    for (const NamedDex& named : dexes) {
      if (named.bytes.size() > limits_.code_bytes - bytes) {
        lose({named.entry,
              0,
              {"gap.code-bytes", {named.entry, std::to_string(limits_.code_bytes / kMiB)}},
              "code_bytes"});
        continue;
      }
      bytes += named.bytes.size();
      try {
        for (const Dex& dex : android::read_dex(named.bytes, limits_)) {
          dexes_.push_back({named.entry, dex});
        }
      } catch (const FormatError& error) {
        lose(gap(named.entry, error, "gap.dex"));
      }
    }
  }

  std::vector<const Dex*> opened() const {
    std::vector<const Dex*> all;
    for (const OpenDex& open_dex : dexes_) all.push_back(&open_dex.dex);
    return all;
  }

  void read_classes() {
    for (OpenDex& open_dex : dexes_) {
      if (!open_dex.classes) open_dex.classes.emplace(open_dex.dex);
    }
  }

  UseSearch search() const { return {marker_, knowledge_.carriers, knowledge_.loading, fields_}; }

  const MethodIndex& methods() {
    if (!methods_) {
      std::vector<ReadDex> all;
      read_classes();
      for (const OpenDex& open_dex : dexes_) all.push_back({&open_dex.dex, &*open_dex.classes});
      methods_.emplace(std::move(all));
    }
    return *methods_;
  }

  /// Uses that come of a constant which another method holds.
  void follow_constants() {
    if (handed_on_.calls.empty() && handed_on_.fields.empty()) return;
    read_classes();
    std::vector<MarkedDex> all;
    for (const OpenDex& open_dex : dexes_) {
      all.push_back({&open_dex.dex, &open_dex.marks, &*open_dex.classes});
    }
    std::vector<Use> known;
    for (const LocatedUse& located : code_.uses) known.push_back(located.use);
    const UseSearch use_search = search();
    ConstantTrail trail(all, methods(), use_search, fields_,
                        [&](std::size_t dex, const FormatError& error) {
                          lose(gap(dexes_[dex].entry, error, "gap.dex-method"));
                        });
    for (const Use& use : trail.follow(std::move(handed_on_), known)) add(use);
    std::stable_sort(code_.uses.begin(), code_.uses.end(),
                     [](const LocatedUse& a, const LocatedUse& b) {
                       return std::tie(a.use.dex, a.use.class_idx, a.use.method_idx, a.use.offset) <
                              std::tie(b.use.dex, b.use.class_idx, b.use.method_idx, b.use.offset);
                     });
  }

  /// Constant strings of static fields, which code elsewhere may build a URI from.
  void read_statics(const OpenDex& open_dex) {
    const Dex& dex = open_dex.dex;
    for (std::uint32_t i = 0; i < dex.class_count(); ++i) {
      const android::ClassDef klass = dex.class_def(i);
      if (klass.static_values_off == 0) continue;
      try {
        for (const android::StaticString& row : android::read_static_strings(
                 dex, klass.static_values_off, open_dex.classes->static_fields(i))) {
          if (row.string_idx >= open_dex.marks.strings.size() ||
              !open_dex.marks.strings[row.string_idx]) {
            continue;
          }
          const android::FieldId field = dex.field(row.field_idx);
          fields_[{std::string(dex.type(field.class_idx)),
                   std::string(dex.short_string(field.name_idx))}]
              .insert(mutf8_to_utf8(dex.string(row.string_idx)));
        }
      } catch (const FormatError&) {
        // What stands before the break was read; Android refuses such a class.
      }
    }
  }

  void walk(std::size_t number) {
    const OpenDex& open_dex = dexes_[number];
    if (!open_dex.marks.any_code && !open_dex.marks.any_parent) return;
    const Dex& dex = open_dex.dex;
    for (std::uint32_t i = 0; i < dex.class_count(); ++i) {
      const android::ClassDef klass = dex.class_def(i);
      note_parent(number, klass);
      if (!open_dex.marks.any_code) continue;
      const auto broken = open_dex.classes->broken().find(i);
      if (broken != open_dex.classes->broken().end()) {
        const auto& [offset, why] = broken->second;
        lose({open_dex.entry, offset, {"gap.dex-class", {open_dex.entry, why}}});
      }
      for (const android::EncodedMethod& method : open_dex.classes->methods(i)) {
        walk_method({number, klass.class_idx, method});
      }
    }
  }

  /// The texts that a method makes by computing them, as code does that hides what it reads.
  CallTexts computed_texts(const MethodCode& method) {
    if (!context_.may_read) return {};
    if (!evaluator_) evaluator_.emplace(methods());
    if (evaluator_->total_steps() < limits_.evaluated_steps) {
      return evaluator_->call_texts({method.dex, method.method.code_off});
    }
    code_.evaluation_cut = true;
    return {};
  }

  void walk_method(const MethodCode& method) {
    if (method.method.code_off == 0) return;
    const OpenDex& open_dex = dexes_[method.dex];
    try {
      const android::CodeItem code = android::read_code(open_dex.dex, method.method.code_off);
      if (!mentions(code.insns, open_dex.marks)) return;
      const CallTexts texts = computed_texts(method);
      for (const Use& use :
           find_uses(search(), open_dex.dex, open_dex.marks, method, {}, texts, handed_on_)) {
        add(use);
      }
    } catch (const FormatError& error) {
      lose(gap(open_dex.entry, error, "gap.dex-method"));
    }
  }

  void note_parent(std::size_t number, const android::ClassDef& klass) {
    const OpenDex& open_dex = dexes_[number];
    if (klass.superclass_idx >= open_dex.marks.parents.size()) return;
    const std::uint16_t mark = open_dex.marks.parents[klass.superclass_idx];
    if (mark == kNoMark) return;
    const catalog::MemberSignature& signature = marker_.parent(mark);
    Use use;
    use.kind = signature.kind;
    use.deed = signature.deed;
    use.how = How::parent;
    use.dex = number;
    use.class_idx = klass.class_idx;
    use.detail = signature.klass;
    add(use);
  }

  void add(const Use& use) {
    const OpenDex& open_dex = dexes_[use.dex];
    LocatedUse located;
    located.use = use;
    located.entry = open_dex.entry;
    const std::string klass = mutf8_to_utf8(open_dex.dex.type(use.class_idx));
    located.klass = java_name(klass);
    located.method =
        use.method_idx == android::kNoIndex ? klass : open_dex.dex.method_name(use.method_idx);
    located.owner = owners_.of(located.klass);
    if (use.kind.empty()) {
      const auto& except = knowledge_.loading.except;
      const bool harmless = std::any_of(
          except.begin(), except.end(),
          [&](const std::string& package) { return in_package(package, located.klass); });
      if (!harmless) code_.loads.push_back(located);
      return;
    }
    // The library that offers a picker is not yet an app that uses it.
    const bool offers = use.deed == catalog::Deed::pick || use.deed == catalog::Deed::retrieve;
    if (offers && marker_.offers(located.klass)) return;
    code_.uses.push_back(located);
  }

  const CodeContext& context_;
  const catalog::CodeKnowledge& knowledge_;
  const Marker& marker_;
  const FlowKnowledge& flow_;
  const Limits& limits_;
  std::vector<Gap>& gaps_;
  Owners owners_;
  std::vector<OpenDex> dexes_;
  FieldTexts fields_;
  std::optional<MethodIndex> methods_;  // made when first asked for
  std::optional<Evaluator> evaluator_;  // the same
  HandedOn handed_on_;
  Code code_;
};

}  // namespace

Code find_all(std::span<const NamedDex> dexes, const CodeContext& context,
              const Knowledge& knowledge, const Limits& limits, std::vector<Gap>& gaps) {
  return Analysis(context, knowledge, limits, gaps).run(dexes);
}

}  // namespace loanlint::code
