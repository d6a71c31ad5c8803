// SPDX-License-Identifier: Apache-2.0
#include "base/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/buffer.h"
#include "base/cursor.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/sha256.h"

namespace loanlint {
namespace {

/// Files up to this size are read once, in one go; larger ones piece by piece as asked.
constexpr std::size_t kReadWhole = 16 * kMiB;
constexpr std::size_t kHashPiece = 1 * kMiB;

void require_inside(std::uint64_t offset, std::size_t size, std::uint64_t end, const char* field) {
  if (offset <= end && size <= end - offset) return;
  malformed(offset, std::string(field) + ": needs " + std::to_string(size) + " bytes, " +
                        std::to_string(offset > end ? 0 : end - offset) + " left");
}

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(Bytes bytes) : bytes_(bytes) {}
  explicit MemorySource(Buffer owned) : owned_(std::move(owned)), bytes_(owned_) {}

  std::uint64_t size() const override { return bytes_.size(); }
  Bytes read(std::uint64_t offset, std::size_t size, Buffer&, const char* field) const override {
    return slice(bytes_, offset, size, field);
  }

 private:
  Buffer owned_;
  Bytes bytes_;
};

class FileSource final : public ByteSource {
 public:
  FileSource(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
  ~FileSource() override { ::close(descriptor_); }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::uint64_t size() const override { return size_; }

  Bytes read(std::uint64_t offset, std::size_t size, Buffer& scratch,
             const char* field) const override {
    require_inside(offset, size, size_, field);
    scratch.resize(size);
    for (std::size_t done = 0; done < size;) {
      const ssize_t got = ::pread(descriptor_, scratch.data() + done, size - done,
                                  static_cast<off_t>(offset + done));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) malformed(offset + done, std::string(field) + ": " + std::strerror(errno));
      if (got == 0)
        malformed(offset + done,
                  std::string(field) + ": the file became shorter while it was read");
      done += static_cast<std::size_t>(got);
    }
    return scratch;
  }

 private:
  int descriptor_;
  std::uint64_t size_;
};

class PartSource final : public ByteSource {
 public:
  PartSource(const ByteSource& whole, std::uint64_t offset, std::uint64_t size)
      : whole_(whole), offset_(offset), size_(size) {}

  std::uint64_t size() const override { return size_; }
  Bytes read(std::uint64_t offset, std::size_t size, Buffer& scratch,
             const char* field) const override {
    require_inside(offset, size, size_, field);
    return whole_.read(offset_ + offset, size, scratch, field);
  }

 private:
  const ByteSource& whole_;
  std::uint64_t offset_;
  std::uint64_t size_;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path) {
  // O_NONBLOCK: opening a FIFO must not wait for a writer.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) throw UsageError(path + ": " + std::strerror(errno));
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    const bool folder = S_ISDIR(status.st_mode);
    ::close(descriptor);
    throw UsageError(path + (folder ? ": is a folder" : ": is not a regular file"));
  }
  auto file = std::make_unique<FileSource>(descriptor, static_cast<std::uint64_t>(status.st_size));
  if (file->size() > kReadWhole) return file;
  Buffer bytes;
  file->read(0, file->size(), bytes, "file");
  return own_bytes(std::move(bytes));
}

std::unique_ptr<ByteSource> view_bytes(Bytes bytes) {
  return std::make_unique<MemorySource>(bytes);
}

std::unique_ptr<ByteSource> own_bytes(Buffer bytes) {
  return std::make_unique<MemorySource>(std::move(bytes));
}

std::unique_ptr<ByteSource> part_of(const ByteSource& whole, std::uint64_t offset,
                                    std::uint64_t size) {
  return std::make_unique<PartSource>(whole, offset, size);
}

Buffer read_all(const ByteSource& source, std::size_t limit) {
  if (source.size() > limit) {
    throw LimitError(
        0, "entry_bytes",
        "file: " + std::to_string(source.size()) + " bytes, the limit is " + std::to_string(limit));
  }
  Buffer scratch;
  const Bytes bytes = source.read(0, source.size(), scratch, "file");
  if (bytes.data() == scratch.data()) return scratch;
  return {bytes.begin(), bytes.end()};
}

std::string sha256_hex(const ByteSource& source) {
  Sha256 hash;
  Buffer scratch;
  for (std::uint64_t offset = 0; offset < source.size();) {
    const std::size_t size = std::min<std::uint64_t>(kHashPiece, source.size() - offset);
    hash.add(source.read(offset, size, scratch, "file"));
    offset += size;
  }
  return hash.hex();
}

}  // namespace loanlint
