// SPDX-License-Identifier: Apache-2.0
#include "base/printable.h"
#include "report/diff.h"
#include "report/json.h"
#include "report/json_parts.h"
#include "report/markdown_text.h"
#include "report/page.h"
#include "report/summary.h"

namespace loanlint::report {
namespace {

using findings::Finding;
using findings::ScanResult;

const char* mark(Step step) {
  switch (step) {
    case Step::added:
      return "+";
    case Step::dropped:
      return "-";
    case Step::changed:
      break;
  }
  return "~";
}

const char* name(Step step) {
  switch (step) {
    case Step::added:
      return "added";
    case Step::dropped:
      return "dropped";
    case Step::changed:
      break;
  }
  return "changed";
}

/// A value as a person reads it: "yes" in words, a permission without its prefix.
std::string shown(const std::string& value, const Change& change, const Voice& voice) {
  if (change.what == "used_by" && value == "app") return voice("diff.own_code");
  if (change.what == "used_by" && value == "other") return voice("diff.other_code");
  const std::string key = (change.what == "verdict" ? "verdict." : "tri.") + value;
  if (voice.words().texts().has(key)) return voice(key);
  return printable(change.what == "permission" || change.what == "hidden" ? short_permission(value)
                                                                          : value);
}

bool became_unknown(const Change& change) { return change.after == "unknown"; }

/// "now asked for", "no longer read by the code", "target SDK from 22 to 30".
std::string sentence(const Change& change, const Voice& voice) {
  const std::string before = shown(change.before, change, voice);
  const std::string after = shown(change.after, change, voice);
  const bool yes = change.step == Step::added || change.after == "yes";
  const std::string key = "diff." + change.what + (yes ? ".added" : ".dropped");
  std::string words;
  if (voice.words().texts().has(key) && !became_unknown(change)) {
    words = voice(key, {yes ? after : before});
  } else {
    words = voice("diff.from_to", {voice("diff." + change.what), before, after});
  }
  return change.kind.empty() ? words : voice("diff.of_kind", {voice.kind(change.kind), words});
}

/// Red for what is worse for the person, green for what is better; what a policy says or leaves
/// out, and what is no longer known, is neither.
Paint paint_of(const Change& change) {
  const bool words_only = change.what == "says" || change.what == "denied" ||
                          change.what == "signer" || change.step == Step::changed;
  if (words_only || became_unknown(change)) return Paint::yellow;
  return change.step == Step::added ? Paint::red : Paint::green;
}

std::string release(const ScanResult& result) {
  const findings::Identity& id = result.identity;
  std::string out = printable(id.path);
  if (!id.version_name.empty()) out += " (" + printable(id.version_name) + ")";
  return out;
}

std::string finding_line(const Finding& finding, const Voice& voice) {
  const std::string severity =
      finding.open ? voice("report.open")
                   : voice("severity." + std::string(findings::name(finding.severity)));
  return "[" + severity + "] " + voice(finding.title);
}

}  // namespace

void write_diff_text(std::ostream& out, const Diff& diff, const ScanResult& before,
                     const ScanResult& after, const Voice& voice, bool colour) {
  Page page(out, 80, colour);
  page.item("", title_of(after.identity, voice), Paint::plain, Paint::bold);
  page.item("  - ", release(before));
  page.item("  + ", release(after));
  if (diff.changes.empty() && diff.added.empty() && diff.resolved.empty()) {
    page.blank();
    page.line(voice("diff.none"));
    return;
  }
  if (!diff.changes.empty()) page.heading(voice("diff.changes"));
  for (const Change& change : diff.changes) {
    page.item(std::string("  ") + mark(change.step) + " ", sentence(change, voice),
              paint_of(change));
  }
  if (!diff.added.empty()) page.heading(voice("diff.findings_added"));
  for (const Finding& finding : diff.added) {
    page.item("  + ", finding_line(finding, voice), Paint::red);
    page.item("      ", voice(finding.message));
  }
  if (!diff.resolved.empty()) page.heading(voice("diff.findings_resolved"));
  for (const Finding& finding : diff.resolved) {
    page.item("  - ", finding_line(finding, voice), Paint::green);
  }
}

void write_diff_json(std::ostream& out, const Diff& diff, const ScanResult& before,
                     const ScanResult& after, const Words& words) {
  JsonStream json(2);
  JsonParts parts(json, words);
  const auto side = [&](std::string_view name, const ScanResult& result) {
    const findings::Identity& id = result.identity;
    json.key(name).begin_object();
    parts.text("path", id.path);
    parts.text("sha256", id.sha256);
    parts.text("package", id.package);
    parts.text("version_name", id.version_name);
    parts.text("version_code", id.version_code);
    parts.text("verdict", findings::name(result.verdict));
    json.end();
  };
  json.begin_object();
  parts.text("schema_version", kReportSchemaVersion);
  side("old", before);
  side("new", after);
  json.key("changes").begin_array();
  for (const Change& change : diff.changes) {
    json.begin_object();
    parts.text("step", name(change.step));
    parts.text("what", change.what);
    json.key("kind");
    change.kind.empty() ? json.null() : json.text(change.kind);
    parts.text("old", change.before);
    parts.text("new", change.after);
    json.end();
  }
  json.end();
  parts.member("added", diff.added);
  parts.member("resolved", diff.resolved);
  out << json.end().written() << '\n';
}

void write_diff_markdown(std::ostream& out, const Diff& diff, const ScanResult& before,
                         const ScanResult& after, const Voice& voice) {
  out << "## " << markdown(title_of(after.identity, voice)) << "\n\n"
      << markdown_code(release(before)) << " → " << markdown_code(release(after)) << "\n";
  if (diff.changes.empty() && diff.added.empty() && diff.resolved.empty()) {
    out << "\n" << voice("diff.none") << "\n";
    return;
  }
  if (!diff.changes.empty()) out << "\n### " << voice("diff.changes") << "\n\n";
  for (const Change& change : diff.changes) {
    out << "- **" << mark(change.step) << "** " << markdown(sentence(change, voice)) << "\n";
  }
  if (!diff.added.empty()) out << "\n### " << voice("diff.findings_added") << "\n\n";
  for (const Finding& finding : diff.added) {
    out << "- " << markdown(finding_line(finding, voice)) << "  \n  "
        << markdown(voice(finding.message)) << "\n";
  }
  if (!diff.resolved.empty()) out << "\n### " << voice("diff.findings_resolved") << "\n\n";
  for (const Finding& finding : diff.resolved) {
    out << "- " << markdown(finding_line(finding, voice)) << "\n";
  }
}

}  // namespace loanlint::report
