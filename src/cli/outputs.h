// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "report/writer.h"

namespace loanlint::cli {

/// The reports that one scan writes: one to standard output or to -o FILE, and one to each of
/// --json FILE and the like. Files appear under their names only when they are whole.
class Outputs {
 public:
  /// Throws UsageError when a file cannot be written.
  Outputs(const Call& call, bool many);
  ~Outputs();
  Outputs(const Outputs&) = delete;
  Outputs& operator=(const Outputs&) = delete;

  void add(const findings::ScanResult& result);
  /// Ends the reports and gives the files their names. Throws UsageError.
  void finish();

 private:
  struct File;
  std::vector<std::unique_ptr<File>> files_;
  std::vector<std::unique_ptr<report::Writer>> writers_;
};

}  // namespace loanlint::cli
