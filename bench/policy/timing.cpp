// SPDX-License-Identifier: Apache-2.0
#include "timing.h"

#include <re2/re2.h>

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <ostream>

namespace loanlint::bench {
namespace {

using Clock = std::chrono::steady_clock;

/// The best of `times` runs, in milliseconds.
template <class Work>
double best_of(int times, Work work) {
  double best = 1e9;
  for (int i = 0; i < times; ++i) {
    const auto start = Clock::now();
    work();
    best = std::min(best, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  }
  return best;
}

double read_once(const policy::Reader& reader, const std::string& text) {
  const policy::RawDocument document{"policy.txt", as_bytes(text), policy::Format::text, true};
  Limits limits;
  limits.policy_bytes = text.size();
  std::vector<findings::Gap> gaps;
  const auto start = Clock::now();
  const policy::Policy policy = reader.read({&document, 1}, limits, gaps);
  return policy.documents.empty()
             ? 0
             : std::chrono::duration<double, std::milli>(Clock::now() - start).count();
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
