// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "findings/fact.h"
#include "findings/finding.h"
#include "findings/gap.h"

namespace loanlint::findings {

/// What is said of a package as a whole; ordered from best to worst.
enum class Verdict : std::uint8_t { pass, review, incomplete, fail };

std::string_view name(Verdict verdict);

/// One permission that the package names, and what becomes of it.
struct Permission {
  std::string name;
  std::int64_t min_sdk = 0;  ///< 0: no lower bound
  std::int64_t max_sdk = 0;  ///< 0: no upper bound
  std::string element;       ///< the element that asks, "uses-permission-sdk-23"
  std::string note;          ///< for decoys and hidden ones: id of the trick, "nested-element"
  Evidence evidence;
};

/// Who the package says it is.
struct Identity {
  std::string path;        ///< as given by the user
  std::uint64_t size = 0;  ///< bytes of the file
  std::string sha256;
  std::string input;  ///< "apk", "aab", "apks", "xapk", "apkm", "aar", "manifest", "policy"
  std::string package;
  std::string version_name;
  std::string version_code;
  Bilingual label;                   ///< resolved for zh-CN and for the default locale
  std::int64_t min_sdk = 0;          ///< 0: not said
  std::int64_t target_sdk = 0;       ///< 0: not said
  std::vector<std::string> signers;  ///< SHA-256 of each signer certificate
};

/// A document found in the package or given by the user.
struct DocumentSummary {
  std::string entry;
  std::string kind;      ///< "policy", "agreement", "authorisation", "sdk_list", …
  std::string language;  ///< "zh-Hans", "zh-Hant", "en", "id", …
  std::string encoding;  ///< "UTF-8", "GB18030"
  std::uint64_t bytes = 0;
  /// The decoded text that the evidence's lines and bytes count in; kept for documents that a
  /// finding quotes, so that a report can show the sentence where it stands.
  std::string text = {};
  bool given = false;  ///< by the user, beside the package: `entry` is a path of its own
};

/// Everything the scan of one package has to say. Reports print nothing else.
struct ScanResult {
  Identity identity;
  Verdict verdict = Verdict::incomplete;
  Facts facts;
  std::vector<Finding> findings;  ///< in order (before())
  std::vector<Gap> gaps;
  std::vector<Trick> tricks;
  std::vector<Permission> requested;
  std::vector<Permission> decoys;
  std::vector<Permission> hidden;
  std::vector<DocumentSummary> documents;
  std::string manifest;  ///< the decoded manifest, for reports that show lines of it
  bool refused = false;  ///< Android refuses to install this package
};

/// `fail`: a finding at or above high that fails at its basis; else `incomplete`: a gap; else
/// `review`: any finding above info or an open question; else `pass`. Accepted findings and good
/// signs do not count.
Verdict verdict(const ScanResult& result);

}  // namespace loanlint::findings
