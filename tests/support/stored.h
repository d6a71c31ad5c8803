// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/bytes.h"
#include "base/sha256.h"
#include "scan/sqlite.h"
#include "scan/store.h"

/// What the tests of the store put into it and read out of it.
namespace loanlint::scan::testing {

/// A folder that goes when the test ends.
struct Folder {
  std::string path = (std::filesystem::temp_directory_path() / "loanlint-XXXXXX").string();
  Folder() { REQUIRE(mkdtemp(path.data()) != nullptr); }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string operator/(const std::string& name) const { return path + "/" + name; }
};

/// A result of a package with these bytes.
inline findings::ScanResult result(const std::string& content) {
  findings::ScanResult made;
  made.identity.sha256 = sha256_hex(as_bytes(content));
  made.identity.size = content.size();
  made.identity.package = "com." + content;
  made.facts.set("contacts.asked", {findings::Tri::yes});
  made.facts.set("sms.asked", {findings::Tri::no});
  made.facts.set("target_sdk", {std::int64_t{28}});
  findings::Finding finding;
  finding.rule = "r";
  finding.message = {"问题 " + content, "problem " + content};
  finding.evidence = {
      {"AndroidManifest.xml", findings::ManifestPlace{3, "/manifest"}, "<x \"y\"/>"}};
  made.findings = {finding, finding};
  made.gaps = {{"classes.dex", 7, {"gap.x", {"a"}}, ""}};
  return made;
}

inline RunName run_name(const std::string& settings) {
  RunName out;
  out.inputs = "downloads";
  out.settings = settings;
  out.tool = "0.1";
  return out;
}

inline FileStamp stamp(const std::string& path, const findings::ScanResult& of) {
  return {path, of.identity.size, 1000};
}

/// All rows of all tables, as text.
inline std::string dump(const std::string& path) {
  Database database(path);
  std::string out;
  for (const std::string table :
       {"runs", "files", "packages", "findings", "evidence", "gaps", "facts", "fact_values"}) {
    Statement columns(database, "SELECT count(*) FROM pragma_table_info('" + table + "')");
    REQUIRE(columns.step());
    const int count = static_cast<int>(columns.integer(0));
    Statement rows(database,
                   "SELECT * FROM " + table + " ORDER BY 1, 2" + (count > 2 ? ", 3" : ""));
    while (rows.step()) {
      out += table;
      for (int i = 0; i < count; ++i) out += "|" + rows.text(i);
      out += '\n';
    }
  }
  return out;
}

}  // namespace loanlint::scan::testing
