// SPDX-License-Identifier: Apache-2.0
#include "scan/sandbox.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <vector>

#include "base/heap.h"
#include "base/sanitizer.h"

namespace loanlint::scan {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kArchitecture = 0;  // no filter for other machines
#endif

// Reading, computing, and ending. Opening is looked at more closely below.
constexpr int kAllowed[] = {
    SYS_read,
    SYS_pread64,
    SYS_readv,
    SYS_write,
    SYS_writev,
    SYS_lseek,
    SYS_close,
    SYS_fstat,
    SYS_newfstatat,
    SYS_statx,
    SYS_fcntl,
    SYS_getdents64,
    SYS_readlinkat,
    SYS_faccessat,
    SYS_getcwd,
    SYS_mmap,
    SYS_munmap,
    SYS_mremap,
    SYS_mprotect,
    SYS_madvise,
    SYS_brk,
    SYS_futex,
    SYS_getrandom,
    SYS_clock_gettime,
    SYS_clock_nanosleep,
    SYS_nanosleep,
    SYS_gettimeofday,
    SYS_sched_yield,
    SYS_getpid,
    SYS_gettid,
    SYS_getuid,
    SYS_geteuid,
    SYS_uname,
    SYS_sysinfo,
    SYS_prlimit64,
    SYS_getrusage,
    SYS_rt_sigaction,
    SYS_rt_sigprocmask,
    SYS_rt_sigreturn,
    SYS_sigaltstack,
    SYS_set_robust_list,
    SYS_rseq,
    SYS_membarrier,
    SYS_sched_getaffinity,
    SYS_ppoll,
    SYS_exit,
    SYS_exit_group,
    SYS_restart_syscall,
#if defined(__x86_64__)
    SYS_stat,
    SYS_lstat,
    SYS_access,
    SYS_readlink,
    SYS_poll,
    SYS_arch_prctl,
#endif
};

class Filter {
 public:
  Filter() {
    load(offsetof(seccomp_data, arch));
    skip_unless_equal(kArchitecture, 1, 0);
    refuse();
    load(offsetof(seccomp_data, nr));
#if defined(__x86_64__)
    // The x32 numbers reach the same kernel code by another door.
    instructions_.push_back(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1));
    refuse();
    open_for_reading(SYS_open, 1);
#endif
    open_for_reading(SYS_openat, 2);
    // abort() and the like may signal this process, and no other.
    only_with(SYS_tgkill, 0, static_cast<std::uint32_t>(::getpid()));
    for (const int call : kAllowed) allow_call(call);
    if constexpr (kAddressSanitizer) {
      // The sanitizers find out through a pipe whether memory can be read.
      allow_call(SYS_pipe2);
#if defined(__x86_64__)
      allow_call(SYS_pipe);
#endif
    }
    refuse();
  }

  bool install() {
    const sock_fprog program{static_cast<unsigned short>(instructions_.size()),
                             instructions_.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
  }

 private:
  static constexpr std::uint32_t low_half(unsigned argument) {
    return static_cast<std::uint32_t>(offsetof(seccomp_data, args) +
                                      argument * sizeof(std::uint64_t));
  }

  void load(std::size_t offset) {
    instructions_.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset)));
  }
  void skip_unless_equal(std::uint32_t value, std::uint8_t if_equal, std::uint8_t if_not) {
    instructions_.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, if_equal, if_not));
  }
  void allow_call(int call) {
    skip_unless_equal(static_cast<std::uint32_t>(call), 0, 1);
    allow();
  }
  void allow() { instructions_.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)); }
  void refuse() {
    instructions_.push_back(
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (EPERM & SECCOMP_RET_DATA)));
  }

  /// Lets `call` pass when its flags do not ask to write, create or truncate.
  void open_for_reading(long call, unsigned flags_argument) {
    constexpr std::uint32_t kWriting = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    skip_unless_equal(static_cast<std::uint32_t>(call), 0, 4);
    load(low_half(flags_argument));
    instructions_.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, kWriting, 0, 1));
    refuse();
    allow();
  }

  void only_with(long call, unsigned argument, std::uint32_t value) {
    skip_unless_equal(static_cast<std::uint32_t>(call), 0, 4);
    load(low_half(argument));
    skip_unless_equal(value, 0, 1);
    allow();
    refuse();
  }

  std::vector<sock_filter> instructions_;
};

bool cap(decltype(RLIMIT_CORE) resource, rlim_t value) {
  const rlimit limit{value, value};
  return ::setrlimit(resource, &limit) == 0;
}

}  // namespace

std::string enter_sandbox(const Sandbox& sandbox) {
  std::string refused;
  const auto note = [&refused](const char* what) {
    if (!refused.empty()) refused += ", ";
    refused += std::string(what) + " (" + std::strerror(errno) + ")";
  };
  if (!cap(RLIMIT_CORE, 0)) note("RLIMIT_CORE");
  if (!kAddressSanitizer && sandbox.memory_mib != 0) {
    const std::size_t most = sandbox.memory_mib * kMiB;
    if (most < kHeapReserve) give_back_heap_reserve();
    if (!cap(RLIMIT_DATA, most)) note("RLIMIT_DATA");
  }
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) note("no_new_privs");
  if constexpr (kArchitecture != 0) {
    if (!Filter().install()) note("seccomp");
  } else {
    errno = ENOSYS;
    note("seccomp");
  }
  return refused;
}

}  // namespace loanlint::scan
