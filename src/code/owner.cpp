// SPDX-License-Identifier: Apache-2.0
#include "code/owner.h"

#include <algorithm>

#include "code/names.h"

namespace loanlint::code {
namespace {

/// The package of a Java class name: all before the last dot.
std::string_view package_of(std::string_view java_class) {
  const std::size_t dot = java_class.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : java_class.substr(0, dot);
}

/// The first two parts of a package name ("com.lender" of "com.lender.cash.id"), which a company
/// shares among its own; empty when that would be too little to tell anybody by.
std::string_view company_of(std::string_view package) {
  const std::size_t first = package.find('.');
  if (first == std::string_view::npos) return {};
  const std::size_t second = package.find('.', first + 1);
  if (second == std::string_view::npos) return {};
  const std::string_view company = package.substr(0, second);
  const std::string_view name = company.substr(first + 1);
  // com.android, io.github and the like are shared by strangers.
  for (const std::string_view shared :
       {"android", "github", "gitlab", "google", "example", "app"}) {
    if (name == shared) return {};
  }
  return company;
}

}  // namespace

std::string Owner::label() const {
  switch (kind) {
    case Kind::app:
      return "app";
    case Kind::sdk:
      return sdk;
    case Kind::other:
      break;
  }
  return "other";
}

Owners::Owners(const CodeContext& context, const std::vector<catalog::Sdk>& sdks) {
  const Owner app{Owner::Kind::app};
  const auto add = [&](std::string_view package, const Owner& owner) {
    if (!package.empty()) prefixes_.push_back({std::string(package), owner});
  };
  for (const catalog::Sdk& sdk : sdks) {
    for (const std::string& package : sdk.packages) add(package, {Owner::Kind::sdk, sdk.id});
  }
  const std::size_t known = prefixes_.size();
  const auto of_sdk = [&](std::string_view name) {
    return std::any_of(prefixes_.begin(), prefixes_.begin() + static_cast<std::ptrdiff_t>(known),
                       [&](const Prefix& prefix) { return in_package(prefix.package, name); });
  };
  add(context.package, app);
  add(company_of(context.package), app);
  add(package_of(context.application), app);
  for (const Component& component : context.components) {
    // A component may come from an SDK's own manifest; only its known package says so.
    if (!of_sdk(component.klass)) add(package_of(component.klass), app);
  }
  std::stable_sort(prefixes_.begin(), prefixes_.end(), [](const Prefix& a, const Prefix& b) {
    return a.package.size() > b.package.size();
  });
}

Owner Owners::of(std::string_view java_class) const {
  for (const Prefix& prefix : prefixes_) {
    if (in_package(prefix.package, java_class)) return prefix.owner;
  }
  return {};
}

}  // namespace loanlint::code
