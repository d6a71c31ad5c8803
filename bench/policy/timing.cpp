// SPDX-License-Identifier: Apache-2.0
#include "timing.h"

#include <re2/re2.h>

#include <algorithm>
#include <ctime>
#include <iomanip>
#include <ostream>

namespace loanlint::bench {
namespace {

/// CPU time of this process: other work on the machine does not count.
double now_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The best of `times` runs, in milliseconds.
template <class Work>
double best_of(int times, Work work) {
  double best = 1e9;
  for (int i = 0; i < times; ++i) {
    const double start = now_ms();
    work();
    best = std::min(best, now_ms() - start);
  }
  return best;
}

double read_once(const policy::Reader& reader, const std::string& text) {
  const policy::RawDocument document{"policy.txt", as_bytes(text), policy::Format::text, true};
  Limits limits;
  limits.policy_bytes = text.size();
  std::vector<findings::Gap> gaps;
  const double start = now_ms();
  const policy::Policy policy = reader.read({&document, 1}, limits, gaps);
  return policy.documents.empty() ? 0 : now_ms() - start;
}

std::string grown(const std::string& text, std::size_t size) {
  std::string out;
  while (out.size() < size) out += text;
  out.resize(size);
  return out;
}

}  // namespace

void time_reading(const policy::Reader& reader, const std::string& text, std::ostream& out) {
  const std::string page = grown(text, 50 * 1024);
  const std::string huge = grown(text, 10 * kMiB);
  const re2::RE2 literal("通讯录");
  out << std::fixed << std::setprecision(3);
  out << "50 KB, first time      " << read_once(reader, page) << " ms\n";
  const double warm = best_of(30, [&] { read_once(reader, page); });
  const double floor = best_of(30, [&] {
    re2::StringPiece rest(page);
    while (re2::RE2::FindAndConsume(&rest, literal)) {
    }
  });
  out << "50 KB, warm            " << warm << " ms\n";
  out << "50 KB, one RE2 literal " << floor << " ms, ratio " << warm / floor << "\n";
  out << "10 MB                  " << best_of(1, [&] { read_once(reader, huge); }) << " ms\n";
  const std::string endless(10 * kMiB, 'a');
  out << "10 MB of one word      " << best_of(1, [&] { read_once(reader, endless); }) << " ms\n";
  const std::string nouns = grown("不收集通讯录短信通话记录包括但不限于", 10 * kMiB);
  out << "10 MB without a stop   " << best_of(1, [&] { read_once(reader, nouns); }) << " ms\n";
}

}  // namespace loanlint::bench
