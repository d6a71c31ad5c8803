// SPDX-License-Identifier: Apache-2.0
#include "scan/shard.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "base/error.h"
#include "base/sha256.h"
#include "base/source.h"
#include "scan/run_error.h"

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
  if (!value) throw RunError({"shard.not_a_number", {name, text}});
  return value;
}

Shard checked(std::uint32_t index, std::uint32_t count, const std::string& shown) {
  if (count == 0 || index >= count) {
    throw RunError({"shard.form", {shown}});
  }
  return {index, count};
}

std::uint32_t needed(const char* name, const char* because) {
  const auto value = variable(name);
  if (!value) throw RunError({"shard.half", {because, name}});
  return *value;
}

Shard from_environment() {
  if (const auto task = variable("SLURM_ARRAY_TASK_ID")) {
    const std::uint32_t first = variable("SLURM_ARRAY_TASK_MIN").value_or(0);
    // Slurm's arrays may have steps: "--array=0-30:10" has four tasks, 0, 10, 20 and 30.
    const std::uint32_t step = std::max(1U, variable("SLURM_ARRAY_TASK_STEP").value_or(1));
    const std::uint32_t count = needed("SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_ID");
    if (*task < first || (*task - first) / step >= count)
      throw RunError({"shard.outside", {"SLURM_ARRAY_TASK_ID"}});
    return {(*task - first) / step, count};
  }
  if (const auto index = variable("JOB_COMPLETION_INDEX")) {
    const std::uint32_t count = needed("JOB_COMPLETIONS", "JOB_COMPLETION_INDEX");
    if (*index >= count) throw RunError({"shard.outside", {"JOB_COMPLETION_INDEX"}});
    return {*index, count};
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

std::string Shard::name() const { return std::to_string(index) + "/" + std::to_string(count); }

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
