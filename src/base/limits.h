// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace loanlint {

inline constexpr std::size_t kMiB = std::size_t{1} << 20;

/// Every cap that a scan respects. One that is hit ends in a Gap that names it.
///
/// Tests pass small ones; the command line sets them with --limit NAME=VALUE.
struct Limits {
  std::size_t entry_bytes = 256 * kMiB;     ///< inflated bytes of one entry; of all held at once
  std::size_t package_bytes = 1024 * kMiB;  ///< inflated bytes of one package, all entries read
  std::size_t entries = 200'000;            ///< central directory records
  std::size_t strings = 4'000'000;          ///< strings of one pool
  std::size_t xml_nodes = 1'000'000;        ///< elements and attributes of one XML document
  std::size_t xml_depth = 1'000;            ///< nesting of elements that is kept
  std::size_t nesting = 3;                  ///< archives inside archives
  std::size_t reference_depth = 20;         ///< resource values that refer to resource values
  std::size_t policy_bytes = 10 * kMiB;     ///< one policy document; all of a package: twice that
  std::size_t policy_documents = 64;        ///< documents read per package
  std::size_t code_bytes = 256 * kMiB;      ///< DEX bytes looked at per package
  std::size_t graph_edges = 20'000'000;     ///< call graph of one package
  std::size_t evaluated_steps = 5'000'000;  ///< instructions evaluated for the texts they make
  std::size_t evidence_per_fact = 20;       ///< pieces of evidence kept for one fact
  std::uint32_t seconds = 60;               ///< per package, --timeout
};

}  // namespace loanlint
