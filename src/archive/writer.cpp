// SPDX-License-Identifier: Apache-2.0
#include "archive/writer.h"

#include <zip.h>

#include <memory>

#include "base/buffer.h"
#include "base/error.h"
#include "base/printable.h"

namespace loanlint::archive {
namespace {

constexpr zip_uint16_t kFirstDosDate = 0x0021;  // 1980-01-01
constexpr zip_uint32_t kReadableByAll = 0100644U << 16;

struct Discard {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Zip = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Free>;

[[noreturn]] void fail(zip_error_t* error) {
  throw UsageError(std::string("libzip: ") + zip_error_strerror(error));
}

void add(zip_t* zip, const ZipItem& item) {
  const auto refuse = [&] {
    throw UsageError(printable(item.name) + ": libzip: " + zip_strerror(zip));
  };
  Source content(zip_source_buffer(zip, item.content.data(), item.content.size(), 0));
  if (content == nullptr) refuse();
  const zip_int64_t index = zip_file_add(zip, item.name.c_str(), content.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) refuse();
  content.release();  // it is the archive's now
  const auto at = static_cast<zip_uint64_t>(index);
  if (zip_set_file_compression(zip, at, ZIP_CM_STORE, 0) != 0 ||
      zip_file_set_dostime(zip, at, 0, kFirstDosDate, 0) != 0 ||
      zip_file_set_external_attributes(zip, at, 0, ZIP_OPSYS_UNIX, kReadableByAll) != 0) {
    refuse();
  }
}

Buffer read(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_open(source) != 0 || zip_source_stat(source, &stat) != 0) {
    fail(zip_source_error(source));
  }
  Buffer bytes(stat.size);
  if (zip_source_read(source, bytes.data(), bytes.size()) !=
      static_cast<zip_int64_t>(bytes.size())) {
    fail(zip_source_error(source));
  }
  zip_source_close(source);
  return bytes;
}

}  // namespace

Buffer write_zip(const std::vector<ZipItem>& items) {
  zip_error_t error;
  zip_error_init(&error);
  const Source memory(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (memory == nullptr) fail(&error);
  Zip zip(zip_open_from_source(memory.get(), ZIP_TRUNCATE, &error));
  if (zip == nullptr) fail(&error);
  zip_source_keep(memory.get());  // the archive frees one of the two references
  for (const ZipItem& item : items) add(zip.get(), item);
  if (zip_close(zip.get()) != 0) fail(zip_get_error(zip.get()));
  zip.release();
  return read(memory.get());
}

}  // namespace loanlint::archive
