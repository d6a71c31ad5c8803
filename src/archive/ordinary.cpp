// SPDX-License-Identifier: Apache-2.0
#include "archive/ordinary.h"

#include <zip.h>

#include <algorithm>
#include <cstring>

#include "base/buffer.h"
#include "base/error.h"
#include "base/printable.h"

namespace loanlint::archive {
namespace {

/// libzip's view of a ByteSource: a file that is read, never written.
struct Stream {
  const ByteSource* source;
  std::uint64_t at = 0;
  zip_error_t error = {};
  Buffer scratch = {};

  zip_int64_t read(void* out, zip_uint64_t wanted) {
    const std::uint64_t size = std::min<std::uint64_t>(wanted, source->size() - at);
    if (size == 0) return 0;
    const Bytes bytes = source->read(at, size, scratch, "archive");
    std::memcpy(out, bytes.data(), bytes.size());
    at += size;
    return static_cast<zip_int64_t>(size);
  }

  zip_int64_t serve(void* data, zip_uint64_t length, zip_source_cmd_t command) {
    switch (command) {
      case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                                              ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, -1);
      case ZIP_SOURCE_OPEN:
        at = 0;
        return 0;
      case ZIP_SOURCE_READ:
        return read(data, length);
      case ZIP_SOURCE_CLOSE:
      case ZIP_SOURCE_FREE:
        return 0;
      case ZIP_SOURCE_STAT: {
        zip_stat_t stat;
        zip_stat_init(&stat);
        stat.valid = ZIP_STAT_SIZE;
        stat.size = source->size();
        std::memcpy(data, &stat, sizeof stat);
        return sizeof stat;
      }
      case ZIP_SOURCE_SEEK: {
        const zip_int64_t to =
            zip_source_seek_compute_offset(at, source->size(), data, length, &error);
        if (to < 0) return -1;
        at = static_cast<std::uint64_t>(to);
        return 0;
      }
      case ZIP_SOURCE_TELL:
        return static_cast<zip_int64_t>(at);
      case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&error, data, length);
      default:
        zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
  }
};

zip_int64_t serve(void* stream, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  auto& self = *static_cast<Stream*>(stream);
  try {
    return self.serve(data, length, command);
  } catch (const FormatError&) {
    // libzip is C: a file that became shorter must not throw through it.
    zip_error_set(&self.error, ZIP_ER_READ, 0);
    return -1;
  }
}

std::string words(zip_error_t& error) {
  std::string text = zip_error_strerror(&error);
  zip_error_fini(&error);
  return text;
}

}  // namespace

struct OrdinaryArchive::State {
  Stream stream;
  Limits limits;
  zip_t* zip = nullptr;
  std::vector<std::string> names = {};
  std::uint64_t spent = 0;

  ~State() {
    if (zip != nullptr) zip_discard(zip);
  }
};

OrdinaryArchive::OrdinaryArchive(std::unique_ptr<State> state) : state_(std::move(state)) {}
OrdinaryArchive::~OrdinaryArchive() = default;
OrdinaryArchive::OrdinaryArchive(OrdinaryArchive&&) noexcept = default;
OrdinaryArchive& OrdinaryArchive::operator=(OrdinaryArchive&&) noexcept = default;

OrdinaryArchive OrdinaryArchive::open(const ByteSource& source, const Limits& limits) {
  auto state = std::unique_ptr<State>(new State{.stream = {.source = &source}, .limits = limits});
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* file = zip_source_function_create(serve, &state->stream, &error);
  if (file == nullptr) malformed(0, "libzip: " + words(error));
  state->zip = zip_open_from_source(file, ZIP_RDONLY, &error);
  if (state->zip == nullptr) {
    zip_source_free(file);
    malformed(0, "libzip: " + words(error));
  }
  const zip_int64_t count = zip_get_num_entries(state->zip, 0);
  if (count > 0 && static_cast<std::uint64_t>(count) > limits.entries) {
    throw LimitError(0, "entries",
                     "archive: " + std::to_string(count) + " entries, the limit is " +
                         std::to_string(limits.entries));
  }
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(state->zip, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
    state->names.emplace_back(name == nullptr ? "" : name);
  }
  return OrdinaryArchive(std::move(state));
}

const std::vector<std::string>& OrdinaryArchive::names() const { return state_->names; }

Buffer OrdinaryArchive::read(std::size_t index) const {
  State& state = *state_;
  const std::string name = printable(state.names.at(index));
  zip_file_t* file = zip_fopen_index(state.zip, index, 0);
  if (file == nullptr) malformed(0, name + ": libzip: " + zip_strerror(state.zip));
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> close(file, zip_fclose);
  const std::uint64_t package_left =
      state.limits.package_bytes - std::min<std::uint64_t>(state.limits.package_bytes, state.spent);
  const std::uint64_t most = std::min<std::uint64_t>(state.limits.entry_bytes, package_left);
  Buffer bytes;
  // In pieces: the declared size proves nothing. Memory that is reserved and not used costs none.
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(state.zip, index, 0, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0) {
    bytes.reserve(std::min<std::uint64_t>(stat.size, most) + 4 * kMiB);
  }
  for (std::size_t piece = 64 * 1024;; piece = std::min(piece * 2, 4 * kMiB)) {
    const std::size_t size = bytes.size();
    bytes.resize(size + piece);
    const zip_int64_t got = zip_fread(file, bytes.data() + size, piece);
    if (got < 0) malformed(0, name + ": libzip: " + zip_file_strerror(file));
    bytes.resize(size + static_cast<std::size_t>(got));
    if (bytes.size() > most) {
      const bool package = package_left < state.limits.entry_bytes;
      throw LimitError(
          0, package ? "package_bytes" : "entry_bytes",
          name + ": more than the limit of " +
              std::to_string(package ? state.limits.package_bytes : state.limits.entry_bytes) +
              " bytes");
    }
    if (got == 0) break;
  }
  state.spent += bytes.size();
  return bytes;
}

}  // namespace loanlint::archive
