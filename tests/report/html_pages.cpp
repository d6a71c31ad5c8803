// SPDX-License-Identifier: Apache-2.0
// html_pages FOLDER [REPORT.json...]: writes pages of every sort into FOLDER, for tests/html/check
// to open; or, given JSON reports, the page of each.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "report/catalog_words.h"
#include "report/html.h"
#include "report/html_summary.h"
#include "report/read_json.h"
#include "report/sample.h"
#include "report/summary_sample.h"
#include "report/test_words.h"

namespace loanlint::report {
namespace {

void write_pages(const std::string& folder) {
  const TestWords words;
  const auto write = [&](const std::string& name, const auto& content) {
    std::ofstream out(folder + "/" + name + ".html", std::ios::binary);
    content(out);
    if (!out.flush()) throw std::runtime_error(folder + ": cannot write " + name);
  };
  const auto page = [&](const std::string& name, const findings::ScanResult& result) {
    write(name, [&](std::ostream& out) { write_html(out, result, words); });
  };
  const auto summary = [&](const std::string& name, const StoreSummary& content) {
    write(name, [&](std::ostream& out) { write_html_summary(out, content, words); });
  };
  page("sample", sample_result());
  page("hostile", hostile_result());
  findings::ScanResult nothing;
  nothing.identity.path = "empty.apk";
  nothing.identity.input = "apk";
  page("empty", nothing);
  summary("summary", sample_summary());
  summary("summary-hostile", hostile_summary());
}

void write_reports(const std::string& folder, const std::vector<std::string>& reports) {
  const catalog::Catalog catalog;
  const CatalogWords words(catalog, "1.2.3");
  for (const std::string& path : reports) {
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string name = std::filesystem::path(path).stem().string();
    std::ofstream out(folder + "/" + name + ".html", std::ios::binary);
    write_html(out, read_json(text, path), words);
    if (!out.flush()) throw std::runtime_error(folder + ": cannot write " + name);
  }
}

}  // namespace
}  // namespace loanlint::report

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: html_pages FOLDER [REPORT.json...]\n";
    return 2;
  }
  if (argc == 2) {
    loanlint::report::write_pages(argv[1]);
  } else {
    loanlint::report::write_reports(argv[1], {argv + 2, argv + argc});
  }
  return 0;
}
