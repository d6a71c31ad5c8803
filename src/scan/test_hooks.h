// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace loanlint::scan {

/// In a developer build with LOANLINT_TEST_HOOKS=1 in the environment: fails the way that the file
/// name says ("poison-crash", "poison-hang", "poison-memory"), so that tests can see what a
/// worker's end costs. In any other build it does nothing.
void run_test_hook(const std::string& path);

}  // namespace loanlint::scan
