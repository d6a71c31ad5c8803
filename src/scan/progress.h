// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "report/words.h"
#include "scan/tally.h"

namespace loanlint::scan {

enum class ProgressForm : std::uint8_t { none, line, json };

struct ProgressOptions {
  ProgressForm form = ProgressForm::none;
  std::function<void(const std::string&)> write = {};  ///< gets the bytes to show
  /// Columns of the terminal, asked at every drawing since a window may change; 0: no limit.
  std::function<std::size_t()> columns = {};
  const report::Voice* voice = nullptr;  ///< for the line
};

/// Shows where a run stands: one line redrawn in place, or one JSON object a line; at most ten
/// times a second.
class Progress {
 public:
  explicit Progress(ProgressOptions options) : options_(std::move(options)) {}
  /// Ends a line that is still shown.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const Tally& tally);
  /// Takes the line away, to make room for another text.
  void clear();
  /// The last state, and for the line form an end to it.
  void finish(const Tally& tally);

 private:
  using Clock = std::chrono::steady_clock;
  void draw(const Tally& tally);

  ProgressOptions options_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_{};
  bool drawn_ = false;  ///< a line stands there, without an end
};

/// The state after `seconds`, in words. What matters most comes first; what does not fit into
/// `columns` is left out (0: everything fits).
std::string progress_line(const Tally& tally, double seconds, const report::Voice& voice,
                          std::size_t columns);
/// The same as one JSON object.
std::string progress_json(const Tally& tally, double seconds);

}  // namespace loanlint::scan
