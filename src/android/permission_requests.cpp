// SPDX-License-Identifier: Apache-2.0
#include "android/permission_requests.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "android/attributes.h"
#include "android/name_rules.h"

namespace loanlint::android {
namespace {

/// In place of API levels, for what Android does not take.
constexpr std::int64_t kDecoy = -2;

/// Tricks with the document as a whole that keep common readers from all of its permissions.
constexpr std::array<std::string_view, 7> kHideAll{"root-type",
                                                   "root-header-size",
                                                   "unknown-chunk",
                                                   "string-count-inflated",
                                                   "string-pool-header-size",
                                                   "several-string-pools",
                                                   "chunk-order"};

/// The elements that ask for permissions, one by one.
class RequestReader {
 public:
  RequestReader(const ElementReader& reader, const PrintedXml& printed, XmlPlaces& places,
                Manifest& manifest)
      : reader_(reader),
        tree_(reader.tree()),
        printed_(printed),
        places_(places),
        manifest_(manifest) {
    numbered_ = tree_.form != XmlTree::Form::binary || has_resource_ids();
    refuse_unreadable_children();
    for (const findings::Trick& trick : tree_.tricks) {
      if (std::find(kHideAll.begin(), kHideAll.end(), trick.id) != kHideAll.end()) {
        hides_all_ = trick.id;
        break;
      }
    }
  }

  void read() {
    for (std::uint32_t i = 0; i < tree_.elements.size(); ++i) {
      const auto name = tree_.lenient_text(tree_.elements[i].name);
      if (name && asks_for_permission(*name)) read_element(i);
    }
  }

 private:
  bool has_resource_ids() const {
    for (const XmlElement& element : tree_.elements) {
      for (const XmlAttribute& attribute : tree_.attributes(element)) {
        if (attribute.resource_id != 0) return true;
      }
    }
    return false;
  }

  /// Android's parser asks the elements it walks over for their names and stops at one without.
  void refuse_unreadable_children() {
    for (const XmlElement& element : tree_.elements) {
      if (element.after_end) break;
      if (element.depth > 1 && !tree_.text(element.name)) {
        const std::string shown(tree_.lenient_text(element.name).value_or(""));
        manifest_.refusals.push_back(
            {{"android.refused.element-name", {shown}}, element.offset, 0});
        refused_ = true;
        break;
      }
    }
    refused_ =
        refused_ || std::any_of(tree_.refusals.begin(), tree_.refusals.end(),
                                [](const Refusal& refusal) { return refusal.since_api == 0; });
  }

  /// Android takes nothing from a manifest that it refuses: then what can be read is shown.
  std::optional<std::string_view> readable(std::uint32_t string) const {
    return refused_ ? tree_.lenient_text(string) : tree_.text(string);
  }

  void read_element(std::uint32_t index) {
    index_ = index;
    const XmlElement& element = tree_.elements[index];
    const XmlAttribute* found = reader_.find(element, attr::kName);
    std::optional<std::string> taken = reader_.own_string(element, attr::kName);
    if (!taken && refused_ && found != nullptr && found->value.type == ValueType::string) {
      if (const auto text = readable(found->value.data)) taken = std::string(*text);
    }
    if (const std::string_view elsewhere = why_not_read(element); !elsewhere.empty()) {
      note(elsewhere);
      for (const std::string& name : shown_names(element)) add_decoy(name, elsewhere);
      return;
    }
    for (const XmlAttribute& attribute : tree_.attributes(element)) {
      look_at_name(attribute, found, taken);
    }
    if (!taken) return;
    take(element, *found, *taken);
  }

  /// The trick that keeps Android from looking at an element at all, or "".
  std::string_view why_not_read(const XmlElement& element) const {
    if (element.after_end) return "elements-after-end";
    if (element.parent != 0) return "nested-permission";
    if (!asks_for_permission(readable(element.name).value_or(""))) return "unreadable-name";
    if (!manifest_.split.empty()) return "split-permission";
    if (reader_.is_removed_by_build(element)) return "removed-by-merger";
    return "";
  }

  bool is_called_name(const XmlAttribute& attribute) const {
    return tree_.lenient_text(attribute.name) == "name";
  }

  /// Every name that some tool would show for this element.
  std::set<std::string> shown_names(const XmlElement& element) const {
    std::set<std::string> names;
    for (const XmlAttribute& attribute : tree_.attributes(element)) {
      if (attribute.resource_id == attr::kName || is_called_name(attribute)) {
        names.insert(shown_value(attribute));
        names.insert(source_text(attribute).value_or(""));
      }
    }
    names.erase("");
    return names;
  }

  std::string shown_value(const XmlAttribute& attribute) const {
    if (attribute.value.type == ValueType::string) {
      return std::string(tree_.lenient_text(attribute.value.data).value_or(""));
    }
    if (attribute.value.is_reference() && reader_.resources() != nullptr) {
      const auto text = reader_.resources()->find_text(attribute.value.data);
      if (text) return *text;
    }
    return tree_.value_text(attribute);
  }

  /// What tools show that read the text an attribute was compiled from.
  std::optional<std::string> source_text(const XmlAttribute& attribute) const {
    const auto raw = tree_.lenient_text(attribute.raw);
    if (!raw) return std::nullopt;
    return ElementReader::shortened(*raw);
  }

  /// Records what `attribute` shows to others if it is, or looks like, the name.
  void look_at_name(const XmlAttribute& attribute, const XmlAttribute* found,
                    const std::optional<std::string>& taken) {
    const bool has_id = attribute.resource_id == attr::kName;
    if (!has_id && !is_called_name(attribute)) return;
    if (&attribute != found) {
      const bool numbered = attribute.resource_id != 0;
      const std::string_view why =
          has_id      ? (found != nullptr ? "duplicate-attribute" : "unsorted-attributes")
          : numbered  ? "attribute-names-swapped"
          : numbered_ ? "attribute-without-id"
                      : "no-resource-ids";
      if (shown_value(attribute) != taken) decoy(shown_value(attribute), why);
      return;
    }
    const auto raw = source_text(attribute);
    if (!taken) {
      const std::string_view why = attribute.value.is_reference()              ? "name-by-reference"
                                   : attribute.value.type == ValueType::string ? "unreadable-name"
                                                                               : "name-not-text";
      decoy(shown_value(attribute), why);
      add_decoy(raw.value_or(""), why);
      return;
    }
    if (raw && *raw != *taken) decoy(*raw, "raw-value-differs");
    for (const StringPool& former : tree_.former_pools()) {
      const auto other = former.find(attribute.value.data);
      if (other && *other != *taken) decoy(*other, "several-string-pools");
    }
    if (const std::string seen = visible_part(*taken); seen != *taken) {
      decoy(seen, "odd-permission-name");
    }
  }

  void take(const XmlElement& element, const XmlAttribute& attribute, const std::string& name) {
    const std::int64_t min_sdk =
        std::max<std::int64_t>(reader_.integer(element, attr::kMinSdkVersion).value_or(0), 0);
    std::int64_t max_sdk = 0;
    if (const auto max = reader_.integer(element, attr::kMaxSdkVersion)) {
      // 0 would read as "no bound": nothing that knows the attribute takes the permission.
      max_sdk = *max > 0 ? *max : -1;
    }
    const std::string_view hidden_by = why_missed(element, attribute, name);
    if (!is_new(name, hidden_by, min_sdk, max_sdk)) return;
    findings::Permission permission = permission_here(name);
    permission.min_sdk = min_sdk;
    permission.max_sdk = max_sdk;
    if (const auto since = permission_name_refused_since(name)) {
      manifest_.refusals.push_back(
          {{"android.refused.permission-length", {std::to_string(kLongestPermission)}},
           element.offset,
           *since});
    }
    if (!hidden_by.empty()) {
      findings::Permission missed = permission;
      missed.note = hidden_by;
      manifest_.hidden.push_back(std::move(missed));
      if (hidden_by != kSdk23Form) note(hidden_by);
    }
    manifest_.requested.push_back(std::move(permission));
  }

  /// The trick, or the ordinary form, that makes common readings miss a permission; or "".
  std::string_view why_missed(const XmlElement& element, const XmlAttribute& attribute,
                              const std::string& name) const {
    if (tree_.form != XmlTree::Form::binary) {
      return tree_.name(element) == "uses-permission" ? std::string_view() : kSdk23Form;
    }
    if (!is_called_name(attribute)) {
      return tree_.text(attribute.name).value_or("").empty() ? "attribute-names-erased"
                                                             : "attribute-names-swapped";
    }
    if (tree_.text(attribute.ns) != kAndroidNamespace) return "attribute-namespace";
    if (!tree_.text(element.ns).value_or("").empty()) return "foreign-element-namespace";
    if ((element.oddities & kOddHeaderSize) != 0) return "element-header-size";
    if ((element.oddities & kOddAttributeStart) != 0) return "attribute-start";
    if ((element.oddities & kOddAttributeSize) != 0) return "attribute-size";
    const auto raw = source_text(attribute);
    if (raw && *raw != name) return "raw-value-differs";
    if (!hides_all_.empty()) return hides_all_;
    return tree_.name(element) == "uses-permission" ? std::string_view() : kSdk23Form;
  }

  findings::Permission permission_here(std::string name) {
    findings::Permission permission;
    permission.name = std::move(name);
    permission.element = std::string(tree_.lenient_text(tree_.elements[index_].name).value_or(""));
    permission.evidence = {std::string(kManifestEntry),
                           findings::ManifestPlace{printed_.lines[index_], places_.xpath(index_)},
                           places_.excerpt(index_)};
    return permission;
  }

  /// Android ignores a request that repeats another, and so do the lists: a manifest may repeat
  /// one as often as it likes.
  bool is_new(const std::string& name, std::string_view note, std::int64_t min_sdk,
              std::int64_t max_sdk) {
    return seen_.emplace(name, note, min_sdk, max_sdk).second;
  }

  void decoy(const std::string& name, std::string_view why) {
    note(why);
    add_decoy(name, why);
  }

  void add_decoy(const std::string& name, std::string_view why) {
    if (name.empty() || !is_new(name, why, kDecoy, kDecoy)) return;
    findings::Permission permission = permission_here(name);
    permission.note = why;
    manifest_.decoys.push_back(std::move(permission));
  }

  void note(std::string_view id) {
    for (const findings::Trick& known : manifest_.tricks) {
      if (known.id == id) return;
    }
    manifest_.tricks.push_back({std::string(id), std::string(kManifestEntry),
                                tree_.elements[index_].offset, places_.xpath(index_)});
  }

  const ElementReader& reader_;
  const XmlTree& tree_;
  const PrintedXml& printed_;
  XmlPlaces& places_;
  Manifest& manifest_;
  std::string_view hides_all_;
  bool refused_ = false;
  bool numbered_ = true;  // some attribute of the document has a resource id
  std::uint32_t index_ = 0;
  std::set<std::tuple<std::string, std::string_view, std::int64_t, std::int64_t>> seen_;
};

}  // namespace

bool asks_for_permission(std::string_view name) {
  return name == "uses-permission" || name == "uses-permission-sdk-23" ||
         name == "uses-permission-sdk-m";
}

void read_permission_requests(const ElementReader& reader, const PrintedXml& printed,
                              XmlPlaces& places, Manifest& manifest) {
  RequestReader(reader, printed, places, manifest).read();
}

}  // namespace loanlint::android
