// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/parts.h"
#include "base/buffer.h"
#include "catalog/candidates.h"
#include "findings/evidence.h"
#include "findings/gap.h"
#include "policy/document.h"

namespace loanlint::app {

/// Documents found, with the bytes they view.
struct FoundDocuments {
  std::vector<policy::RawDocument> documents;
  std::vector<Buffer> owned;    ///< inner buffers do not move
  std::size_t total_bytes = 0;  ///< of all of them

  void add(std::string entry, Buffer bytes, bool given = false);
};

/// The address of a policy, and where it stands.
struct FoundLink {
  std::string url;
  std::string entry;
  findings::Place where;
};

/// The documents that may be policies among the entries of a part, and of ZIP files inside it; of
/// scripts the strings that stand together and read like one. Addresses of policies in texts that
/// are none themselves go to `links`. What looks like a document and cannot be read is said in
/// `gaps`.
void find_documents(const Part& part, const catalog::Candidates& candidates, const Limits& limits,
                    FoundDocuments& found, std::vector<FoundLink>& links,
                    std::vector<findings::Gap>& gaps);

}  // namespace loanlint::app
