// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <string>

#include "base/error.h"
#include "base/unicode.h"
#include "policy/plain.h"

namespace loanlint::policy {
namespace {

constexpr int kSeconds = 20;

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

/// The PDF in memory that only the child can read: no file is written anywhere.
int memory_file(Bytes bytes) {
  const int file = memfd_create("policy.pdf", 0);
  if (file < 0) throw FormatError(0, "no memory for pdftotext");
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t written = write(file, bytes.data() + at, bytes.size() - at);
    if (written <= 0) {
      ::close(file);
      throw FormatError(0, "no memory for pdftotext");
    }
    at += static_cast<std::size_t>(written);
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

pid_t start_pdftotext(int input, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::array<std::string, 6> words = {"pdftotext", "-q", "-enc", "UTF-8", "/dev/stdin", "-"};
  std::array<char*, 7> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
  pid_t child = -1;
  const int failed =
      posix_spawnp(&child, "pdftotext", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw FormatError(0, "pdftotext is not installed");
  return child;
}

/// What the child writes, until it ends, says more than `limit` bytes, or takes too long.
std::string collect(int pipe, std::size_t limit) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + std::chrono::seconds(kSeconds);
  std::string out;
  std::array<char, 65536> buffer{};
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd ready{pipe, POLLIN, 0};
    if (left <= 0 || poll(&ready, 1, static_cast<int>(left)) <= 0) {
      throw FormatError(0, "pdftotext took too long");
    }
    const ssize_t got = ::read(pipe, buffer.data(), buffer.size());
    if (got <= 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(got));
    if (out.size() > limit) throw LimitError(0, "policy_bytes", "its text is too large");
  }
}

}  // namespace

Plain read_pdf(Bytes bytes, const Limits& limits) {
  Descriptor input(memory_file(bytes));
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw FormatError(0, "no pipe for pdftotext");
  Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  const pid_t child = start_pdftotext(input.get(), writing.get());
  writing.close();
  std::string text;
  int status = 0;
  try {
    text = collect(reading.get(), limits.policy_bytes);
  } catch (const FormatError&) {
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    throw;
  }
  waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw FormatError(0, "pdftotext could not read it");
  }
  return read_text(valid_utf8(text), false);
}

}  // namespace loanlint::policy
