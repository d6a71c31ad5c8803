// SPDX-License-Identifier: Apache-2.0
#include "cli/project.h"

#include <filesystem>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/source.h"
#include "catalog/kinds.h"
#include "catalog/node.h"
#include "report/triangle.h"

namespace loanlint::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "loanlint.json";

/// A path of the file as seen from where the program stands.
std::string beside(const std::string& file, const std::string& path) {
  const fs::path own(path);
  return own.is_absolute() ? path : (fs::path(file).parent_path() / own).string();
}

}  // namespace

Project load_project(const std::string& path) {
  const Buffer bytes = read_all(*open_file(path), kMiB);
  const catalog::Node root = catalog::Node::parse(as_text(bytes), path);
  root.only({"$schema", "fail_on", "packs", "skip", "policies", "baseline", "purposes"});
  Project out;
  out.path = path;
  if (const auto level = root.find("fail_on")) {
    out.fail_on = level->text();
    if (*out.fail_on != "never" && !findings::parse_severity(*out.fail_on)) {
      level->fail("expected critical, high, medium, low, info or never");
    }
  }
  if (const auto packs = root.find("packs")) out.packs = packs->texts();
  if (const auto skip = root.find("skip")) out.skip = skip->texts();
  if (const auto policies = root.find("policies")) {
    for (const std::string& one : policies->texts()) out.policies.push_back(beside(path, one));
  }
  if (const auto baseline = root.find("baseline")) out.baseline = beside(path, baseline->text());
  if (const auto purposes = root.find("purposes")) {
    for (const auto& [permission, purpose] : purposes->members()) {
      out.purposes[permission] = purpose.text();
    }
  }
  return out;
}

Project find_project(const std::string& package) {
  std::error_code ignored;
  fs::path folder = fs::absolute(package, ignored);
  if (!fs::is_directory(folder, ignored)) folder = folder.parent_path();
  for (;; folder = folder.parent_path()) {
    const fs::path candidate = folder / kName;
    if (fs::is_regular_file(candidate, ignored)) return load_project(candidate.string());
    if (!folder.has_relative_path()) return {};
  }
}

std::vector<std::string> check_purposes(const Project& project, const findings::ScanResult& result,
                                        const Call& call) {
  std::vector<std::string> out;
  if (project.purposes.empty()) return out;
  const catalog::Kinds kinds(call.files());
  const auto asked = [&](const std::string& name) {
    for (const findings::Permission& permission : result.requested) {
      if (permission.name == name || report::short_permission(permission.name) == name) return true;
    }
    return false;
  };
  const auto declared = [&](const std::string& name) {
    return project.purposes.contains(name) ||
           project.purposes.contains(report::short_permission(name));
  };
  for (const findings::Permission& permission : result.requested) {
    const catalog::Kind* kind = kinds.of_permission(permission.name);
    if (kind != nullptr && kind->core && !declared(permission.name)) {
      out.push_back(call.voice("project.no_purpose", {report::short_permission(permission.name)}));
    }
  }
  for (const auto& [name, purpose] : project.purposes) {
    if (!asked(name)) {
      out.push_back(call.voice("project.not_asked", {name}));
      continue;
    }
    const std::string full =
        name.find('.') == std::string::npos ? "android.permission." + name : name;
    const catalog::Kind* kind = kinds.of_permission(full);
    if (kind == nullptr) continue;
    const auto is_no = [&](std::string_view fact) {
      const findings::Fact* found = report::find_fact(result.facts, kind->id, fact);
      return found != nullptr && found->tri() == findings::Tri::no;
    };
    if (is_no("used"))
      out.push_back(call.voice("project.not_used", {name, call.voice(kind->name)}));
    if (is_no("disclosed")) {
      out.push_back(call.voice("project.not_disclosed", {name, call.voice(kind->name)}));
    }
  }
  return out;
}

}  // namespace loanlint::cli
