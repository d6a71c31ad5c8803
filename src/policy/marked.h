// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "policy/engine.h"
#include "policy/span.h"

namespace loanlint::policy {

/// A sentence with the nouns of one kind replaced by kMark, and with marks for the words that mean
/// what was named before ("该等信息"). Only denials that may be of such words are shown these.
class Marked {
 public:
  std::string text;
  bool any = false;

  /// Hides every reference that was not taken.
  void hide_references();
  /// Shows those that mean the sentence's own noun, and with `carried` those too that mean what an
  /// earlier sentence named.
  void show_references(bool carried);

 private:
  friend Marked mark(const Engine& engine, const KindEntry& kind, std::string_view sentence,
                     const Hits& hits, bool named_before);
  struct Reference {
    std::size_t at;
    bool carried;
  };
  void mark_references(const Engine& engine, const Hits& hits, bool named_before);

  std::vector<Reference> references_;
};

/// Marks `sentence`, whose hits are `hits`; `named_before`: the text before it was about `kind`.
Marked mark(const Engine& engine, const KindEntry& kind, std::string_view sentence,
            const Hits& hits, bool named_before);

/// Blanks the marks in `span`. False when there was none.
bool blank(std::string& text, Span span);

}  // namespace loanlint::policy
