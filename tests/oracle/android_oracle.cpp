// SPDX-License-Identifier: Apache-2.0
// Asks Android's own code (Debian's android-libandroidfw-dev, Android 10) what it takes from a
// package. For tests only: nothing of it is part of the program.
//
//   android_oracle [--api N] FILE...
//
// For each file one line `FILE <path>`, one line `P <permission>` for each permission requested
// on API level N (34 unless told; 0: on any), then `OK` or `REFUSED <stage>`. Stages, in the order
// of Android's reading: zip, resources, entry (no manifest, or its headers are bad), data, axml,
// document, root; crash when Android's code itself does not survive the file. Signatures are not
// checked.
//
// The rules on top of the two parsers are those of the package parser (PackageParser.java,
// ParsingPackageUtils.java): children of <manifest> only, attributes by resource id in one
// ascending walk, the value from the typed data, a name that is no string in place counts as none.
#include <androidfw/ApkAssets.h>
#include <androidfw/Asset.h>
#include <androidfw/ResourceTypes.h>
#include <androidfw/ZipFileRO.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utils/String8.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

namespace {

using android::ApkAssets;
using android::Asset;
using android::Res_value;
using android::ResXMLParser;
using android::ResXMLTree;
using android::String8;

constexpr std::uint32_t kName = 0x01010003;
constexpr std::uint32_t kMinSdkVersion = 0x0101020c;
constexpr std::uint32_t kMaxSdkVersion = 0x01010271;

std::string utf8(const char16_t* text, std::size_t size) {
  if (text == nullptr) return {};
  const String8 converted(text, size);
  return {converted.string(), converted.size()};
}

bool is_integer(const Res_value& value) {
  return value.dataType >= Res_value::TYPE_FIRST_INT && value.dataType <= Res_value::TYPE_LAST_INT;
}

/// Prints the permission that the current element requests, if it does on level `api`.
void print_request(const ResXMLTree& tree, int api) {
  std::size_t next = 0;
  const std::size_t count = tree.getAttributeCount();
  // The package parser walks ids and attributes together: attributes out of order are missed.
  const auto find = [&](std::uint32_t id, Res_value& value) {
    while (next < count && tree.getAttributeNameResID(next) < id) ++next;
    if (next == count || tree.getAttributeNameResID(next) != id) return false;
    tree.getAttributeValue(next, &value);
    ++next;
    return true;
  };
  Res_value value;
  if (!find(kName, value) || value.dataType != Res_value::TYPE_STRING) return;
  std::size_t size = 0;
  const char16_t* const text = tree.getStrings().stringAt(value.data, &size);
  if (text == nullptr) return;
  const bool has_min = find(kMinSdkVersion, value) && is_integer(value);
  const auto min = static_cast<std::int32_t>(value.data);
  const bool has_max = find(kMaxSdkVersion, value) && is_integer(value);
  const auto max = static_cast<std::int32_t>(value.data);
  if (api != 0 && ((has_min && api < min) || (has_max && api > max))) return;
  const std::string name = utf8(text, size);
  std::fputs("P ", stdout);
  std::fwrite(name.data(), 1, name.size(), stdout);
  std::fputc('\n', stdout);
}

bool asks(std::string_view element) {
  return element == "uses-permission" || element == "uses-permission-sdk-23" ||
         element == "uses-permission-sdk-m";
}

/// Walks the document to the end of its root and prints what it requests; gives the stage at
/// which Android would stop, or an empty text.
const char* walk(ResXMLTree& tree, int api) {
  for (int depth = 0;;) {
    switch (tree.next()) {
      case ResXMLParser::BAD_DOCUMENT:
        return "document";
      case ResXMLParser::END_DOCUMENT:
        return depth == 0 ? "root" : "";
      case ResXMLParser::START_TAG: {
        ++depth;
        std::size_t size = 0;
        const char16_t* const text = tree.getElementName(&size);
        const std::string name = utf8(text, size);
        if (depth == 1 && name != "manifest") return "root";
        if (depth == 2 && asks(name)) print_request(tree, api);
        break;
      }
      case ResXMLParser::END_TAG:
        if (--depth == 0) return "";
        break;
      default:
        break;
    }
  }
}

const char* read_package(const std::string& path, int api) {
  const std::unique_ptr<android::ZipFileRO> zip(android::ZipFileRO::open(path.c_str()));
  if (!zip) return "zip";
  const auto package = ApkAssets::Load(path);
  if (!package) return "resources";
  const auto manifest = package->Open("AndroidManifest.xml", Asset::ACCESS_BUFFER);
  if (!manifest) return "entry";
  const void* const bytes = manifest->getBuffer(true);
  if (bytes == nullptr) return "data";
  ResXMLTree tree;
  if (tree.setTo(bytes, static_cast<std::size_t>(manifest->getLength()), true) !=
      android::NO_ERROR) {
    return "axml";
  }
  return walk(tree, api);
}

/// In a process of its own: some files are too much for Android's code.
void ask(const std::string& path, int api) {
  std::printf("FILE %s\n", path.c_str());
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    const std::string stage = read_package(path, api);
    std::puts(stage.empty() ? "OK" : ("REFUSED " + stage).c_str());
    std::fflush(stdout);
    _exit(0);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
    std::puts("REFUSED crash");
  }
}

}  // namespace

int main(int argc, char** argv) {
  int first = 1;
  int api = 34;
  if (argc > 2 && std::string_view(argv[1]) == "--api") {
    api = std::atoi(argv[2]);
    first = 3;
  }
  for (int i = first; i < argc; ++i) ask(argv[i], api);
  return 0;
}
