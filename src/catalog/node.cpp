// SPDX-License-Identifier: Apache-2.0
#include "catalog/node.h"

#include <nlohmann/json.hpp>
#include <set>

#include "base/error.h"

namespace loanlint::catalog {

using nlohmann::json;

class JsonFile {
 public:
  std::string shown;
  std::string text;
  json root;
};

namespace {

std::string place(const JsonFile& file, std::size_t offset) {
  const LineColumn at = line_column(file.text, offset);
  return file.shown + ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
}

std::string escape_pointer(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

/// Finds a key that stands twice in one object: nlohmann keeps the last of them without a word.
/// Its own callback for parsing would do, but costs the square of the length of a list.
class DuplicateKeys {
 public:
  /// The JSON pointer of the key that was found.
  std::string pointer() const {
    std::string out;
    for (const Level& level : levels_)
      out += '/' + (level.list ? std::to_string(level.index) : escape_pointer(level.key));
    return out;
  }

  bool null() { return pass(); }
  bool boolean(bool) { return pass(); }
  bool number_integer(json::number_integer_t) { return pass(); }
  bool number_unsigned(json::number_unsigned_t) { return pass(); }
  bool number_float(json::number_float_t, const std::string&) { return pass(); }
  bool string(std::string&) { return pass(); }
  bool binary(json::binary_t&) { return pass(); }
  bool parse_error(std::size_t, const std::string&, const json::exception&) { return false; }
  bool start_array(std::size_t) { return open(true); }
  bool start_object(std::size_t) { return open(false); }
  bool end_array() { return close(); }
  bool end_object() { return close(); }
  bool key(std::string& name) {
    levels_.back().key = name;
    return levels_.back().keys.insert(name).second;
  }

 private:
  /// An object or a list that is open, and where in it the walk is.
  struct Level {
    bool list = false;
    std::size_t index = 0;
    std::string key = {};
    std::set<std::string> keys = {};
  };

  bool open(bool list) {
    levels_.push_back({list});
    return true;
  }
  bool close() {
    levels_.pop_back();
    return pass();
  }
  /// A value has ended.
  bool pass() {
    if (!levels_.empty()) ++levels_.back().index;
    return true;
  }

  std::vector<Level> levels_;
};

/// Parses into `file.root`.
void parse_strictly(JsonFile& file) {
  try {
    file.root = json::parse(file.text);
  } catch (const json::parse_error& error) {
    // Its text: "[json.exception.parse_error.101] parse error at line 1, column 2: …".
    std::string problem = error.what();
    const std::size_t colon = problem.find(": ");
    if (colon != std::string::npos) problem.erase(0, colon + 2);
    throw UsageError(place(file, error.byte == 0 ? 0 : error.byte - 1) + ": not JSON: " + problem);
  } catch (const json::out_of_range& error) {
    std::string problem = error.what();  // "[json.exception.out_of_range.406] number overflow …"
    problem.erase(0, problem.find(' ') + 1);
    throw UsageError(file.shown + ": not JSON: " + problem);
  }
  DuplicateKeys keys;
  if (!json::sax_parse(file.text, &keys)) {
    const std::string at = keys.pointer();
    throw UsageError(place(file, locate_key(file.text, at, 2)) + ": " + at +
                     ": this key stands twice in one object");
  }
}

}  // namespace

Node::Node(std::shared_ptr<const JsonFile> file, const json* value, std::string pointer)
    : file_(std::move(file)), value_(value), pointer_(std::move(pointer)) {}

Node Node::parse(std::string_view text, std::string shown) {
  auto file = std::make_shared<JsonFile>();
  file->shown = std::move(shown);
  file->text = text;
  parse_strictly(*file);
  const json* root = &file->root;
  return Node(std::move(file), root, "");
}

Node Node::parse_proved(std::string_view text, std::string shown) {
  auto file = std::make_shared<JsonFile>();
  file->shown = std::move(shown);
  file->text = text;
  try {
    file->root = json::parse(text);
  } catch (const json::exception&) {
    return parse(text, std::move(file->shown));  // not proved after all: say what is wrong
  }
  const json* root = &file->root;
  return Node(std::move(file), root, "");
}

bool Node::is_text() const { return value_->is_string(); }
bool Node::is_list() const { return value_->is_array(); }
bool Node::is_object() const { return value_->is_object(); }
bool Node::is_number() const { return value_->is_number(); }
bool Node::is_boolean() const { return value_->is_boolean(); }
bool Node::is_null() const { return value_->is_null(); }

std::string Node::kind_of_value() const {
  // A structure is never printed: it may be nested deeper than the printer's stack.
  if (value_->is_structured()) return value_->type_name();
  constexpr std::size_t kShown = 40;
  std::string shown = value_->dump();
  return shown.size() > kShown ? value_->type_name() : shown;
}

void Node::fail(const std::string& problem) const {
  throw UsageError(place(*file_, locate(file_->text, pointer_)) + ": " +
                   (pointer_.empty() ? "" : pointer_ + ": ") + problem);
}

void Node::fail_at_key(const std::string& problem) const {
  throw UsageError(place(*file_, locate_key(file_->text, pointer_)) + ": " + pointer_ + ": " +
                   problem);
}

std::string Node::text() const {
  std::string value = text_or_empty();
  if (value.empty()) fail("expected a text that is not empty");
  return value;
}

std::string Node::text_or_empty() const {
  if (!is_text()) fail("expected a text, found " + kind_of_value());
  return value_->get<std::string>();
}

std::int64_t Node::integer() const {
  if (!value_->is_number_integer()) fail("expected a whole number, found " + kind_of_value());
  return value_->get<std::int64_t>();
}

bool Node::boolean() const {
  if (!is_boolean()) fail("expected true or false, found " + kind_of_value());
  return value_->get<bool>();
}

std::vector<std::string> Node::texts() const {
  std::vector<std::string> out;
  for (const Node& item : items()) out.push_back(item.text());
  return out;
}

findings::Bilingual Node::bilingual() const {
  only({"zh", "en"});
  return {at("zh").text(), at("en").text()};
}

std::vector<Node> Node::items() const {
  if (!is_list()) fail("expected a list, found " + kind_of_value());
  std::vector<Node> out;
  out.reserve(value_->size());
  for (std::size_t i = 0; i < value_->size(); ++i) {
    out.push_back(Node(file_, &(*value_)[i], pointer_ + '/' + std::to_string(i)));
  }
  return out;
}

const json& Node::object() const {
  if (!is_object()) fail("expected an object, found " + kind_of_value());
  return *value_;
}

std::vector<std::pair<std::string, Node>> Node::members() const {
  std::vector<std::pair<std::string, Node>> out;
  for (const auto& [key, value] : object().items()) {
    out.emplace_back(key, Node(file_, &value, pointer_ + '/' + escape_pointer(key)));
  }
  return out;
}

bool Node::has(std::string_view key) const { return object().contains(key); }

Node Node::at(std::string_view key) const {
  const auto found = object().find(key);
  if (found == value_->end()) fail("\"" + std::string(key) + "\" is missing");
  return Node(file_, &*found, pointer_ + '/' + escape_pointer(key));
}

std::optional<Node> Node::find(std::string_view key) const {
  if (!has(key)) return std::nullopt;
  return at(key);
}

void Node::only(std::initializer_list<std::string_view> keys) const {
  for (const auto& [key, value] : object().items()) {
    bool known = false;
    for (const std::string_view allowed : keys) known = known || allowed == key;
    if (known) continue;
    const std::vector<std::string> candidates(keys.begin(), keys.end());
    const std::optional<std::string> meant = nearest(key, candidates);
    Node(file_, &value, pointer_ + '/' + escape_pointer(key))
        .fail_at_key("unknown key" +
                     (meant ? "; did you mean \"" + *meant + "\"?" : std::string()));
  }
}

}  // namespace loanlint::catalog
