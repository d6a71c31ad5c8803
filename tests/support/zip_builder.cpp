// SPDX-License-Identifier: Apache-2.0
#include "support/zip_builder.h"

#include <libdeflate.h>

#include <memory>
#include <stdexcept>

namespace loanlint::testing {
namespace {

std::string little_endian(std::uint64_t number, int size) {
  std::string out;
  for (int i = 0; i < size; ++i) out += static_cast<char>(number >> (8 * i) & 0xff);
  return out;
}

/// The values both headers hold when nobody lies.
struct Truth {
  std::uint32_t crc;
  std::uint32_t compressed_size;
  std::uint32_t size;
  std::uint16_t method;
};

/// The fields that local header and central record share, from the version on.
std::string shared_fields(const ZipItem& item, const HeaderSays& says, const Truth& truth) {
  const std::string name = says.name.value_or(item.name);
  return le16(says.version_needed.value_or(20)) + le16(says.flags.value_or(0)) +
         le16(says.method.value_or(truth.method)) + le16(0) + le16(0x0021) +
         le32(says.crc.value_or(truth.crc)) +
         le32(says.compressed_size.value_or(truth.compressed_size)) +
         le32(says.size.value_or(truth.size)) +
         le16(says.name_length.value_or(static_cast<std::uint16_t>(name.size()))) +
         le16(says.extra_length.value_or(static_cast<std::uint16_t>(says.extra.size())));
}

std::string end_record(const EndSays& end, std::size_t records, std::size_t size,
                       std::size_t offset) {
  return le32(0x06054b50) + le16(end.disk) + le16(end.directory_disk) +
         le16(end.records_on_disk.value_or(static_cast<std::uint16_t>(records))) +
         le16(end.records.value_or(static_cast<std::uint16_t>(records))) +
         le32(end.directory_size.value_or(static_cast<std::uint32_t>(size))) +
         le32(end.directory_offset.value_or(static_cast<std::uint32_t>(offset))) +
         le16(end.comment_length.value_or(static_cast<std::uint16_t>(end.comment.size()))) +
         end.comment;
}

std::string end_record64(std::size_t records, std::size_t size, std::size_t offset,
                         std::size_t at) {
  const std::string record = le32(0x06064b50) + le64(44) + le16(45) + le16(45) + le32(0) + le32(0) +
                             le64(records) + le64(records) + le64(size) + le64(offset);
  const std::string locator = le32(0x07064b50) + le32(0) + le64(at) + le32(1);
  return record + locator;
}

}  // namespace

std::string le16(std::uint64_t number) { return little_endian(number, 2); }
std::string le32(std::uint64_t number) { return little_endian(number, 4); }
std::string le64(std::uint64_t number) { return little_endian(number, 8); }

ZipItem& ZipRecipe::item(const std::string& name) {
  for (ZipItem& candidate : items) {
    if (candidate.name == name) return candidate;
  }
  throw std::logic_error("the recipe has no item " + name);
}

std::string deflate(const std::string& text) {
  const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor(
      libdeflate_alloc_compressor(6), libdeflate_free_compressor);
  std::string out(libdeflate_deflate_compress_bound(compressor.get(), text.size()), '\0');
  out.resize(libdeflate_deflate_compress(compressor.get(), text.data(), text.size(), out.data(),
                                         out.size()));
  return out;
}

std::string build_zip(const ZipRecipe& recipe) {
  std::string out = recipe.before;
  std::string directory;
  std::size_t records = 0;
  for (const ZipItem& item : recipe.items) {
    const std::string data = item.deflate ? deflate(item.content) : item.content;
    const Truth truth = {libdeflate_crc32(0, item.content.data(), item.content.size()),
                         static_cast<std::uint32_t>(data.size()),
                         static_cast<std::uint32_t>(item.content.size()),
                         static_cast<std::uint16_t>(item.deflate ? 8 : 0)};
    const std::size_t offset = out.size();
    if (item.with_data) {
      out += le32(item.local.signature.value_or(0x04034b50)) +
             shared_fields(item, item.local, truth) + item.local.name.value_or(item.name) +
             item.local.extra + data + item.after_data;
    }
    if (!item.with_record) continue;
    directory += le32(item.central.signature.value_or(0x02014b50)) + le16(20) +
                 shared_fields(item, item.central, truth) + le16(item.comment.size()) +
                 le16(item.disk) + le16(0) + le32(0) +
                 le32(item.header_offset.value_or(static_cast<std::uint32_t>(offset))) +
                 item.central.name.value_or(item.name) + item.central.extra + item.comment;
    ++records;
  }
  out += recipe.before_directory;
  directory += recipe.after_records;
  const std::size_t offset = out.size();
  out += directory + recipe.after_directory;
  EndSays end = recipe.end;
  if (recipe.zip64) {
    out += end_record64(records, directory.size(), offset, out.size());
    if (!end.directory_size) end.directory_size = 0xffffffff;
    if (!end.directory_offset) end.directory_offset = 0xffffffff;
  }
  return out + end_record(end, records, directory.size(), offset) + recipe.after;
}

}  // namespace loanlint::testing
