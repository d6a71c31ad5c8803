// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "android/resources.h"
#include "app/documents.h"
#include "app/parts.h"
#include "app/policy_facts.h"
#include "base/buffer.h"
#include "catalog/candidates.h"
#include "findings/gap.h"

namespace loanlint::app {

/// The resource table of one part, with the bytes it views.
class PartResources {
 public:
  /// Reads resources.arsc, or an AAB's base/resources.pb, of at most `most` bytes; a part may have
  /// neither. What cannot be read is said in `gaps`.
  PartResources(const Part& part, std::size_t most, const Limits& limits,
                std::vector<findings::Gap>& gaps);
  PartResources(const PartResources&) = delete;
  PartResources& operator=(const PartResources&) = delete;

  /// Bytes of it that are in memory.
  std::size_t held() const { return buffer_.size(); }

  /// The text of a resource for a locale, references followed.
  std::optional<std::string> text(std::uint32_t id, const android::Locale& locale) const;

  /// Looks through the strings in the languages that can be read: long ones that may be policies
  /// go to `found`, addresses of policies to `links`; gives all of them, one a line, up to
  /// a size that says enough about what the app is for.
  std::string look_for_policies(const catalog::Candidates& candidates, FoundDocuments& found,
                                std::vector<FoundLink>& links) const;

 private:
  const Limits& limits_;
  std::vector<findings::Gap>& gaps_;
  std::string entry_;
  Buffer buffer_;
  std::optional<android::ResourceTable> table_;
  Bytes protobuf_;
};

}  // namespace loanlint::app
