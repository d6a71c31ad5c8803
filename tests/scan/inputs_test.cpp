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

TEST_CASE("a folder that cannot be read costs what is in it, and is told of") {
  std::string folder = (fs::temp_directory_path() / "loanlint-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  // A path longer than the system takes, which even root cannot open.
  const fs::path before = fs::current_path();
  fs::current_path(folder);
  std::ofstream("z.apk") << 'x';
  for (int depth = 0; depth < 20; ++depth) {
    const std::string name(250, 'd');
    fs::create_directory(name);
    fs::current_path(name);
  }
  fs::current_path(folder);
  std::vector<std::string> told;
  const std::vector<std::string> found =
      list_inputs({folder}, [&](const std::string& unread, const std::string& why) {
        CHECK(unread.starts_with(folder + "/ddd"));
        told.push_back(why);
      });
  CHECK(found == std::vector<std::string>{folder + "/z.apk"});
  CHECK(told == std::vector<std::string>{"File name too long"});
  CHECK_THROWS_AS(list_inputs({folder}), UsageError);
  fs::current_path(before);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace loanlint::scan
