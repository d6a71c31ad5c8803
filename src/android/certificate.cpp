// SPDX-License-Identifier: Apache-2.0
#include "android/certificate.h"

#include <bit>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "base/sha256.h"

namespace loanlint::android {
namespace {

/// Real ones have one or two kilobytes, with the largest keys five. Names take more memory than
/// bytes when they are made of nothing, so there has to be an end.
constexpr std::size_t kLargestCertificate = 64 * 1024;

constexpr std::pair<const char*, std::uint32_t> kCurves[] = {
    {"1.2.840.10045.3.1.1", 192}, {"1.3.132.0.33", 224}, {"1.2.840.10045.3.1.7", 256},
    {"1.3.132.0.10", 256},        {"1.3.132.0.34", 384}, {"1.3.132.0.35", 521},
    {"1.2.156.10197.1.301", 256},  // SM2
};

/// Bits of a positive INTEGER.
std::uint32_t bits_of(const DerValue& integer) {
  Bytes digits = integer.bytes;
  while (!digits.empty() && digits.front() == 0) digits = digits.subspan(1);
  if (digits.empty()) return 0;
  return static_cast<std::uint32_t>((digits.size() - 1) * 8 +
                                    static_cast<std::size_t>(std::bit_width(digits.front())));
}

std::uint32_t rsa_bits(DerValue key) {
  key.content.skip(1, "unused bits of the public key");
  DerValue numbers = read_der(key.content, der_tag::kSequence, "RSA public key");
  return bits_of(read_der(numbers.content, der_tag::kInteger, "modulus"));
}

std::uint32_t dsa_bits(Cursor parameters) {
  // Absent when they are those of the issuer.
  if (!has_tag(parameters, der_tag::kSequence)) return 0;
  DerValue numbers = read_der(parameters, der_tag::kSequence, "DSA parameters");
  return bits_of(read_der(numbers.content, der_tag::kInteger, "prime"));
}

std::uint32_t ec_bits(Cursor parameters) {
  if (!has_tag(parameters, der_tag::kObjectId)) return 0;
  const std::string curve = dotted(read_der(parameters, der_tag::kObjectId, "curve"));
  for (const auto& [oid, bits] : kCurves) {
    if (curve == oid) return bits;
  }
  return 0;
}

void read_key(DerValue info, Certificate& certificate) {
  DerValue algorithm = read_der(info.content, der_tag::kSequence, "algorithm of the public key");
  const DerValue key = read_der(info.content, der_tag::kBitString, "public key");
  const std::string oid = dotted(read_der(algorithm.content, der_tag::kObjectId, "algorithm"));
  if (oid == "1.2.840.113549.1.1.1") {
    certificate.key_type = "RSA";
    certificate.key_bits = rsa_bits(key);
  } else if (oid == "1.2.840.10045.2.1") {
    certificate.key_type = "EC";
    certificate.key_bits = ec_bits(algorithm.content);
  } else if (oid == "1.2.840.10040.4.1") {
    certificate.key_type = "DSA";
    certificate.key_bits = dsa_bits(algorithm.content);
  } else {
    certificate.key_type = oid;
  }
}

/// The day of a time; its hours matter to nobody here.
std::string read_day(Cursor& in, const char* field) {
  const std::size_t start = in.offset();
  const DerValue time = read_der(in, field);
  const std::size_t year_digits = time.tag == der_tag::kGeneralizedTime ? 4 : 2;
  const std::string_view digits = as_text(time.bytes).substr(0, year_digits + 4);
  const bool is_time = time.tag == der_tag::kUtcTime || time.tag == der_tag::kGeneralizedTime;
  if (!is_time || digits.size() < year_digits + 4 ||
      digits.find_first_not_of("0123456789") != std::string_view::npos) {
    malformed(start, std::string(field) + ": not a time");
  }
  std::string year(digits.substr(0, year_digits));
  // RFC 5280, 4.1.2.5.1: two digits mean 1950 to 2049.
  if (year.size() == 2) year.insert(0, year < "50" ? "20" : "19");
  return year + "-" + std::string(digits.substr(year_digits, 2)) + "-" +
         std::string(digits.substr(year_digits + 2, 2));
}

}  // namespace

Certificate read_certificate(Cursor& in) {
  Certificate certificate;
  const std::size_t start = in.offset();
  DerValue outer = read_der(in, der_tag::kSequence, "certificate");
  if (outer.whole.size() > kLargestCertificate) {
    malformed(start, "certificate: " + std::to_string(outer.whole.size()) + " bytes, more than " +
                         std::to_string(kLargestCertificate));
  }
  DerValue body = read_der(outer.content, der_tag::kSequence, "body of the certificate");
  Cursor& fields = body.content;
  if (has_tag(fields, der_tag::kContext0)) read_der(fields, "version");
  certificate.serial = read_der(fields, der_tag::kInteger, "serial number").bytes;
  read_der(fields, der_tag::kSequence, "signature algorithm");
  const DerValue issuer = read_der(fields, der_tag::kSequence, "issuer");
  DerValue validity = read_der(fields, der_tag::kSequence, "validity");
  const DerValue subject = read_der(fields, der_tag::kSequence, "subject");
  const DerValue key = read_der(fields, der_tag::kSequence, "public key information");

  certificate.issuer = read_distinguished_name(issuer);
  certificate.subject = read_distinguished_name(subject);
  certificate.not_before = read_day(validity.content, "not before");
  certificate.not_after = read_day(validity.content, "not after");
  read_key(key, certificate);
  certificate.sha256 = sha256_hex(outer.whole);
  certificate.der = outer.whole;
  return certificate;
}

}  // namespace loanlint::android
