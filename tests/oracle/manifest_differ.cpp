// SPDX-License-Identifier: Apache-2.0
// Feeds mutants of manifests to Android's own code and to ours, and stops at the first one that
// they read differently.
//
//   manifest_differ COUNT [SEED [MANIFEST...]]
//
// Both sides say whether the document is taken, and which permissions it requests. Known to differ
// and not compared: what only later versions of Android refuse; attributes that reach past the
// element, where Android reads whatever follows in memory; names of elements that Android's Java
// half gives up over.
#include <androidfw/ResourceTypes.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "android/axml.h"
#include "android/manifest.h"
#include "base/error.h"
#include "base/unicode.h"
#include "support/axml_builder.h"
#include "support/manifest_tricks.h"

namespace {

using android::Res_value;
using android::ResXMLParser;
using android::ResXMLTree;
using Buffer = std::vector<std::uint8_t>;

/// Whether the document is taken, and what it requests when it is.
struct Answer {
  bool taken = false;
  std::set<std::string> requested;
  friend bool operator==(const Answer&, const Answer&) = default;
};

std::string text_of(const char16_t* text, std::size_t units) {
  if (text == nullptr) return {};
  return loanlint::utf16le_to_utf8(
      {reinterpret_cast<const std::uint8_t*>(text), units * sizeof(char16_t)});
}

void add_request(const ResXMLTree& tree, std::set<std::string>& requested) {
  constexpr std::uint32_t kName = 0x01010003;
  const std::size_t count = tree.getAttributeCount();
  std::size_t at = 0;
  while (at < count && tree.getAttributeNameResID(at) < kName) ++at;
  if (at == count || tree.getAttributeNameResID(at) != kName) return;
  Res_value value;
  tree.getAttributeValue(at, &value);
  if (value.dataType != Res_value::TYPE_STRING) return;
  std::size_t size = 0;
  const char16_t* const text = tree.getStrings().stringAt(value.data, &size);
  if (text != nullptr) requested.insert(text_of(text, size));
}

/// The package parser's walk: levels are counted from the first element.
Answer ask_android(const Buffer& bytes) {
  ResXMLTree tree;
  if (tree.setTo(bytes.data(), bytes.size(), true) != android::NO_ERROR) return {};
  Answer answer;
  for (int depth = 0;;) {
    switch (tree.next()) {
      case ResXMLParser::BAD_DOCUMENT:
        return {};
      case ResXMLParser::END_DOCUMENT:
        answer.taken = depth > 0;
        return answer;
      case ResXMLParser::START_TAG: {
        ++depth;
        std::size_t size = 0;
        const char16_t* const name = tree.getElementName(&size);
        const std::string element = text_of(name, size);
        if (depth == 1 && element != "manifest") return {};
        if (depth == 2 && (element == "uses-permission" || element == "uses-permission-sdk-23" ||
                           element == "uses-permission-sdk-m")) {
          add_request(tree, answer.requested);
        }
        break;
      }
      case ResXMLParser::END_TAG:
        if (depth > 0 && --depth == 0) {
          answer.taken = true;
          return answer;
        }
        break;
      default:
        break;
    }
  }
}

/// Our answer; `comparable` is false for what is known to differ.
Answer ask_us(const Buffer& bytes, bool& comparable) {
  comparable = true;
  try {
    const auto tree = loanlint::android::read_axml(bytes);
    const auto manifest =
        loanlint::android::read_manifest(tree, loanlint::android::print_xml(tree));
    Answer answer;
    answer.taken = true;
    for (const auto& refusal : manifest.refusals) {
      if (refusal.why.key == "android.refused.element-name") comparable = false;
      // Android's Java half reads the name of the package.
      const bool of_package = refusal.why.key == "android.refused.no-package" ||
                              refusal.why.key == "android.refused.package-name";
      if (refusal.since_api == 0 && !of_package) answer.taken = false;
    }
    for (const auto& trick : manifest.tricks) {
      // Short strides reach past the element; a split is known by more than its document.
      if (trick.id == "attribute-size" || trick.id == "split-permission") comparable = false;
    }
    if (answer.taken) {
      for (const auto& permission : manifest.requested) answer.requested.insert(permission.name);
    }
    return answer;
  } catch (const loanlint::LimitError&) {
    comparable = false;
    return {};
  } catch (const loanlint::FormatError&) {
    return {};
  }
}

class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  Buffer mutate(const std::vector<Buffer>& seeds) {
    Buffer bytes = seeds[below(seeds.size())];
    for (std::size_t i = 1 + below(2) * below(4); i > 0 && bytes.size() > 8; --i)
      change(bytes, seeds);
    return bytes;
  }

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }

  /// Fields of binary XML stand at even places and hold small numbers.
  void change(Buffer& bytes, const std::vector<Buffer>& seeds) {
    const std::size_t width = below(2) == 0 ? 2 : 4;
    const std::size_t at = below(bytes.size() - width) & ~(width - 1);
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, width);
    switch (below(8)) {
      case 0:
        value = static_cast<std::uint32_t>(below(64));
        break;
      case 1:
        value += static_cast<std::uint32_t>(below(33)) - 16;
        break;
      case 2:
        value += 4 * static_cast<std::uint32_t>(below(9)) - 16;
        break;
      case 3: {
        constexpr std::uint32_t kTelling[] = {0xffffffff, 0x7fffffff, 0x80000000, 0x8000, 0x7fff,
                                              0x01010003, 0x01010271, 0x0180,     0x0102, 0x0103,
                                              0x0104,     0x0100,     0x0001,     0x0003, 0x001c};
        value = kTelling[below(std::size(kTelling))];
        break;
      }
      case 4:
        std::memcpy(&value, bytes.data() + (below(bytes.size() - width) & ~(width - 1)), width);
        break;
      case 5:
        value = static_cast<std::uint32_t>(below(bytes.size() + 64));
        break;
      case 6: {  // a piece of another
        const Buffer& other = seeds[below(seeds.size())];
        const std::size_t from = below(other.size()) & ~std::size_t{3};
        const std::size_t size = std::min<std::size_t>(4 * (1 + below(40)), other.size() - from);
        const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at & ~std::size_t{3});
        bytes.insert(place, other.begin() + static_cast<std::ptrdiff_t>(from),
                     other.begin() + static_cast<std::ptrdiff_t>(from + size));
        return;
      }
      default: {
        const std::size_t size = std::min<std::size_t>(4 * (1 + below(12)), bytes.size() - at);
        const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        bytes.erase(place, place + static_cast<std::ptrdiff_t>(size));
        return;
      }
    }
    std::memcpy(bytes.data() + at, &value, width);
  }

  std::mt19937_64 random_;
};

std::vector<Buffer> seeds_from(int argc, char** argv) {
  std::vector<Buffer> seeds;
  for (auto& trick : loanlint::testing::manifest_tricks()) {
    if (trick.bytes.size() < 8'000) seeds.push_back(std::move(trick.bytes));
  }
  for (const bool utf8 : {false, true}) {
    auto manifest = loanlint::testing::ordinary_manifest();
    manifest.pool.utf8 = utf8;
    // Mutants of plain manifests meet more rules than those of tricky ones.
    seeds.insert(seeds.end(), 10, manifest.build());
  }
  for (int i = 3; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    Buffer bytes((std::istreambuf_iterator<char>(in)), {});
    if (bytes.size() > 16) seeds.push_back(std::move(bytes));
  }
  return seeds;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const long count = std::strtol(argv[1], nullptr, 10);
  const auto seed = static_cast<std::uint64_t>(argc > 2 ? std::strtoll(argv[2], nullptr, 10) : 1);
  const std::vector<Buffer> seeds = seeds_from(argc, argv);
  // Android's libraries log every refusal.
  if (std::freopen("/dev/null", "w", stderr) == nullptr) return 2;
  Mutator mutator(seed);
  long taken = 0;
  long skipped = 0;
  for (long i = 0; i < count; ++i) {
    const Buffer mutant = mutator.mutate(seeds);
    bool comparable = true;
    const Answer ours = ask_us(mutant, comparable);
    if (!comparable) {
      ++skipped;
      continue;
    }
    const Answer theirs = ask_android(mutant);
    if (theirs.taken) ++taken;
    if (ours == theirs) continue;
    const char* const kept = "manifest_difference.xml";
    std::ofstream(kept, std::ios::binary)
        .write(reinterpret_cast<const char*>(mutant.data()),
               static_cast<std::streamsize>(mutant.size()));
    std::printf("mutant %ld of seed %llu, kept as %s: Android %s, %zu permissions; we %s, %zu\n", i,
                static_cast<unsigned long long>(seed), kept,
                theirs.taken ? "takes it" : "refuses it", theirs.requested.size(),
                ours.taken ? "take it" : "refuse it", ours.requested.size());
    return 1;
  }
  std::printf("%ld mutants: %ld taken by both, %ld not comparable, no difference\n", count, taken,
              skipped);
  return taken == 0 ? 1 : 0;
}
