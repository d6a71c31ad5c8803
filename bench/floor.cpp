// SPDX-License-Identifier: Apache-2.0
// The least work a scan of the same depth must do: read the file, walk the central directory,
// inflate what a scan looks at, touch every inflated byte once. What loanlint costs is told as a
// multiple of this, measured in the same run.
//
//   floor manifest|full FILE...
//
// "manifest": AndroidManifest.xml alone. "full": also resources.arsc, classes*.dex, and texts
// (html, htm, txt, md, json, xml) below assets/ and res/raw/.
#include <fcntl.h>
#include <libdeflate.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace {

using Bytes = std::span<const std::uint8_t>;

template <class Unsigned>
Unsigned load(Bytes bytes, std::size_t at) {
  Unsigned value = 0;
  if (at + sizeof value <= bytes.size()) std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

bool wanted(std::string_view name, bool full) {
  if (name == "AndroidManifest.xml") return true;
  if (!full) return false;
  if (name == "resources.arsc") return true;
  if (name.starts_with("classes") && name.ends_with(".dex")) return true;
  if (!name.starts_with("assets/") && !name.starts_with("res/raw/")) return false;
  constexpr std::array<std::string_view, 6> kTexts{".html", ".htm", ".txt", ".md", ".json", ".xml"};
  for (const std::string_view ending : kTexts) {
    if (name.ends_with(ending)) return true;
  }
  return false;
}

struct Totals {
  std::uint64_t files = 0, unreadable = 0, bytes = 0, sum = 0;
};

class Floor {
 public:
  explicit Floor(bool full) : full_(full) {}

  void file(Bytes zip) {
    const std::size_t end = find_end_record(zip);
    if (end == zip.size()) {
      ++totals.unreadable;
      return;
    }
    ++totals.files;
    std::size_t at = load<std::uint32_t>(zip, end + 16);
    while (at + 46 <= zip.size() && load<std::uint32_t>(zip, at) == 0x02014b50) {
      const std::size_t name_size = load<std::uint16_t>(zip, at + 28);
      if (name_size > zip.size() - at - 46) break;
      const auto* name = reinterpret_cast<const char*>(zip.data() + at + 46);
      if (wanted({name, name_size}, full_)) entry(zip, at);
      at += 46 + name_size + load<std::uint16_t>(zip, at + 30) + load<std::uint16_t>(zip, at + 32);
    }
  }

  Totals totals;

 private:
  static std::size_t find_end_record(Bytes zip) {
    if (zip.size() < 22) return zip.size();
    for (std::size_t at = zip.size() - 22;; --at) {
      if (load<std::uint32_t>(zip, at) == 0x06054b50) return at;
      if (at == 0 || zip.size() - at > 22 + 65535) return zip.size();
    }
  }

  void entry(Bytes zip, std::size_t record) {
    const std::size_t compressed = load<std::uint32_t>(zip, record + 20);
    const std::size_t size = load<std::uint32_t>(zip, record + 24);
    const std::size_t local = load<std::uint32_t>(zip, record + 42);
    const std::size_t data =
        local + 30 + load<std::uint16_t>(zip, local + 26) + load<std::uint16_t>(zip, local + 28);
    constexpr std::size_t kLargest = std::size_t{1} << 30;
    if (data > zip.size() || compressed > zip.size() - data || size > kLargest) return;
    Bytes content = zip.subspan(data, compressed);
    if (load<std::uint16_t>(zip, record + 10) == 8) {
      if (buffer_.size() < size) buffer_.resize(size);
      std::size_t got = 0;
      libdeflate_deflate_decompress(inflater_, content.data(), content.size(), buffer_.data(), size,
                                    &got);
      content = Bytes(buffer_).first(got);
    }
    for (std::size_t at = 0; at + 8 <= content.size(); at += 8) {
      totals.sum += load<std::uint64_t>(content, at);
    }
    totals.bytes += content.size();
  }

  bool full_;
  libdeflate_decompressor* inflater_ = libdeflate_alloc_decompressor();
  std::vector<std::uint8_t> buffer_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: floor manifest|full FILE...\n", stderr);
    return 2;
  }
  Floor floor(std::string_view(argv[1]) == "full");
  for (int i = 2; i < argc; ++i) {
    const int file = open(argv[i], O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (file < 0 || fstat(file, &status) != 0 || status.st_size == 0) {
      ++floor.totals.unreadable;
      if (file >= 0) close(file);
      continue;
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    void* mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (mapped != MAP_FAILED) {
      floor.file({static_cast<const std::uint8_t*>(mapped), size});
      munmap(mapped, size);
    }
    close(file);
  }
  const Totals& t = floor.totals;
  std::printf("files %llu unreadable %llu bytes %llu sum %llx\n",
              static_cast<unsigned long long>(t.files),
              static_cast<unsigned long long>(t.unreadable),
              static_cast<unsigned long long>(t.bytes), static_cast<unsigned long long>(t.sum));
}
