// SPDX-License-Identifier: Apache-2.0
#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

#include "base/error.h"
#include "scan/scanner.h"

namespace loanlint::scan {
namespace {

bool is_package(std::string_view name) {
  if (name == "AndroidManifest.xml") return true;
  constexpr std::array<std::string_view, 6> kEndings{".apk",  ".apks", ".xapk",
                                                     ".apkm", ".aab",  ".aar"};
  return std::any_of(kEndings.begin(), kEndings.end(), [name](std::string_view ending) {
    if (name.size() <= ending.size()) return false;
    const std::string_view end = name.substr(name.size() - ending.size());
    return std::equal(end.begin(), end.end(), ending.begin(), [](char given, char lower) {
      return std::tolower(static_cast<unsigned char>(given)) == lower;
    });
  });
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

/// The names in a folder that lead to packages, in the order that their paths sort in: those of
/// folders end in "/". Links to folders are left out: they may lead in a circle. Throws
/// std::system_error.
std::vector<std::string> names_in(const std::string& folder) {
  const auto fail = [] { throw std::system_error(errno, std::generic_category()); };
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
  if (!open) fail();
  std::vector<std::string> names;
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(open.get());
    if (entry == nullptr) break;
    std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    unsigned char type = entry->d_type;
    if (type == DT_UNKNOWN) {  // a file system that does not say
      struct stat status {};
      const bool known = ::lstat((folder + name).c_str(), &status) == 0;
      type = known ? IFTODT(status.st_mode) : static_cast<unsigned char>(DT_REG);
    }
    if (type == DT_DIR) {
      names.push_back(std::move(name) + "/");
    } else if (is_package(name) && (type != DT_LNK || !is_folder(folder + name))) {
      names.push_back(std::move(name));
    }
  }
  if (errno != 0) fail();
  std::sort(names.begin(), names.end());
  return names;
}

/// No longer than it has to be: there may be a million of these.
std::string joined(const std::string& folder, const std::string& name) {
  std::string path;
  path.reserve(folder.size() + name.size());
  path += folder;
  path += name;
  return path;
}

/// Adds every package below `folder`, which ends in "/".
void add_below(const std::string& folder, const UnreadableFolder& unreadable,
               std::vector<std::string>& found) {
  std::vector<std::string> names;
  try {
    names = names_in(folder);
  } catch (const std::system_error& error) {
    const std::string why = std::strerror(error.code().value());
    if (!unreadable) throw UsageError(folder + ": " + why);
    unreadable(folder, why);
  }
  for (const std::string& name : names) {
    if (name.back() == '/') {
      add_below(folder + name, unreadable, found);
    } else {
      found.push_back(joined(folder, name));
    }
  }
}

}  // namespace

std::vector<std::string> list_inputs(const std::vector<std::string>& paths,
                                     const UnreadableFolder& unreadable) {
  std::vector<std::string> inputs;
  for (const std::string& path : paths) {
    if (!is_folder(path)) {
      inputs.push_back(path);
    } else {
      add_below(path.back() == '/' ? path : path + "/", unreadable, inputs);
    }
  }
  return inputs;
}

}  // namespace loanlint::scan
