// SPDX-License-Identifier: Apache-2.0
#include "code/name_set.h"

#include <algorithm>

#include "code/names.h"

namespace loanlint::code {

NameSet::NameSet(const std::vector<std::string>& patterns) {
  for (const std::string& pattern : patterns) {
    const std::string wanted = descriptor(pattern);
    const std::size_t star = wanted.find('*');
    if (star == std::string::npos) {
      exact_.add(hash_name(wanted), 0);
    } else {
      globs_.push_back({wanted, wanted.substr(0, star), star + 2 == wanted.size()});
    }
  }
}

bool NameSet::holds(std::string_view descriptor, std::uint64_t hash) const {
  if (exact_.find(hash) != HashIndex::kAbsent) return true;
  // Arrays and primitive types are no classes.
  if (descriptor.size() < 3 || descriptor.front() != 'L' || descriptor.back() != ';') return false;
  return std::any_of(globs_.begin(), globs_.end(), [&](const Glob& glob) {
    return descriptor.starts_with(glob.start) && (glob.is_start || fits(glob.pattern, descriptor));
  });
}

}  // namespace loanlint::code
