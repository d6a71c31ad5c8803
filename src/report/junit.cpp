// SPDX-License-Identifier: Apache-2.0
#include "report/junit.h"

#include <pugixml.hpp>
#include <string>

#include "base/printable.h"
#include "report/summary.h"

namespace loanlint::report {
namespace {

using findings::Finding;
using findings::ScanResult;

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

/// Writes no attribute that junit-10.xsd lacks: Jenkins can be set to refuse such a report.
class JunitWriter : public Writer {
 public:
  JunitWriter(std::ostream& out, const Words& words, const WriterOptions& options)
      : out_(out), voice_(words, options.language), fail_on_(options.fail_on) {
    pugi::xml_node declaration = document_.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    suites_ = document_.append_child("testsuites");
    set(suites_, "name", "loanlint");
  }

  void add(const ScanResult& result) override {
    pugi::xml_node suite = suites_.append_child("testsuite");
    set(suite, "name", printable(result.identity.path));
    set(suite, "file", printable(result.identity.path));
    Counts counts;
    for (const Finding& finding : result.findings) one(suite, finding, counts);
    for (const findings::Gap& gap : result.gaps) {
      pugi::xml_node test = testcase(suite, "gap", printable(gap.entry), counts);
      pugi::xml_node error = test.append_child("error");
      set(error, "type", "gap");
      set(error, "message", voice_(gap.what));
      ++counts.errors;
    }
    if (counts.tests == 0) testcase(suite, "scan", voice_("verdict.pass"), counts);
    set(suite, "tests", std::to_string(counts.tests));
    set(suite, "failures", std::to_string(counts.failures));
    set(suite, "errors", std::to_string(counts.errors));
    set(suite, "skipped", std::to_string(counts.skipped));
    all_.tests += counts.tests;
    all_.failures += counts.failures;
    all_.errors += counts.errors;
  }

  void finish() override {
    set(suites_, "tests", std::to_string(all_.tests));
    set(suites_, "failures", std::to_string(all_.failures));
    set(suites_, "errors", std::to_string(all_.errors));
    document_.save(out_, "  ", pugi::format_default, pugi::encoding_utf8);
  }

 private:
  struct Counts {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;
  };

  static pugi::xml_node testcase(pugi::xml_node suite, const std::string& rule,
                                 const std::string& name, Counts& counts) {
    pugi::xml_node test = suite.append_child("testcase");
    set(test, "classname", rule);
    set(test, "name", name);
    ++counts.tests;
    return test;
  }

  void one(pugi::xml_node suite, const Finding& finding, Counts& counts) {
    pugi::xml_node test =
        testcase(suite, finding.pack + "." + finding.rule, voice_(finding.title), counts);
    if (finding.good) return;
    const std::string severity =
        finding.open ? voice_("report.open")
                     : voice_("severity." + std::string(findings::name(finding.severity)));
    const bool fails =
        !finding.open && !finding.accepted && fail_on_ && finding.severity >= *fail_on_;
    pugi::xml_node what = test.append_child(fails ? "failure" : "skipped");
    if (fails) set(what, "type", std::string(findings::name(finding.severity)));
    const std::string message =
        finding.accepted ? voice_("report.accepted_one",
                                  {voice_(finding.message), printable(finding.accepted_reason)})
                         : voice_(finding.message);
    set(what, "message", "[" + severity + "] " + message);
    ++(fails ? counts.failures : counts.skipped);
    if (fails) what.append_child(pugi::node_pcdata).set_value(details(finding).c_str());
  }

  std::string details(const Finding& finding) const {
    std::string out;
    for (const std::string& id : finding.articles) out += voice_.article(id) + "\n";
    for (const findings::Evidence& one : finding.evidence) {
      out += voice_.place(one);
      if (!one.excerpt.empty()) out += "\n    " + printable(one.excerpt);
      out += "\n";
    }
    return out + voice_(finding.advice_lender) + "\n";
  }

  std::ostream& out_;
  Voice voice_;
  std::optional<findings::Severity> fail_on_;
  pugi::xml_document document_;
  pugi::xml_node suites_;
  Counts all_;
};

}  // namespace

std::unique_ptr<Writer> make_junit_writer(std::ostream& out, const Words& words,
                                          const WriterOptions& options) {
  return std::make_unique<JunitWriter>(out, words, options);
}

}  // namespace loanlint::report
