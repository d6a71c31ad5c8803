// SPDX-License-Identifier: Apache-2.0
#include "scan/shard.h"

#include <charconv>
#include <cstdlib>
#include <optional>

#include "base/error.h"
#include "base/sha256.h"
#include "base/source.h"

namespace loanlint::scan {
namespace {

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::uint32_t> variable(const char* name) {
  const char* text = std::getenv(name);
  if (text == nullptr) return std::nullopt;
  const std::optional<std::uint32_t> value = number(text);
  if (!value)
    throw UsageError(std::string("--shard auto: ") + name + "=" + text + " is not a number");
  return value;
}

Shard checked(std::uint32_t index, std::uint32_t count, const std::string& shown) {
  if (count == 0 || index >= count) {
    throw UsageError("--shard " + shown + ": expected i/n with i from 0 to n-1");
  }
  return {index, count};
}

Shard from_environment() {
  if (const auto task = variable("SLURM_ARRAY_TASK_ID")) {
    const std::uint32_t first = variable("SLURM_ARRAY_TASK_MIN").value_or(0);
    const auto count = variable("SLURM_ARRAY_TASK_COUNT");
    if (!count)
      throw UsageError("--shard auto: SLURM_ARRAY_TASK_ID is set, SLURM_ARRAY_TASK_COUNT is not");
    if (*task < first)
      throw UsageError("--shard auto: SLURM_ARRAY_TASK_ID is below SLURM_ARRAY_TASK_MIN");
    return checked(*task - first, *count, "auto");
  }
  if (const auto index = variable("JOB_COMPLETION_INDEX")) {
    const auto count = variable("JOB_COMPLETIONS");
    if (!count)
      throw UsageError("--shard auto: JOB_COMPLETION_INDEX is set, JOB_COMPLETIONS is not");
    return checked(*index, *count, "auto");
  }
  return {};
}

}  // namespace

Shard parse_shard(std::string_view text) {
  if (text == "auto") return from_environment();
  const std::size_t slash = text.find('/');
  const auto index = number(text.substr(0, slash));
  const auto count =
      slash == std::string_view::npos ? std::nullopt : number(text.substr(slash + 1));
  return checked(index.value_or(1), index && count ? *count : 0, std::string(text));
}

bool Shard::owns(const std::string& path) const {
  if (count == 1) return true;
  std::string digest;
  try {
    digest = sha256_hex(*open_file(path));
  } catch (const std::runtime_error&) {
    digest = sha256_hex(as_bytes(path));  // its scan will say what is wrong with it
  }
  std::uint32_t prefix = 0;
  std::from_chars(digest.data(), digest.data() + 8, prefix, 16);
  return prefix % count == index;
}

}  // namespace loanlint::scan
