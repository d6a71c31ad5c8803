// SPDX-License-Identifier: Apache-2.0
#include "report/writer.h"

#include <array>

#include "base/error.h"
#include "report/csv.h"
#include "report/gitlab.h"
#include "report/html.h"
#include "report/json.h"
#include "report/junit.h"
#include "report/markdown.h"
#include "report/page.h"
#include "report/sarif.h"
#include "report/text.h"

namespace loanlint::report {
namespace {

class TextWriter : public Writer {
 public:
  TextWriter(std::ostream& out, const Words& words, const WriterOptions& options)
      : out_(out), voice_(words, options.language), options_(options) {}

  void add(const findings::ScanResult& result) override {
    Page page(out_, options_.width, options_.colour);
    if (seen_ > 0) {
      page.blank();
      std::string rule;
      for (std::size_t i = 0; i < options_.width; ++i) rule += "─";
      page.line(page.painted(rule, Paint::dim));
      page.blank();
    }
    ++seen_;
    ++verdicts_[static_cast<std::size_t>(result.verdict)];
    write_text(out_, result, voice_, {options_.width, options_.colour, options_.verbose});
  }

  void finish() override {
    if (!options_.many) return;
    Page page(out_, options_.width, options_.colour);
    if (seen_ > 0) page.blank();
    page.item("", voice_("report.total",
                         {std::to_string(seen_), count(findings::Verdict::fail),
                          count(findings::Verdict::review), count(findings::Verdict::incomplete),
                          count(findings::Verdict::pass)}));
  }

 private:
  std::string count(findings::Verdict verdict) const {
    return std::to_string(verdicts_[static_cast<std::size_t>(verdict)]);
  }

  std::ostream& out_;
  Voice voice_;
  WriterOptions options_;
  std::size_t seen_ = 0;
  std::array<std::size_t, 4> verdicts_{};
};

class JsonWriter : public Writer {
 public:
  JsonWriter(std::ostream& out, const Words& words, bool many)
      : out_(out), words_(words), many_(many) {}

  void add(const findings::ScanResult& result) override {
    if (many_) out_ << (seen_ == 0 ? head() : ",\n");
    out_ << to_json(result, words_);
    if (!many_) out_ << '\n';
    ++seen_;
  }

  void finish() override {
    if (many_) out_ << (seen_ == 0 ? head() : "\n") << "]}\n";
  }

 private:
  static std::string head() {
    return std::string("{\"schema_version\": \"") + kReportSchemaVersion + "\", \"results\": [\n";
  }

  std::ostream& out_;
  const Words& words_;
  bool many_;
  std::size_t seen_ = 0;
};

class JsonLinesWriter : public Writer {
 public:
  JsonLinesWriter(std::ostream& out, const Words& words) : out_(out), words_(words) {}
  void add(const findings::ScanResult& result) override {
    out_ << to_json(result, words_, -1) << '\n';
  }
  void finish() override {}

 private:
  std::ostream& out_;
  const Words& words_;
};

/// A page shows one package: a second one is refused before the first is spoilt.
class HtmlWriter : public Writer {
 public:
  HtmlWriter(std::ostream& out, const Words& words, catalog::Language language)
      : out_(out), words_(words), language_(language) {}

  void add(const findings::ScanResult& result) override {
    if (written_) throw UsageError("an HTML page shows one package");
    written_ = true;
    HtmlOptions options{language_, {}};
    for (const findings::DocumentSummary& document : result.documents) {
      if (!document.text.empty()) options.documents.push_back({document.entry, document.text});
    }
    write_html(out_, result, words_, options);
  }
  void finish() override {}

 private:
  std::ostream& out_;
  const Words& words_;
  catalog::Language language_;
  bool written_ = false;
};

constexpr std::array<std::pair<std::string_view, Format>, 9> kFormats{{
    {"text", Format::text},
    {"json", Format::json},
    {"jsonl", Format::jsonl},
    {"sarif", Format::sarif},
    {"html", Format::html},
    {"junit", Format::junit},
    {"csv", Format::csv},
    {"gitlab", Format::gitlab},
    {"markdown", Format::markdown},
}};

}  // namespace

std::optional<Format> parse_format(std::string_view name) {
  for (const auto& [word, format] : kFormats) {
    if (word == name) return format;
  }
  return std::nullopt;
}

std::unique_ptr<Writer> make_writer(Format format, std::ostream& out, const Words& words,
                                    const WriterOptions& options) {
  switch (format) {
    case Format::json:
      return std::make_unique<JsonWriter>(out, words, options.many);
    case Format::jsonl:
      return std::make_unique<JsonLinesWriter>(out, words);
    case Format::sarif:
      return make_sarif_writer(out, words, options.language);
    case Format::html:
      return std::make_unique<HtmlWriter>(out, words, options.language);
    case Format::junit:
      return make_junit_writer(out, words, options);
    case Format::csv:
      return make_csv_writer(out, words, options.language);
    case Format::gitlab:
      return make_gitlab_writer(out, words, options);
    case Format::markdown:
      return make_markdown_writer(out, words, options.language);
    case Format::text:
      break;
  }
  return std::make_unique<TextWriter>(out, words, options);
}

}  // namespace loanlint::report
