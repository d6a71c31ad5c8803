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
  std::vector<std::string> words = node.at("words").texts();
  for (const Node& other : node.at("words_in_other_encodings").items()) {
    other.only({"text", "encoding", "bytes"});
    words.push_back(bytes_of(other.at("bytes")));
  }
  return words;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  });
  return out;
}

}  // namespace

Candidates::Candidates(const RuleFiles& files)
    : endings_(root(files).at("endings").texts()),
      folders_(root(files).at("folders").texts()),
      names_(root(files).at("names").texts(), Words::Match::inside),
      words_(all_words(root(files)), Words::Match::inside),
      links_(load_link_words(files)) {
  const Node node = root(files);
  node.only(
      {"endings", "folders", "names", "words", "words_in_other_encodings", "strings_of_bytes"});
  string_bytes_ =
      static_cast<std::size_t>(std::max<std::int64_t>(1, node.at("strings_of_bytes").integer()));
}

bool Candidates::may_be_document(std::string_view entry) const {
  const std::size_t dot = entry.rfind('.');
  const std::size_t slash = entry.rfind('/');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) {
    return std::any_of(folders_.begin(), folders_.end(),
                       [entry](const std::string& folder) { return entry.starts_with(folder); }) &&
           named_like_document(entry);
  }
  const std::string ending = lower(entry.substr(dot + 1));
  if (std::find(endings_.begin(), endings_.end(), ending) == endings_.end()) return false;
  return std::any_of(folders_.begin(), folders_.end(),
                     [entry](const std::string& folder) { return entry.starts_with(folder); }) ||
         named_like_document(entry);
}

bool Candidates::named_like_document(std::string_view entry) const {
  return !names_.in(entry).empty();
}

bool Candidates::speaks_like_document(Bytes text) const {
  return !words_.in(as_text(text)).empty();
}

}  // namespace loanlint::catalog
