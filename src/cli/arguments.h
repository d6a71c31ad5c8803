// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "cli/flags.h"
#include "findings/message.h"

namespace loanlint::cli {

/// A mistake on the command line, as a sentence of rules/text/cli.json.
class ArgumentError : public UsageError {
 public:
  explicit ArgumentError(findings::Message message)
      : UsageError(message.key), message_(std::move(message)) {}
  const findings::Message& message() const { return message_; }

 private:
  findings::Message message_;
};

/// What the user typed, checked against the table of flags and commands.
struct Arguments {
  const Command* command = nullptr;  ///< nullptr: none was named
  std::vector<std::string> positionals;
  std::map<std::string, std::vector<std::string>, std::less<>> values;  ///< by flag id

  bool has(std::string_view flag) const { return values.find(flag) != values.end(); }
  /// The flag's value, the last one when it was given more than once.
  std::optional<std::string> value(std::string_view flag) const;
  /// All values of a flag that is repeatable or takes a list with commas.
  std::vector<std::string> list(std::string_view flag) const;
  /// The flag's value as a number that is not negative. Throws ArgumentError.
  std::optional<std::uint64_t> number(std::string_view flag) const;
};

/// Parses a command line without the program's name. Throws ArgumentError.
Arguments parse_arguments(const std::vector<std::string>& line);

}  // namespace loanlint::cli
