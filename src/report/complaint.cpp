// SPDX-License-Identifier: Apache-2.0
#include "report/complaint.h"

#include <algorithm>

#include "base/printable.h"
#include "report/evidence_line.h"
#include "report/finding_groups.h"
#include "report/summary.h"

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
    norms();
    for (const char* part : {"complaint.requests", "complaint.request_1", "complaint.request_2",
                             "complaint.request_3", "complaint.request_4"}) {
      line(voice_(part));
    }
    out_ << '\n';
    line(voice_("complaint.limits"));
    out_ << '\n';
    line(voice_("complaint.attachments"));
    for (std::size_t i = 0; i < attachments.size(); ++i) {
      line("  " + std::to_string(i + 1) + ". " + attachments[i]);
    }
    out_ << '\n';
    line(voice_("complaint.signature"));
  }

 private:
  void line(const std::string& text) { out_ << text << '\n'; }

  void head() {
    line(voice_("complaint.title"));
    out_ << '\n';
    line(voice_("complaint.how_to_use"));
    out_ << '\n';
    for (const char* part : {"complaint.to", "complaint.person", "complaint.against"}) {
      line(voice_(part));
    }
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
    // A form of several lines, all of it our own words.
    line(voice_.words().texts()(voice_.language(), "complaint.own_facts"));
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
    // Over several kinds of data the messages would repeat each other.
    line("    " + voice_(group.members.size() == 1 ? first.message : first.why));
    for (const std::string& one : main_evidence(group, voice_)) {
      line("    " + voice_("complaint.evidence", {one}));
    }
    line("    " + voice_("complaint.basis", {basis_words(first, voice_)}));
  }

  void norms() {
    line(voice_("complaint.norms"));
    std::vector<std::string> seen;
    for (const Finding& finding : result_.findings) {
      if (!belongs(finding)) continue;
      for (const std::string& id : finding.articles) {
        if (std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
        seen.push_back(id);
        line("  - " + voice_.article(id) + voice_("explain.colon") +
             voice_(voice_.words().article(id).gist));
      }
    }
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
