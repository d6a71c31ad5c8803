// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"

namespace loanlint::archive {

/// Writes a ZIP file that is the same for the same content: entries in the order given, times
/// fixed at 1980-01-01, every entry deflated and readable by all.
class ZipWriter {
 public:
  /// Nothing is written before finish(), which replaces `path`.
  explicit ZipWriter(std::string path) : path_(std::move(path)) {}

  /// Copies `content`. `name` is UTF-8 with forward slashes and must not repeat.
  void add(std::string name, Bytes content);

  /// Writes the file; throws UsageError when that fails. The writer is empty afterwards.
  void finish();

 private:
  struct Item {
    std::string name;
    std::vector<std::uint8_t> content;
  };
  std::string path_;
  std::vector<Item> items_;
};

}  // namespace loanlint::archive
