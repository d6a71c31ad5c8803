// SPDX-License-Identifier: Apache-2.0
#include "archive/writer.h"

#include <zip.h>

#include "base/error.h"

namespace loanlint::archive {
namespace {

constexpr zip_uint16_t kFirstDosDate = 0x0021;  // 1980-01-01
constexpr zip_uint32_t kReadableByAll = 0100644U << 16;
constexpr zip_uint32_t kBestLevel = 9;

[[noreturn]] void fail(const std::string& path, zip_t* zip, const char* words) {
  const std::string problem = path + ": " + words;
  if (zip != nullptr) zip_discard(zip);
  throw UsageError(problem);
}

}  // namespace

void ZipWriter::add(std::string name, Bytes content) {
  items_.push_back({std::move(name), {content.begin(), content.end()}});
}

void ZipWriter::finish() {
  int code = 0;
  zip_t* zip = zip_open(path_.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (zip == nullptr) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string words = zip_error_strerror(&error);
    zip_error_fini(&error);
    fail(path_, nullptr, words.c_str());
  }
  for (const Item& item : items_) {
    zip_source_t* source = zip_source_buffer(zip, item.content.data(), item.content.size(), 0);
    if (source == nullptr) fail(path_, zip, zip_strerror(zip));
    const zip_int64_t index = zip_file_add(zip, item.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(source);
      fail(path_, zip, (item.name + ": " + zip_strerror(zip)).c_str());
    }
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_set_file_compression(zip, at, ZIP_CM_DEFLATE, kBestLevel) != 0 ||
        zip_file_set_dostime(zip, at, 0, kFirstDosDate, 0) != 0 ||
        zip_file_set_external_attributes(zip, at, 0, ZIP_OPSYS_UNIX, kReadableByAll) != 0) {
      fail(path_, zip, zip_strerror(zip));
    }
  }
  if (zip_close(zip) != 0) fail(path_, zip, zip_strerror(zip));
  items_.clear();
}

}  // namespace loanlint::archive
