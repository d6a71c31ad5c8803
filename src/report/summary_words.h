// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/store_summary.h"
#include "report/words.h"

namespace loanlint::report {

/// The ids of the rows of a PerCell, in order.
inline constexpr std::array<std::string_view, 3> kVoices{"asks", "does", "says"};

/// The name to show for a package or a piece of third-party code; its id when it has none.
std::string label_of(const findings::Bilingual& label, const std::string& id, const Voice& voice);

/// What to call a package in a list: its label, else its id, else the name of its file.
std::string app_name(const SummaryPackage& package, const Voice& voice);

/// "严重 1、高 2": findings by severity, most severe first, without "info"; empty for none.
std::string finding_words(const SummaryPackage& package, const Voice& voice);

/// What a version began to do and gave up: "开始申请通讯录和短信", one text for each.
std::vector<std::string> change_words(const SummaryHistory& history, std::size_t version,
                                      const Voice& voice);

/// "通讯录 12、短信 3": in how many packages third-party code reads each kind; empty for none.
std::string read_words(const SummarySdk& sdk, const Voice& voice);

/// Why a file has no full result: "处理时异常终止（信号 11）".
std::string failure_words(const SummaryFailure& failure, const Voice& voice);

}  // namespace loanlint::report
