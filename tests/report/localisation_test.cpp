// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "report/sample.h"
#include "report/test_words.h"
#include "report/writer.h"

namespace loanlint::report {
namespace {

using catalog::Language;

/// What a key without words is printed as, in plain text and in JSON that escapes it.
bool shows_a_key(const std::string& page) {
  return page.find("⟦") != std::string::npos || page.find("\\u27e6") != std::string::npos;
}

std::string printed(Format format, Language language, const findings::ScanResult& result,
                    bool verbose = false) {
  const TestWords words;
  std::ostringstream out;
  WriterOptions options;
  options.language = language;
  options.verbose = verbose;
  const auto writer = make_writer(format, out, words, options);
  writer->add(result);
  writer->finish();
  return out.str();
}

constexpr std::array kFormats{Format::text,  Format::json,   Format::jsonl,
                              Format::sarif, Format::html,   Format::junit,
                              Format::csv,   Format::gitlab, Format::markdown};

TEST_CASE("no format prints a key instead of its words, in either language") {
  for (const Format format : kFormats) {
    for (const auto language : {Language::zh, Language::en}) {
      for (const auto& result : {sample_result(), findings::ScanResult{}}) {
        for (const bool verbose : {false, true}) {
          CAPTURE(static_cast<int>(format));
          CHECK(!shows_a_key(printed(format, language, result, verbose)));
        }
      }
    }
  }
}

TEST_CASE("a sentence without words would be seen") {
  findings::ScanResult result = sample_result();
  result.gaps = {{"", 0, {"no.such.key", {}}, ""}};
  for (const Format format :
       {Format::text, Format::json, Format::sarif, Format::html, Format::markdown}) {
    CAPTURE(static_cast<int>(format));
    CHECK(shows_a_key(printed(format, Language::zh, result)));
  }
}

/// Texts in quotes that look like keys: "report.verdict", or "verdict." to which a word is added.
std::set<std::string> keys_in(const std::string& source) {
  static const std::regex kKey("\"([a-z_]+(?:\\.[a-z0-9_-]+)*\\.?)\"");
  std::set<std::string> out;
  for (auto at = std::sregex_iterator(source.begin(), source.end(), kKey);
       at != std::sregex_iterator(); ++at) {
    if ((*at)[1].str().find('.') != std::string::npos) out.insert((*at)[1]);
  }
  return out;
}

/// Those of the keys that have no words; texts whose first part no key has are not keys.
std::set<std::string> without_words(const std::set<std::string>& found,
                                    const catalog::Texts& texts) {
  // First parts that names of facts and files share with keys.
  const std::set<std::string> other{"policy", "archive", "manifest", "code", "sms", "contacts"};
  const std::set<std::string> names{"android.intent.category.", "android.permission."};
  static const std::regex kFile(".*\\.(json|html|txt|zip)");
  std::set<std::string> firsts;
  const std::vector<std::string> keys = texts.keys();
  for (const std::string& key : keys) firsts.insert(key.substr(0, key.find('.')));
  std::set<std::string> out;
  for (const std::string& text : found) {
    const std::string first = text.substr(0, text.find('.'));
    if (!firsts.contains(first) || other.contains(first) || texts.has(text)) continue;
    if (names.contains(text) || std::regex_match(text, kFile)) continue;
    // A text that others are added to is the head of a key.
    const bool head = std::any_of(keys.begin(), keys.end(),
                                  [&](const std::string& key) { return key.starts_with(text); });
    if (!head) out.insert(text);
  }
  return out;
}

TEST_CASE("every key that the program names has words") {
  const TestWords words;
  CHECK(without_words(keys_in("voice(\"report.no_such\")"), words.texts()) ==
        std::set<std::string>{"report.no_such"});
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("src")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
    std::ifstream in(entry.path());
    std::stringstream all;
    all << in.rdbuf();
    const std::set<std::string> found = keys_in(all.str());
    seen += found.size();
    const std::set<std::string> missing = without_words(found, words.texts());
    CAPTURE(entry.path().string());
    CAPTURE(missing.empty() ? std::string() : *missing.begin());
    CHECK(missing.empty());
  }
  CHECK(seen > 300);
}

TEST_CASE("each language keeps to itself") {
  const TestWords words;
  for (const std::string& key : words.texts().keys()) {
    const std::string english = words.texts()(Language::en, key);
    CAPTURE(key);
    // Chinese characters take three bytes of UTF-8 and begin with 0xE4 to 0xE9.
    CHECK(std::none_of(english.begin(), english.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte >= 0xE4 && byte <= 0xE9;
    }));
  }
}

}  // namespace
}  // namespace loanlint::report
