// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include "report/json_parts.h"
#include "report/triangle.h"

namespace loanlint::report {
namespace {

/// One report, part after part.
class ReportJson {
 public:
  ReportJson(const findings::ScanResult& result, const Words& words, int indent)
      : result_(result), words_(words), out_(indent), parts_(out_, words) {}

  std::string write() {
    out_.begin_object();
    parts_.text("schema_version", kReportSchemaVersion);
    out_.key("tool").begin_object();
    parts_.text("name", "loanlint");
    parts_.text("version", words_.version());
    parts_.text("ruleset", words_.ruleset());
    out_.end();
    write_identity();
    parts_.text("verdict", findings::name(result_.verdict));
    out_.key("refused").flag(result_.refused);
    write_triangle();
    out_.key("permissions").begin_object();
    parts_.member("requested", result_.requested);
    parts_.member("decoys", result_.decoys);
    parts_.member("hidden", result_.hidden);
    out_.end();
    parts_.member("facts", result_.facts);
    parts_.member("findings", result_.findings);
    write_gaps();
    write_tricks();
    write_documents();
    out_.end();
    return out_.take();
  }

 private:
  void write_identity() {
    const findings::Identity& id = result_.identity;
    out_.key("package").begin_object();
    parts_.text("path", id.path);
    parts_.text("input", id.input);
    out_.key("size").number(id.size);
    parts_.text("sha256", id.sha256);
    parts_.text("name", id.package);
    parts_.text("version_name", id.version_name);
    parts_.text("version_code", id.version_code);
    parts_.member("label", id.label);
    out_.key("min_sdk").number(id.min_sdk);
    out_.key("target_sdk").number(id.target_sdk);
    out_.key("signers").begin_array();
    for (const std::string& signer : id.signers) out_.text(signer);
    out_.end().end();
  }

  void write_triangle() {
    const Triangle shown = triangle(result_, Voice(words_, catalog::Language::en));
    out_.key("triangle").begin_object();
    for (std::size_t k = 0; k < kCoreKinds.size(); ++k) {
      out_.key(kCoreKinds[k]).begin_object();
      for (const Triangle::Row& row : shown.rows) {
        parts_.text(row.id, findings::name(row.cells[k].value));
      }
      out_.end();
    }
    out_.end();
  }

  void write_gaps() {
    out_.key("gaps").begin_array();
    for (const findings::Gap& gap : result_.gaps) {
      out_.begin_object();
      parts_.text("entry", gap.entry);
      out_.key("offset").number(gap.offset);
      parts_.member("what", gap.what);
      parts_.text("limit", gap.limit);
      out_.end();
    }
    out_.end();
  }

  void write_tricks() {
    out_.key("tricks").begin_array();
    for (const findings::Trick& trick : result_.tricks) {
      out_.begin_object();
      parts_.text("id", trick.id);
      parts_.text("entry", trick.entry);
      out_.key("offset").number(trick.offset);
      parts_.text("detail", trick.detail);
      parts_.member("what", words_.trick(trick.id));
      out_.end();
    }
    out_.end();
  }

  void write_documents() {
    out_.key("documents").begin_array();
    for (const findings::DocumentSummary& document : result_.documents) {
      out_.begin_object();
      parts_.text("entry", document.entry);
      parts_.text("kind", document.kind);
      parts_.text("language", document.language);
      parts_.text("encoding", document.encoding);
      out_.key("bytes").number(document.bytes);
      out_.end();
    }
    out_.end();
  }

  const findings::ScanResult& result_;
  const Words& words_;
  JsonStream out_;
  JsonParts parts_;
};

}  // namespace

std::string to_json(const findings::ScanResult& result, const Words& words, int indent) {
  return ReportJson(result, words, indent).write();
}

void write_facts_json(std::ostream& out, const findings::Facts& facts, const Words& words) {
  JsonStream json(2);
  json.begin_object();
  JsonParts(json, words).member("facts", facts);
  out << json.end().written() << '\n';
}

}  // namespace loanlint::report
