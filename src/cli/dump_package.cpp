// SPDX-License-Identifier: Apache-2.0
// What the readers saw of a package's entries, resources and code, one thing a line.
#include <cinttypes>
#include <cstdio>

#include "android/resources.h"
#include "app/app.h"
#include "app/dex_files.h"
#include "app/parts.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/printable.h"
#include "base/source.h"
#include "cli/commands.h"
#include "cli/scan_options.h"
#include "code/dump.h"
#include "scan/scanner.h"

namespace loanlint::cli {
namespace {

/// The file of a dump command, taken apart.
struct Opened {
  scan::Options options;
  std::string path;
  std::unique_ptr<ByteSource> source;
  std::vector<findings::Gap> gaps;
  app::Parts parts;

  explicit Opened(const Call& call)
      : options(scan_options(call.arguments)),
        path(call.arguments.positionals.front()),
        source(open_file(path)),
        parts(app::take_apart(*source, path, options.limits, gaps)) {}
};

int told(const Call& call, const std::vector<findings::Gap>& gaps) {
  for (const findings::Gap& gap : gaps) {
    call.warn((gap.entry.empty() ? "" : printable(gap.entry) + ": ") + call.voice(gap.what));
  }
  return gaps.empty() ? kClean : kUnread;
}

std::string value_text(const android::ResourceTable& table, const android::ResourceEntry& entry) {
  if (entry.value.type == android::ValueType::string)
    return table.text(entry.value.data).value_or("");
  return android::format_value(entry.value);
}

void list_resources(const Call& call, const android::ResourceTable& table) {
  table.for_each_entry([&](const android::ResourceEntry& entry) {
    char id[16];
    std::snprintf(id, sizeof id, "0x%08" PRIx32, entry.id);
    call.world.out << id << '\t' << printable(entry.type) << '/' << printable(entry.name()) << '\t'
                   << printable(entry.config->qualifiers()) << '\t'
                   << printable(value_text(table, entry)) << '\n';
    return true;
  });
}

}  // namespace

int dump_entries(const Call& call) {
  Opened opened(call);
  for (const app::Part& part : opened.parts.parts) {
    for (const archive::Entry& entry : part.archive->entries()) {
      call.world.out << entry.size << '\t' << entry.compressed_size << '\t' << entry.method << '\t'
                     << entry.header_offset << '\t' << printable(part.shown(entry.name)) << '\n';
    }
    if (const auto& refusal = part.archive->refusal()) {
      opened.gaps.push_back({part.prefix, refusal->offset, refusal->why, ""});
    }
  }
  return told(call, opened.gaps);
}

int dump_resources(const Call& call) {
  Opened opened(call);
  for (const app::Part& part : opened.parts.parts) {
    const archive::Entry* entry = part.archive->find("resources.arsc");
    if (entry == nullptr) continue;
    const std::string name = part.shown(entry->name);
    try {
      Buffer buffer;
      const auto table =
          android::ResourceTable::read(part.archive->read(*entry, buffer), opened.options.limits);
      list_resources(call, table);
      for (findings::Gap gap : table.gaps()) {
        gap.entry = name;
        opened.gaps.push_back(std::move(gap));
      }
    } catch (const FormatError& error) {
      opened.gaps.push_back(app::gap_of(name, error, "gap.resources"));
    }
  }
  return told(call, opened.gaps);
}

int dump_strings(const Call& call) {
  Opened opened(call);
  const app::DexFiles files = app::read_dex_files(opened.parts, *opened.source, opened.path,
                                                  opened.options.limits, opened.gaps);
  code::write_strings(call.world.out, files.dexes, opened.options.limits, opened.gaps);
  return told(call, opened.gaps);
}

int dump_calls(const Call& call) {
  const scan::Scanner scanner(call.catalog, scan_options(call.arguments));
  const app::App app = scanner.load(call.arguments.positionals.front());
  code::write_calls(call.world.out, app.code);
  return told(call, app.seen.gaps);
}

}  // namespace loanlint::cli
