// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace loanlint::testing {

/// One value of DER: tag, true length, content.
std::string der(std::uint8_t tag, const std::string& content);
/// The same with BER's indefinite length.
std::string ber(std::uint8_t tag, const std::string& content);
/// An OBJECT IDENTIFIER from its numbers.
std::string oid(const std::vector<std::uint64_t>& numbers);

/// One attribute of a name.
struct NameItem {
  std::vector<std::uint64_t> type;
  std::string value;
  std::uint8_t tag = 0x0c;
};

/// A Name: each inner list is one part, usually of one attribute.
std::string name(const std::vector<std::vector<NameItem>>& parts);
/// CN=`common_name`, O=Android, C=US, in the order of certificates (the country first).
std::string plain_name(const std::string& common_name);

/// An SPKI: an RSA key with a modulus of `bits`; an EC key of the curve with this identifier.
std::string rsa_key(std::size_t bits);
std::string ec_key(const std::vector<std::uint64_t>& curve);

/// An X.509 certificate. Fields are encoded values, so each can be anything.
struct CertificateRecipe {
  std::string version = der(0xa0, der(0x02, "\x02"));
  std::string serial = der(0x02, "\x01");
  std::string issuer = plain_name("Android Debug");
  std::string not_before = der(0x17, "240531120000Z");
  std::string not_after = der(0x18, "20540524120000Z");
  std::string subject = plain_name("Android Debug");
  std::string key = rsa_key(2048);
  std::string after = {};  ///< extensions, or junk
};
std::string build_certificate(const CertificateRecipe& recipe = {});

/// A signature file. `signers` are pairs of issuer and serial number.
struct Pkcs7Recipe {
  std::string type = oid({1, 2, 840, 113549, 1, 7, 2});
  std::vector<std::string> certificates = {build_certificate()};
  std::string before_signers = {};  ///< revocation lists
  std::vector<std::pair<std::string, std::string>> signers = {
      {plain_name("Android Debug"), der(0x02, "\x01")}};
  bool indefinite = false;  ///< BER's lengths on the outer layers
};
std::string build_pkcs7(const Pkcs7Recipe& recipe = {});

/// `content` with its length in four bytes before it, or with the length it claims.
std::string prefixed(const std::string& content, std::optional<std::uint32_t> says = {});

/// One signer of v2 or v3 with these certificates.
std::string build_signer(const std::vector<std::string>& certificates);
/// The value of a scheme's pair.
std::string build_signers(const std::vector<std::string>& signers);

inline constexpr std::uint32_t kV2 = 0x7109871a;
inline constexpr std::uint32_t kV3 = 0xf05368c0;
inline constexpr std::uint32_t kV31 = 0x1b93ad61;
inline constexpr std::uint32_t kPadding = 0x42726577;

struct SigningPair {
  std::uint32_t id = kV2;
  std::string value = build_signers({build_signer({build_certificate()})});
  std::optional<std::uint64_t> size = {};  ///< claimed
};

/// An APK Signing Block. What is not set is the truth.
struct SigningBlockRecipe {
  std::vector<SigningPair> pairs = {SigningPair{}};
  std::optional<std::uint64_t> first_size = {};
  std::optional<std::uint64_t> last_size = {};
  std::string magic = "APK Sig Block 42";
};
std::string build_signing_block(const SigningBlockRecipe& recipe = {});

}  // namespace loanlint::testing
