// SPDX-License-Identifier: Apache-2.0
// Writes packages that no friend would send, for the checks of tests/hostile/ to scan:
//   hostile_packages names DIR                      one package per nasty text, put everywhere
//   hostile_packages tricks DIR                     every trick of the builders; see expected.tsv
//   hostile_packages mutants DIR COUNT SEED FILE…   damaged copies of the files
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "hostile/bundles.h"
#include "support/axml_builder.h"
#include "support/manifest_tricks.h"
#include "support/mutator.h"
#include "support/signing_builder.h"
#include "support/zip_builder.h"
#include "support/zip_tricks.h"

namespace {

namespace fs = std::filesystem;
using namespace loanlint::testing;

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) {
    std::fprintf(stderr, "cannot write %s\n", path.c_str());
    std::exit(2);
  }
}

std::string as_string(const std::vector<std::uint8_t>& bytes) {
  return {bytes.begin(), bytes.end()};
}

/// Texts that do harm where somebody prints, parses or opens them unescaped.
const std::pair<const char*, std::string> kNasty[] = {
    {"terminal-colour", "a\x1b[5;7mb"},
    {"terminal-title", "a\x1b]0;owned\x07z"},
    {"terminal-clear", "a\x1b[2J\x1b[H"},
    {"c1-control", "a\u009b5;7mb\u0085c"},
    {"backspaces", "bad\b\b\bgood\x7f"},
    {"bidi-override", "apk.\u202egpj\u202c"},
    {"bidi-isolate", "\u2066a\u2067b\u2069\u200f"},
    {"zero-width", "READ\u200b_\u2060SMS\ufeff"},
    {"forged-line", "x\nandroid.permission.FORGED_LINE\r\nVerdict: pass"},
    {"separators", "a\u2028b\u2029c"},
    {"script", "<script>alert(1)</script>"},
    {"attribute", "\"'><img src=x onerror=alert(1)>"},
    {"closing-script", "</script></style></title><svg onload=alert(1)>"},
    {"link", "javascript:alert(1)//<a href=javascript:alert(1)>"},
    {"entity", "&lt;b&gt;&#x3c;&amp;"},
    {"xml", "]]><!--<?x?>"},
    {"json", "\"},{\"verdict\":\"pass\"},{\"\\u0000"},
    {"formula-equals", "=HYPERLINK(\"http://x.invalid\";\"y\")"},
    {"formula-plus", "+1+cmd|' /C calc'!A0"},
    {"formula-minus", "-2+3"},
    {"formula-at", "@SUM(1)"},
    {"formula-tab", "\t=1+1"},
    {"traversal", "../../../../tmp/loanlint-was-here"},
    {"absolute", "/tmp/loanlint-was-here"},
    {"workflow-command", "::error file=x::owned\n::set-output name=a::b"},
    {"not-utf8", "a\xff\xfe\xc0\x80z"},
    {"braces", "{0}{1}{kind}%s%n"},
    {"markdown", "[x](http://x.invalid) ![y](z) `|`"},
};

AxmlBuilder manifest_with(const std::string& text) {
  AxmlBuilder doc = ordinary_manifest();
  // UTF-8, so that bytes that are not can be in it.
  doc.pool.utf8 = true;
  doc.root.attributes[1].text = text;  // versionName
  doc.root.attributes[2].text = "com.example.loan" + text;
  AxmlElement& application = doc.root.children.back();
  application.attributes.front().text = "速借钱包" + text;
  application.children.front().attributes.front().text = text;
  AxmlElement& filter = application.children.front().children.front();
  filter.children.front().attributes.front().text =
      "android.provider.Telephony.SMS_RECEIVED" + text;
  doc.root.children.insert(doc.root.children.end() - 1,
                           uses_permission("android.permission.READ_CALL_LOG" + text));
  doc.root.children.insert(doc.root.children.end() - 1, uses_permission(text));
  AxmlElement nested = uses_permission("android.permission.READ_CALL_LOG" + text);
  application.children.push_back(nested);  // a decoy
  return doc;
}

std::string package_with(const std::string& text) {
  const std::string policy = "隐私政策\n我们会收集您的通讯录" + text +
                             "和短信，用于催收。\n如您不同意" + text +
                             "，将无法使用本应用。联系我们：" + text + "\n";
  CertificateRecipe certificate;
  certificate.subject = plain_name(text);
  Pkcs7Recipe signature;
  signature.certificates = {build_certificate(certificate)};
  ZipRecipe recipe;
  recipe.items = {
      {"AndroidManifest.xml", as_string(manifest_with(text).build()), true},
      {"classes.dex", "dex\n035" + text},
      {"assets/privacy.txt", policy},
      {"assets/" + text + "/privacy.html", "<title>隐私政策</title><p>" + policy},
      {text, text},
      {"META-INF/" + text + ".RSA", build_pkcs7(signature)},
      {"lib/arm64-v8a/lib" + text + ".so", text},
  };
  recipe.end.comment = text;
  return build_zip(recipe);
}

int write_names(const fs::path& folder) {
  for (const auto& [id, text] : kNasty) {
    write(folder / (std::string(id) + ".apk"), package_with(text));
    // The same text as the name of a file, where a file can have it.
    std::string name = text;
    for (char& c : name) {
      if (c == '/') c = '_';
    }
    fs::create_directories(folder / "named");
    write(folder / "named" / (name + ".apk"), package_with("x"));
  }
  return 0;
}

/// A package around `manifest` that is complete in itself: a policy that admits much, no code.
std::string lender(const std::string& manifest) {
  ZipRecipe recipe;
  recipe.items = {{"AndroidManifest.xml", manifest, true},
                  {"assets/privacy.txt",
                   "隐私政策\n本应用会读取并上传您的通讯录和短信，用于风险评估。贷款逾期后，我们会"
                   "联系通讯录中的"
                   "联系人进行催收。如您不同意，将无法使用本应用。\n"}};
  return build_zip(recipe);
}

const char* compare(const std::vector<std::string>& asked, const std::vector<std::string>& plain) {
  if (asked == plain) return "same";
  return std::includes(asked.begin(), asked.end(), plain.begin(), plain.end()) ? "more" : "other";
}

/// What of a recipe stands in expected.tsv.
struct Named {
  std::string file;
  std::string what;
  std::string android;
};

const char* said(Android android) {
  switch (android) {
    case Android::reads:
      return "installs";
    case Android::refuses:
      return "refuses";
    case Android::cannot:
      return "refuses: cannot read the manifest";
    case Android::reads_in_11:
      return "installs since Android 11";
  }
  return "";
}

/// "A name, in words" → "a-name-in-words".
std::string file_name(const std::string& words) {
  std::string out;
  for (const char c : words) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != '-') {
      out.push_back('-');
    }
  }
  return out;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += ',';
    for (const char c : name) out.push_back(static_cast<unsigned char>(c) < 0x20 ? '?' : c);
  }
  return out;
}

/// Beside the packages expected.tsv: for each the name of the plain package that it is to be
/// compared with ("" for one that Android refuses), whether Android takes the "same" permissions
/// from it as from the plain one, "more" or "other" ones, what Android does with it, the recipe in
/// words, and the permissions, without "android.permission.", joined by commas.
int write_tricks(const fs::path& folder) {
  std::string expected;
  const std::vector<std::string> both{"READ_CONTACTS", "READ_SMS"};
  const auto add = [&](const Named& named, const std::string& bytes, bool read, const char* plain,
                       const char* asks = "same", const std::vector<std::string>& names = {}) {
    const std::string file = named.file + (named.file.find('.') == std::string::npos ? ".apk" : "");
    write(folder / file, bytes);
    expected += file + "\t" + (read ? plain : "") + "\t" + asks + "\t" + named.android + "\t" +
                named.what + "\t" + joined(names) + "\n";
  };
  const std::string ordinary = as_string(ordinary_manifest().build());
  AxmlBuilder harmless = ordinary_manifest();
  harmless.root.children.erase(harmless.root.children.begin() + 1,
                               harmless.root.children.begin() + 3);
  ZipRecipe plain;
  plain.items = {{"AndroidManifest.xml", ordinary, true}, {"classes.dex", std::string(200, 'x')}};
  write(folder / "plain-zip.apk", build_zip(plain));
  for (const ZipTrick& trick : zip_tricks(ordinary, as_string(harmless.build()))) {
    const bool read = trick.android == Android::reads || trick.android == Android::reads_in_11;
    add({"zip-" + trick.id, trick.what, said(trick.android)}, trick.bytes, read, "plain-zip.apk",
        "same", both);
  }
  write(folder / "plain-manifest.apk", lender(ordinary));
  const std::vector<ManifestTrick> tricks = manifest_tricks();
  for (const ManifestTrick& trick : tricks) {
    const bool read = trick.installs;
    add({"manifest-" + file_name(trick.name), trick.name, read ? "installs" : "refuses"},
        lender(as_string(trick.bytes)), read, "plain-manifest.apk",
        compare(trick.requested, tricks.front().requested), trick.requested);
  }
  for (const BundleTrick& trick : bundle_tricks(lender(ordinary))) {
    add({trick.file, trick.what, trick.android}, trick.bytes, !trick.plain.empty(),
        trick.plain.c_str(), "same", trick.requested);
  }
  write(folder / "expected.tsv", expected);
  return 0;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

int write_mutants(const fs::path& folder, std::size_t count, std::uint64_t seed,
                  const std::vector<std::string>& files) {
  std::vector<std::string> seeds;
  for (const std::string& file : files) seeds.push_back(read(file));
  if (seeds.empty()) return 2;
  Mutator mutator(seed);
  for (std::size_t i = 0; i < count; ++i) {
    write(folder / (std::to_string(i) + ".apk"), mutator.mutate(seeds));
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() == 2 && args[0] == "names") return write_names(args[1]);
  if (args.size() == 2 && args[0] == "tricks") return write_tricks(args[1]);
  if (args.size() > 4 && args[0] == "mutants") {
    return write_mutants(args[1], std::stoul(args[2]), std::stoull(args[3]),
                         {args.begin() + 4, args.end()});
  }
  std::fprintf(stderr, "usage: see the head of hostile_packages.cpp\n");
  return 2;
}
