// SPDX-License-Identifier: Apache-2.0
#include "android/axml.h"

#include <algorithm>
#include <cstdio>

#include "android/fields.h"
#include "base/error.h"

namespace loanlint::android {
namespace {

constexpr std::size_t kNodeHeader = 16;
constexpr std::size_t kStringPoolHeader = 28;
constexpr std::size_t kAttribute = 20;
constexpr std::size_t kElementExtension = 20;
constexpr std::size_t kEndExtension = 8;
constexpr std::size_t kLongNamespace = 1000;
constexpr std::int64_t kRootTypeChecked = 30;

std::string hex(std::uint32_t value) {
  char text[16];
  std::snprintf(text, sizeof text, "0x%04x", value);
  return text;
}

std::string numbered(const char* what, std::uint64_t value) {
  return std::string(what) + " " + std::to_string(value);
}

class AxmlReader {
 public:
  AxmlReader(Bytes bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {}

  XmlTree read() {
    read_root();
    std::size_t at = read_tables();
    while (at < end_ && step(at)) {
    }
    if (!ended_ && depth_ > 0) {
      tree_.add_trick("unclosed-elements", end_, numbered("elements left open:", depth_));
    }
    return std::move(tree_);
  }

 private:
  void refuse(const char* key, std::size_t offset, std::string detail, std::int64_t since = 0) {
    tree_.refusals.push_back({{key, {std::move(detail)}}, offset, since});
  }

  void read_root() {
    if (bytes_.size() < kChunkHeader) {
      malformed(0, "binary XML: needs 8 bytes, " + std::to_string(bytes_.size()) + " left");
    }
    const Chunk root = chunk_at(bytes_, 0);
    if (root.header_size > root.size) {
      malformed(0, "binary XML: root header size " + std::to_string(root.header_size) +
                       " is above its size " + std::to_string(root.size));
    }
    end_ = root.size;
    if (root.size > bytes_.size()) {
      refuse("android.refused.root-size", 4,
             std::to_string(root.size) + " > " + std::to_string(bytes_.size()));
      end_ = bytes_.size();
    } else if (root.size < bytes_.size()) {
      tree_.add_trick("bytes-after-root", root.size, numbered("bytes:", bytes_.size() - root.size));
    }
    if (root.type != kXmlChunk) {
      tree_.add_trick("root-type", 0, "type " + hex(root.type));
      refuse("android.refused.root-type", 0, hex(root.type), kRootTypeChecked);
    }
    if (root.header_size != kChunkHeader) {
      tree_.add_trick("root-header-size", 2, numbered("header size", root.header_size));
    }
    first_chunk_ = root.header_size;
  }

  /// Reads the chunks before the first node; gives the place of that node.
  std::size_t read_tables() {
    std::size_t at = first_chunk_;
    std::vector<StringPool> pools;
    std::string pool_error = "no string pool";
    std::size_t pool_error_at = at;
    while (at + kChunkHeader < end_) {
      const Chunk chunk = chunk_at(bytes_, at);
      // A chunk that ends with the data or after it is not looked at: a document needs more.
      if (chunk.size >= end_ - at) break;
      if (const auto problem = chunk_problem(chunk, kChunkHeader, end_)) {
        malformed(at, "binary XML: " + *problem);
      }
      if (chunk.type >= kStartNamespaceChunk && chunk.type <= kLastXmlChunk) {
        if (!pool_error.empty()) malformed(pool_error_at, "binary XML: " + pool_error);
        note_pools(pools);
        tree_.set_pools(std::move(pools));
        return at;
      }
      if (chunk.type == kStringPoolChunk) {
        // chunk_problem() has seen to it that the sizes are multiples of four.
        try {
          pools.push_back(StringPool::read(bytes_, chunk));
          pool_error.clear();
        } catch (const FormatError& error) {
          pool_error = error.what();
          pool_error_at = error.offset();
        }
      } else if (chunk.type == kResourceMapChunk) {
        if (map_count_ > 0) tree_.add_trick("several-resource-maps", at, "");
        if (pools.empty()) tree_.add_trick("chunk-order", at, "resource map before string pool");
        map_at_ = chunk.body();
        map_count_ = (chunk.size - chunk.header_size) / 4;
      } else {
        tree_.add_trick("unknown-chunk", at, "type " + hex(chunk.type));
      }
      at += chunk.size;
    }
    malformed(std::min(at, bytes_.size()), "binary XML: no element");
  }

  void note_pools(const std::vector<StringPool>& pools) {
    if (pools.size() > 1) {
      tree_.add_trick("several-string-pools", pools[1].chunk().offset,
                      numbered("pools:", pools.size()));
    }
    for (const StringPool& pool : pools) {
      const Chunk& chunk = pool.chunk();
      if (pool.count_is_inflated()) {
        tree_.add_trick("string-count-inflated", chunk.offset, numbered("strings:", pool.size()));
      }
      if (chunk.header_size != kStringPoolHeader) {
        tree_.add_trick("string-pool-header-size", chunk.offset,
                        numbered("header size", chunk.header_size));
      }
      if (pool.style_count() == 0 && pool.styles_start() != 0) {
        tree_.add_trick("styles-without-count", chunk.offset,
                        numbered("styles start at", pool.styles_start()));
      }
    }
  }

  /// Reads the node at `at` and moves past it; false when there is no way on.
  bool step(std::size_t& at) {
    if (!fits(bytes_.first(end_), at, kChunkHeader)) {
      if (!ended_) refuse("android.refused.node", at, numbered("bytes left:", end_ - at));
      return false;
    }
    const Chunk node = chunk_at(bytes_, at);
    auto problem = chunk_problem(node, kNodeHeader, end_);
    if (!problem) problem = read_node(node);
    if (problem) {
      if (ended_) {
        // Android never gets here.
        if (node.size == 0) tree_.add_trick("zero-size-end", at, "type " + hex(node.type));
        return false;
      }
      refuse("android.refused.node", at, *problem);
      if (node.size < kChunkHeader || node.size > end_ - at) return false;
    }
    if (tree_.elements.size() + tree_.attribute_count() > limits_.xml_nodes) {
      tree_.add_nodes_gap(at, limits_);
      return false;
    }
    at += node.size;
    return true;
  }

  std::optional<std::string> read_node(const Chunk& node) {
    const std::size_t room = node.size - node.header_size;
    std::size_t needed = kEndExtension;
    switch (node.type) {
      case kStartElementChunk:
        return read_start(node, room);
      case kEndElementChunk:
        if (room > kEndExtension) {
          tree_.add_trick("element-tail-bytes", node.offset, numbered("bytes:", room - 8));
        }
        break;
      case kStartNamespaceChunk:
      case kEndNamespaceChunk:
        break;
      case kCdataChunk:
        needed = 12;
        break;
      default:
        if (!ended_) tree_.add_trick("unknown-chunk", node.offset, "type " + hex(node.type));
        return std::nullopt;
    }
    if (room < needed) {
      return "node of " + std::to_string(room) + " bytes, needs " + std::to_string(needed);
    }
    note_header(node);
    if (node.type == kEndElementChunk) end_element();
    if (node.type == kStartNamespaceChunk) read_namespace(node);
    return std::nullopt;
  }

  bool note_header(const Chunk& node) {
    if (node.header_size == kNodeHeader || ended_) return false;
    tree_.add_trick("element-header-size", node.offset, numbered("header size", node.header_size));
    return true;
  }

  void read_namespace(const Chunk& node) {
    const XmlNamespace declared{u32_at(bytes_, node.body(), "namespace prefix"),
                                u32_at(bytes_, node.body() + 4, "namespace URI")};
    tree_.namespaces.push_back(declared);
    for (const std::uint32_t string : {declared.prefix, declared.uri}) {
      const std::size_t length = tree_.text(string).value_or("").size();
      if (length > kLongNamespace) {
        tree_.add_trick("huge-namespace", node.offset, numbered("bytes:", length));
      }
    }
  }

  std::optional<std::string> read_start(const Chunk& node, std::size_t room) {
    const std::size_t extension = node.body();
    if (room < kElementExtension) {
      return "element of " + std::to_string(room) + " bytes, needs 20";
    }
    const std::uint16_t start = u16_at(bytes_, extension + 8, "attribute start");
    const std::uint16_t size = u16_at(bytes_, extension + 10, "attribute size");
    const std::uint16_t count = u16_at(bytes_, extension + 12, "attribute count");
    const std::size_t used = start + std::size_t{size} * count;
    std::optional<std::string> problem;
    // With a stride of zero all attributes are one and the same.
    std::size_t distinct = size == 0 ? std::min<std::size_t>(count, 1) : count;
    if (used > room) {
      problem =
          "attributes need " + std::to_string(used) + " bytes, element has " + std::to_string(room);
      if (ended_) return problem;
      distinct = start > room || size == 0 ? 0 : (room - start) / size;
    }

    XmlElement element;
    element.ns = u32_at(bytes_, extension, "element namespace");
    element.name = u32_at(bytes_, extension + 4, "element name");
    element.source_line = u32_at(bytes_, node.offset + 8, "line");
    element.offset = node.offset;
    element.after_end = ended_;
    element.parent = open_;
    element.depth = ++depth_;
    element.first_attribute = static_cast<std::uint32_t>(tree_.attribute_count());
    for (std::size_t i = 0; i < distinct; ++i) {
      if (!read_attribute(extension + start + i * size)) break;
    }
    element.attribute_count =
        static_cast<std::uint32_t>(tree_.attribute_count()) - element.first_attribute;
    element.oddities =
        note_element(node, {start, size, count},
                     room > std::max<std::size_t>(used, kElementExtension) ? room - used : 0);
    open_ = static_cast<std::uint32_t>(tree_.elements.size());
    tree_.elements.push_back(element);
    if (ended_) tree_.add_trick("elements-after-end", node.offset, "");
    return problem;
  }

  struct AttributeLayout {
    std::uint16_t start;
    std::uint16_t size;
    std::uint16_t count;
  };

  std::uint8_t note_element(const Chunk& node, AttributeLayout layout, std::size_t tail) {
    if (ended_) return 0;
    std::uint8_t odd = 0;
    if (note_header(node)) odd |= kOddHeaderSize;
    if (layout.start != kElementExtension) {
      tree_.add_trick("attribute-start", node.offset, numbered("attribute start", layout.start));
      odd |= kOddAttributeStart;
    }
    if (layout.size != kAttribute && layout.count > 0) {
      tree_.add_trick("attribute-size", node.offset, numbered("attribute size", layout.size));
      odd |= kOddAttributeSize;
    }
    if (tail > 0) {
      tree_.add_trick("element-tail-bytes", node.offset, numbered("bytes:", tail));
      odd |= kTailBytes;
    }
    return odd;
  }

  /// False when the attribute lies beyond all bytes: short strides let the last ones do that.
  bool read_attribute(std::size_t at) {
    if (!fits(bytes_, at, kAttribute)) return false;
    XmlAttribute attribute;
    attribute.ns = u32_at(bytes_, at, "attribute namespace");
    attribute.name = u32_at(bytes_, at + 4, "attribute name");
    attribute.raw = u32_at(bytes_, at + 8, "attribute raw value");
    attribute.value.type = static_cast<ValueType>(bytes_[at + 15]);
    attribute.value.data = u32_at(bytes_, at + 16, "attribute data");
    if (attribute.name < map_count_) {
      attribute.resource_id =
          u32_at(bytes_, map_at_ + std::size_t{attribute.name} * 4, "resource map");
    }
    tree_.add_attribute(attribute);
    return true;
  }

  void end_element() {
    // Android counts levels and does not compare names.
    if (depth_ == 0) return;
    --depth_;
    open_ = tree_.elements[open_].parent;
    if (depth_ == 0) ended_ = true;
  }

  Bytes bytes_;
  const Limits& limits_;
  XmlTree tree_;
  std::size_t end_ = 0;
  std::size_t first_chunk_ = 0;
  std::size_t map_at_ = 0;
  std::size_t map_count_ = 0;
  std::uint32_t open_ = kNoParent;
  std::uint32_t depth_ = 0;
  bool ended_ = false;
};

}  // namespace

XmlTree read_axml(Bytes bytes, const Limits& limits) { return AxmlReader(bytes, limits).read(); }

bool looks_like_axml(Bytes bytes) {
  if (bytes.size() < kChunkHeader + kStringPoolHeader) return false;
  const Chunk root = chunk_at(bytes, 0);
  if (root.header_size > root.size || !fits(bytes, root.header_size, kChunkHeader)) return false;
  if (root.type == kXmlChunk && root.header_size >= kChunkHeader) return true;
  const Chunk first = chunk_at(bytes, root.header_size);
  return (first.type == kStringPoolChunk || first.type == kResourceMapChunk) &&
         first.header_size >= kChunkHeader && first.header_size <= first.size &&
         first.size <= bytes.size() - root.header_size;
}

}  // namespace loanlint::android
