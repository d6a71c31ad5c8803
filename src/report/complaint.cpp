// SPDX-License-Identifier: Apache-2.0
#include "report/complaint.h"

#include <algorithm>
#include <array>

#include "base/printable.h"
#include "report/complaint_norms.h"
#include "report/evidence_line.h"
#include "report/finding_groups.h"
#include "report/summary.h"
#include "report/triangle.h"

namespace loanlint::report {
namespace {

using findings::Finding;

bool belongs(const Finding& finding) {
  return !finding.open && !finding.good && finding.severity > findings::Severity::info;
}

class Letter {
 public:
  Letter(std::ostream& out, const findings::ScanResult& result, const Voice& voice)
      : out_(out), result_(result), voice_(voice) {}

  void write(const std::vector<std::string>& attachments) {
    head();
    app();
    findings_part();
    write_norms(out_, cited(), voice_);
    requests();
    line(voice_("complaint.limits"));
    out_ << '\n';
    attachments_part(attachments);
    for (const char* part : {"complaint.closing", "complaint.signature"}) form(part);
  }

 private:
  void line(const std::string& text) { out_ << text << '\n'; }
  /// Blanks to fill in, on several lines, all of it our own words.
  void form(const char* key) { line(voice_.words().texts()(voice_.language(), key)); }

  void head() {
    line(voice_("complaint.title"));
    out_ << '\n';
    line(voice_("complaint.how_to_use"));
    out_ << '\n';
    for (const char* part : {"complaint.to", "complaint.person", "complaint.against"}) form(part);
    out_ << '\n';
  }

  void app() {
    const findings::Identity& id = result_.identity;
    line(voice_("complaint.facts"));
    line(voice_("complaint.app", {title_of(id, voice_), printable(id.package),
                                  printable(id.version_name), id.sha256}));
    for (const std::string& signer : id.signers) {
      line(voice_("complaint.signer", {printable(signer)}));
    }
    form("complaint.own_facts");
    out_ << '\n';
  }

  void findings_part() {
    line(voice_("complaint.findings"));
    std::size_t number = 0;
    for (const FindingGroup& group : group_findings(result_)) {
      one_group(group, number);
      for (const FindingGroup& weaker : group.overlapping) one_group(weaker, number);
    }
    if (number == 0) line("  " + voice_("complaint.no_findings"));
    out_ << '\n';
  }

  /// One rule is one point of the letter, over however many kinds of data.
  void one_group(const FindingGroup& group, std::size_t& number) {
    if (!belongs(group.first())) return;
    line("  " + voice_("complaint.finding", {std::to_string(++number), title_of(group, voice_)}));
    const Finding& first = group.first();
    // Sentences that say the same of each kind of data would be tedious to read.
    const std::vector<std::string> messages = messages_of(group, voice_);
    line("    " + (messages.size() == 1 ? messages.front() : voice_(first.why)));
    for (const std::string& one : main_evidence(group, voice_)) {
      line("    " + voice_("complaint.evidence", {one}));
    }
    line("    " + voice_("complaint.basis", {basis_words(first, voice_)}));
  }

  std::vector<std::string> cited() const {
    std::vector<std::string> out;
    for (const Finding& finding : result_.findings) {
      if (belongs(finding)) {
        out.insert(out.end(), finding.articles.begin(), finding.articles.end());
      }
    }
    return out;
  }

  /// The data of the triangle that the findings are about; all of it when they name none.
  std::string data() const {
    std::vector<std::string> kinds;
    for (const std::string_view kind : kCoreKinds) {
      if (std::any_of(result_.findings.begin(), result_.findings.end(),
                      [&](const Finding& one) { return belongs(one) && one.kind == kind; })) {
        kinds.emplace_back(kind);
      }
    }
    if (kinds.empty()) kinds.assign(kCoreKinds.begin(), kCoreKinds.end());
    return voice_.kinds(kinds);
  }

  void requests() {
    line(voice_("complaint.requests"));
    constexpr std::array kRequests{"complaint.request.stop",   "complaint.request.withdraw",
                                   "complaint.request.delete", "complaint.request.recipients",
                                   "complaint.request.others", "complaint.request.investigate"};
    for (std::size_t i = 0; i < kRequests.size(); ++i) {
      line(voice_("complaint.request", {std::to_string(i + 1), voice_(kRequests[i], {data()})}));
    }
    out_ << '\n';
  }

  /// Each file with what it is; those of one folder in one line.
  void attachments_part(const std::vector<std::string>& attachments) {
    line(voice_("complaint.attachments"));
    std::size_t number = 0;
    std::string folder;
    for (const std::string& name : attachments) {
      const std::size_t slash = name.find('/');
      const std::string shown = name.substr(0, slash == std::string::npos ? slash : slash + 1);
      if (shown == folder) continue;
      folder = shown.ends_with('/') ? shown : "";
      const std::string key = "complaint.file." + name.substr(0, slash);
      const std::string file =
          voice_.words().texts().has(key) ? voice_("complaint.file", {voice_(key), shown}) : shown;
      line("  " + std::to_string(++number) + ". " + file);
    }
    line("  " + std::to_string(++number) + ". " + voice_("complaint.own_files"));
    out_ << '\n';
  }

  std::ostream& out_;
  const findings::ScanResult& result_;
  const Voice& voice_;
};

}  // namespace

void write_complaint(std::ostream& out, const findings::ScanResult& result, const Voice& voice,
                     const std::vector<std::string>& attachments) {
  Letter(out, result, voice).write(attachments);
}

}  // namespace loanlint::report
