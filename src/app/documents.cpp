// SPDX-License-Identifier: Apache-2.0
#include "app/documents.h"

#include <algorithm>
#include <utility>

#include "app/script_strings.h"
#include "archive/ordinary.h"
#include "base/buffer.h"
#include "base/error.h"
#include "policy/urls.h"

namespace loanlint::app {
namespace {

/// Bytes of all documents of a package, as a multiple of Limits::policy_bytes.
constexpr std::size_t kDocumentsHeld = 2;

/// Strings of a script with no more than this between them stand together on a page.
constexpr std::size_t kApart = 400;

class Finder {
 public:
  Finder(const catalog::Candidates& candidates, const Limits& limits, FoundDocuments& found,
         std::vector<FoundLink>& links, std::vector<findings::Gap>& gaps)
      : candidates_(candidates), limits_(limits), found_(found), links_(links), gaps_(gaps) {}

  void look_into(const Part& part) {
    Buffer buffer;
    for (const archive::Entry& entry : part.archive->entries()) {
      const bool zip = candidates_.is_archive(entry.name);
      if (!zip && !candidates_.may_be_document(entry.name)) continue;
      const std::string name = part.shown(entry.name);
      // A gap is worth saying for what is named like a policy; of other texts nobody would miss
      // one, and a broken game level must not make a scan incomplete.
      const bool matters = candidates_.named_like_document(entry.name);
      if (entry.size > limits_.policy_bytes && !zip) {
        if (matters) too_large(name, entry.size);
        continue;
      }
      try {
        const Bytes bytes = part.archive->read(entry, buffer);
        if (zip) {
          look_into_zip(bytes, name, 1, bytes.size());
        } else {
          consider(name, entry.name, bytes);
        }
      } catch (const LimitError& error) {
        gaps_.push_back(gap_of(name, error, "gap.document"));
      } catch (const FormatError& error) {
        if (matters) gaps_.push_back(gap_of(name, error, "gap.document"));
      }
    }
  }

 private:
  void consider(const std::string& shown, std::string_view entry, Bytes bytes) {
    if (bytes.empty()) return;
    const bool named = candidates_.named_like_document(entry);
    const bool speaks = candidates_.speaks_like_document(bytes);
    if (candidates_.is_script(entry, named)) {
      if (speaks) consider_script(shown, as_text(bytes));
      note_links(shown, as_text(bytes));
    } else if (named || (speaks && !candidates_.is_office(entry))) {
      take(shown, bytes);
    } else if (!candidates_.is_office(entry)) {
      note_links(shown, as_text(bytes));
    }
  }

  /// A long string is a document by itself; short ones beside each other are one together.
  void consider_script(const std::string& shown, std::string_view script) {
    std::string together;
    std::size_t start = 0;
    std::size_t end = 0;
    const auto close = [&] {
      consider_text(shown, start, together);
      together.clear();
    };
    for (const ScriptString& string : read_script_strings(script)) {
      if (string.text.size() >= candidates_.string_bytes()) {
        consider_text(shown, string.at, string.text);
        continue;
      }
      if (!together.empty() && string.at - end > kApart) close();
      if (together.empty()) start = string.at;
      (together += string.text) += '\n';
      end = string.end;
    }
    close();
  }

  void consider_text(const std::string& shown, std::size_t at, const std::string& text) {
    if (text.size() < candidates_.string_bytes()) return;
    if (!candidates_.speaks_like_document(as_bytes(text))) return;
    take(shown + "#" + std::to_string(at), as_bytes(text));
  }

  void take(const std::string& shown, Bytes bytes) {
    // All documents are held until they are read: many large ones must not add up.
    if (found_.total_bytes + bytes.size() > kDocumentsHeld * limits_.policy_bytes) {
      gaps_.push_back(
          {shown,
           0,
           {"gap.documents-size",
            {std::to_string(bytes.size()), std::to_string(kDocumentsHeld * limits_.policy_bytes)}},
           "policy_bytes"});
      return;
    }
    found_.add(shown, {bytes.begin(), bytes.end()});
  }

  void note_links(const std::string& shown, std::string_view text) {
    for (const policy::Link& link : policy::find_policy_links(text, candidates_.links())) {
      if (candidates_.links().is_of_others(link.url)) continue;
      links_.push_back({link.url, shown, findings::TextPlace{link.line, link.start, link.end}});
    }
  }

  /// `held` bytes of this archive and those around it are in memory: together with what is taken
  /// out of it they must not come to more than one entry may.
  void look_into_zip(Bytes bytes, const std::string& shown, std::size_t depth, std::size_t held) {
    const auto source = view_bytes(bytes);
    Limits left = limits_;
    left.entry_bytes -= std::min(left.entry_bytes, held);
    const auto zip = archive::OrdinaryArchive::open(*source, left);
    const std::vector<std::string>& names = zip.names();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string name = shown + "!" + names[i];
      const bool inner_zip = candidates_.is_archive(names[i]);
      // Inside a nested archive no folder says where texts are kept.
      if (!inner_zip && !candidates_.may_be_document("assets/" + names[i])) continue;
      if (inner_zip && depth >= limits_.nesting) {
        gaps_.push_back({name, 0, {"gap.nesting", {std::to_string(depth)}}, "nesting"});
        continue;
      }
      try {
        const Buffer content = zip.read(i);
        if (inner_zip) {
          look_into_zip(content, name, depth + 1, held + content.size());
        } else if (content.size() > limits_.policy_bytes) {
          if (candidates_.named_like_document(names[i])) too_large(name, content.size());
        } else {
          consider(name, names[i], content);
        }
      } catch (const LimitError& error) {
        gaps_.push_back(gap_of(name, error, "gap.document"));
      } catch (const FormatError& error) {
        if (candidates_.named_like_document(names[i]))
          gaps_.push_back(gap_of(name, error, "gap.document"));
      }
    }
  }

  void too_large(const std::string& name, std::uint64_t size) {
    gaps_.push_back(
        {name,
         0,
         {"gap.document-size", {std::to_string(size), std::to_string(limits_.policy_bytes)}},
         "policy_bytes"});
  }

  const catalog::Candidates& candidates_;
  const Limits& limits_;
  FoundDocuments& found_;
  std::vector<FoundLink>& links_;
  std::vector<findings::Gap>& gaps_;
};

}  // namespace

void FoundDocuments::add(std::string entry, Buffer bytes, bool given) {
  total_bytes += bytes.size();
  owned.push_back(std::move(bytes));
  documents.push_back({std::move(entry), owned.back(), policy::Format::automatic, given});
}

void find_documents(const Part& part, const catalog::Candidates& candidates, const Limits& limits,
                    FoundDocuments& found, std::vector<FoundLink>& links,
                    std::vector<findings::Gap>& gaps) {
  Finder(candidates, limits, found, links, gaps).look_into(part);
}

}  // namespace loanlint::app
