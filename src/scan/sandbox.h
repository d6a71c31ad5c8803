// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace loanlint::scan {

/// What a worker gives up before it touches a package.
struct Sandbox {
  std::size_t memory_mib = 0;  ///< cap on private memory (RLIMIT_DATA); 0: none
};

/// Gives up, for the rest of this process's life: new privileges, core dumps, every system call
/// but those that read files and compute (seccomp; in particular sockets, programs, new processes
/// and opening files for writing fail with EPERM), and memory above the cap. Descriptors that are
/// open stay usable: close those that are not needed first.
///
/// Returns what the kernel refused, for a warning; empty when all of it took.
std::string enter_sandbox(const Sandbox& sandbox);

}  // namespace loanlint::scan
