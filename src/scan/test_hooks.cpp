// SPDX-License-Identifier: Apache-2.0
#include "scan/test_hooks.h"

#ifdef LOANLINT_DEVELOPER
#include <csignal>
#include <cstdlib>
#include <new>
#include <string_view>
#include <thread>
#endif

namespace loanlint::scan {

#ifdef LOANLINT_DEVELOPER
void run_test_hook(const std::string& path) {
  static const char* const enabled = std::getenv("LOANLINT_TEST_HOOKS");
  if (enabled == nullptr || std::string_view(enabled) != "1") return;
  const auto named = [&path](std::string_view what) {
    return path.find(what) != std::string::npos;
  };
  if (named("poison-crash")) std::raise(SIGSEGV);
  if (named("poison-memory")) throw std::bad_alloc();
  while (named("poison-hang")) std::this_thread::sleep_for(std::chrono::seconds(1));
}
#else
void run_test_hook(const std::string&) {}
#endif

}  // namespace loanlint::scan
