// SPDX-License-Identifier: Apache-2.0
#include "report/summary_words.h"

#include "base/printable.h"
#include "report/triangle.h"

namespace loanlint::report {
namespace {

void add(std::string& list, const std::string& item, const Voice& voice) {
  if (!list.empty()) list += voice("report.list.comma");
  list += item;
}

}  // namespace

std::string label_of(const findings::Bilingual& label, const std::string& id, const Voice& voice) {
  const std::string shown = voice(label);
  return shown.empty() ? printable(id) : shown;
}

std::string app_name(const SummaryPackage& package, const Voice& voice) {
  const std::string name = label_of(package.label, package.package, voice);
  if (!name.empty()) return name;
  return printable(package.path.substr(package.path.rfind('/') + 1));
}

std::string finding_words(const SummaryPackage& package, const Voice& voice) {
  std::string out;
  for (std::size_t i = package.findings.size(); i-- > 1;) {
    if (package.findings[i] == 0) continue;
    const std::string severity(name(static_cast<findings::Severity>(i)));
    add(out,
        voice("summary.count_of",
              {voice("severity." + severity), std::to_string(package.findings[i])}),
        voice);
  }
  return out;
}

std::vector<std::string> change_words(const SummaryHistory& history, std::size_t version,
                                      const Voice& voice) {
  const std::vector<SummaryChange> changes = changes_in(history, version);
  std::vector<std::string> out;
  for (const bool began : {true, false}) {
    for (std::size_t row = 0; row < kVoices.size(); ++row) {
      std::vector<std::string> kinds;
      for (const SummaryChange& change : changes) {
        if (change.began == began && change.row == row) kinds.emplace_back(kCoreKinds[change.kind]);
      }
      if (kinds.empty()) continue;
      const std::string key = std::string(began ? "summary.began." : "summary.ended.");
      out.push_back(voice(key + std::string(kVoices[row]), {voice.kinds(kinds)}));
    }
  }
  return out;
}

std::string read_words(const SummarySdk& sdk, const Voice& voice) {
  std::string out;
  for (std::size_t k = 0; k < kCoreKinds.size(); ++k) {
    if (sdk.reads[k] == 0) continue;
    add(out, voice("summary.count_of", {voice.kind(kCoreKinds[k]), std::to_string(sdk.reads[k])}),
        voice);
  }
  return out;
}

std::string failure_words(const SummaryFailure& failure, const Voice& voice) {
  if (failure.failure.empty()) {
    return voice("summary.failure.gaps", {std::to_string(failure.gaps)});
  }
  const std::string what = voice("summary.failure." + failure.failure);
  if (failure.signal == 0) return what;
  return voice("summary.failure.signal", {what, std::to_string(failure.signal)});
}

}  // namespace loanlint::report
