// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "base/error.h"
#include "findings/message.h"

namespace loanlint::scan {

/// A run or a store that cannot be used as asked, as a sentence of rules/text/store.json.
class RunError : public UsageError {
 public:
  explicit RunError(findings::Message message)
      : UsageError(described(message)), message_(std::move(message)) {}
  const findings::Message& message() const { return message_; }

 private:
  static std::string described(const findings::Message& message) {
    std::string out = message.key;
    for (const std::string& arg : message.args) out += " | " + arg;
    return out;
  }

  findings::Message message_;
};

}  // namespace loanlint::scan
