// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "scan/scanner.h"

namespace loanlint::scan {
namespace {

namespace fs = std::filesystem;

TEST_CASE("folders give their packages, sorted by path") {
  std::string folder = (fs::temp_directory_path() / "loanlint-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  for (const char* name :
       {"a.apk", "b.APK", "c.txt", ".apk", "apk", "a/x.apks", "a/AndroidManifest.xml", "a-b/y.xapk",
        "a/b/z.aab", "folder.apk/in.apkm"}) {
    fs::create_directories(fs::path(folder + "/" + name).parent_path());
    std::ofstream(folder + "/" + name) << 'x';
  }
  fs::create_symlink(folder + "/a.apk", folder + "/link.apk");
  fs::create_directory_symlink(folder, folder + "/circle.apk");
  fs::create_symlink(folder + "/nowhere", folder + "/broken.apk");
  const std::vector<std::string> found = list_inputs({folder, "given.txt", folder + "/a/"});
  std::vector<std::string> shown;
  for (const std::string& path : found) {
    shown.push_back(path.starts_with(folder) ? path.substr(folder.size()) : path);
  }
  CHECK(shown == std::vector<std::string>{"/a-b/y.xapk", "/a.apk", "/a/AndroidManifest.xml",
                                          "/a/b/z.aab", "/a/x.apks", "/b.APK", "/broken.apk",
                                          "/folder.apk/in.apkm", "/link.apk", "given.txt",
                                          "/a/AndroidManifest.xml", "/a/b/z.aab", "/a/x.apks"});
  CHECK(std::is_sorted(found.begin(), found.begin() + 9));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace loanlint::scan
