// SPDX-License-Identifier: Apache-2.0
#include "support/zip_tricks.h"

#include <functional>

#include "support/zip_builder.h"

namespace loanlint::testing {
namespace {

constexpr const char* kManifest = "AndroidManifest.xml";
constexpr std::uint16_t kEncrypted = 1;
constexpr std::uint16_t kDescriptor = 8;

/// An empty resource table: header, package count.
std::string empty_table() { return le16(2) + le16(12) + le32(12) + le32(0); }

/// The package that every trick departs from.
ZipRecipe ordinary(const std::string& manifest) {
  ZipRecipe recipe;
  recipe.items = {{kManifest, manifest, true},
                  {"classes.dex", std::string(200, 'x')},
                  {"resources.arsc", empty_table()}};
  return recipe;
}

/// Collects the table; each row changes a fresh ordinary package.
class Table {
 public:
  Table(std::string manifest, std::string decoy)
      : manifest_(std::move(manifest)), decoy_(std::move(decoy)) {}

  void add(std::string id, std::string what, Android android, std::vector<std::string> tricks,
           const std::function<void(ZipRecipe&, ZipItem&)>& change) {
    ZipRecipe recipe = ordinary(manifest_);
    change(recipe, recipe.items.front());
    add_bytes(std::move(id), std::move(what), android, std::move(tricks), build_zip(recipe));
  }
  void add_bytes(std::string id, std::string what, Android android, std::vector<std::string> tricks,
                 std::string bytes) {
    rows.push_back({std::move(id), std::move(what), std::move(bytes), android, std::move(tricks)});
  }

  const std::string& decoy() const { return decoy_; }
  std::uint32_t manifest_size() const { return static_cast<std::uint32_t>(manifest_.size()); }
  std::string plain() const { return build_zip(ordinary(manifest_)); }

  std::vector<ZipTrick> rows;

 private:
  std::string manifest_;
  std::string decoy_;
};

void add_methods_and_sizes(Table& table) {
  const std::uint32_t size = table.manifest_size();
  const auto odd_method = [](ZipItem& manifest) {
    manifest.deflate = false;
    manifest.both<std::uint16_t>(&HeaderSays::method, 0x2a3b);
  };
  table.add("Z00", "an ordinary package", Android::reads, {}, [](ZipRecipe&, ZipItem&) {});
  table.add("Z01", "method 0x2a3b in both headers, bytes stored", Android::reads,
            {"impossible-compression-method"},
            [&](ZipRecipe&, ZipItem& manifest) { odd_method(manifest); });
  table.add("Z02", "as Z01, compressed size 7", Android::reads,
            {"impossible-compression-method", "stored-size-differs"},
            [&](ZipRecipe&, ZipItem& manifest) {
              odd_method(manifest);
              manifest.both<std::uint32_t>(&HeaderSays::compressed_size, 7);
            });
  table.add("Z33", "as Z01, both sizes 120 bytes too large", Android::reads,
            {"impossible-compression-method", "overlaid-sizes", "wrong-crc"},
            [&](ZipRecipe&, ZipItem& manifest) {
              odd_method(manifest);
              manifest.both<std::uint32_t>(&HeaderSays::compressed_size, size + 120);
              manifest.both<std::uint32_t>(&HeaderSays::size, size + 120);
            });
  table.add("Z43", "as Z01, inflated size reaching into the directory", Android::reads,
            {"impossible-compression-method", "overlaid-sizes", "overlaid-sizes",
             "stored-size-differs", "wrong-crc"},
            [&](ZipRecipe&, ZipItem& manifest) {
              odd_method(manifest);
              manifest.both<std::uint32_t>(&HeaderSays::size, size + 450);
            });
  table.add("Z03", "method deflate in the directory, stored in the local header", Android::reads,
            {"local-method-differs"},
            [](ZipRecipe&, ZipItem& manifest) { manifest.local.method = 0; });
  table.add("Z04", "method stored in the directory, deflate in the local header, data stored",
            Android::reads, {"local-method-differs"}, [](ZipRecipe&, ZipItem& manifest) {
              manifest.deflate = false;
              manifest.local.method = 8;
            });
  table.add("Z29", "stored, compressed size 9", Android::reads, {"stored-size-differs"},
            [](ZipRecipe&, ZipItem& manifest) {
              manifest.deflate = false;
              manifest.both<std::uint32_t>(&HeaderSays::compressed_size, 9);
            });
  table.add("Z27", "declared to inflate to one byte less", Android::cannot,
            {"inflated-size-differs"}, [&](ZipRecipe&, ZipItem& manifest) {
              manifest.both<std::uint32_t>(&HeaderSays::size, size - 1);
            });
  table.add("Z27b", "declared to inflate to one byte more", Android::cannot,
            {"inflated-size-differs"}, [&](ZipRecipe&, ZipItem& manifest) {
              manifest.both<std::uint32_t>(&HeaderSays::size, size + 1);
            });
  table.add("Z28", "bytes after the deflate stream, counted in the compressed size", Android::reads,
            {}, [](ZipRecipe&, ZipItem& manifest) {
              manifest.after_data = "12345678";
              manifest.both<std::uint32_t>(
                  &HeaderSays::compressed_size,
                  static_cast<std::uint32_t>(deflate(manifest.content).size() + 8));
            });
  table.add_bytes("Z28b", "a deflate stream with length code 286, which zlib refuses",
                  Android::cannot, {}, [&] {
                    ZipRecipe recipe;
                    // Fixed codes: 'm', length code 286 (11000110) at distance code 0, end.
                    const std::string stream = "\xcb\x1d\x03\x00";
                    recipe.items = {{kManifest, stream}};
                    recipe.items[0].both<std::uint16_t>(&HeaderSays::method, 8);
                    recipe.items[0].both<std::uint32_t>(&HeaderSays::size, 259);
                    return build_zip(recipe);
                  }());
  table.add("Z44", "compressed size reaching into the directory", Android::cannot,
            {"impossible-size", "overlaid-sizes", "overlaid-sizes"},
            [](ZipRecipe&, ZipItem& manifest) {
              manifest.both<std::uint32_t>(&HeaderSays::compressed_size, 100'000);
            });
  table.add("Z45", "2 GiB declared", Android::cannot, {"inflated-size-differs"},
            [](ZipRecipe&, ZipItem& manifest) {
              manifest.both<std::uint32_t>(&HeaderSays::size, 0x7fffffff);
            });
}

void add_flags(Table& table) {
  table.add("Z06", "encrypted flag in both headers, data plain", Android::reads, {"encrypted-flag"},
            [](ZipRecipe&, ZipItem& manifest) {
              manifest.both<std::uint16_t>(&HeaderSays::flags, kEncrypted);
            });
  table.add("Z07", "encrypted flag in the directory only", Android::reads,
            {"encrypted-flag-central-only"},
            [](ZipRecipe&, ZipItem& manifest) { manifest.central.flags = kEncrypted; });
  table.add("Z07b", "encrypted flag in the local header only", Android::reads,
            {"encrypted-flag-local-only"},
            [](ZipRecipe&, ZipItem& manifest) { manifest.local.flags = kEncrypted; });
  table.add("Z08", "version 25.5 needed", Android::reads, {"impossible-version-needed"},
            [](ZipRecipe&, ZipItem& manifest) {
              manifest.both<std::uint16_t>(&HeaderSays::version_needed, 0xff);
            });
  table.add("Z21", "CRC of the local header differs", Android::cannot, {"local-sizes-differ"},
            [](ZipRecipe&, ZipItem& manifest) { manifest.local.crc = 1; });
  table.add("Z22", "sizes of the local header differ, with a data descriptor", Android::reads, {},
            [](ZipRecipe&, ZipItem& manifest) {
              manifest.local.flags = kDescriptor;
              manifest.local.crc = 0;
              manifest.local.compressed_size = 12345;
              manifest.local.size = 0;
            });
  table.add("Z22b", "the same, but only the directory has the flag", Android::cannot,
            {"local-sizes-differ"}, [](ZipRecipe&, ZipItem& manifest) {
              manifest.central.flags = kDescriptor;
              manifest.local.size = 0;
            });
  table.add("Z23", "wrong CRC everywhere", Android::reads, {"wrong-crc"},
            [](ZipRecipe&, ZipItem& manifest) {
              manifest.both<std::uint32_t>(&HeaderSays::crc, 0x12345678);
            });
  table.add("Z24", "local extra field of 60,000 bytes", Android::reads, {"huge-local-extra"},
            [](ZipRecipe&, ZipItem& manifest) {
              manifest.local.extra = le16(0x7777) + le16(59'996) + std::string(59'996, 'j');
            });
  table.add("Z25", "central extra field announcing 65,535 bytes, 4 present", Android::reads,
            {"broken-extra-field"}, [](ZipRecipe&, ZipItem& manifest) {
              manifest.central.extra = le16(0x7075) + le16(0xffff) + "abcd";
            });
  table.add("Z25b", "extra field with another name", Android::reads, {"unicode-path-differs"},
            [](ZipRecipe&, ZipItem& manifest) {
              manifest.central.extra = le16(0x7075) + le16(9) + "\x01" + le32(0) + "abcd";
            });
}

void add_names(Table& table) {
  const std::string& decoy = table.decoy();
  table.add("Z09", "two manifests, the decoy first", Android::refuses, {"duplicate-entry"},
            [&](ZipRecipe& recipe, ZipItem&) {
              recipe.items.insert(recipe.items.begin(), {kManifest, decoy, true});
            });
  table.add("Z09b", "two manifests, the decoy last", Android::refuses, {"duplicate-entry"},
            [&](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({kManifest, decoy, true});
            });
  table.add("Z09c", "two entries with another name", Android::refuses, {"duplicate-entry"},
            [](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({"a", "1"});
              recipe.items.push_back({"a", "2"});
            });
  table.add("Z10", "entries below AndroidManifest.xml/ and classes.dex/", Android::reads,
            {"path-collision", "path-collision"}, [](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({"AndroidManifest.xml/a", "1"});
              recipe.items.push_back({"classes.dex/b", "2"});
            });
  table.add("Z11", "a decoy named ANDROIDMANIFEST.XML", Android::reads, {"case-twin"},
            [&](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({"ANDROIDMANIFEST.XML", decoy});
            });
  table.add("Z12", "an entry without a name", Android::reads, {"empty-name"},
            [](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({"", "1"});
            });
  table.add("Z13", "a name of the bytes FF FE", Android::refuses, {"invalid-name"},
            [](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({"\xff\xfe", "1"});
            });
  table.add("Z13b", "a name with a NUL", Android::refuses, {"invalid-name"},
            [](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({std::string("a\0b", 3), "1"});
            });
  table.add("Z13c", "a name in overlong UTF-8", Android::reads, {},
            [](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({"\xc1\x81", "1"});
            });
  table.add("Z13d", "a name with a character cut off", Android::refuses, {"invalid-name"},
            [](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({"a\xe4\xb8", "1"});
            });
  table.add("Z13e", "a name with a line feed", Android::reads, {"control-character-in-name"},
            [](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({"a\nb", "1"});
            });
  table.add("Z20", "the local header says AndroidManifest.xmL", Android::cannot,
            {"local-name-differs"},
            [](ZipRecipe&, ZipItem& manifest) { manifest.local.name = "AndroidManifest.xmL"; });
  table.add("Z20b", "the name of the local header is shorter", Android::cannot,
            {"local-name-differs"},
            [](ZipRecipe&, ZipItem& manifest) { manifest.local.name_length = 7; });
  table.add("Z30", "names that leave the folder", Android::reads,
            {"path-traversal-name", "path-traversal-name", "path-traversal-name"},
            [](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({"../../../var/x", "1"});
              recipe.items.push_back({"/etc/y", "2"});
              recipe.items.push_back({"res\\..\\..\\z", "3"});
              recipe.items.push_back({"res/a..b/..c", "harmless"});
            });
}

void add_end_records(Table& table) {
  const std::string& decoy = table.decoy();
  table.add("Z14", "16 bytes after the end record", Android::refuses, {"bytes-after-end-record"},
            [](ZipRecipe& recipe, ZipItem&) { recipe.after = std::string(16, 'a'); });
  table.add("Z14b", "one byte less than the comment length says", Android::refuses,
            {"bytes-after-end-record"},
            [](ZipRecipe& recipe, ZipItem&) { recipe.end.comment_length = 1; });
  table.add(
      "Z14c", "a comment that holds an end record", Android::refuses,
      {"bytes-after-end-record", "disk-number", "long-comment", "several-end-records"},
      [](ZipRecipe& recipe, ZipItem&) { recipe.end.comment = "PK\5\6" + std::string(30, 'c'); });
  table.add("Z18", "nine records counted, three there", Android::refuses, {"record-count-differs"},
            [](ZipRecipe& recipe, ZipItem&) {
              recipe.end.records = 9;
              recipe.end.records_on_disk = 9;
            });
  table.add("Z17", "a decoy in the directory behind the records counted", Android::reads,
            {"records-beyond-count"}, [&](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({kManifest, decoy, true});
              recipe.end.records = 3;
              recipe.end.records_on_disk = 3;
            });
  table.add("Z19", "disk numbers of 7", Android::reads, {"disk-number"},
            [](ZipRecipe& recipe, ZipItem&) {
              recipe.end.disk = 7;
              recipe.end.directory_disk = 7;
            });
  table.add("Z19b", "other number of records on this disk", Android::reads, {"disk-number"},
            [](ZipRecipe& recipe, ZipItem&) { recipe.end.records_on_disk = 1; });
  table.add("Z31", "comment of 65,535 bytes", Android::reads, {"long-comment"},
            [](ZipRecipe& recipe, ZipItem&) { recipe.end.comment = std::string(65'535, 'c'); });
  table.add("Z32", "directory size 46", Android::refuses, {"wrong-directory-size"},
            [](ZipRecipe& recipe, ZipItem&) { recipe.end.directory_size = 46; });
  table.add("Z32b", "directory said to reach over the end record", Android::refuses,
            {"wrong-directory-size"},
            [](ZipRecipe& recipe, ZipItem&) { recipe.end.directory_size = 100'000; });
  table.add("Z32c", "bytes behind the records, inside the directory", Android::reads,
            {"wrong-directory-size"},
            [](ZipRecipe& recipe, ZipItem&) { recipe.after_records = "12345"; });
  table.add("Z46", "bytes between directory and end record", Android::reads,
            {"bytes-after-directory"},
            [](ZipRecipe& recipe, ZipItem&) { recipe.after_directory = "12345"; });
  table.add("Z49", "no records", Android::refuses, {}, [](ZipRecipe& recipe, ZipItem&) {
    recipe.end.records = 0;
    recipe.end.records_on_disk = 0;
  });
  table.add("Z26", "ZIP64 end record", Android::reads_in_11, {"zip64"},
            [](ZipRecipe& recipe, ZipItem&) { recipe.zip64 = true; });
  table.add("Z26b", "ZIP64 end record that nothing points at", Android::reads, {"zip64"},
            [](ZipRecipe& recipe, ZipItem&) {
              const std::string size = build_zip(recipe);
              const auto u32 = [&](std::size_t from_end) {
                std::uint32_t value = 0;
                for (std::size_t i = 4; i > 0; --i) {
                  const char byte = size[size.size() - from_end + i - 1];
                  value = value << 8 | static_cast<unsigned char>(byte);
                }
                return value;
              };
              recipe.zip64 = true;
              recipe.end.directory_size = u32(10);
              recipe.end.directory_offset = u32(6);
            });
}

void add_layouts(Table& table) {
  const std::string& decoy = table.decoy();
  table.add("Z16", "64 bytes before the first local header", Android::refuses,
            {"bytes-before-archive"}, [](ZipRecipe& recipe, ZipItem&) {
              recipe.before =
                  "\x7f"
                  "ELF" +
                  std::string(60, 0);
            });
  table.add("Z16b", "bytes that are no entry behind a first local header", Android::reads, {},
            [](ZipRecipe& recipe, ZipItem&) { recipe.before = "PK\3\4" + std::string(60, 'j'); });
  table.add("Z35", "an entry that points behind the directory", Android::refuses,
            {"local-header-missing"}, [](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({"a", "1"});
              recipe.items.back().header_offset = 100'000;
            });
  table.add("Z36", "an entry that points at no header", Android::reads, {"local-header-missing"},
            [](ZipRecipe& recipe, ZipItem&) {
              recipe.items.push_back({"a", "1"});
              recipe.items.back().header_offset = 3;
            });
  table.add("Z36b", "the manifest points at no header", Android::cannot, {"local-header-missing"},
            [](ZipRecipe&, ZipItem& manifest) { manifest.header_offset = 3; });
  table.add("Z39", "only two of three records counted, the manifest is the third", Android::cannot,
            {"records-beyond-count"}, [](ZipRecipe& recipe, ZipItem&) {
              std::swap(recipe.items.front(), recipe.items.back());
              recipe.end.records = 2;
              recipe.end.records_on_disk = 2;
            });
  // Two directories, two end records: the comment of the first one spans the second.
  table.add(
      "Z15", "two end records, the first one with a decoy directory", Android::reads,
      {"bytes-after-directory", "several-end-records"}, [&](ZipRecipe& recipe, ZipItem& manifest) {
        const std::string name = kManifest;
        const std::string packed = deflate(decoy);
        // The decoy and a directory of its own stand before the real directory.
        const ZipItem item = {name, decoy, true};
        ZipRecipe other;
        other.items = {manifest, recipe.items[1], recipe.items[2]};
        const std::string before = build_zip(other);
        const std::size_t data_end =
            before.size() - 22 - (46 + name.size()) - (46 + 11) - (46 + 14);
        ZipRecipe hidden;
        hidden.before = before.substr(0, data_end);
        hidden.items = {item};
        const std::string with_decoy = build_zip(hidden);
        // Everything of the decoy archive but its end record.
        recipe.before_directory = with_decoy.substr(data_end, with_decoy.size() - 22 - data_end);
        const std::size_t decoy_directory = with_decoy.size() - 22 - (46 + name.size());
        recipe.after_directory = le32(0x06054b50) + le32(0) + le16(1) + le16(1) +
                                 le32(46 + name.size()) + le32(decoy_directory) + le16(22);
      });
  table.add_bytes("Z52", "cut short: no directory", Android::refuses, {},
                  table.plain().substr(0, table.plain().size() - 100));
  table.add_bytes("Z53", "the same package twice in one file", Android::reads,
                  {"bytes-after-directory", "several-end-records"}, table.plain() + table.plain());
  ZipRecipe first;
  first.items = {{"a", "1"}};
  table.add_bytes("Z53b", "another archive in front", Android::refuses, {"wrong-directory-size"},
                  build_zip(first) + table.plain());
}

}  // namespace

std::vector<ZipTrick> zip_tricks(const std::string& manifest, const std::string& decoy) {
  Table table(manifest, decoy);
  add_methods_and_sizes(table);
  add_flags(table);
  add_names(table);
  add_end_records(table);
  add_layouts(table);
  return table.rows;
}

}  // namespace loanlint::testing
