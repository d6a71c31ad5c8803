// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <functional>
#include <string>

namespace loanlint::scan {

/// What a worker does with a path: gives one line.
using Task = std::function<std::string(const std::string& path)>;

/// The status that a worker leaves with when it ran out of memory.
inline constexpr int kOutOfMemory = 86;

/// A process forked from this one, and our ends of the pipes to it.
///
/// It first writes one line: what of the sandbox the kernel refused, or nothing. Then it reads
/// paths, each behind the other, and answers each with a line.
struct WorkerProcess {
  pid_t id = -1;  ///< -1: none
  int paths = -1;
  int answers = -1;
};

/// Forks a worker, which enters the sandbox and runs `task` on every path until there are no more
/// or this process ends. Throws std::system_error.
WorkerProcess start_worker(const Task& task, std::size_t memory_mib);

/// Gives a path to a worker. One that has died is noticed when its answers end. The path must not
/// hold a zero byte, which no path of a file does.
void give_path(const WorkerProcess& worker, const std::string& path);

}  // namespace loanlint::scan
