// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "report/writer.h"

namespace loanlint::cli {

/// The lowest severity that makes exit status 1; nothing for --fail-on never.
std::optional<findings::Severity> fail_on(const Arguments& arguments);

/// Writes `text` to a file that appears under its name only when it is whole. Throws UsageError.
void write_file(const std::string& path, std::string_view text);

/// The reports that one scan writes: one to standard output or to -o FILE, and one to each of
/// --json FILE and the like. Files appear under their names only when they are whole.
class Outputs {
 public:
  /// `least` is the severity that fails. Throws UsageError when a file cannot be written.
  Outputs(const Call& call, std::optional<findings::Severity> least, bool many);
  ~Outputs();
  Outputs(const Outputs&) = delete;
  Outputs& operator=(const Outputs&) = delete;

  void add(const findings::ScanResult& result);
  /// Ends the reports and gives the files their names. Throws UsageError.
  void finish();

 private:
  friend void write_file(const std::string& path, std::string_view text);
  struct File;
  std::vector<std::unique_ptr<File>> files_;
  std::vector<std::unique_ptr<report::Writer>> writers_;
};

}  // namespace loanlint::cli
