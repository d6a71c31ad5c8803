// SPDX-License-Identifier: Apache-2.0
#include "code/owner.h"

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

SdkPackages::SdkPackages(const std::vector<catalog::SdkMarks>& sdks) {
  for (const catalog::SdkMarks& sdk : sdks) {
    for (const std::string& package : sdk.packages) {
      by_package_.add(hash_name(package), static_cast<std::uint32_t>(owners_.size()));
    }
    owners_.push_back({Owner::Kind::sdk, sdk.id});
  }
}

const Owner* SdkPackages::find(std::uint64_t package) const {
  const std::uint32_t found = by_package_.find(package);
  return found == HashIndex::kAbsent ? nullptr : &owners_[found];
}

Owners::Owners(const CodeContext& context, const SdkPackages& sdks) : sdks_(sdks) {
  std::vector<std::string_view> own = {context.package, company_of(context.package),
                                       package_of(context.application)};
  for (const Component& component : context.components) {
    // A component may come from an SDK's own manifest; its known package says so.
    if (of(component.klass).kind != Owner::Kind::sdk) own.push_back(package_of(component.klass));
  }
  for (const std::string_view package : own) {
    if (!package.empty()) own_.add(hash_name(package), 0);
  }
}

Owner Owners::of(std::string_view java_class) const {
  for (std::string_view name = java_class; !name.empty(); name = package_of(name)) {
    const std::uint64_t hash = hash_name(name);
    // A package of an SDK stays the SDK's, though an app may put a component there.
    if (const Owner* sdk = sdks_.find(hash)) return *sdk;
    if (own_.find(hash) != HashIndex::kAbsent) return {Owner::Kind::app, ""};
  }
  return {};
}

}  // namespace loanlint::code
