// SPDX-License-Identifier: Apache-2.0
#include "app/strings.h"

#include <algorithm>
#include <map>
#include <utility>

#include "android/proto_resources.h"
#include "base/error.h"
#include "policy/urls.h"

namespace loanlint::app {
namespace {

constexpr std::string_view kTable = "resources.arsc";
constexpr std::string_view kProtobufTable = "base/resources.pb";

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// Takes the strings of a table one by one.
class StringReader {
 public:
  StringReader(const catalog::Candidates& candidates, FoundDocuments& found,
               std::vector<FoundLink>& links, std::string entry)
      : candidates_(candidates), found_(found), links_(links), entry_(std::move(entry)) {}

  /// Takes a text; `name` gives that of its resource. True when it is an address, of which only
  /// another name can tell that it is a policy's.
  template <class Name>
  bool take(const std::string& text, Name name) {
    constexpr std::size_t kEnough = 128 * 1024;
    if (all_.size() < kEnough) (all_ += text) += '\n';
    if (text.size() >= candidates_.string_bytes() &&
        candidates_.speaks_like_document(as_bytes(text))) {
      found_.add(entry_ + "#string/" + name(), {text.begin(), text.end()});
    }
    if (text.find("http") == std::string::npos) return false;
    const bool led_to_a_policy = take_links(text, name());
    return !led_to_a_policy && is_address(text);
  }

  /// Takes an address once more, if its name is that of a policy.
  bool take_named(const std::string& address, const std::string& name) {
    const bool named = candidates_.named_like_document(name);
    if (named) add(address, name);
    return named;
  }

  std::string all() && { return std::move(all_); }

 private:
  static bool is_address(const std::string& text) {
    return text.starts_with("http") && std::none_of(text.begin(), text.end(), is_blank);
  }

  /// True when there was one.
  bool take_links(const std::string& text, const std::string& name) {
    if (is_address(text) && take_named(text, name)) return true;
    const std::vector<policy::Link> found = policy::find_policy_links(text, candidates_.links());
    for (const policy::Link& link : found) add(link.url, name);
    return !found.empty();
  }

  void add(const std::string& url, const std::string& name) {
    links_.push_back({url, entry_, findings::NamedPlace{"string/" + name}});
  }

  const catalog::Candidates& candidates_;
  FoundDocuments& found_;
  std::vector<FoundLink>& links_;
  std::string entry_;
  std::string all_;
};

/// Takes the strings of a binary table, those that many resources share only once.
void take_strings(const android::ResourceTable& table, const catalog::Candidates& candidates,
                  StringReader& reader) {
  std::map<std::uint32_t, std::string> addresses;  // by index
  table.for_each_string(
      [&](const android::ResourceEntry& entry, const std::string* text) {
        if (text != nullptr) {
          if (reader.take(*text, [&entry] { return entry.name(); }))
            addresses.emplace(entry.value.data, *text);
        } else if (const auto known = addresses.find(entry.value.data); known != addresses.end()) {
          if (reader.take_named(known->second, entry.name())) addresses.erase(known);
        }
      },
      [&candidates](const android::ResourceConfig& config) {
        return candidates.reads_language(config.locale.language);
      });
}

}  // namespace

PartResources::PartResources(const Part& part, std::size_t most, const Limits& limits,
                             std::vector<findings::Gap>& gaps)
    : limits_(limits), gaps_(gaps) {
  const archive::Entry* entry = part.archive->find(kTable);
  const bool binary = entry != nullptr;
  if (!binary) entry = part.archive->find(kProtobufTable);
  if (entry == nullptr) return;
  entry_ = part.shown(entry->name);
  try {
    if (entry->size > most && entry->size <= limits.entry_bytes) {
      throw LimitError(entry->data_offset, "entry_bytes",
                       std::to_string(entry->size) +
                           " bytes beside other parts of the package, the limit of all is " +
                           std::to_string(limits.entry_bytes));
    }
    const Bytes bytes = part.archive->read(*entry, buffer_);
    if (binary) {
      table_ = android::ResourceTable::read(bytes, limits);
      for (const findings::Gap& gap : table_->gaps()) {
        gaps.push_back(gap);
        gaps.back().entry = entry_;
      }
    } else {
      protobuf_ = bytes;
    }
  } catch (const FormatError& error) {
    gaps.push_back(gap_of(entry_, error, "gap.resources"));
  }
}

std::optional<std::string> PartResources::text(std::uint32_t id,
                                               const android::Locale& locale) const {
  if (table_) return table_->find_text(id, locale);
  if (protobuf_.empty()) return std::nullopt;
  try {
    return android::find_proto_text(protobuf_, id, locale, limits_);
  } catch (const FormatError&) {
    return std::nullopt;  // look_for_policies() tells of it
  }
}

std::string PartResources::look_for_policies(const catalog::Candidates& candidates,
                                             FoundDocuments& found,
                                             std::vector<FoundLink>& links) const {
  StringReader reader(candidates, found, links, entry_);
  try {
    if (table_) {
      take_strings(*table_, candidates, reader);
    } else if (!protobuf_.empty()) {
      android::for_each_proto_string(protobuf_, [&](const android::ProtoString& string) {
        if (candidates.reads_language(string.locale.substr(0, string.locale.find('-'))))
          reader.take(std::string(string.text), [&string] { return std::string(string.name); });
        return true;
      });
    }
  } catch (const FormatError& error) {
    gaps_.push_back(gap_of(entry_, error, "gap.resources"));
  }
  return std::move(reader).all();
}

}  // namespace loanlint::app
