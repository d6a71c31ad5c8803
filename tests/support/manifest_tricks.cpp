// SPDX-License-Identifier: Apache-2.0
#include "support/manifest_tricks.h"

#include <algorithm>
#include <functional>

#include "support/axml_builder.h"

namespace loanlint::testing {
namespace {

constexpr std::uint32_t kName = 0x01010003;
constexpr std::uint32_t kLabel = 0x01010001;
constexpr std::uint32_t kMaxSdk = 0x01010271;

using Names = std::vector<std::string>;
const Names kBoth{"READ_CONTACTS", "READ_SMS"};
const Names kContacts{"READ_CONTACTS"};

Names all_hidden(const std::string& trick) {
  return {"READ_CONTACTS (" + trick + ")", "READ_SMS (" + trick + ")"};
}

/// The element that asks for READ_SMS.
AxmlElement& sms(AxmlBuilder& doc) { return doc.root.children[2]; }
AxmlElement& application(AxmlBuilder& doc) { return doc.root.children[3]; }
std::string permission(const std::string& name) { return "android.permission." + name; }

struct Expected {
  Names requested = kBoth;
  Names decoys = {};
  Names hidden = {};
  Names tricks = {};
  Names refusals = {};
  bool is_split = false;
};

/// Collects cases; each is one change of an ordinary manifest.
class Table {
 public:
  void add(std::string name, Expected expected, const std::function<void(AxmlBuilder&)>& change) {
    AxmlBuilder doc = ordinary_manifest();
    change(doc);
    const bool installs = expected.refusals.empty() && !expected.is_split;
    rows.push_back({std::move(name), doc.build(), std::move(expected.requested),
                    std::move(expected.decoys), std::move(expected.hidden),
                    std::move(expected.tricks), std::move(expected.refusals), installs});
  }
  std::vector<ManifestTrick> rows;
};

void add_document_tricks(Table& table) {
  table.add("ordinary", {}, [](AxmlBuilder&) {});
  table.add("UTF-8 pool with Chinese text", {}, [](AxmlBuilder& d) { d.pool.utf8 = true; });
  for (const std::uint16_t type : {std::uint16_t{0}, std::uint16_t{2}, std::uint16_t{8}}) {
    table.add("root type " + std::to_string(type),
              {.hidden = all_hidden("root-type"),
               .tricks = {"root-type"},
               .refusals = {"android.refused.root-type"}},
              [type](AxmlBuilder& d) { d.root_type = type; });
  }
  table.add("root header of 16 bytes",
            {.hidden = all_hidden("root-header-size"), .tricks = {"root-header-size"}},
            [](AxmlBuilder& d) { d.root_header_size = 16; });
  table.add("512 bytes after the root", {.tricks = {"bytes-after-root"}},
            [](AxmlBuilder& d) { d.after_root.assign(512, 0x5a); });
  table.add("root 64 bytes larger than the data", {.refusals = {"android.refused.root-size"}},
            [](AxmlBuilder& d) { d.more_root_size = 64; });
  table.add("root ends inside its last chunk", {.tricks = {"bytes-after-root"}},
            [](AxmlBuilder& d) { d.more_root_size = -12; });
  table.add("40 strings more than there are",
            {.hidden = all_hidden("string-count-inflated"), .tricks = {"string-count-inflated"}},
            [](AxmlBuilder& d) { d.pool.more_strings = 40; });
  table.add(
      "string pool header of 32 bytes",
      {.hidden = all_hidden("string-pool-header-size"), .tricks = {"string-pool-header-size"}},
      [](AxmlBuilder& d) { d.pool.header_size = 32; });
  table.add("styles start without styles", {.tricks = {"styles-without-count"}},
            [](AxmlBuilder& d) { d.pool.styles_start = 40; });
  table.add("a decoy string pool first",
            {.decoys = {"CAMERA (several-string-pools)", "INTERNET (several-string-pools)"},
             .hidden = all_hidden("several-string-pools"),
             .tricks = {"several-string-pools"}},
            [](AxmlBuilder& d) {
              AxmlBuilder other = ordinary_manifest();
              const std::uint32_t contacts = other.index_of(permission("READ_CONTACTS"));
              const std::uint32_t messages = other.index_of(permission("READ_SMS"));
              StringPoolBuilder decoy;
              decoy.strings.assign(messages + 1, "decoy");
              decoy.strings[contacts] = permission("CAMERA");
              decoy.strings[messages] = permission("INTERNET");
              d.before_pool = decoy.build();
            });
  table.add("an unknown chunk before the string pool",
            {.hidden = all_hidden("unknown-chunk"), .tricks = {"unknown-chunk"}},
            [](AxmlBuilder& d) { d.before_pool = unknown_chunk(8, 16); });
  table.add("an unknown chunk after the string pool",
            {.hidden = all_hidden("unknown-chunk"), .tricks = {"unknown-chunk"}},
            [](AxmlBuilder& d) { d.after_pool = unknown_chunk(8, 4); });
  table.add("the resource map before the string pool",
            {.hidden = all_hidden("chunk-order"), .tricks = {"chunk-order"}},
            [](AxmlBuilder& d) { d.map_before_pool = true; });
  table.add("no resource map",
            {.requested = {},
             .decoys = {"READ_CONTACTS (no-resource-ids)", "READ_SMS (no-resource-ids)"},
             .tricks = {"no-resource-ids"}},
            [](AxmlBuilder& d) { d.resource_map = false; });
  table.add("a namespace with a prefix and a URI of 40,000 characters",
            {.hidden = {"READ_SMS (attribute-namespace)"},
             .tricks = {"attribute-namespace", "huge-namespace"}},
            [](AxmlBuilder& d) {
              d.prefix.assign(40000, 'p');
              d.uri.assign(40000, 'u');
              sms(d).attributes[0].ns = d.uri;
            });
  table.add("no namespace declared", {}, [](AxmlBuilder& d) { d.declare_namespace = false; });
}

void add_node_tricks(Table& table) {
  table.add("an unknown chunk with a header of 16 bytes between elements",
            {.hidden = all_hidden("unknown-chunk"), .tricks = {"unknown-chunk"}},
            [](AxmlBuilder& d) {
              d.root.children.insert(d.root.children.begin() + 2, raw_bytes(unknown_chunk(16, 8)));
            });
  table.add("an unknown chunk with a header of 8 bytes between elements",
            {.refusals = {"android.refused.node"}}, [](AxmlBuilder& d) {
              d.root.children.insert(d.root.children.begin() + 2, raw_bytes(unknown_chunk(8, 8)));
            });
  table.add("13 junk bytes between elements",
            {.requested = kContacts,
             .tricks = {"unclosed-elements"},
             .refusals = {"android.refused.node"}},
            [](AxmlBuilder& d) {
              d.root.children.insert(d.root.children.begin() + 2,
                                     raw_bytes(std::vector<std::uint8_t>(13, 0x5a)));
            });
  table.add("element header of 24 bytes",
            {.hidden = {"READ_SMS (element-header-size)"}, .tricks = {"element-header-size"}},
            [](AxmlBuilder& d) { sms(d).header_size = 24; });
  table.add("attributes of 28 bytes",
            {.hidden = {"READ_SMS (attribute-size)"}, .tricks = {"attribute-size"}},
            [](AxmlBuilder& d) { sms(d).attribute_size = 28; });
  table.add("attributes start at 36",
            {.hidden = {"READ_SMS (attribute-start)"}, .tricks = {"attribute-start"}},
            [](AxmlBuilder& d) { sms(d).attribute_start = 36; });
  table.add(
      "65,535 attributes of no size",
      {.hidden = {"READ_SMS (attribute-size)"}, .tricks = {"attribute-size", "element-tail-bytes"}},
      [](AxmlBuilder& d) {
        sms(d).attribute_size = 0;
        sms(d).attribute_count = 65535;
        sms(d).tail = 20;
      });
  table.add("40 junk bytes at the end of an element", {.tricks = {"element-tail-bytes"}},
            [](AxmlBuilder& d) { sms(d).tail = 40; });
  table.add("24 junk bytes at the end of an element's end", {.tricks = {"element-tail-bytes"}},
            [](AxmlBuilder& d) { sms(d).end_tail = 24; });
  table.add("more attributes than the element has room for", {.refusals = {"android.refused.node"}},
            [](AxmlBuilder& d) { sms(d).attribute_count = 3; });
  table.add("the namespace ends with a size of zero", {.tricks = {"zero-size-end"}},
            [](AxmlBuilder& d) { d.end_chunk = {0x01, 0x01, 0x10, 0, 0, 0, 0, 0}; });
  table.add("text between elements", {}, [](AxmlBuilder& d) {
    d.root.children.insert(d.root.children.begin() + 2, raw_bytes(cdata_chunk()));
  });
  table.add("nothing is closed",
            {.requested = kContacts,
             .decoys = {"READ_SMS (nested-permission)"},
             .tricks = {"nested-permission", "unclosed-elements"}},
            [](AxmlBuilder& d) {
              d.root.closed = false;
              for (AxmlElement& child : d.root.children) child.closed = false;
              std::swap(d.root.children[0], d.root.children[1]);
            });
  table.add("the root is not closed", {.tricks = {"unclosed-elements"}},
            [](AxmlBuilder& d) { d.root.closed = false; });
  table.add("an element after the end of the manifest",
            {.decoys = {"CAMERA (elements-after-end)"}, .tricks = {"elements-after-end"}},
            [](AxmlBuilder& d) { d.after_end = {uses_permission(permission("CAMERA"))}; });
  table.add("the root is not called manifest",
            {.requested = {}, .refusals = {"android.refused.root-element"}},
            [](AxmlBuilder& d) { d.root.name = "Manifest"; });
  table.add("a package name of one part", {.refusals = {"android.refused.package-name"}},
            [](AxmlBuilder& d) { d.root.attributes.back().text = "loan"; });
  table.add("a package name with a hyphen", {.refusals = {"android.refused.package-name"}},
            [](AxmlBuilder& d) { d.root.attributes.back().text = "com.example.quick-loan"; });
  table.add("no package", {.refusals = {"android.refused.no-package"}},
            [](AxmlBuilder& d) { d.root.attributes.pop_back(); });
}

void add_name_tricks(Table& table) {
  const auto name = [](AxmlBuilder& d) -> AxmlAttribute& { return sms(d).attributes[0]; };
  table.add("the attribute is called name but has no id",
            {.requested = kContacts,
             .decoys = {"READ_SMS (attribute-without-id)"},
             .tricks = {"attribute-without-id"}},
            [&](AxmlBuilder& d) { name(d).id = 0; });
  table.add("the attribute's name is erased",
            {.hidden = {"READ_SMS (attribute-names-erased)"}, .tricks = {"attribute-names-erased"}},
            [&](AxmlBuilder& d) { name(d).name = ""; });
  table.add(
      "the attribute is called label",
      {.hidden = {"READ_SMS (attribute-names-swapped)"}, .tricks = {"attribute-names-swapped"}},
      [&](AxmlBuilder& d) { name(d).name = "label"; });
  table.add("another attribute is called name",
            {.decoys = {"CAMERA (attribute-names-swapped)"},
             .hidden = {"READ_SMS (attribute-names-swapped)"},
             .tricks = {"attribute-names-swapped"}},
            [&](AxmlBuilder& d) {
              name(d).name = "label";
              sms(d).attributes.insert(sms(d).attributes.begin(),
                                       string_attribute(kLabel, "name", permission("CAMERA")));
            });
  table.add("the attribute has no namespace",
            {.hidden = {"READ_SMS (attribute-namespace)"}, .tricks = {"attribute-namespace"}},
            [&](AxmlBuilder& d) { name(d).ns = std::nullopt; });
  table.add("the attribute's namespace is out of range",
            {.hidden = {"READ_SMS (attribute-namespace)"}, .tricks = {"attribute-namespace"}},
            [&](AxmlBuilder& d) { name(d).ns_index = 0x7fff; });
  table.add("the source text names another permission",
            {.decoys = {"INTERNET (raw-value-differs)"},
             .hidden = {"READ_SMS (raw-value-differs)"},
             .tricks = {"raw-value-differs"}},
            [&](AxmlBuilder& d) { name(d).raw = permission("INTERNET"); });
  table.add("the name is a reference",
            {.requested = kContacts,
             .decoys = {"@0x7f0b0000 (name-by-reference)"},
             .tricks = {"name-by-reference"}},
            [&](AxmlBuilder& d) { name(d) = reference_attribute(kName, "name", 0x7f0b0000); });
  table.add("the name is a reference with a source text",
            {.requested = kContacts,
             .decoys = {"@0x7f0b0000 (name-by-reference)", "READ_SMS (name-by-reference)"},
             .tricks = {"name-by-reference"}},
            [&](AxmlBuilder& d) {
              name(d) = reference_attribute(kName, "name", 0x7f0b0000);
              name(d).raw = permission("READ_SMS");
            });
  table.add("the name is empty, but not its source text",
            {.requested = kContacts,
             .decoys = {"@null (name-not-text)", "READ_SMS (name-not-text)"},
             .tricks = {"name-not-text"}},
            [&](AxmlBuilder& d) {
              name(d) = {kName, "name", "", 0, 0};
              name(d).raw = permission("READ_SMS");
            });
  table.add("the name is a number",
            {.requested = kContacts, .decoys = {"42 (name-not-text)"}, .tricks = {"name-not-text"}},
            [&](AxmlBuilder& d) { name(d) = integer_attribute(kName, "name", 42); });
  table.add("two names",
            {.decoys = {"CAMERA (duplicate-attribute)"}, .tricks = {"duplicate-attribute"}},
            [&](AxmlBuilder& d) {
              sms(d).attributes.push_back(string_attribute(kName, "name", permission("CAMERA")));
            });
  table.add("the name stands after maxSdkVersion",
            {.requested = kContacts,
             .decoys = {"READ_SMS (unsorted-attributes)"},
             .tricks = {"unsorted-attributes"}},
            [&](AxmlBuilder& d) {
              sms(d).attributes.insert(sms(d).attributes.begin(),
                                       integer_attribute(kMaxSdk, "maxSdkVersion", 40));
            });
  table.add("the name's length in UTF-16 is wrong",
            {.requested = kContacts,
             .decoys = {"READ_SMS (unreadable-name)"},
             .tricks = {"unreadable-name"}},
            [&](AxmlBuilder& d) {
              d.pool.utf8 = true;
              d.pool.wrong_utf16_length = d.index_of(permission("READ_SMS"));
            });
  table.add("the name lacks its terminator",
            {.requested = kContacts,
             .decoys = {"READ_SMS (unreadable-name)"},
             .tricks = {"unreadable-name"}},
            [&](AxmlBuilder& d) { d.pool.unterminated = d.index_of(permission("READ_SMS")); });
  table.add("the name ends in a character without width",
            {.requested = {"READ_CONTACTS", "READ_SMS\xe2\x80\x8b"},
             .decoys = {"READ_SMS (odd-permission-name)"},
             .tricks = {"odd-permission-name"}},
            [&](AxmlBuilder& d) { name(d).text += "\xe2\x80\x8b"; });
  table.add("the name has a NUL inside",
            {.requested = {"READ_CONTACTS", std::string("READ_SMS\0x", 10)},
             .decoys = {"READ_SMS (odd-permission-name)"},
             .tricks = {"odd-permission-name"}},
            [&](AxmlBuilder& d) { name(d).text += std::string("\0x", 2); });
  const auto letters = [](std::size_t count) {
    std::string text;
    for (; count > 0; --count) text += "权";
    return text;
  };
  table.add("the name has 512 characters of three bytes",
            {.requested = {"READ_CONTACTS", "READ_SMS" + letters(485)}},
            [&](AxmlBuilder& d) { name(d).text += letters(485); });
  table.add("the name has 600 characters of three bytes",
            {.requested = {"READ_CONTACTS", "READ_SMS" + letters(573)},
             .refusals = {"android.refused.permission-length"}},
            [&](AxmlBuilder& d) { name(d).text += letters(573); });
  table.add("the name has 513 characters",
            {.requested = {"READ_CONTACTS", "READ_SMS" + std::string(486, 'A')},
             .refusals = {"android.refused.permission-length"}},
            [&](AxmlBuilder& d) { name(d).text += std::string(486, 'A'); });
}

void add_element_tricks(Table& table) {
  for (const std::string form : {"uses-permission-sdk-23", "uses-permission-sdk-m"}) {
    table.add(form, {.hidden = {"READ_SMS (sdk-23-form)"}},
              [&form](AxmlBuilder& d) { sms(d).name = form; });
  }
  table.add("maxSdkVersion 22", {}, [](AxmlBuilder& d) {
    sms(d).attributes.push_back(integer_attribute(kMaxSdk, "maxSdkVersion", 22));
  });
  table.add("maxSdkVersion as text", {}, [](AxmlBuilder& d) {
    sms(d).attributes.push_back(string_attribute(kMaxSdk, "maxSdkVersion", "22"));
  });
  table.add("a permission inside the application",
            {.decoys = {"CAMERA (nested-permission)"}, .tricks = {"nested-permission"}},
            [](AxmlBuilder& d) {
              application(d).children.push_back(uses_permission(permission("CAMERA")));
            });
  table.add(
      "a permission inside another",
      {.decoys = {"CAMERA (nested-permission)"}, .tricks = {"nested-permission"}},
      [](AxmlBuilder& d) { sms(d).children.push_back(uses_permission(permission("CAMERA"))); });
  table.add(
      "the element is in the android namespace",
      {.hidden = {"READ_SMS (foreign-element-namespace)"}, .tricks = {"foreign-element-namespace"}},
      [](AxmlBuilder& d) { sms(d).ns = kAndroid; });
  table.add(
      "the element is in a foreign namespace",
      {.hidden = {"READ_SMS (foreign-element-namespace)"}, .tricks = {"foreign-element-namespace"}},
      [](AxmlBuilder& d) { sms(d).ns = "urn:x"; });
  table.add(
      "the manifest of a split",
      {.requested = {},
       .decoys = {"READ_CONTACTS (split-permission)", "READ_SMS (split-permission)"},
       .tricks = {"split-permission"},
       .is_split = true},
      [](AxmlBuilder& d) { d.root.attributes.push_back(plain_attribute("split", "config.zh")); });
  table.add("20,000 elements inside each other", {},
            [](AxmlBuilder& d) { d.root.children.push_back(raw_bytes(nested_elements(20000))); });
  table.add("60,000 times one permission", {}, [](AxmlBuilder& d) {
    d.root.children.insert(d.root.children.end(), 60000, uses_permission(permission("READ_SMS")));
  });
  Names many = kBoth;
  for (int i = 1000; i < 4000; ++i) many.push_back("P" + std::to_string(i));
  std::sort(many.begin(), many.end());
  table.add("60,000 permissions, of 3,000 names", {.requested = many}, [&many](AxmlBuilder& d) {
    for (int times = 0; times < 20; ++times) {
      for (const std::string& name : many) {
        d.root.children.push_back(uses_permission(permission(name)));
      }
    }
  });
}

}  // namespace

std::vector<ManifestTrick> manifest_tricks() {
  Table table;
  add_document_tricks(table);
  add_node_tricks(table);
  add_name_tricks(table);
  add_element_tricks(table);
  return std::move(table.rows);
}

}  // namespace loanlint::testing
