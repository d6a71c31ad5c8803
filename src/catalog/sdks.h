// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "catalog/rule_files.h"
#include "findings/fact.h"
#include "findings/message.h"

namespace loanlint::catalog {

/// Third-party code that apps carry: one rules/sdk/<id>.json each.
struct Sdk {
  std::string id;  ///< the file name
  findings::Bilingual name;
  findings::Bilingual maker;
  std::string purpose;  ///< "risk-control", "push", … (docs/rules)
  findings::Bilingual what;
  std::vector<std::string> packages;           ///< Java package prefixes
  std::vector<std::string> libraries;          ///< native libraries, "libtongdun.so"
  std::map<std::string, findings::Tri> reads;  ///< by data kind: known to read it
  std::vector<std::string> policy_names;       ///< what privacy policies call it
  std::string source;                          ///< where this is known from
};

/// All SDKs, by id. Throws UsageError when a file breaks the format.
std::vector<Sdk> load_sdks(const RuleFiles& files);

/// What an SDK is known by in a package.
struct SdkMarks {
  std::string id;
  std::vector<std::string> packages;
  std::vector<std::string> libraries;
};

/// The SDKs as a scan needs them: what each is known by, at once; all else of one when it is met.
/// A scan of a small package must not wait for hundreds of files it has no use for.
class Sdks {
 public:
  /// Files given by the user are read in full, so that a mistake in them stops the run here;
  /// those compiled in were read in full by the tests. `files` must outlive this.
  explicit Sdks(const RuleFiles& files);

  const std::vector<SdkMarks>& marks() const { return marks_; }
  /// One SDK in full; `id` must be one of marks().
  Sdk read(const std::string& id) const;

 private:
  std::vector<SdkMarks> marks_;
  std::map<std::string, RuleFile> files_;
};

}  // namespace loanlint::catalog
