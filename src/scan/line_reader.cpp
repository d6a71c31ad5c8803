// SPDX-License-Identifier: Apache-2.0
#include "scan/line_reader.h"

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace loanlint::scan {

std::optional<std::string> LineReader::next() {
  for (std::size_t from = 0;;) {
    const std::size_t at = buffer_.find(end_, from);
    if (at != std::string::npos) {
      std::string line = buffer_.substr(0, at);
      buffer_.erase(0, at + 1);
      return line;
    }
    from = buffer_.size();
    char piece[65536];
    const ssize_t got = ::read(descriptor_, piece, sizeof piece);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      if (buffer_.empty()) return std::nullopt;
      return std::exchange(buffer_, {});
    }
    buffer_.append(piece, static_cast<std::size_t>(got));
  }
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace loanlint::scan
