// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "android/der.h"
#include "android/signer.h"
#include "android/signing.h"
#include "base/error.h"

namespace loanlint::android {
namespace {

constexpr const char* kSignedData = "1.2.840.113549.1.7.2";

/// The certificate that a signature refers to by issuer and serial number. Android knows no other
/// way of referring; neither does this.
const Certificate& certificate_of(DerValue signer, const std::vector<Certificate>& certificates) {
  const std::size_t start = signer.content.offset();
  read_der(signer.content, der_tag::kInteger, "version of the signer");
  DerValue reference = read_der(signer.content, der_tag::kSequence, "issuer and serial number");
  const DistinguishedName issuer =
      read_distinguished_name(read_der(reference.content, der_tag::kSequence, "issuer"));
  const Bytes serial = read_der(reference.content, der_tag::kInteger, "serial number").bytes;
  const auto found =
      std::find_if(certificates.begin(), certificates.end(), [&](const Certificate& certificate) {
        return as_text(certificate.serial) == as_text(serial) &&
               same_name(certificate.issuer, issuer);
      });
  if (found == certificates.end()) malformed(start, "signer: its certificate is not in the file");
  return *found;
}

}  // namespace

std::vector<Signer> read_pkcs7_signers(Bytes file) {
  Cursor in(file);
  DerValue outer = read_der(in, der_tag::kSequence, "signature file");
  const std::size_t type_offset = outer.content.offset();
  if (dotted(read_der(outer.content, der_tag::kObjectId, "content type")) != kSignedData) {
    malformed(type_offset, "content type: not signed data");
  }
  DerValue tagged = read_der(outer.content, der_tag::kContext0, "content");
  DerValue signed_data = read_der(tagged.content, der_tag::kSequence, "signed data");
  Cursor& fields = signed_data.content;
  read_der(fields, der_tag::kInteger, "version");
  read_der(fields, der_tag::kSet, "digest algorithms");
  read_der(fields, der_tag::kSequence, "signed content");

  std::vector<Certificate> certificates;
  if (has_tag(fields, der_tag::kContext0)) {
    DerValue list = read_der(fields, "certificates");
    while (list.content.left() > 0) {
      // Attribute certificates and other kinds of RFC 5652, 10.2.2 sign nothing here.
      if (certificates.size() == kMostSigners) {
        malformed(list.content.offset(), "certificates: too many");
      }
      if (has_tag(list.content, der_tag::kSequence)) {
        certificates.push_back(read_certificate(list.content));
      } else {
        read_der(list.content, "other certificate");
      }
    }
  }
  if (!has_tag(fields, der_tag::kSet)) read_der(fields, "revocation lists");

  DerValue signer_list = read_der(fields, der_tag::kSet, "signers");
  if (signer_list.content.left() == 0) malformed(signer_list.content.offset(), "signers: none");
  std::vector<Signer> signers;
  while (signer_list.content.left() > 0) {
    if (signers.size() == kMostSigners) {
      malformed(signer_list.content.offset(), "signers: too many");
    }
    const DerValue signer = read_der(signer_list.content, der_tag::kSequence, "signer");
    signers.push_back(to_signer(certificate_of(signer, certificates), "v1"));
  }
  return signers;
}

}  // namespace loanlint::android
