// SPDX-License-Identifier: Apache-2.0
#include "sentence_score.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iomanip>
#include <map>
#include <ostream>
#include <vector>

#include "base/error.h"
#include "catalog/node.h"

namespace loanlint::bench {
namespace {

struct Count {
  int hit = 0, extra = 0, missed = 0;

  void add(bool wanted, bool said) {
    hit += wanted && said ? 1 : 0;
    extra += !wanted && said ? 1 : 0;
    missed += wanted && !said ? 1 : 0;
  }
};

void print(std::ostream& out, const std::string& name, const Count& count) {
  const double hit = count.hit;
  const double precision = hit > 0 ? hit / (count.hit + count.extra) : 0;
  const double recall = hit > 0 ? hit / (count.hit + count.missed) : 0;
  out << std::left << std::setw(24) << name << std::right << std::fixed << std::setprecision(3)
      << " hit " << std::setw(5) << count.hit << "  extra " << std::setw(5) << count.extra
      << "  missed " << std::setw(5) << count.missed << "  P " << precision << "  R " << recall
      << "\n";
}

std::vector<policy::Statement> read_sentence(const policy::Reader& reader,
                                             const std::string& text) {
  const policy::RawDocument document{"sentence.txt", as_bytes(text), policy::Format::text, true};
  std::vector<findings::Gap> gaps;
  std::vector<policy::Statement> out;
  for (const policy::Document& read : reader.read({&document, 1}, {}, gaps).documents) {
    for (const policy::Sentence& sentence : read.sentences) {
      out.insert(out.end(), sentence.statements.begin(), sentence.statements.end());
    }
  }
  return out;
}

bool says(const std::vector<policy::Statement>& statements, std::string_view type,
          std::string_view kind = {}) {
  return std::any_of(statements.begin(), statements.end(), [&](const policy::Statement& said) {
    return said.type == type && (kind.empty() || said.kind == kind);
  });
}

std::ifstream opened(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw UsageError(path + ": cannot be opened");
  return in;
}

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> out(1);
  for (const char c : line) {
    if (c == '\t') {
      out.emplace_back();
    } else {
      out.back().push_back(c);
    }
  }
  return out;
}

bool holds_any(const std::string& text, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(),
                     [&text](const char* word) { return text.find(word) != std::string::npos; });
}

}  // namespace

void score_topics(const policy::Reader& reader, const std::string& path, std::ostream& out) {
  struct Topic {
    const char* label;
    std::vector<const char*> types;
  };
  static const std::array<Topic, 4> topics = {{{"共享、委托、转让、公开（披露）", {"shares"}},
                                               {"数据、权限管理", {"rights", "withdrawal"}},
                                               {"联系方式", {"channel"}},
                                               {"存储方式", {"retention"}}}};
  std::array<Count, topics.size()> counts;
  std::ifstream in = opened(path);
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const catalog::Node node = catalog::Node::parse(line, path + " line " + std::to_string(number));
    const std::vector<std::string> labels = node.at("label").texts();
    const auto said = read_sentence(reader, node.at("text").text());
    for (std::size_t i = 0; i < topics.size(); ++i) {
      const bool wanted = std::find(labels.begin(), labels.end(), topics[i].label) != labels.end();
      counts[i].add(wanted, std::any_of(topics[i].types.begin(), topics[i].types.end(),
                                        [&said](const char* type) { return says(said, type); }));
    }
  }
  for (std::size_t i = 0; i < topics.size(); ++i) print(out, topics[i].types.front(), counts[i]);
}

void score_entities(const policy::Reader& reader, const std::string& path, std::ostream& out) {
  Count count;
  std::ifstream in = opened(path);
  std::string line;
  std::getline(in, line);  // column names
  while (std::getline(in, line)) {
    const std::vector<std::string> row = columns(line);
    if (row.size() < 3) continue;
    const bool collecting = holds_any(row[1], {"收集", "设置", "撤回"});
    bool marked = false;
    for (std::size_t at = row.size() > 3 ? row[3].find("数据:") : std::string::npos;
         at != std::string::npos; at = row[3].find("数据:", at + 1)) {
      marked =
          marked || holds_any(row[3].substr(at, row[3].find(" | ", at) - at), {"通讯录", "通信录"});
    }
    const bool said = says(read_sentence(reader, row[2]), "discloses", "contacts");
    const bool wanted = collecting && marked;
    count.add(wanted, said);
    if (wanted != said)
      out << (wanted ? "missed\t" : "extra\t") << row[0] << "\t" << row[2] << "\n";
  }
  print(out, "contacts disclosed", count);
}

}  // namespace loanlint::bench
