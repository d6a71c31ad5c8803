// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/limits.h"
#include "catalog/lexicon.h"
#include "findings/fact.h"
#include "findings/gap.h"
#include "policy/document.h"

namespace loanlint::policy {

class Classifier;
class Engine;

/// Reads privacy policies with one lexicon. Building one is cheap against reading a policy with
/// it for the first time, which compiles the patterns that it needs; keep it for the next.
/// The lexicon must live as long as the Reader. read() may be called from several threads.
class Reader {
 public:
  explicit Reader(const catalog::Lexicon& lexicon);
  ~Reader();

  /// Every document, read and classified. What could not be read is said in `gaps`.
  Policy read(std::span<const RawDocument> documents, const Limits& limits,
              std::vector<findings::Gap>& gaps) const;

  /// Runs the examples that every pattern carries; one line per example that fails, naming file,
  /// pattern and example. Throws UsageError for a pattern that does not compile.
  std::vector<std::string> check_examples() const;

 private:
  const catalog::Lexicon& lexicon_;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Classifier> classifier_;
};

/// Reads with a Reader of its own.
Policy read(std::span<const RawDocument> documents, const catalog::Lexicon& lexicon,
            const Limits& limits, std::vector<findings::Gap>& gaps);

/// What the policy says, as facts: <kind>.disclosed, .mode, .denied, .denial_scope, .purpose,
/// .forced, .vague, .shared, .for_collection and policy.*. Silence counts as "no" only where a
/// policy was found; without one every fact is unknown, with the reason. `evidence` is how many
/// pieces of evidence are kept per fact.
findings::Facts facts(const Policy& policy, const catalog::Lexicon& lexicon,
                      const Limits& limits = {});

}  // namespace loanlint::policy
