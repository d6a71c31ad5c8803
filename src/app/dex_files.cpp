// SPDX-License-Identifier: Apache-2.0
#include "app/dex_files.h"

#include <algorithm>
#include <utility>

#include "base/error.h"

namespace loanlint::app {
namespace {

/// classes.dex, classes2.dex, …: what Android loads by itself, which insists on stored or deflated.
bool is_loaded_by_android(std::string_view name) {
  return name.starts_with("classes") && name.find('/') == std::string_view::npos;
}

}  // namespace

DexFiles read_dex_files(const Parts& parts, const ByteSource& source, const std::string& path,
                        const Limits& limits, std::vector<findings::Gap>& gaps) {
  DexFiles read;
  const auto lose = [&](findings::Gap gap) {
    read.all_read = false;
    gaps.push_back(std::move(gap));
  };
  if (parts.form == Form::dex) {
    read.buffers.emplace_back();
    const auto size = static_cast<std::size_t>(source.size());
    read.dexes.push_back({path, source.read(0, size, read.buffers.back(), "dex")});
  }
  std::size_t total = 0;
  // What is read is held until all of it has been looked at, beside the packages of a bundle.
  const std::size_t most = std::min(limits.code_bytes, limits.entry_bytes - parts.held);
  for (const Part& part : parts.parts) {
    for (const archive::Entry& entry : part.archive->entries()) {
      if (!entry.name.ends_with(".dex")) continue;
      const std::string name = part.shown(entry.name);
      if (entry.size > most - total) {
        lose({name, 0, {"gap.code-bytes", {name, std::to_string(most / kMiB)}}, "code_bytes"});
        continue;
      }
      read.buffers.emplace_back();
      try {
        const auto as = is_loaded_by_android(entry.name) ? archive::As::code : archive::As::asset;
        read.dexes.push_back({name, part.archive->read(entry, read.buffers.back(), as)});
        total += read.dexes.back().bytes.size();
      } catch (const FormatError& error) {
        lose(gap_of(name, error, "gap.code"));
      }
    }
  }
  return read;
}

}  // namespace loanlint::app
