// SPDX-License-Identifier: Apache-2.0
#include "scan/pool.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <map>
#include <new>
#include <string>
#include <thread>
#include <vector>

#include "base/heap.h"
#include "base/sanitizer.h"

namespace loanlint::scan {
namespace {

/// Gives the paths as jobs, one after the other.
std::function<Next()> each_of(const std::vector<std::string>& paths) {
  return [&paths, next = std::size_t{0}]() mutable -> Next {
    if (next == paths.size()) return {std::nullopt, false};
    Job job{next, paths[next]};
    ++next;
    return {job, true};
  };
}

/// Runs `paths` through a pool and gives the outcomes by path.
std::map<std::string, Outcome> outcomes(const std::vector<std::string>& paths, const Task& task,
                                        PoolOptions options) {
  Pool pool(task, options, nullptr);
  std::map<std::string, Outcome> found;
  const std::atomic<bool> stop{false};
  pool.run(
      each_of(paths), [&](Outcome outcome) { found[outcome.job.path] = std::move(outcome); }, [] {},
      stop);
  return found;
}

std::string work(const std::string& path) {
  if (path == "crash") std::raise(SIGSEGV);
  if (path == "abort") std::abort();
  if (path == "leave") ::_exit(3);
  if (path == "hang") {
    for (;;) std::this_thread::sleep_for(std::chrono::seconds(1));
  }
  if (path == "memory") throw std::bad_alloc();
  return "answer to " + path;
}

TEST_CASE("a worker that fails costs one job, and the rest is complete") {
  std::vector<std::string> paths{"crash", "abort", "leave", "hang", "memory"};
  for (int i = 0; i < 200; ++i) paths.push_back("p" + std::to_string(i));
  PoolOptions options;
  options.jobs = 3;
  options.timeout = std::chrono::milliseconds(1500);
  const auto found = outcomes(paths, work, options);
  REQUIRE(found.size() == paths.size());
  struct Row {
    std::string path;
    Failure failure;
    int signal;
  };
  // A raise() from inside the filter reaches the worker itself, as it must for abort().
  const Row rows[] = {{"crash", Failure::crash, SIGSEGV},
                      {"abort", Failure::crash, SIGABRT},
                      {"leave", Failure::crash, 0},
                      {"hang", Failure::timeout, SIGKILL},
                      {"memory", Failure::memory, 0}};
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(found.at(row.path).failure == row.failure);
    if (!kAddressSanitizer) CHECK(found.at(row.path).signal == row.signal);
    CHECK(found.at(row.path).answer.empty());
  }
  for (int i = 0; i < 200; ++i) {
    const std::string path = "p" + std::to_string(i);
    CHECK(found.at(path).answer == "answer to " + path);
  }
}

TEST_CASE("a worker cannot open a socket, write a file, start a program or signal others") {
  const std::string parent = std::to_string(::getpid());
  const auto attempt = [](const std::string& what) -> std::string {
    const auto verdict = [](long result) { return result < 0 ? "refused" : "allowed"; };
    if (what == "socket") return verdict(::socket(AF_INET, SOCK_STREAM, 0));
    if (what == "unix socket") return verdict(::socket(AF_UNIX, SOCK_STREAM, 0));
    if (what == "write")
      return verdict(::open("/tmp/loanlint-must-not-exist", O_WRONLY | O_CREAT, 0600));
    if (what == "read-write") return verdict(::open("/dev/null", O_RDWR));
    if (what == "exec") {
      char* const arguments[] = {nullptr};
      return verdict(::execve("/bin/true", arguments, arguments));
    }
    if (what == "fork") return verdict(::fork());
    if (what == "unlink") return verdict(::unlink("/tmp/loanlint-must-not-exist"));
    if (what == "rename") return verdict(::rename("/tmp/loanlint-a", "/tmp/loanlint-b"));
    if (what == "kill") return verdict(::kill(::getppid(), 0));
    if (what == "read") return verdict(::open("/dev/null", O_RDONLY));
    return "?";
  };
  const auto found = outcomes({"socket", "unix socket", "write", "read-write", "exec", "fork",
                               "unlink", "rename", "kill", "read"},
                              attempt, PoolOptions{});
  for (const auto& row : found) {
    const std::string& what = row.first;
    const Outcome& outcome = row.second;
    CAPTURE(what);
    CHECK(outcome.answer == (what == "read" ? "allowed" : "refused"));
  }
}

TEST_CASE("a worker above its memory cap is a memory failure" * doctest::skip(kAddressSanitizer)) {
  PoolOptions options;
  options.memory_mib = 64;
  const auto found = outcomes(
      {"small", "large"},
      [](const std::string& path) {
        const std::size_t size = path == "large" ? 200U << 20 : 1U << 20;
        return std::to_string(std::vector<char>(size, 'x').size());
      },
      options);
  CHECK(found.at("small").answer == "1048576");
  CHECK(found.at("large").failure == Failure::memory);
}

TEST_CASE("what the heap holds ready is no way around the cap" * doctest::skip(kAddressSanitizer)) {
  prepare_heap();
  PoolOptions options;
  options.memory_mib = 32;
  const auto found = outcomes(
      {"4", "48"},
      [](const std::string& path) {
        std::vector<std::vector<char>> blocks(std::stoul(path));
        for (std::vector<char>& block : blocks) block.assign(1U << 20, 'x');
        return std::to_string(blocks.size());
      },
      options);
  CHECK(found.at("4").answer == "4");
  CHECK(found.at("48").failure == Failure::memory);
}

TEST_CASE("stop ends a run after the jobs under way") {
  std::atomic<bool> stop{false};
  std::uint64_t taken = 0;
  std::uint64_t finished = 0;
  PoolOptions options;
  options.jobs = 2;
  Pool pool([](const std::string& path) { return path; }, options, nullptr);
  pool.run(
      [&]() -> Next {
        return {Job{taken++, "x"}, true};
      },
      [&](const Outcome&) {
        if (++finished == 20) stop = true;
      },
      [] {}, stop);
  CHECK(finished == taken);
  CHECK(finished >= 20);
  CHECK(finished <= 24);  // each worker holds the job it is at and one more
}

TEST_CASE("stop does not wait for a job that hangs, and drops it without an outcome") {
  std::atomic<bool> stop{false};
  std::vector<std::string> finished;
  std::vector<std::string> paths{"hang", "a", "b", "c"};
  PoolOptions options;
  options.jobs = 2;
  Pool pool(work, options, nullptr);
  const auto start = std::chrono::steady_clock::now();
  pool.run(
      each_of(paths),
      [&](const Outcome& outcome) {
        finished.push_back(outcome.job.path);
        stop = true;
      },
      [] {}, stop);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  CHECK(std::find(finished.begin(), finished.end(), "hang") == finished.end());
  CHECK(!finished.empty());
}

TEST_CASE("a worker killed from outside says nothing about its job" *
          doctest::skip(kAddressSanitizer)) {
  // The worker tells who it is by its first answer, and is killed while it works on the second job;
  // what it has in hand is done by another.
  std::vector<std::string> paths{"one", "two", "three", "four"};
  std::map<std::string, Outcome> found;
  bool killed = false;
  PoolOptions options;
  Pool pool(
      [](const std::string& path) {
        if (path == "two") std::this_thread::sleep_for(std::chrono::milliseconds(400));
        return std::to_string(::getpid());
      },
      options, nullptr);
  const std::atomic<bool> stop{false};
  pool.run(
      each_of(paths),
      [&](Outcome outcome) {
        if (!killed) ::kill(std::stoi(outcome.answer), SIGKILL);
        killed = true;
        found[outcome.job.path] = std::move(outcome);
      },
      [] {}, stop);
  REQUIRE(found.size() == 4);
  for (const auto& [path, outcome] : found) CHECK(outcome.failure == Failure::none);
  CHECK(found.at("one").answer != found.at("two").answer);
}

TEST_CASE("a job whose workers are killed again and again is given up") {
  PoolOptions options;
  const auto found = outcomes(
      {"killed", "fine"},
      [](const std::string& path) {
        if (path == "killed") ::raise(SIGKILL);
        return path;
      },
      options);
  CHECK(found.at("killed").failure == Failure::crash);
  CHECK(found.at("killed").signal == SIGKILL);
  CHECK(found.at("fine").answer == "fine");
}

TEST_CASE("an answer may be any line") {
  const std::vector<std::string> lines{"\x01", "\x01\x01", " "};
  const auto found = outcomes(
      lines, [](const std::string& path) { return path; }, PoolOptions{});
  for (const std::string& line : lines) CHECK(found.at(line).answer == line);
}

TEST_CASE("a worker leaves signals that ask a program to end to its supervisor") {
  const auto found = outcomes(
      {"sent"},
      [](const std::string& path) {
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::raise(signal);
        return path;
      },
      PoolOptions{});
  CHECK(found.at("sent").answer == "sent");
}

TEST_CASE("a worker has neither the input nor the output of its supervisor") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const int out = ::dup(STDOUT_FILENO);
  REQUIRE(::dup2(ends[1], STDOUT_FILENO) == STDOUT_FILENO);
  const auto found = outcomes(
      {"write"},
      [](const std::string&) -> std::string {
        char byte = 0;
        const bool written = ::write(STDOUT_FILENO, "forged", 6) == 6;
        const bool ended = ::read(STDIN_FILENO, &byte, 1) == 0;
        return written && ended ? "into nothing" : "refused";
      },
      PoolOptions{});
  ::dup2(out, STDOUT_FILENO);
  ::close(out);
  ::close(ends[1]);
  char piece[16];
  CHECK(::read(ends[0], piece, sizeof piece) == 0);
  ::close(ends[0]);
  CHECK(found.at("write").answer == "into nothing");
}

TEST_CASE("time in which the supervisor stands still is not a worker's") {
  // A child is stopped with its worker for longer than a job may take, as by Ctrl-Z.
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::setpgid(0, 0);
    PoolOptions options;
    options.timeout = std::chrono::milliseconds(2500);
    const auto found = outcomes(
        {"slow"},
        [](const std::string& path) {
          for (int i = 0; i < 15; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(100));
          return path;
        },
        options);
    ::_exit(found.at("slow").failure == Failure::none ? 0 : 1);
  }
  const auto pause = [](int milliseconds) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
  };
  pause(500);
  ::kill(-child, SIGSTOP);
  pause(3000);
  ::kill(-child, SIGCONT);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace
}  // namespace loanlint::scan
