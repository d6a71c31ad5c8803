// SPDX-License-Identifier: Apache-2.0
#include "report/sample.h"

#include <algorithm>

namespace loanlint::report {
namespace {

using findings::Basis;
using findings::Evidence;
using findings::Fact;
using findings::Finding;
using findings::ScanResult;
using findings::Severity;
using findings::Tri;

Evidence asked_contacts() {
  return {"AndroidManifest.xml", findings::ManifestPlace{7, "/manifest/uses-permission[2]"},
          "<uses-permission android:name=\"android.permission.READ_CONTACTS\"/>"};
}

Evidence admitted() {
  return {"assets/policy.html", findings::TextPlace{12, 300, 390},
          "如您逾期，我们有权通过您通讯录中的联系人告知您的欠款情况。"};
}

Evidence sent() {
  const std::string run = "Lcom/example/jyq/Upload;->run()V";
  const std::string read = "Lcom/example/jyq/Records;->read()Ljava/lang/String;";
  const findings::CodePlace query{read, 28, "Landroid/content/ContentResolver;->query"};
  return {"classes.dex",
          query,
          "",
          {{"Lcom/example/jyq/Main;->onCreate(Landroid/os/Bundle;)V", 4, ""},
           {run, 20, read},
           query,
           {run, 20, read, true},
           {run, 96, "Ljava/net/HttpURLConnection;->connect"}}};
}

void add_facts(ScanResult& result) {
  auto& facts = result.facts;
  facts.set("category", {std::string("loan"), {}, {}});
  facts.set("contacts.asked", {Tri::yes, {}, {asked_contacts()}});
  facts.set("contacts.asked_by",
            {std::vector<std::string>{"android.permission.READ_CONTACTS"}, {}, {}});
  facts.set("contacts.used", {Tri::yes, {}, {sent()}});
  facts.set("contacts.sent", {Tri::yes, {}, {sent()}});
  facts.set("contacts.sent_to", {std::string("network"), {}, {sent()}});
  facts.set("contacts.disclosed", {Tri::yes, {}, {admitted()}});
  facts.set("contacts.mode", {std::string("device"), {}, {}});
  facts.set("contacts.for_collection", {Tri::yes, {}, {admitted()}});
  facts.set("sms.asked", {Tri::yes, {}, {}});
  facts.set("sms.asked_by", {std::vector<std::string>{"android.permission.READ_SMS"}, {}, {}});
  facts.set("sms.used", {Tri::unknown, {"verdict.incomplete"}, {}});
  facts.set("sms.disclosed", {Tri::no, {}, {}});
  facts.set("sms.denied", {Tri::yes, {}, {}});
  facts.set("call_log.asked", {Tri::no, {}, {}});
  facts.set("call_log.used", {Tri::no, {}, {}});
  facts.set("call_log.disclosed", {Tri::no, {}, {}});
  facts.set("policy.found", {Tri::yes, {}, {}});
  facts.set("target_sdk", {std::int64_t{28}, {}, {}});
}

Finding collection() {
  Finding finding;
  finding.rule = "contacts-for-collection";
  finding.pack = "pipl";
  finding.kind = "contacts";
  finding.severity = Severity::critical;
  finding.basis = Basis::admitted;
  finding.title = {"通讯录被用于催收", "The address book is used for debt collection"};
  finding.message = {"隐私政策写明会联系您通讯录中的人。",
                     "The policy says that people in your address book will be contacted."};
  finding.why = {"您的联系人没有同意过任何事。", "Your contacts never agreed to anything."};
  finding.advice_borrower = {"不要授予通讯录权限。", "Do not grant the contacts permission."};
  finding.advice_lender = {"删去该用途。", "Drop this purpose."};
  finding.articles = {"pipl-13-1-1", "pipl-44"};
  finding.evidence = {admitted(), sent()};
  finding.fingerprint = fingerprint(finding);
  return finding;
}

Finding question() {
  Finding finding;
  finding.rule = "sms-used";
  finding.pack = "pipl";
  finding.kind = "sms";
  finding.severity = Severity::medium;
  finding.open = true;
  finding.title = {"短信是否被读取，未能查清", "Whether SMS are read is not known"};
  finding.message = finding.title;
  finding.articles = {"pipl-13-1-1"};
  finding.fingerprint = fingerprint(finding);
  return finding;
}

Finding good() {
  Finding finding;
  finding.rule = "uses-retriever";
  finding.pack = "pipl";
  finding.kind = "sms";
  finding.severity = Severity::info;
  finding.good = true;
  finding.title = {"使用系统验证码接口", "Uses the system's one-time-code interface"};
  finding.message = finding.title;
  finding.fingerprint = fingerprint(finding);
  return finding;
}

}  // namespace

ScanResult sample_result() {
  ScanResult result;
  result.identity.path = "jiyongqian.apk";
  result.identity.size = 4321;
  result.identity.sha256 = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";
  result.identity.input = "apk";
  result.identity.package = "com.example.jyq";
  result.identity.version_name = "3.2.1";
  result.identity.version_code = "321";
  result.identity.label = {"急用钱", "Quick Cash"};
  result.identity.min_sdk = 21;
  result.identity.target_sdk = 28;
  result.identity.signers = {"5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02"};
  add_facts(result);
  result.findings = {collection(), question(), good()};
  std::sort(result.findings.begin(), result.findings.end(), findings::before);
  result.gaps = {{"classes2.dex", 452, {"verdict.incomplete"}, "code_bytes"}};
  result.tricks = {{"manifest-impossible-method", "AndroidManifest.xml", 0, "method 0x2a3b"}};
  result.requested = {
      {"android.permission.INTERNET", 0, 0, "uses-permission", "", {}},
      {"android.permission.READ_CONTACTS", 0, 0, "uses-permission", "", asked_contacts()}};
  result.decoys = {{"android.permission.CAMERA", 0, 0, "uses-permission", "nested-element", {}}};
  result.hidden = {{"android.permission.READ_SMS",
                    23,
                    30,
                    "uses-permission-sdk-23",
                    "manifest-impossible-method",
                    {}}};
  result.documents = {{"assets/policy.html", "policy", "zh-Hans", "UTF-8", 2048}};
  result.manifest =
      "<manifest package=\"com.example.jyq\">\n  <uses-sdk/>\n\n\n\n"
      "  <uses-permission android:name=\"android.permission.INTERNET\"/>\n"
      "  <uses-permission android:name=\"android.permission.READ_CONTACTS\"/>\n</manifest>\n";
  result.verdict = findings::verdict(result);
  return result;
}

ScanResult hostile_result() {
  ScanResult result = sample_result();
  const std::string hostile = "=1+1</script><b>\"'&\x1b[31m\xe2\x80\xae\xff\n|`]]>";
  result.identity.path = hostile + ".apk";
  result.identity.package = hostile;
  result.identity.label = {hostile, hostile};
  result.identity.version_name = hostile;
  for (Finding& finding : result.findings) {
    for (Evidence& evidence : finding.evidence) {
      evidence.entry = hostile;
      evidence.excerpt = hostile;
    }
    finding.message = {hostile, hostile};
  }
  result.hidden[0].name = hostile;
  result.requested[0].name = hostile;
  result.gaps[0].entry = hostile;
  result.tricks[0].entry = hostile;
  result.documents[0].entry = hostile;
  result.facts.set("contacts.used_by", {std::vector<std::string>{hostile}, {hostile}, {}});
  return result;
}

}  // namespace loanlint::report
