// SPDX-License-Identifier: Apache-2.0
#include "catalog/candidates.h"

#include <algorithm>
#include <charconv>

#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

constexpr const char* kFile = "app/documents.json";

Node root(const RuleFiles& files) {
  const RuleFile* file = files.find(kFile);
  if (file == nullptr) return Node::parse("{}", std::string("rules/") + kFile);
  return Node::parse(*file);
}

std::string bytes_of(const Node& node) {
  const std::string digits = node.text();
  std::string bytes;
  for (std::size_t at = 0; at + 2 <= digits.size(); at += 2) {
    unsigned value = 0;
    const char* const end = digits.data() + at + 2;
    if (std::from_chars(digits.data() + at, end, value, 16).ptr != end)
      node.fail("expected hexadecimal digits");
    bytes.push_back(static_cast<char>(value));
  }
  if (digits.size() % 2 != 0) node.fail("expected an even number of hexadecimal digits");
  return bytes;
}

std::vector<std::string> all_words(const Node& node) {
  std::vector<std::string> words = read_words(node.at("words"));
  for (const Node& other : node.at("words_in_other_encodings").items()) {
    other.only({"text", "encoding", "bytes"});
    words.push_back(bytes_of(other.at("bytes")));
    if (words.back().size() < Words::kShortest) other.at("bytes").fail("expected at least 3 bytes");
  }
  return words;
}

bool contains(const std::vector<std::string>& values, const std::string& wanted) {
  return std::find(values.begin(), values.end(), wanted) != values.end();
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  });
  return out;
}

/// What follows the last dot of a file's name, in small letters; "" where there is none.
std::string ending(std::string_view entry) {
  const std::size_t dot = entry.rfind('.');
  const std::size_t slash = entry.rfind('/');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return "";
  return lower(entry.substr(dot + 1));
}

/// Modules of an AAB and some packers put a folder before the one that Android knows.
bool is_in(std::string_view entry, std::string_view folder) {
  for (std::size_t at = entry.find(folder); at != std::string_view::npos;
       at = entry.find(folder, at + 1)) {
    if (at == 0 || entry[at - 1] == '/') return true;
  }
  return false;
}

}  // namespace

Candidates::Candidates(const RuleFiles& files)
    : endings_(root(files).at("endings").texts()),
      endings_in_folders_(root(files).at("endings_in_folders").texts()),
      folders_(root(files).at("folders").texts()),
      scripts_(root(files).at("scripts").texts()),
      data_(root(files).at("data").texts()),
      office_(root(files).at("office").texts()),
      archives_(root(files).at("archives").texts()),
      names_(read_words(root(files).at("names")), Words::Match::inside),
      words_(all_words(root(files)), Words::Match::inside),
      languages_(root(files).at("languages").texts()),
      links_(load_link_words(files)) {
  const Node node = root(files);
  node.only({"endings", "endings_in_folders", "folders", "scripts", "data", "office", "archives",
             "names", "words", "words_in_other_encodings", "strings_of_bytes", "languages"});
  string_bytes_ =
      static_cast<std::size_t>(std::max<std::int64_t>(1, node.at("strings_of_bytes").integer()));
}

bool Candidates::may_be_document(std::string_view entry) const {
  const std::string end = ending(entry);
  if (contains(endings_, end)) return true;
  const bool known = contains(endings_in_folders_, end);
  if (!known && !end.empty()) return false;
  const bool in_folder =
      std::any_of(folders_.begin(), folders_.end(),
                  [entry](const std::string& folder) { return is_in(entry, folder); });
  return known ? in_folder || named_like_document(entry) : in_folder && named_like_document(entry);
}

bool Candidates::is_script(std::string_view entry, bool named) const {
  const std::string end = ending(entry);
  return contains(scripts_, end) || (!named && contains(data_, end));
}

bool Candidates::is_office(std::string_view entry) const {
  return contains(office_, ending(entry));
}

bool Candidates::is_archive(std::string_view entry) const {
  return contains(archives_, ending(entry));
}

bool Candidates::reads_language(std::string_view language) const {
  return language.empty() || contains(languages_, std::string(language));
}

bool Candidates::named_like_document(std::string_view entry) const { return names_.any_in(entry); }

bool Candidates::speaks_like_document(Bytes text) const { return words_.any_in(as_text(text)); }

}  // namespace loanlint::catalog
