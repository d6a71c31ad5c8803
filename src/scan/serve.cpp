// SPDX-License-Identifier: Apache-2.0
#include "scan/serve.h"

#include <algorithm>
#include <utility>

#include "scan/line_reader.h"

namespace loanlint::scan {

void serve(int in, int out, Pool& pool, const std::function<std::string(const Outcome&)>& failed) {
  LineReader lines(in, '\n');
  const std::atomic<bool> stop{false};
  bool heard = true;
  while (heard) {
    std::optional<std::string> line = lines.next();
    if (!line) return;
    if (!line->empty() && line->back() == '\r') line->pop_back();
    // No path goes on behind a zero byte.
    line->resize(std::min(line->find('\0'), line->size()));
    // The next line is taken when this one is answered: an engine may wait for the answer before
    // it says more.
    std::optional<Job> job = Job{0, std::move(*line)};
    pool.run(
        [&job] {
          return Next{std::exchange(job, std::nullopt), false};
        },
        [&](const Outcome& outcome) {
          const bool answered = outcome.failure == Failure::none;
          heard = write_all(out, (answered ? outcome.answer : failed(outcome)) + '\n');
        },
        [] {}, stop);
  }
}

}  // namespace loanlint::scan
