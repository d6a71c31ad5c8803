// SPDX-License-Identifier: Apache-2.0
// The same two sentences in every format and encoding that a policy comes in.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/error.h"
#include "policy/plain.h"
#include "reading.h"
#include "support/zip_builder.h"

namespace loanlint::policy {
namespace {

std::set<std::string> said_in(const Document& document) {
  std::set<std::string> out;
  for (const Sentence& sentence : document.sentences) {
    for (const Statement& said : sentence.statements) {
      if (said.type == "discloses" || said.type == "denies") {
        out.insert(said.kind + " " + said.type);
      }
    }
  }
  return out;
}

std::string docx(const std::string& body) {
  testing::ZipRecipe zip;
  zip.items.push_back({"[Content_Types].xml", "<Types/>"});
  zip.items.push_back(
      {"word/document.xml",
       "<?xml version=\"1.0\"?><w:document><w:body>" + body + "</w:body></w:document>", true});
  return testing::build_zip(zip);
}

std::string paragraph(const std::string& text) {
  return "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string row(const std::string& left, const std::string& right) {
  return "<w:tr><w:tc>" + paragraph(left) + "</w:tc><w:tc>" + paragraph(right) + "</w:tc></w:tr>";
}

/// A one-page PDF 1.4 that shows `lines` in Helvetica.
std::string pdf(const std::vector<std::string>& lines) {
  std::string content = "BT /F1 12 Tf 72 720 Td";
  for (const std::string& line : lines) content += " (" + line + ") Tj 0 -16 Td";
  content += " ET";
  const std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
      "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  std::string out = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string at = std::to_string(out.size());
    table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(out.size());
  return out + "xref\n0 6\n" + table + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + start +
         "\n%%EOF\n";
}

bool has_pdftotext() { return std::system("command -v pdftotext >/dev/null 2>&1") == 0; }

const std::set<std::string> kBoth = {"contacts denies", "sms discloses"};

}  // namespace

TEST_CASE("documents: one text in every encoding") {
  struct Row {
    std::string name;
    std::string bytes;
    std::string encoding;
  };
  const Row rows[] = {
      {"UTF-8", "隐私政策。本平台不会收集您的通讯录，但会读取您的短信内容。", "UTF-8"},
      {"GBK",
       "\xD2\xFE\xCB\xBD\xD5\xFE\xB2\xDF\xA1\xA3\xB1\xBE\xC6\xBD\xCC\xA8\xB2\xBB\xBB\xE1\xCA\xD5"
       "\xBC\xAF\xC4\xFA\xB5\xC4\xCD\xA8\xD1\xB6\xC2\xBC\xA3\xAC\xB5\xAB\xBB\xE1\xB6\xC1\xC8\xA1"
       "\xC4\xFA\xB5\xC4\xB6\xCC\xD0\xC5\xC4\xDA\xC8\xDD\xA1\xA3",
       "GB18030"},
      {"Big5, in Traditional Chinese",
       "\xC1\xF4\xA8\x70\xAC\x46\xB5\xA6\xA1\x43\xA5\xBB\xA5\xAD\xA5\x78\xA4\xA3\xB7\x7C\xA6\xAC"
       "\xB6\xB0\xB1\x7A\xAA\xBA\xB3\x71\xB0\x54\xBF\xFD\xA1\x41\xA6\xFD\xB7\x7C\xC5\xAA\xA8\xFA"
       "\xB1\x7A\xAA\xBA\xC2\xB2\xB0\x54\xA4\xBA\xAE\x65\xA1\x43",
       "Big5"},
      {"Traditional Chinese", "隱私政策。本平台不會蒐集您的通訊錄，但會讀取您的簡訊內容。",
       "UTF-8"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Document read = read_given(row.bytes, Format::automatic, "policy.txt");
    CHECK(read.encoding == row.encoding);
    CHECK(said_in(read) == kBoth);
  }
}

TEST_CASE("documents: a Word file, with its table") {
  const Document read = read_given(
      docx(paragraph("隐私政策") + paragraph("本平台不会收集您的通讯录，但会读取您的短信内容。") +
           "<w:tbl>" + row("权限名称", "用途") + row("通话记录权限", "用于风险评估") + "</w:tbl>"),
      Format::automatic, "policy.docx");
  CHECK(said_in(read) ==
        std::set<std::string>{"call_log discloses", "contacts denies", "sms discloses"});
  CHECK(read.text.find("权限名称\t用途") != std::string::npos);
}

TEST_CASE("documents: a Word file that is none") {
  const std::string no_body = [] {
    testing::ZipRecipe zip;
    zip.items.push_back({"a.txt", "x"});
    return testing::build_zip(zip);
  }();
  const std::string text = "plain text";
  CHECK_THROWS_WITH_AS(read_docx(as_bytes(no_body), {}), "no word/document.xml in it", FormatError);
  CHECK_THROWS_AS(read_docx(as_bytes(text), {}), FormatError);
}

TEST_CASE("documents: a PDF, where pdftotext is installed") {
  if (!has_pdftotext()) {
    MESSAGE("skipped: pdftotext is not installed");
    return;
  }
  const Document read = read_given(pdf({"Privacy policy", "We do not collect your address book.",
                                        "We read your text messages to assess your credit."}),
                                   Format::automatic, "policy.pdf");
  CHECK(said_in(read) == kBoth);
  const std::string broken = "%PDF-1.4\nnothing";
  CHECK_THROWS_WITH_AS(read_pdf(as_bytes(broken), {}), "pdftotext could not read it", FormatError);
}

TEST_CASE("documents: kinds of document") {
  std::string words;
  for (int i = 0; i < 600; ++i) words += "通讯录" + std::to_string(i) + "\n";
  struct Row {
    std::string name;
    std::string entry;
    std::string text;
    std::string kind;
  };
  const Row rows[] = {
      {"a word list", "assets/dict_privacy.txt", words, "dictionary"},
      {"a licence", "assets/open_source_licenses.txt",
       "Open source notices\n\nApache License\nVersion 2.0, January 2004\n"
       "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION\n"
       "Licensed under the Apache License, Version 2.0.\n",
       "licence"},
      {"a policy with a chapter on SDKs", "assets/a.txt",
       "隐私政策\n第三方SDK目录\nSDK名称：某推送SDK\n我们会收集您的个人信息。\n", "policy"},
      {"an agreement", "assets/register_agreement.html",
       "<h1>用户服务协议</h1><p>本协议由甲方与乙方签订。</p><p>违约责任：甲方应承担违约金。</p>",
       "agreement"},
      {"an authorisation letter", "assets/zhengxin.html",
       "<h1>个人征信查询授权书</h1><p>授权人同意被授权人向征信机构查询本人信用报告。</p>",
       "authorisation"},
      {"a game's text", "assets/level.txt", "第一关 打开宝箱，读取你的联系人名单。", "other"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const RawDocument raw{row.entry, as_bytes(row.text), Format::automatic, false};
    std::vector<findings::Gap> gaps;
    const Policy policy = reader().read({&raw, 1}, {}, gaps);
    REQUIRE(policy.documents.size() == 1);
    CHECK(policy.documents[0].kind == row.kind);
  }
}

TEST_CASE("documents: offsets of a plain text count from the start of the file") {
  const std::string file = "\uFEFF隐私政策\r\n\r\n我们会读取您的通讯录。\r\n";
  const Document document = read_given(file);
  const auto reads = std::find_if(document.sentences.begin(), document.sentences.end(),
                                  [](const Sentence& one) { return !one.statements.empty(); });
  REQUIRE(reads != document.sentences.end());
  CHECK(file.substr(reads->start, reads->end - reads->start) == "我们会读取您的通讯录。");
  CHECK(reads->line == 3);
}

TEST_CASE("documents: a marked page and a file of string resources are read as what they hold") {
  struct Row {
    std::string name;
    std::string text;
  };
  const Row rows[] = {
      {"HTML with a byte order mark",
       "\uFEFF<html><body><p>我们会读取您的通讯录。</p></body></html>"},
      {"JSON with a byte order mark", "\uFEFF{\"policy\": \"我们会读取您的通讯录。\"}"},
      {"string resources",
       "<?xml version=\"1.0\"?><resources><string "
       "name=\"a\">我们会读取您的通讯录。</string></resources>"}};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Document document = read_given(row.text, Format::automatic);
    REQUIRE(document.sentences.size() == 1);
    CHECK(document.excerpt(document.sentences[0]) == "我们会读取您的通讯录。");
    CHECK(said_in(document) == std::set<std::string>{"contacts discloses"});
  }
}

}  // namespace loanlint::policy
