// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.h"

#include <doctest/doctest.h>

namespace loanlint {
namespace {

TEST_CASE("sha256 gives the published vectors of FIPS 180-2") {
  CHECK(sha256_hex(Bytes{}) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex(as_bytes("abc")) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  Sha256 pieces;
  pieces.add(as_bytes("a"));
  pieces.add(as_bytes("bc"));
  CHECK(pieces.hex() == sha256_hex(as_bytes("abc")));
}

}  // namespace
}  // namespace loanlint
