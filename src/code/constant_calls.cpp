// SPDX-License-Identifier: Apache-2.0
// What the library's own methods do to constants: the part of ConstantFlow that knows Java.
#include "code/constants.h"

namespace loanlint::code {
namespace {

bool is_uri_class(std::string_view klass) {
  return klass == "Landroid/net/Uri;" || klass == "Landroid/net/Uri$Builder;" ||
         klass == "Landroid/content/ContentUris;";
}

}  // namespace

ConstantFlow::Id ConstantFlow::append(const Value& builder, const Value& tail) {
  Value longer = builder;
  if (longer.open) return intern(longer);
  if (!has_text(tail) || tail.texts.empty()) {
    longer.open = true;
    return intern(longer);
  }
  longer.open = tail.open;
  longer.texts.clear();
  for (const std::string& head : builder.texts) {
    for (const std::string& more : tail.texts) longer.texts.push_back(head + more);
  }
  for (std::string& text : longer.texts) {
    if (text.size() <= kLongestText) continue;
    text.resize(kLongestText);
    longer.open = true;
  }
  keep_few(longer);
  return intern(longer);
}

/// What the library methods that matter here do to their arguments.
ConstantFlow::Id ConstantFlow::result_of(const Invocation& call, Registers& registers) {
  if (call.args.empty()) return 0;
  const Value& self = *call.args[0];
  const auto text_of = [&](const Value& value) {
    if (!has_text(value)) return Id{0};
    Value text = value;
    text.kind = Value::Kind::text;
    text.site = 0;
    return intern(text);
  };
  if (self.kind == Value::Kind::builder && is_builder_class(call.klass)) {
    if (call.name == "toString") return text_of(self);
    const bool appends = call.name == "append" || call.name == "<init>";
    if (!appends) return 0;
    if (call.args.size() < 2) return intern(self);
    const Id longer = append(self, *call.args[1]);
    // The builder is one object, whichever registers hold it.
    for (Id& id : registers) {
      const Value& held = values_[id];
      if (held.kind == Value::Kind::builder && held.site == self.site) id = longer;
    }
    return longer;
  }
  if (call.klass == "Ljava/lang/String;") {
    if (call.name == "concat" && call.args.size() == 2) {
      const Id whole = append(self, *call.args[1]);
      return has_text(self) ? text_of(Value(values_[whole])) : 0;
    }
    const bool same = call.name == "valueOf" || call.name == "toString" || call.name == "trim" ||
                      call.name == "intern" || call.name == "toLowerCase";
    return same ? text_of(self) : 0;
  }
  if (call.klass == "Landroid/net/Uri;" && call.name == "parse" && has_text(self)) {
    Value uri = self;
    uri.kind = Value::Kind::uri;
    uri.site = call.offset;
    return intern(uri);
  }
  if (is_uri_class(call.klass) && self.kind == Value::Kind::uri) {
    return call.name == "toString" ? text_of(self) : intern(self);  // built upon, or extended
  }
  const bool loads = (call.klass == "Ljava/lang/Class;" && call.name == "forName") ||
                     call.name == "loadClass" || call.name == "findClass";
  if (loads) {
    for (const Value* value : call.args) {
      if (value->kind != Value::Kind::text || value->open) continue;
      Value klass = *value;
      klass.kind = Value::Kind::klass;
      return intern(klass);
    }
  }
  return 0;
}

}  // namespace loanlint::code
