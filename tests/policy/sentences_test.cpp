// SPDX-License-Identifier: Apache-2.0
// The project's own labelled sentences, tests/policy/sentences.jsonl: one object per line with
//   about   what it shows
//   text    the sentence
//   data    all it says of contacts, sms and call_log: "contacts discloses device"
//   says    what else it must say: "forced service", "contacts typed", "sms purpose risk"
//   silent  what it must not say
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "catalog/node.h"
#include "reading.h"

namespace loanlint::policy {
namespace {

using catalog::Node;

std::vector<std::string> texts_of(const Node& node, std::string_view key) {
  const std::optional<Node> found = node.find(key);
  return found ? found->texts() : std::vector<std::string>{};
}

bool is_core(const std::string& kind) {
  return kind == "contacts" || kind == "sms" || kind == "call_log";
}

struct Said {
  std::set<std::string> data;
  std::set<std::string> other;
};

Said read_said(const std::string& text) {
  Said out;
  for (const Sentence& sentence : read_given(text).sentences) {
    for (const Statement& said : sentence.statements) {
      const std::string mode = said.mode.empty() ? "" : " " + said.mode;
      if (said.type == "discloses" || said.type == "denies") {
        if (is_core(said.kind)) out.data.insert(said.kind + " " + said.type + mode);
      } else if (said.kind.empty()) {
        out.other.insert((said.negative ? "not " : "") + said.type);
        out.other.insert((said.negative ? "not " : "") + said.type + mode);
      } else if (is_core(said.kind)) {
        out.other.insert(said.kind + " " + said.type);
        out.other.insert(said.kind + " " + said.type + mode);
      }
    }
  }
  return out;
}

/// True when `said` is `wanted`, or `wanted` with a mode where none was asked for.
bool agrees(const std::string& said, const std::string& wanted) {
  return said == wanted || said.rfind(wanted + " ", 0) == 0;
}

bool same_data(const std::set<std::string>& said, const std::vector<std::string>& wanted) {
  const auto covered = [&](const std::string& one) {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const std::string& want) { return agrees(one, want); });
  };
  const auto found = [&](const std::string& want) {
    return std::any_of(said.begin(), said.end(),
                       [&](const std::string& one) { return agrees(one, want); });
  };
  return std::all_of(said.begin(), said.end(), covered) &&
         std::all_of(wanted.begin(), wanted.end(), found);
}

std::string joined(const std::set<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace

TEST_CASE("sentences: every labelled sentence is read as labelled") {
  std::ifstream in("tests/policy/sentences.jsonl");
  REQUIRE(in);
  std::size_t count = 0;
  std::string line;
  while (std::getline(in, line)) {
    const Node node = Node::parse(line, "sentences.jsonl:" + std::to_string(++count));
    node.only({"about", "text", "data", "says", "silent"});
    const std::string text = node.at("text").text();
    const Said said = read_said(text);
    CAPTURE(text);
    const std::string data = joined(said.data);
    CAPTURE(data);
    CHECK(same_data(said.data, texts_of(node, "data")));
    for (const std::string& wanted : texts_of(node, "says")) {
      CAPTURE(wanted);
      CHECK(said.other.count(wanted) == 1);
    }
    for (const std::string& unwanted : texts_of(node, "silent")) {
      CAPTURE(unwanted);
      CHECK(said.other.count(unwanted) == 0);
    }
  }
  CHECK(count >= 300);
}

}  // namespace loanlint::policy
