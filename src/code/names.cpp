// SPDX-License-Identifier: Apache-2.0
#include "code/names.h"

#include <algorithm>
#include <cstddef>

namespace loanlint::code {

std::string descriptor(std::string_view java_name) {
  std::string text;
  text.reserve(java_name.size() + 2);
  text += 'L';
  text += java_name;
  text += ';';
  std::replace(text.begin(), text.end(), '.', '/');
  return text;
}

std::string java_name(std::string_view descriptor) {
  if (descriptor.size() < 2 || descriptor.front() != 'L' || descriptor.back() != ';') {
    return std::string(descriptor);
  }
  std::string text(descriptor.substr(1, descriptor.size() - 2));
  std::replace(text.begin(), text.end(), '/', '.');
  return text;
}

bool fits(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;  // the last star met, and where its run began
  std::size_t run = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      run = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++run;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool any_fits(const std::vector<std::string>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return fits(pattern, text); });
}

bool in_package(std::string_view package, std::string_view name) {
  return !package.empty() && name.starts_with(package) &&
         (name.size() == package.size() || name[package.size()] == '.');
}

}  // namespace loanlint::code
