// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "findings/scan_result.h"
#include "report/json_stream.h"
#include "report/words.h"

namespace loanlint::report {

/// Writes the values of a report into one JSON document, in the shape of
/// rules/schema/report.schema.json.
class JsonParts {
 public:
  JsonParts(JsonStream& out, const Words& words) : out_(out), words_(words) {}

  void write(const findings::Bilingual& text);
  /// {"key", "args"?, "zh", "en"}; null for no message.
  void write(const findings::Message& message);
  /// {"line", "xpath"} | {"method", "offset", "invokes", "returns"} | {"line", "start", "end"} |
  /// {"offset"} |
  /// {"name"} | null
  void write(const findings::Place& place);
  void write(const findings::Evidence& evidence);
  void write(const findings::Fact& fact);
  void write(const findings::Facts& facts);
  void write(const findings::Permission& permission);
  void write(const findings::Finding& finding);
  template <typename Value>
  void write(const std::vector<Value>& list) {
    out_.begin_array();
    for (const Value& one : list) write(one);
    out_.end();
  }

  /// "name": value, for whatever can be written.
  template <typename Value>
  void member(std::string_view name, const Value& value) {
    out_.key(name);
    write(value);
  }
  void text(std::string_view name, std::string_view value) { out_.key(name).text(value); }

 private:
  void write(const std::string& text) { out_.text(text); }
  void write(const findings::CodePlace& place);
  void write(const findings::FactValue& value);
  void write_reason(const findings::Message& message);
  void write_article(const std::string& id);

  JsonStream& out_;
  const Words& words_;
  /// Most of a package's facts give the same few reasons, all at one depth: each is written once.
  std::map<findings::Message, std::string> reasons_ = {};
};

}  // namespace loanlint::report
