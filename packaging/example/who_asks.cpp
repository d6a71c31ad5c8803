// SPDX-License-Identifier: Apache-2.0
// Prints the verdict on each package given, and its findings in English.
#include <loanlint/loanlint.h>

#include <exception>
#include <iostream>

int main(int argc, char** argv) try {
  const loanlint::library::Scanner scanner;
  for (int i = 1; i < argc; ++i) {
    const loanlint::library::Report report = scanner.scan(argv[i]);
    std::cout << argv[i] << ": " << report.verdict << '\n';
    for (const loanlint::library::Finding& finding : report.findings) {
      if (finding.good || finding.open) continue;
      std::cout << "  " << finding.severity << "  " << finding.message_en << '\n';
    }
  }
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 2;
}
