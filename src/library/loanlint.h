// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

/// The library for other programs: #include <loanlint/loanlint.h>, link loanlint::scan.
///
/// Only what stands here is stable. Everything else that a report holds is in Report::json, whose
/// schema `loanlint rules schema report` prints.
namespace loanlint::library {

struct Request {
  std::vector<std::string> policies;       ///< published policies, files or folders
  std::vector<std::string> packs;          ///< packs of rules besides those on by default
  std::vector<std::string> rules_folders;  ///< laid over the built-in rules
};

/// One finding, in words.
struct Finding {
  std::string rule;      ///< id of the rule
  std::string kind;      ///< data kind: "contacts", "sms", …; may be empty
  std::string severity;  ///< "info", "low", "medium", "high", "critical"
  std::string basis;     ///< "declared", "coded", "admitted"
  bool open = false;     ///< a question that could not be decided
  bool good = false;     ///< a good sign
  std::string message_zh;
  std::string message_en;
  std::string fingerprint;  ///< stable over rebuilds of the same app
};

struct Report {
  std::string verdict;  ///< "pass", "review", "incomplete", "fail"
  std::vector<Finding> findings;
  std::size_t gaps = 0;  ///< what could not be read; never clean when it is not 0
  std::string json;      ///< the whole report, as `loanlint scan --format json` prints it
};

/// Scans packages with rules that are loaded once. Not for several threads at a time.
class Scanner {
 public:
  /// Throws std::runtime_error when a rule file or a policy cannot be used.
  explicit Scanner(const Request& request = {});
  ~Scanner();
  Scanner(const Scanner&) = delete;
  Scanner& operator=(const Scanner&) = delete;

  /// The report on a package, bundle or manifest. It is read in this process, without the sandbox
  /// that the program's workers have. What cannot be read counts as a gap; throws
  /// std::runtime_error only for a path that cannot be opened.
  Report scan(const std::string& path) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// One scan; for several, keep a Scanner.
Report scan(const std::string& path, const Request& request = {});

}  // namespace loanlint::library
