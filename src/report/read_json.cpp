// SPDX-License-Identifier: Apache-2.0
#include "report/read_json.h"

#include "catalog/node.h"
#include "report/json.h"

namespace loanlint::report {
namespace {

using catalog::Node;

std::string text_at(const Node& node, std::string_view key) {
  const auto found = node.find(key);
  return !found || found->is_null() ? std::string() : found->text_or_empty();
}

std::uint64_t unsigned_at(const Node& node, std::string_view key) {
  const auto found = node.find(key);
  if (!found) return 0;
  const std::int64_t value = found->integer();
  if (value < 0) found->fail("expected a number that is not negative");
  return static_cast<std::uint64_t>(value);
}

std::uint32_t small_at(const Node& node, std::string_view key) {
  const std::uint64_t value = unsigned_at(node, key);
  if (value > 0xFFFFFFFF) node.at(key).fail("number does not fit in 32 bits");
  return static_cast<std::uint32_t>(value);
}

std::int64_t integer_at(const Node& node, std::string_view key) {
  const auto found = node.find(key);
  return found ? found->integer() : 0;
}

bool flag_at(const Node& node, std::string_view key) {
  const auto found = node.find(key);
  return found && found->boolean();
}

// Unlike in rule files, a text of a report may be empty: not every rule gives every advice.
findings::Bilingual bilingual_at(const Node& node, std::string_view key) {
  const auto found = node.find(key);
  if (!found) return {};
  return {text_at(*found, "zh"), text_at(*found, "en")};
}

findings::Message message_of(const Node& node) {
  if (node.is_null()) return {};
  findings::Message out{node.at("key").text(), {}};
  if (const auto args = node.find("args")) {
    for (const Node& arg : args->items()) out.args.push_back(arg.text_or_empty());
  }
  return out;
}

findings::Message message_at(const Node& node, std::string_view key) {
  const auto found = node.find(key);
  return found ? message_of(*found) : findings::Message{};
}

findings::CodePlace code_place(const Node& node) {
  const auto returns = node.find("returns");
  return {text_at(node, "method"), small_at(node, "offset"), text_at(node, "invokes"),
          returns && returns->boolean()};
}

findings::Place place_of(const Node& node) {
  if (node.is_null()) return {};
  if (node.has("xpath")) {
    return findings::ManifestPlace{small_at(node, "line"), text_at(node, "xpath")};
  }
  if (node.has("method")) return code_place(node);
  if (node.has("start")) {
    return findings::TextPlace{small_at(node, "line"), unsigned_at(node, "start"),
                               unsigned_at(node, "end")};
  }
  if (node.has("offset")) return findings::BytePlace{unsigned_at(node, "offset")};
  if (node.has("name")) return findings::NamedPlace{text_at(node, "name")};
  node.fail("this is no place that a report names");
}

findings::Evidence evidence_of(const Node& node) {
  findings::Evidence out{text_at(node, "entry"), place_of(node.at("where")),
                         text_at(node, "excerpt")};
  if (const auto path = node.find("path")) {
    for (const Node& step : path->items()) out.path.push_back(code_place(step));
  }
  return out;
}

std::vector<findings::Evidence> evidence_at(const Node& node) {
  std::vector<findings::Evidence> out;
  for (const Node& one : node.at("evidence").items()) out.push_back(evidence_of(one));
  return out;
}

findings::FactValue value_of(const Node& node) {
  if (node.is_number()) return node.integer();
  if (node.is_list()) {
    std::vector<std::string> list;
    for (const Node& item : node.items()) list.push_back(item.text_or_empty());
    return list;
  }
  const std::string text = node.text_or_empty();
  for (const auto tri : {findings::Tri::no, findings::Tri::unknown, findings::Tri::yes}) {
    if (text == findings::name(tri)) return tri;
  }
  return text;
}

std::vector<findings::Permission> permissions_of(const Node& list) {
  std::vector<findings::Permission> out;
  for (const Node& node : list.items()) {
    out.push_back({node.at("name").text_or_empty(), integer_at(node, "min_sdk"),
                   integer_at(node, "max_sdk"), text_at(node, "element"), text_at(node, "note"),
                   evidence_of(node.at("evidence"))});
  }
  return out;
}

findings::Identity identity_of(const Node& node) {
  findings::Identity out;
  out.path = text_at(node, "path");
  out.input = text_at(node, "input");
  out.size = unsigned_at(node, "size");
  out.sha256 = text_at(node, "sha256");
  out.package = text_at(node, "name");
  out.version_name = text_at(node, "version_name");
  out.version_code = text_at(node, "version_code");
  out.label = bilingual_at(node, "label");
  out.min_sdk = integer_at(node, "min_sdk");
  out.target_sdk = integer_at(node, "target_sdk");
  for (const Node& signer : node.at("signers").items()) {
    out.signers.push_back(signer.text_or_empty());
  }
  return out;
}

findings::Finding finding_of(const Node& node) {
  findings::Finding out;
  out.rule = node.at("rule").text_or_empty();
  out.pack = text_at(node, "pack");
  out.kind = text_at(node, "kind");
  const auto severity = findings::parse_severity(node.at("severity").text());
  if (!severity) node.at("severity").fail("this is no severity");
  out.severity = *severity;
  const auto basis = findings::parse_basis(node.at("basis").text());
  if (!basis) node.at("basis").fail("this is no basis");
  out.basis = *basis;
  out.open = flag_at(node, "open");
  out.fails = flag_at(node, "fails");
  out.good = flag_at(node, "good");
  out.title = bilingual_at(node, "title");
  out.message = bilingual_at(node, "message");
  out.why = bilingual_at(node, "why");
  if (const auto advice = node.find("advice")) {
    out.advice_borrower = bilingual_at(*advice, "borrower");
    out.advice_lender = bilingual_at(*advice, "lender");
  }
  for (const Node& article : node.at("articles").items()) {
    out.articles.push_back(article.at("id").text_or_empty());
  }
  out.evidence = evidence_at(node);
  out.fingerprint = text_at(node, "fingerprint");
  if (const auto accepted = node.find("accepted")) {
    out.accepted = true;
    out.accepted_reason = text_at(*accepted, "reason");
  }
  return out;
}

findings::Verdict verdict_of(const Node& node) {
  using findings::Verdict;
  for (const auto verdict : {Verdict::pass, Verdict::review, Verdict::incomplete, Verdict::fail}) {
    if (node.text() == findings::name(verdict)) return verdict;
  }
  node.fail("this is no verdict");
}

}  // namespace

findings::ScanResult read_json(std::string_view text, const std::string& shown) {
  const Node root = Node::parse(text, shown);
  const Node version = root.at("schema_version");
  if (version.text().substr(0, 2) != std::string_view(kReportSchemaVersion).substr(0, 2)) {
    version.fail("reports of schema version " + version.text() + " cannot be read; this is " +
                 kReportSchemaVersion);
  }
  findings::ScanResult out;
  out.identity = identity_of(root.at("package"));
  out.verdict = verdict_of(root.at("verdict"));
  out.refused = flag_at(root, "refused");
  const Node permissions = root.at("permissions");
  out.requested = permissions_of(permissions.at("requested"));
  out.decoys = permissions_of(permissions.at("decoys"));
  out.hidden = permissions_of(permissions.at("hidden"));
  for (const auto& [name, node] : root.at("facts").members()) {
    out.facts.set(name,
                  {value_of(node.at("value")), message_at(node, "reason"), evidence_at(node)});
  }
  for (const Node& node : root.at("findings").items()) out.findings.push_back(finding_of(node));
  for (const Node& node : root.at("gaps").items()) {
    out.gaps.push_back({text_at(node, "entry"), unsigned_at(node, "offset"),
                        message_at(node, "what"), text_at(node, "limit")});
  }
  for (const Node& node : root.at("tricks").items()) {
    out.tricks.push_back({text_at(node, "id"), text_at(node, "entry"), unsigned_at(node, "offset"),
                          text_at(node, "detail")});
  }
  for (const Node& node : root.at("documents").items()) {
    out.documents.push_back({text_at(node, "entry"),
                             text_at(node, "kind"),
                             text_at(node, "language"),
                             text_at(node, "encoding"),
                             unsigned_at(node, "bytes"),
                             {}});
  }
  return out;
}

}  // namespace loanlint::report
