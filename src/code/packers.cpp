// SPDX-License-Identifier: Apache-2.0
#include "code/packers.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "code/names.h"

namespace loanlint::code {
namespace {

std::string_view file_name(std::string_view entry) {
  return entry.substr(entry.rfind('/') + 1);  // npos + 1 is 0
}

std::optional<Recognised> find(const catalog::Packer& packer, const CodeContext& context) {
  if (any_fits(packer.classes, context.application)) {
    return Recognised{&packer, context.application, true};
  }
  for (const std::string& entry : context.entries) {
    const bool native = entry.starts_with("lib/") || entry.starts_with("assets/");
    if ((native && any_fits(packer.libraries, file_name(entry))) ||
        any_fits(packer.assets, entry)) {
      return Recognised{&packer, entry, false};
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Recognised> recognise(const std::vector<catalog::Packer>& known,
                                  const CodeContext& context) {
  std::vector<Recognised> found;
  for (const catalog::Packer& packer : known) {
    if (auto recognised = find(packer, context)) found.push_back(*recognised);
  }
  return found;
}

}  // namespace loanlint::code
