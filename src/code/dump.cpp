// SPDX-License-Identifier: Apache-2.0
#include "code/dump.h"

#include <ostream>
#include <sstream>

#include "base/error.h"
#include "base/printable.h"
#include "base/unicode.h"

namespace loanlint::code {
namespace {

std::string cell(const std::string& text) { return text.empty() ? "-" : printable(text); }

std::string hex(std::uint32_t value) {
  std::ostringstream text;
  text << "0x" << std::hex << value;
  return text.str();
}

void write_row(std::ostream& out, const LocatedUse& row) {
  const std::string kind = row.use.kind.empty() ? "code" : row.use.kind;
  const std::string_view deed = row.use.kind.empty() ? "load" : catalog::name(row.use.deed);
  out << kind << '\t' << deed << '\t' << printable(row.method) << '\t' << hex(row.use.offset)
      << '\t' << cell(row.use.invokes) << '\t' << name(row.use.how) << '\t' << cell(row.use.detail)
      << '\t' << row.owner.label() << '\n';
}

}  // namespace

void write_calls(std::ostream& out, const Code& code) {
  for (const LocatedUse& row : code.uses) write_row(out, row);
  for (const LocatedUse& row : code.loads) write_row(out, row);
}

void write_strings(std::ostream& out, std::span<const NamedDex> dexes, const Limits& limits,
                   std::vector<findings::Gap>& gaps) {
  for (const NamedDex& named : dexes) {
    try {
      for (const android::Dex& dex : android::read_dex(named.bytes, limits)) {
        for (std::uint32_t i = 0; i < dex.string_count(); ++i) {
          out << printable(mutf8_to_utf8(dex.string(i))) << '\n';
        }
      }
    } catch (const FormatError& error) {
      gaps.push_back({named.entry, error.offset(), {"gap.dex", {named.entry, error.what()}}, ""});
    }
  }
}

}  // namespace loanlint::code
