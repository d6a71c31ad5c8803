// SPDX-License-Identifier: Apache-2.0
#include "cli/outputs.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "cli/day.h"

namespace loanlint::cli {
std::optional<findings::Severity> fail_on(const Arguments& arguments) {
  return findings::parse_severity(arguments.value("fail-on").value_or("high"));
}

/// A file written under another name first, so that a run that dies leaves no half of a report.
struct Outputs::File {
  explicit File(std::string path) : name(std::move(path)) {
    // A device or a pipe has to be written in place.
    direct = access(name.c_str(), F_OK) == 0 && !std::ifstream(name).good();
    direct = direct || name.starts_with("/dev/");
    temporary = direct ? name : name + ".part";
    stream.open(temporary, std::ios::binary | std::ios::trunc);
    if (!stream) fail();
  }
  ~File() {
    if (!whole && !direct) std::remove(temporary.c_str());
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void finish() {
    stream.close();
    if (!stream) fail();
    if (!direct && std::rename(temporary.c_str(), name.c_str()) != 0) fail();
    whole = true;
  }

  [[noreturn]] void fail() const {
    throw ArgumentError({"cli.cannot_write", {name, std::strerror(errno)}});
  }

  std::string name;
  std::string temporary;
  std::ofstream stream;
  bool direct = false;
  bool whole = false;
};

void write_file(const std::string& path, std::string_view text) {
  Outputs::File file(path);
  file.stream << text;
  file.finish();
}

Outputs::Outputs(const Call& call, std::optional<findings::Severity> least, bool many) {
  const Arguments& arguments = call.arguments;
  const auto format = report::parse_format(arguments.value("format").value_or("text"));
  if (many && (format == report::Format::html || arguments.has("html"))) {
    throw ArgumentError({"cli.html_one"});
  }
  report::WriterOptions options;
  options.language = call.voice.language();
  options.width = call.world.columns;
  options.colour = call.colour();
  options.verbose = arguments.has("verbose");
  options.many = many;
  options.fail_on = least;
  options.time = now(call.world.environment);
  const auto file = [&](const std::string& name) -> std::ostream& {
    files_.push_back(std::make_unique<File>(name));
    return files_.back()->stream;
  };
  const auto writer = [&](report::Format one, std::ostream& out) {
    writers_.push_back(report::make_writer(one, out, call.voice.words(), options));
  };
  // In a file there is no terminal to paint for.
  if (const auto name = arguments.value("output")) {
    options.colour = arguments.value("color") == "always";
    options.width = 80;
    writer(*format, file(*name));
  } else {
    writer(*format, call.world.out);
  }
  options.colour = false;
  for (const char* id : {"json", "sarif", "html", "junit", "csv", "gitlab", "markdown"}) {
    const auto name = arguments.value(id);
    if (name) writer(*report::parse_format(id), file(*name));
  }
}

Outputs::~Outputs() = default;

void Outputs::add(const findings::ScanResult& result) {
  for (const auto& writer : writers_) writer->add(result);
}

void Outputs::finish() {
  for (const auto& writer : writers_) writer->finish();
  for (const auto& file : files_) file->finish();
}

}  // namespace loanlint::cli
