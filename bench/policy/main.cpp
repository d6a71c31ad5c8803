// SPDX-License-Identifier: Apache-2.0
// bench_policy: how well, and how fast, policies are read.
//   bench_policy score FOLDER LABELS.jsonl [--rules DIR]   per field precision, recall, F1; misses
//   bench_policy topics CAPP.jsonl [--rules DIR]           sentence by sentence, by topic
//   bench_policy entities CA4P.tsv [--rules DIR]          sentence by sentence, address book
//   bench_policy show FILE... [--rules DIR]                 every statement of every sentence
//   bench_policy time FILE [--rules DIR]                    speed
//   bench_policy examples [--rules DIR]                     the examples of all patterns
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "base/error.h"
#include "labels.h"
#include "policy/policy.h"
#include "score.h"
#include "sentence_score.h"
#include "timing.h"

namespace loanlint::bench {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw UsageError(path + ": cannot be opened");
  return {std::istreambuf_iterator<char>(in), {}};
}

policy::Policy read_one(const policy::Reader& reader, const std::string& path,
                        const std::string& bytes) {
  policy::RawDocument document;
  document.entry = std::filesystem::path(path).filename().string();
  document.bytes = as_bytes(bytes);
  document.given = true;
  std::vector<findings::Gap> gaps;
  policy::Policy out = reader.read({&document, 1}, {}, gaps);
  for (const findings::Gap& gap : gaps) std::cerr << path << ": " << gap.what.key << "\n";
  return out;
}

int score(const policy::Reader& reader, const catalog::Lexicon& lexicon,
          const std::vector<std::string>& args) {
  if (args.size() != 2) throw UsageError("score needs a folder and a labels file");
  Score total;
  for (const LabelledDocument& document : load_labels(args[1])) {
    const std::string path = args[0] + "/" + document.id + ".txt";
    const std::string bytes = read_file(path);
    const policy::Policy policy = read_one(reader, path, bytes);
    total.add(document, policy::facts(policy, lexicon), std::cout);
  }
  total.print(std::cout);
  return 0;
}

int show(const policy::Reader& reader, const std::vector<std::string>& args) {
  for (const std::string& path : args) {
    const std::string bytes = read_file(path);
    for (const policy::Document& document : read_one(reader, path, bytes).documents) {
      std::cout << "## " << document.entry << " " << document.kind << " " << document.language
                << " " << document.encoding << "\n";
      for (const policy::Sentence& sentence : document.sentences) {
        if (sentence.statements.empty()) continue;
        std::cout << sentence.line << "\t" << document.excerpt(sentence) << "\n";
        for (const policy::Statement& said : sentence.statements) {
          std::cout << "\t\t" << (said.negative ? "not " : "") << said.type << " " << said.kind
                    << " " << said.mode << "\t[" << said.pattern << "]\n";
        }
      }
    }
  }
  return 0;
}

int run(std::vector<std::string> args) {
  catalog::RuleFiles files;
  for (std::size_t i = 0; i + 1 < args.size(); ++i) {
    if (args[i] != "--rules") continue;
    files.overlay(args[i + 1]);
    args.erase(args.begin() + static_cast<std::ptrdiff_t>(i),
               args.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    break;
  }
  const catalog::Lexicon lexicon = catalog::load_lexicon(files);
  const policy::Reader reader(lexicon);
  if (args.empty())
    throw UsageError("usage: bench_policy score|topics|entities|show|time|examples …");
  const std::string command = args.front();
  args.erase(args.begin());
  if (command == "score") return score(reader, lexicon, args);
  if (command == "topics" && args.size() == 1) {
    score_topics(reader, args[0], std::cout);
    return 0;
  }
  if (command == "entities" && args.size() == 1) {
    score_entities(reader, args[0], std::cout);
    return 0;
  }
  if (command == "show") return show(reader, args);
  if (command == "time" && args.size() == 1) {
    time_reading(reader, read_file(args[0]), std::cout);
    return 0;
  }
  if (command == "examples") {
    const std::vector<std::string> problems = reader.check_examples();
    for (const std::string& problem : problems) std::cout << problem << "\n";
    return problems.empty() ? 0 : 1;
  }
  throw UsageError("unknown command " + command);
}

}  // namespace
}  // namespace loanlint::bench

int main(int argc, char** argv) {
  try {
    return loanlint::bench::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "bench_policy: " << error.what() << "\n";
    return 2;
  }
}
