// SPDX-License-Identifier: Apache-2.0
#include "app/app.h"
#include "base/json_text.h"
#include "base/printable.h"
#include "cli/commands.h"
#include "cli/scan_options.h"
#include "scan/scanner.h"

namespace loanlint::cli {
namespace {

using policy::Document;
using policy::Sentence;
using policy::Statement;

/// `"key":"value"` behind a comma, when there is a value.
void add(std::string& out, const char* key, const std::string& value) {
  if (value.empty()) return;
  out += ",\"" + std::string(key) + "\":";
  append_json(out, value);
}

std::string json_of(const Document& document, const Statement& statement) {
  std::string out = "{\"type\":" + json_string(statement.type);
  add(out, "kind", statement.kind);
  add(out, "mode", statement.mode);
  if (statement.negative) out += ",\"negative\":true";
  if (statement.inherited) out += ",\"inherited\":true";
  add(out, "condition", std::string(document.excerpt(statement.condition)));
  add(out, "recipient", std::string(document.excerpt(statement.recipient)));
  add(out, "pattern", statement.pattern);
  return out + "}";
}

std::string json_of(const Document& document, const Sentence& sentence) {
  std::string out = "{\"start\":" + std::to_string(sentence.start) +
                    ",\"end\":" + std::to_string(sentence.end) +
                    ",\"line\":" + std::to_string(sentence.line) +
                    ",\"text\":" + json_string(document.excerpt(sentence)) + ",\"statements\":[";
  for (const Statement& statement : sentence.statements) {
    if (out.back() != '[') out.push_back(',');
    out += json_of(document, statement);
  }
  return out + "]}";
}

void write_json(std::ostream& out, const policy::Policy& policy) {
  out << "{\"documents\":[";
  bool first = true;
  for (const Document& document : policy.documents) {
    out << (first ? "\n" : ",\n") << " {\"entry\":" << json_string(document.entry)
        << ",\"kind\":" << json_string(document.kind)
        << ",\"language\":" << json_string(document.language)
        << ",\"encoding\":" << json_string(document.encoding) << ",\"sentences\":[";
    first = false;
    bool first_sentence = true;
    for (const Sentence& sentence : document.sentences) {
      out << (first_sentence ? "\n  " : ",\n  ") << json_of(document, sentence);
      first_sentence = false;
    }
    out << "]}";
  }
  out << "\n]}\n";
}

void write_span(std::ostream& out, const char* before, const Document& document,
                policy::Span span) {
  if (!span.empty()) out << before << '"' << printable(document.excerpt(span)) << '"';
}

void write_text(std::ostream& out, const policy::Policy& policy) {
  for (const Document& document : policy.documents) {
    out << printable(document.entry) << ": " << document.kind << ", " << document.language << ", "
        << document.encoding << '\n';
    for (const Sentence& sentence : document.sentences) {
      if (sentence.statements.empty()) continue;
      out << "  " << sentence.line << " [" << sentence.start << ", " << sentence.end << ")  "
          << printable(document.excerpt(sentence)) << '\n';
      for (const Statement& statement : sentence.statements) {
        out << "      " << (statement.negative ? "not " : "") << statement.type;
        if (!statement.kind.empty()) out << ' ' << statement.kind;
        if (!statement.mode.empty()) out << " (" << statement.mode << ')';
        write_span(out, " if ", document, statement.condition);
        write_span(out, " to ", document, statement.recipient);
        out << '\n';
      }
    }
  }
}

}  // namespace

int dump_policy(const Call& call) {
  const scan::Scanner scanner(call.catalog, scan_options(call.arguments));
  const app::App app = scanner.load(call.arguments.positionals.front());
  if (call.arguments.value("dump-format").value_or("text") == "json") {
    write_json(call.world.out, app.policy);
  } else {
    write_text(call.world.out, app.policy);
  }
  for (const findings::Gap& gap : app.seen.gaps) {
    call.warn((gap.entry.empty() ? "" : printable(gap.entry) + ": ") + call.voice(gap.what));
  }
  return app.seen.gaps.empty() ? kClean : kUnread;
}

}  // namespace loanlint::cli
