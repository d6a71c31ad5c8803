// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

namespace loanlint::testing {

/// What Android's code says of one package.
struct AndroidAnswer {
  std::string stage;  ///< where it stopped; empty: it takes the package
  std::vector<std::string> permissions;
};

struct Ran {
  int status;       ///< exit status; -1 after a signal
  std::string out;  ///< standard output; standard error is dropped
};

/// Runs a program, named by its path, and waits for it.
Ran run_program(std::vector<std::string> arguments);

/// Asks the program named by the environment variable ANDROID_ORACLE about each of `files`.
/// Answers by path; throws std::runtime_error when the program cannot be run.
std::map<std::string, AndroidAnswer> ask_android(const std::vector<std::string>& files);

/// The files below the optional corpus folder (environment variable LOANLINT_CORPUS, else the
/// folder `shared` beside the project) whose name ends like a package; empty, with a notice, when
/// there is no such folder.
std::vector<std::string> corpus_packages();

}  // namespace loanlint::testing
