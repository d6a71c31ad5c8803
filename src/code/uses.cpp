// SPDX-License-Identifier: Apache-2.0
#include "code/uses.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/unicode.h"
#include "code/names.h"

namespace loanlint::code {
namespace {

using catalog::Deed;
using catalog::MemberPattern;

bool any_fits(const std::vector<MemberPattern>& patterns, std::string_view klass,
              std::string_view member) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const MemberPattern& pattern) {
    return pattern.member == member && fits(pattern.klass, klass);
  });
}

/// Where a URI made in the method went.
struct Destinations {
  bool read = false;
  bool write = false;
  bool handed_over = false;
};

/// What one Intent of the method was told.
struct IntentNotes {
  bool picks = false;
  std::uint32_t offset = 0;
  std::string invokes;
  std::optional<Use> of_type;  // by a MIME type
};

class Finder : public FlowVisitor {
 public:
  Finder(const UseSearch& search, const android::Dex& dex, const Marks& marks,
         const MethodCode& method, const ConstantFlow& flow, HandedOn& handed_on)
      : search_(search),
        dex_(dex),
        marks_(marks),
        method_(method),
        flow_(flow),
        handed_on_(handed_on) {}

  void on_field_read(std::uint32_t field_idx, std::uint32_t offset) override {
    if (field_idx >= marks_.fields.size() || marks_.fields[field_idx] == kNoMark) return;
    const catalog::MemberSignature& signature = search_.marker.field(marks_.fields[field_idx]);
    Use use = make(signature.kind, signature.deed, How::field, offset);
    use.invokes = dex_.field_name(field_idx);
    sources_[offset] = uses_.size();
    uses_.push_back(use);
  }

  void on_field_write(std::uint32_t field_idx, const std::set<std::string>& texts) override {
    const android::FieldId field = dex_.field(field_idx);
    for (const std::string& text : texts) {
      if (!tells(text)) continue;
      handed_on_
          .fields[{std::string(dex_.type(field.class_idx)),
                   std::string(dex_.short_string(field.name_idx))}]
          .insert(text);
    }
  }

  void on_invoke(const Invocation& call) override {
    const std::string klass = java_name(call.klass);
    listed_call(call);
    uri_from_text(call, klass);
    destinations(call, klass);
    reflection(call);
    permissions(call, klass);
    intents(call, klass);
    hand_on(call);
  }

  std::vector<Use> take() {
    for (const auto& [site, index] : sources_) {
      const auto went = destinations_.find(site);
      if (went == destinations_.end() || uses_[index].deed != Deed::read) continue;
      // A URI that is only handed to another app, or only written to, is not read here.
      if (went->second.read) continue;
      if (went->second.write) uses_[index].deed = Deed::write;
      if (went->second.handed_over && !went->second.write) uses_[index].deed = Deed::pick;
    }
    for (const auto& [site, notes] : intents_) {
      if (notes.picks && notes.of_type) uses_.push_back(*notes.of_type);
    }
    std::stable_sort(uses_.begin(), uses_.end(),
                     [](const Use& a, const Use& b) { return a.offset < b.offset; });
    return std::move(uses_);
  }

 private:
  Use make(const std::string& kind, Deed deed, How how, std::uint32_t offset) const {
    Use use;
    use.kind = kind;
    use.deed = deed;
    use.how = how;
    use.dex = method_.dex;
    use.class_idx = method_.class_idx;
    use.method_idx = method_.method.method_idx;
    use.offset = offset;
    return use;
  }

  void listed_call(const Invocation& call) {
    if (call.method_idx >= marks_.methods.size()) return;
    const std::uint16_t mark = marks_.methods[call.method_idx];
    if (mark == kNoMark) return;
    const catalog::MemberSignature* signature = search_.marker.call(mark);
    Use use = signature == nullptr ? make("", Deed::read, How::call, call.offset)
                                   : make(signature->kind, signature->deed, How::call, call.offset);
    use.invokes = dex_.method_name(call.method_idx);
    uses_.push_back(use);
  }

  void add_uri(const Invocation& call, const std::string& uri) {
    const catalog::TextSignature* signature = search_.marker.find_uri(uri);
    if (signature == nullptr) return;
    Use use = make(signature->kind, signature->deed, How::uri, call.offset);
    use.invokes = dex_.method_name(call.method_idx);
    use.detail = uri;
    sources_[call.offset] = uses_.size();
    uses_.push_back(use);
  }

  void uri_from_text(const Invocation& call, const std::string& klass) {
    const bool parses = any_fits(search_.carriers.parse, klass, call.name);
    if (!parses && !any_fits(search_.carriers.authority, klass, call.name)) return;
    for (const Value* value : call.args) {
      if (value->kind != Value::Kind::text) continue;
      for (const std::string& text : value->texts) {
        add_uri(call, parses ? text : "content://" + text);
      }
    }
  }

  void destinations(const Invocation& call, const std::string& klass) {
    const bool reads = any_fits(search_.carriers.read, klass, call.name);
    const bool writes = any_fits(search_.carriers.write, klass, call.name);
    const bool hands_over = any_fits(search_.carriers.hand_over, klass, call.name);
    for (const Value* value : call.args) {
      if (value->kind != Value::Kind::uri) continue;
      const auto source = sources_.find(value->site);
      if (source == sources_.end()) continue;
      Destinations& went = destinations_[value->site];
      went.read |= reads;
      went.write |= writes;
      went.handed_over |= hands_over;
      if (!reads && !writes) {
        // Passed on to code of the app's own, which may do anything with it.
        went.read |= !hands_over && !call.klass.starts_with("Landroid/") &&
                     !call.klass.starts_with("Ljava/");
        continue;
      }
      const Use& of = uses_[source->second];
      Use use = make(of.kind, writes ? Deed::write : Deed::read, of.how, call.offset);
      use.invokes = dex_.method_name(call.method_idx);
      use.detail = of.detail.empty() ? of.invokes : of.detail;
      uses_.push_back(use);
    }
  }

  void reflection(const Invocation& call) {
    if (call.klass != "Ljava/lang/Class;" || call.args.size() < 2) return;
    const bool method = call.name == "getMethod" || call.name == "getDeclaredMethod";
    const bool field = call.name == "getField" || call.name == "getDeclaredField";
    const Value& klass = *call.args[0];
    const Value& member = *call.args[1];
    if (!(method || field) || klass.kind != Value::Kind::klass) return;
    if (member.kind != Value::Kind::text || member.open) return;
    for (const std::string& class_name : klass.texts) {
      for (const std::string& member_name : member.texts) {
        const catalog::MemberSignature* signature =
            method ? search_.marker.find_call(class_name, member_name)
                   : search_.marker.find_field(class_name, member_name);
        if (signature == nullptr) continue;
        Use use = make(signature->kind, signature->deed, How::reflection, call.offset);
        use.invokes = dex_.method_name(call.method_idx);
        use.detail = class_name + "." + member_name;
        uses_.push_back(use);
      }
    }
  }

  /// True of a text that leads to a use wherever it is parsed or looked up.
  bool tells(const std::string& text) const {
    return search_.marker.find_uri(text) != nullptr || search_.marker.offers(text);
  }

  void hand_on(const Invocation& call) {
    const auto telling = [&](const Value* value) {
      return value->kind == Value::Kind::text && !value->open &&
             std::any_of(value->texts.begin(), value->texts.end(),
                         [&](const std::string& text) { return tells(text); });
    };
    if (std::none_of(call.args.begin(), call.args.end(), telling)) return;
    HandedOn::Call made{method_.dex, call.method_idx};
    for (const Value* value : call.args) {
      const bool known = value->kind == Value::Kind::text && !value->open;
      made.args.push_back(known ? *value : Value{});
    }
    handed_on_.calls.push_back(std::move(made));
  }

  void permissions(const Invocation& call, const std::string& klass) {
    if (!any_fits(search_.carriers.ask, klass, call.name)) return;
    for (const Value* value : call.args) {
      if (value->kind == Value::Kind::text) {
        for (const std::string& text : value->texts) add_permission(call, text);
      } else if (value->kind == Value::Kind::array) {
        for (const std::string& text : flow_.array_texts(value->site)) add_permission(call, text);
      }
    }
  }

  void add_permission(const Invocation& call, const std::string& text) {
    const catalog::TextSignature* signature = search_.marker.find_permission(text);
    if (signature == nullptr) return;
    Use use = make(signature->kind, Deed::ask, How::permission, call.offset);
    use.invokes = dex_.method_name(call.method_idx);
    use.detail = text;
    uses_.push_back(use);
  }

  void intents(const Invocation& call, const std::string& klass) {
    if (call.args.empty() || call.args[0]->kind != Value::Kind::intent) return;
    if (!any_fits(search_.carriers.hand_over, klass, call.name)) return;
    IntentNotes& notes = intents_[call.args[0]->site];
    const std::vector<std::string>& actions = search_.carriers.pick_actions;
    for (const Value* value : call.args) {
      if (value->kind != Value::Kind::text) continue;
      for (const std::string& text : value->texts) {
        notes.picks |= std::find(actions.begin(), actions.end(), text) != actions.end();
        const catalog::TextSignature* signature = search_.marker.find_pick(text);
        if (signature == nullptr) continue;
        Use use = make(signature->kind, Deed::pick, How::intent, call.offset);
        use.invokes = dex_.method_name(call.method_idx);
        use.detail = text;
        notes.of_type = use;
      }
    }
  }

  const UseSearch& search_;
  const android::Dex& dex_;
  const Marks& marks_;
  const MethodCode& method_;
  const ConstantFlow& flow_;
  HandedOn& handed_on_;
  std::vector<Use> uses_;
  std::map<std::uint32_t, std::size_t> sources_;  // uses_ by the place that made a URI
  std::map<std::uint32_t, Destinations> destinations_;
  std::map<std::uint32_t, IntentNotes> intents_;
};

}  // namespace

std::string_view name(How how) {
  switch (how) {
    case How::call:
      return "call";
    case How::field:
      return "field";
    case How::uri:
      return "uri";
    case How::reflection:
      return "reflection";
    case How::permission:
      return "permission";
    case How::intent:
      return "intent";
    case How::parent:
      return "parent";
  }
  return "";
}

std::vector<Use> find_uses(const UseSearch& search, const android::Dex& dex, const Marks& marks,
                           const MethodCode& method, const std::vector<Value>& arguments,
                           const CallTexts& call_texts, HandedOn& handed_on) {
  ConstantFlow flow(dex, marks.fields, search.fields, call_texts);
  Finder finder(search, dex, marks, method, flow, handed_on);
  flow.run(android::read_code(dex, method.method.code_off), finder, arguments);
  return finder.take();
}

}  // namespace loanlint::code
