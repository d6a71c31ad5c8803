// SPDX-License-Identifier: Apache-2.0
#include "oracle/ask.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <stdexcept>

extern char** environ;

namespace loanlint::testing {
namespace {

namespace fs = std::filesystem;

}  // namespace

Ran run_program(std::vector<std::string> arguments) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe2 failed");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  pid_t child = 0;
  const int failed = posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (failed != 0) throw std::runtime_error("cannot run " + arguments.front());
  std::string out;
  char piece[4096];
  for (ssize_t got = 0; (got = read(ends[0], piece, sizeof piece)) > 0;) {
    out.append(piece, static_cast<std::size_t>(got));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, out};
}

std::map<std::string, AndroidAnswer> ask_android(const std::vector<std::string>& files) {
  const char* const program = std::getenv("ANDROID_ORACLE");
  if (program == nullptr) throw std::runtime_error("ANDROID_ORACLE is not set");
  std::map<std::string, AndroidAnswer> answers;
  constexpr std::size_t kAtOnce = 500;  // a command line has its limits
  for (std::size_t from = 0; from < files.size(); from += kAtOnce) {
    std::vector<std::string> arguments = {program};
    const std::size_t to = std::min(files.size(), from + kAtOnce);
    arguments.insert(arguments.end(), files.begin() + static_cast<std::ptrdiff_t>(from),
                     files.begin() + static_cast<std::ptrdiff_t>(to));
    const Ran ran = run_program(arguments);
    if (ran.status != 0) throw std::runtime_error(std::string(program) + " failed");
    std::istringstream lines(ran.out);
    AndroidAnswer* answer = nullptr;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("FILE ")) answer = &answers[line.substr(5)];
      if (answer == nullptr) continue;
      if (line.starts_with("P ")) answer->permissions.push_back(line.substr(2));
      if (line.starts_with("REFUSED ")) answer->stage = line.substr(8);
    }
  }
  return answers;
}

std::vector<std::string> corpus_packages() {
  const char* const set = std::getenv("LOANLINT_CORPUS");
  const fs::path folder =
      set != nullptr ? fs::path(set) : fs::current_path().parent_path() / "shared";
  std::vector<std::string> files;
  if (!fs::is_directory(folder / "apks")) {
    std::cout << "skipped: no corpus at " << folder << '\n';
    return files;
  }
  for (const auto& file : fs::recursive_directory_iterator(folder / "apks")) {
    const std::string extension = file.path().extension().string();
    if (file.is_regular_file() &&
        (extension == ".apk" || extension == ".zip" || extension == ".jar")) {
      files.push_back(file.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace loanlint::testing
