// SPDX-License-Identifier: Apache-2.0
#include "report/json_parts.h"

namespace loanlint::report {

void JsonParts::write(const findings::Bilingual& text) {
  out_.begin_object();
  this->text("zh", text.zh);
  this->text("en", text.en);
  out_.end();
}

void JsonParts::write(const findings::Message& message) {
  if (message.empty()) {
    out_.null();
    return;
  }
  out_.begin_object();
  text("key", message.key);
  if (!message.args.empty()) member("args", message.args);
  const findings::Bilingual said = words_.texts().both(message);
  text("zh", said.zh);
  text("en", said.en);
  out_.end();
}

void JsonParts::write_reason(const findings::Message& message) {
  const auto known = reasons_.find(message);
  if (known != reasons_.end()) {
    out_.copy(known->second);
    return;
  }
  const std::size_t start = out_.start();
  write(message);
  reasons_.emplace(message, out_.written().substr(start));
}

void JsonParts::write(const findings::CodePlace& place) {
  out_.begin_object();
  text("method", place.method);
  out_.key("offset").number(std::uint64_t{place.offset});
  text("invokes", place.invokes);
  if (place.returns) out_.key("returns").flag(true);
  out_.end();
}

void JsonParts::write(const findings::Place& place) {
  struct Shown {
    JsonParts& parts;
    JsonStream& out;
    void operator()(std::monostate) const { out.null(); }
    void operator()(const findings::ManifestPlace& at) const {
      out.begin_object().key("line").number(std::uint64_t{at.line});
      out.key("xpath").text(at.xpath).end();
    }
    void operator()(const findings::CodePlace& at) const { parts.write(at); }
    void operator()(const findings::TextPlace& at) const {
      out.begin_object().key("line").number(std::uint64_t{at.line});
      out.key("start").number(at.start).key("end").number(at.end).end();
    }
    void operator()(const findings::BytePlace& at) const {
      out.begin_object().key("offset").number(at.offset).end();
    }
    void operator()(const findings::NamedPlace& at) const {
      out.begin_object().key("name").text(at.name).end();
    }
  };
  std::visit(Shown{*this, out_}, place);
}

void JsonParts::write(const findings::Evidence& evidence) {
  out_.begin_object();
  text("entry", evidence.entry);
  member("where", evidence.where);
  text("excerpt", evidence.excerpt);
  if (!evidence.path.empty()) member("path", evidence.path);
  out_.end();
}

void JsonParts::write(const findings::FactValue& value) {
  struct Shown {
    JsonParts& parts;
    JsonStream& out;
    void operator()(findings::Tri tri) const { out.text(findings::name(tri)); }
    void operator()(const std::string& text) const { out.text(text); }
    void operator()(std::int64_t number) const { out.number(number); }
    void operator()(const std::vector<std::string>& list) const { parts.write(list); }
  };
  std::visit(Shown{*this, out_}, value);
}

void JsonParts::write(const findings::Fact& fact) {
  out_.begin_object();
  member("value", fact.value);
  out_.key("reason");
  write_reason(fact.reason);
  member("evidence", fact.evidence);
  out_.end();
}

void JsonParts::write(const findings::Facts& facts) {
  out_.begin_object();
  for (const findings::Facts::Named* fact : facts.sorted()) member(fact->first, fact->second);
  out_.end();
}

void JsonParts::write(const findings::Permission& permission) {
  out_.begin_object();
  text("name", permission.name);
  text("element", permission.element);
  if (permission.min_sdk != 0) out_.key("min_sdk").number(permission.min_sdk);
  if (permission.max_sdk != 0) out_.key("max_sdk").number(permission.max_sdk);
  if (!permission.note.empty()) text("note", permission.note);
  member("evidence", permission.evidence);
  out_.end();
}

void JsonParts::write_article(const std::string& id) {
  const Citation citation = words_.article(id);
  out_.begin_object();
  text("id", id);
  member("law", citation.law);
  member("cite", citation.cite);
  text("force", citation.force);
  out_.end();
}

void JsonParts::write(const findings::Finding& finding) {
  out_.begin_object();
  text("rule", finding.rule);
  text("pack", finding.pack);
  out_.key("kind");
  finding.kind.empty() ? out_.null() : out_.text(finding.kind);
  text("severity", findings::name(finding.severity));
  text("basis", findings::name(finding.basis));
  out_.key("open").flag(finding.open);
  out_.key("fails").flag(finding.fails);
  out_.key("good").flag(finding.good);
  member("title", finding.title);
  member("message", finding.message);
  member("why", finding.why);
  out_.key("advice").begin_object();
  member("borrower", finding.advice_borrower);
  member("lender", finding.advice_lender);
  out_.end();
  out_.key("articles").begin_array();
  for (const std::string& id : finding.articles) write_article(id);
  out_.end();
  member("evidence", finding.evidence);
  text("fingerprint", finding.fingerprint);
  if (finding.accepted) {
    out_.key("accepted").begin_object().key("reason").text(finding.accepted_reason).end();
  }
  out_.end();
}

}  // namespace loanlint::report
