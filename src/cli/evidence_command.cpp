// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>

#include "app/parts.h"
#include "app/signer_facts.h"
#include "archive/writer.h"
#include "base/json_text.h"
#include "base/limits.h"
#include "base/printable.h"
#include "base/sha256.h"
#include "base/source.h"
#include "cli/commands.h"
#include "cli/day.h"
#include "cli/evidence.h"
#include "cli/outputs.h"
#include "cli/scan_options.h"
#include "report/complaint.h"
#include "report/html.h"
#include "report/json.h"
#include "report/text.h"
#include "scan/scanner.h"

namespace loanlint::cli {
namespace {

/// The files of a pack by name, and their checksums as sha256sum prints them.
class Pack {
 public:
  void add(const std::string& name, std::string content) { files_[name] = std::move(content); }

  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& [name, content] : files_) out.push_back(name);
    return out;
  }

  void write(const std::string& path) const {
    std::vector<archive::ZipItem> items;
    std::string sums;
    for (const auto& [name, content] : files_) {
      sums += sha256_hex(as_bytes(content)) + "  " + name + "\n";
      items.push_back({name, as_bytes(content)});
    }
    items.push_back({kSums, as_bytes(sums)});
    write_file(path, as_text(archive::write_zip(items)));
  }

 private:
  std::map<std::string, std::string> files_;
};

std::string html_of(const findings::ScanResult& result, const Call& call) {
  report::HtmlOptions options;
  options.language = call.voice.language();
  for (const findings::DocumentSummary& document : result.documents) {
    options.documents.push_back({document.entry, document.text});
  }
  std::ostringstream out;
  report::write_html(out, result, call.voice.words(), options);
  return out.str();
}

/// What made the pack: never where it was made or by whom.
std::string about(const findings::ScanResult& result, const Call& call) {
  const findings::Identity& id = result.identity;
  std::string out = "{\n  \"tool\": \"loanlint " + version() + "\",\n  \"ruleset\": ";
  append_json(out, call.voice.words().ruleset());
  out += ",\n  \"time\": " + std::to_string(now(call.world.environment));
  out += ",\n  \"day\": \"" + today(call.world.environment) + "\",\n  \"package\": {\"file\": ";
  append_json(out, id.path);
  out += ", \"size\": " + std::to_string(id.size) + ", \"sha256\": \"" + id.sha256 + "\"},\n";
  out += "  \"signers\": [";
  for (const std::string& signer : id.signers) {
    if (out.back() != '[') out += ", ";
    append_json(out, signer);
  }
  return out + "]\n}\n";
}

std::string numbered(const char* folder, std::size_t number, const char* ending) {
  const std::string digits = std::to_string(number);
  return folder + std::string(digits.size() < 2 ? 1 : 0, '0') + digits + ending;
}

/// What the package itself shows: the list of entries as Android sees them (size, method, offset,
/// name), and the certificates of its signers.
void add_package(Pack& pack, const std::string& path, const Limits& limits) {
  std::vector<findings::Gap> gaps;
  const std::unique_ptr<ByteSource> source = open_file(path);
  const app::Parts parts = app::take_apart(*source, path, limits, gaps);
  std::string entries = "size\tmethod\toffset\tname\n";
  for (const app::Part& part : parts.parts) {
    for (const archive::Entry& entry : part.archive->entries()) {
      entries += std::to_string(entry.size) + '\t' + std::to_string(entry.method) + '\t' +
                 std::to_string(entry.header_offset) + '\t' + printable(part.shown(entry.name)) +
                 '\n';
    }
  }
  pack.add("entries.tsv", entries);
  std::size_t number = 0;
  for (const std::vector<std::uint8_t>& certificate : app::read_certificates(parts, limits)) {
    pack.add(numbered("signers/", ++number, ".der"), std::string(as_text(certificate)));
  }
}

/// The text of each document that a finding quotes, under a name of ours: the package's own names
/// are data.
void add_documents(Pack& pack, const findings::ScanResult& result) {
  std::string index;
  std::size_t number = 0;
  for (const findings::DocumentSummary& document : result.documents) {
    const bool quoted = std::any_of(
        result.findings.begin(), result.findings.end(), [&](const findings::Finding& finding) {
          return std::any_of(finding.evidence.begin(), finding.evidence.end(),
                             [&](const auto& one) { return one.entry == document.entry; });
        });
    if (!quoted || document.text.empty()) continue;
    const std::string name = numbered("documents/", ++number, ".txt");
    index += name + '\t' + document.kind + '\t' + document.encoding + '\t' +
             printable(document.entry) + '\n';
    pack.add(name, document.text);
  }
  if (!index.empty()) pack.add("documents/index.tsv", index);
}

}  // namespace

int evidence_create(const Call& call) {
  const std::string& path = call.arguments.positionals.front();
  const std::string target = call.arguments.value("output").value_or("evidence.zip");
  const scan::Options options = scan_options(call.arguments);
  const scan::Scanner scanner(call.catalog, options);
  findings::ScanResult result = scanner.scan(path);
  // Folders on the way to the file are nobody's business.
  result.identity.path = std::filesystem::path(path).filename().string();
  Pack pack;
  pack.add("report.json", report::to_json(result, call.voice.words()) + "\n");
  pack.add("report.html", html_of(result, call));
  std::ostringstream text;
  report::write_text(text, result, call.voice, {80, false, true});
  pack.add("report.txt", text.str());
  if (!result.manifest.empty()) pack.add("AndroidManifest.xml", result.manifest);
  add_package(pack, path, options.limits);
  pack.add("about.json", about(result, call));
  add_documents(pack, result);
  std::ostringstream letter;
  report::write_complaint(letter, result, report::Voice(call.voice.words(), catalog::Language::zh),
                          pack.names());
  pack.add("投诉信.txt", letter.str());
  pack.write(target);
  call.warn(call.voice("evidence.written", {target, std::to_string(pack.names().size() + 1)}));
  return result.gaps.empty() && !result.refused ? kClean : kUnread;
}

}  // namespace loanlint::cli
