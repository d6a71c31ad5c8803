// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "catalog/link_words.h"
#include "catalog/rule_files.h"
#include "catalog/words.h"

namespace loanlint::catalog {

/// Which entries of a package are worth reading as a policy, from rules/app/documents.json: most
/// texts in a package are neither, and reading one closely costs more than all else.
class Candidates {
 public:
  /// Throws UsageError when the file breaks its rules.
  explicit Candidates(const RuleFiles& files);

  /// True when an entry of this name may hold a document at all.
  bool may_be_document(std::string_view entry) const;
  /// True when what may be a document holds it in strings between other things: a script, or data
  /// that are not `named` like a document.
  bool is_script(std::string_view entry, bool named) const;
  /// True when the bytes are no text: nothing can be told from words in them.
  bool is_office(std::string_view entry) const;
  /// True when the entry is an archive that may hold documents.
  bool is_archive(std::string_view entry) const;
  /// True when the name alone says that it is one.
  bool named_like_document(std::string_view entry) const;
  /// True when the text, in any of the encodings known, has a word that such documents have.
  bool speaks_like_document(Bytes text) const;
  /// True for the languages that documents can be read in, and for "", the default resources:
  /// translations into others say the same.
  bool reads_language(std::string_view language) const;
  /// String resources from this size on can be documents.
  std::size_t string_bytes() const { return string_bytes_; }
  /// What makes an address that of a policy.
  const LinkWords& links() const { return links_; }

 private:
  std::vector<std::string> endings_;
  std::vector<std::string> endings_in_folders_;
  std::vector<std::string> folders_;
  std::vector<std::string> scripts_;
  std::vector<std::string> data_;
  std::vector<std::string> office_;
  std::vector<std::string> archives_;
  Words names_;
  Words words_;
  std::size_t string_bytes_ = 0;
  std::vector<std::string> languages_;
  LinkWords links_;
};

}  // namespace loanlint::catalog
