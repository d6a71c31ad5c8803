// SPDX-License-Identifier: Apache-2.0
#include "report/html_chain.h"

#include <string>

#include "report/member_name.h"

namespace loanlint::report {
namespace {

// A longer path is shown by its head and its tail: where it starts and what it ends in.
constexpr std::size_t kHead = 8;
constexpr std::size_t kTail = 8;

std::string hex(std::uint32_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  do {
    out.insert(out.begin(), kDigits[value & 0xF]);
    value >>= 4;
  } while (value != 0);
  return "+0x" + out;
}

void member(Html& html, std::string_view descriptor) {
  const MemberName name = member_name(descriptor);
  const auto code = html.open("code", {{"translate", "no"}});
  if (!name.package.empty()) {
    html.leaf("span", name.package, {{"class", "package"}});
    html.lone("wbr");
  }
  html.identifier(name.member);
}

void step(Html& html, const findings::CodePlace& place, std::string_view note, const Voice& voice) {
  const auto item = html.open("li");
  if (!note.empty()) {
    html.leaf("span", note, {{"class", "note"}});
    html.text(" ");
  }
  member(html, place.method);
  html.leaf("span", hex(place.offset), {{"class", "offset"}});
  if (place.returns || place.invokes.empty()) return;
  const auto calls = html.open("p", {{"class", "calls"}});
  html.leaf("span", voice("html.calls"), {{"class", "note"}});
  html.text(" ");
  member(html, place.invokes);
}

}  // namespace

void write_chain(Html& html, const std::vector<findings::CodePlace>& steps, const Voice& voice) {
  const auto list = html.open("ol", {{"class", steps.size() > 1 ? "chain" : "chain single"}});
  const bool cut = steps.size() > kHead + kTail;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (cut && i == kHead) {
      const std::string left_out = std::to_string(steps.size() - kHead - kTail);
      html.leaf("li", voice("html.chain_more", {left_out}), {{"class", "more"}});
      i = steps.size() - kTail;
    }
    std::string note;
    if (i == 0 && steps.size() > 1) note = voice("html.entry_point");
    if (steps[i].returns) note = voice("html.returns_to");
    step(html, steps[i], note, voice);
  }
}

}  // namespace loanlint::report
