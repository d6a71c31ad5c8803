// SPDX-License-Identifier: Apache-2.0
#include "android/chunk.h"

#include "android/fields.h"

namespace loanlint::android {

Chunk chunk_at(Bytes bytes, std::size_t offset) {
  return {offset, u16_at(bytes, offset, "chunk type"),
          u16_at(bytes, offset + 2, "chunk header size"), u32_at(bytes, offset + 4, "chunk size")};
}

std::optional<std::string> chunk_walk_problem(const Chunk& chunk, std::size_t smallest_header,
                                              std::size_t end) {
  const std::string header = "chunk header size " + std::to_string(chunk.header_size);
  if (chunk.header_size < smallest_header) {
    return header + " is below " + std::to_string(smallest_header);
  }
  const std::string size = "chunk size " + std::to_string(chunk.size);
  if (chunk.header_size > chunk.size) return header + " is above " + size;
  if (chunk.offset > end || chunk.size > end - chunk.offset) {
    return size + " is above the " + std::to_string(chunk.offset > end ? 0 : end - chunk.offset) +
           " bytes left";
  }
  return std::nullopt;
}

std::optional<std::string> chunk_problem(const Chunk& chunk, std::size_t smallest_header,
                                         std::size_t end) {
  if (auto problem = chunk_walk_problem(chunk, smallest_header, end)) return problem;
  if (((chunk.header_size | chunk.size) & 3) != 0) {
    return "chunk header size " + std::to_string(chunk.header_size) + " or chunk size " +
           std::to_string(chunk.size) + " is not a multiple of 4";
  }
  return std::nullopt;
}

}  // namespace loanlint::android
