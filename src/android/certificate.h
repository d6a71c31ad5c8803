// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "android/distinguished_name.h"
#include "base/bytes.h"

namespace loanlint::android {

/// What a certificate of X.509 says of its owner and its key. Views point into the bytes read.
struct Certificate {
  std::string sha256;  ///< of the whole certificate, hexadecimal
  DistinguishedName subject;
  DistinguishedName issuer;
  std::string not_before;  ///< "2024-05-31", UTC
  std::string not_after;
  std::string key_type;        ///< "RSA", "EC", "DSA", or the object identifier
  std::uint32_t key_bits = 0;  ///< 0: not known for this type of key
  Bytes serial;                ///< content of the serial number
  Bytes der;                   ///< the whole certificate
};

/// Reads one certificate; `in` moves past it. Extensions and the signature are not looked at, and
/// nothing is verified.
///
/// With its own reader of DER instead of libcrypto's: that one decodes the public key with every
/// certificate, which costs a fifth of a millisecond each, as much as the rest of a small package.
/// Format: RFC 5280, 4.1; keys by RFC 3279, 2.3 and RFC 5480.
Certificate read_certificate(Cursor& in);

}  // namespace loanlint::android
