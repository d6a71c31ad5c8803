// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/limits.h"
#include "base/source.h"

namespace loanlint::android {

/// Who a package says has signed it.
struct Signer {
  std::string scheme;       ///< "v1", "v2", "v3", "v3.1"
  std::string sha256;       ///< of the certificate's DER, hexadecimal: the identity of the signer
  std::string subject;      ///< RFC 4514: "CN=Android Debug, O=Android, C=US"
  std::string common_name;  ///< of the subject, unescaped; may be empty
  std::string issuer;       ///< RFC 4514
  std::string not_before;   ///< "2024-05-31", UTC
  std::string not_after;
  std::string key_type;                   ///< "RSA", "EC", "DSA", or an object identifier
  std::uint32_t key_bits = 0;             ///< 0: not known
  std::vector<std::uint8_t> certificate;  ///< DER
};

/// The signers that the APK Signing Block names: of v3.1, then v3, then v2, each in the order of
/// the block. Empty when no block stands before the central directory at `directory_offset`.
///
/// No signature is verified: the signers are those that the package claims. Of each signer the
/// first certificate counts, as for Android; former keys of a rotation are not read. Throws
/// FormatError, with offsets in the file, for a block that Android could not read either, and
/// LimitError ("entry_bytes") for one larger than an entry may be.
/// Format: source.android.com, "APK Signature Scheme v2" and "v3".
std::vector<Signer> read_signing_block(const ByteSource& source, std::uint64_t directory_offset,
                                       const Limits& limits = {});

/// The signers that a signature file of META-INF (.RSA, .DSA, .EC) names, scheme v1: of the
/// certificates in it those that a signature refers to. Not verified either. Throws FormatError.
/// Format: RFC 2315, 9; RFC 5652, 5.
std::vector<Signer> read_pkcs7_signers(Bytes file);

/// True for the key that build tools make by themselves for trying out an app; no store takes a
/// package signed with it.
bool is_debug_certificate(const Signer& signer);

}  // namespace loanlint::android
