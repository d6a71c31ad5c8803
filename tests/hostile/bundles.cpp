// SPDX-License-Identifier: Apache-2.0
#include "hostile/bundles.h"

#include <utility>

#include "support/axml_builder.h"
#include "support/zip_builder.h"

namespace loanlint::testing {
namespace {

constexpr std::uint32_t kTargetSdk = 0x01010270;

std::string package(const std::string& manifest) {
  ZipRecipe recipe;
  recipe.items = {{"AndroidManifest.xml", manifest, true}};
  return build_zip(recipe);
}

std::string package(const AxmlBuilder& manifest) {
  const std::vector<std::uint8_t> bytes = manifest.build();
  return package(std::string(bytes.begin(), bytes.end()));
}

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries) {
  ZipRecipe recipe;
  for (const auto& [name, content] : entries) recipe.items.push_back({name, content});
  return build_zip(recipe);
}

AxmlBuilder harmless_manifest() {
  AxmlBuilder doc = ordinary_manifest();
  std::erase_if(doc.root.children,
                [](const AxmlElement& child) { return child.name == "uses-permission"; });
  return doc;
}

/// The manifest of a split; Android takes no permissions from it.
AxmlBuilder split_manifest(const std::string& name, bool application) {
  AxmlBuilder doc = harmless_manifest();
  if (!application) doc.root.children.pop_back();
  doc.root.children.insert(doc.root.children.begin(),
                           uses_permission("android.permission.READ_SMS"));
  doc.root.attributes.push_back(plain_attribute("split", name));
  return doc;
}

AxmlBuilder old_target() {
  AxmlBuilder doc = ordinary_manifest();
  for (AxmlElement& child : doc.root.children) {
    if (child.name == "uses-sdk")
      child.attributes = {integer_attribute(kTargetSdk, "targetSdkVersion", 15)};
  }
  return doc;
}

}  // namespace

std::vector<BundleTrick> bundle_tricks(const std::string& ordinary) {
  const std::string harmless = package(harmless_manifest());
  const std::string split = package(split_manifest("config.zh", false));
  const std::string feature = package(split_manifest("loan", true));
  const std::vector<std::string> both{"READ_CONTACTS", "READ_SMS"};
  const std::string plain = "plain-manifest.apk";
  const std::string index =
      R"({"package_name":"com.example.loan","split_apks":[{"file":"base.apk","id":"base"}]})";
  return {
      {"plain-harmless.apk",
       "a package that asks for nothing",
       "installs",
       harmless,
       "plain-harmless.apk",
       {}},
      {"bundle.xapk", "XAPK: manifest.json, the package, an OBB file", "its installer installs",
       zip_of({{"manifest.json", index}, {"base.apk", ordinary}, {"Android/obb/main.obb", "obb"}}),
       plain, both},
      {"splits.apks", "APKS: toc.pb and splits/", "bundletool installs",
       zip_of({{"toc.pb", "x"}, {"splits/base-master.apk", ordinary}}), plain, both},
      {"standalone.apks", "APKS: toc.pb and standalones/", "bundletool installs",
       zip_of({{"toc.pb", "x"}, {"standalones/standalone.apk", ordinary}}), plain, both},
      {"bundle.apkm", "APKM: info.json and the package", "its installer installs",
       zip_of({{"info.json", "{}"}, {"base.apk", ordinary}}), plain, both},
      {"split-asks.apks",
       "a split whose manifest asks for READ_SMS",
       "installs, ignores it",
       zip_of(
           {{"toc.pb", "x"}, {"splits/base-master.apk", harmless}, {"splits/base-zh.apk", split}}),
       "plain-harmless.apk",
       {}},
      {"feature-asks.apks",
       "a feature split with an application and a permission of its own",
       "installs, ignores the permission",
       zip_of({{"toc.pb", "x"},
               {"splits/base-master.apk", harmless},
               {"splits/loan-master.apk", feature}}),
       "plain-harmless.apk",
       {}},
      {"two-bases.xapk", "two base packages", "its installer installs one of them",
       zip_of({{"manifest.json", index}, {"base.apk", harmless}, {"other.apk", ordinary}}), plain,
       both},
      {"no-base.apks",
       "splits alone",
       "refuses",
       zip_of({{"toc.pb", "x"}, {"splits/base-zh.apk", split}}),
       "",
       {}},
      {"plain-text.apk",
       "a manifest as plain text",
       "refuses",
       package(std::string("<?xml version=\"1.0\"?>\n<manifest package=\"com.example.loan\"/>\n")),
       "",
       {}},
      {"empty-manifest.apk", "a manifest of no bytes", "refuses", package(std::string()), "", {}},
      {"old-target.apk", "targetSdkVersion 15", "installs, adds READ_CALL_LOG",
       package(old_target()), plain, both},
  };
}

}  // namespace loanlint::testing
