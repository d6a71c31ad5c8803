// SPDX-License-Identifier: Apache-2.0
#include "android/signing.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "android/signer.h"
#include "base/buffer.h"
#include "base/cursor.h"
#include "base/error.h"

namespace loanlint::android {
namespace {

constexpr std::string_view kMagic = "APK Sig Block 42";
constexpr std::uint64_t kSizeField = 8;
constexpr std::uint64_t kFooter = kSizeField + kMagic.size();

struct Scheme {
  std::uint32_t id;
  const char* name;
};

constexpr Scheme kSchemes[] = {{0x1b93ad61, "v3.1"}, {0xf05368c0, "v3"}, {0x7109871a, "v2"}};

/// The next item with its u32 length before it.
Cursor prefixed(Cursor& in, const char* field) {
  const std::size_t size = in.u32(field);
  return in.window(size, field);
}

/// The certificate of one signer. Both schemes start alike: signed data, in it digests, then
/// certificates; what follows differs and is not read.
Signer read_signer(Cursor signer, const char* scheme) {
  Cursor signed_data = prefixed(signer, "signed data");
  prefixed(signed_data, "digests");
  Cursor certificates = prefixed(signed_data, "certificates");
  Cursor first = prefixed(certificates, "certificate");
  return to_signer(read_certificate(first), scheme);
}

void read_scheme(Cursor value, const char* scheme, std::vector<Signer>& signers) {
  Cursor list = prefixed(value, "signers");
  if (list.left() == 0) malformed(list.offset(), "signers: none");
  for (std::size_t i = 0; list.left() > 0; ++i) {
    if (i == kMostSigners) malformed(list.offset(), "signers: too many");
    signers.push_back(read_signer(prefixed(list, "signer"), scheme));
  }
}

/// The value of each scheme; of several with the same id the first, as for Android.
struct Values {
  std::optional<Cursor> of[std::size(kSchemes)] = {};
};

Values read_pairs(Cursor pairs) {
  Values values;
  while (pairs.left() > 0) {
    const std::size_t start = pairs.offset();
    const std::uint64_t size = pairs.u64("size of a pair");
    if (size < 4 || size > pairs.left()) {
      malformed(start, "size of a pair: " + std::to_string(size) + ", " +
                           std::to_string(pairs.left()) + " bytes left");
    }
    Cursor pair = pairs.window(static_cast<std::size_t>(size), "pair");
    const std::uint32_t id = pair.u32("id of a pair");
    for (std::size_t i = 0; i < std::size(kSchemes); ++i) {
      if (kSchemes[i].id == id && !values.of[i]) values.of[i] = pair;
    }
  }
  return values;
}

}  // namespace

Signer to_signer(Certificate certificate, const char* scheme) {
  return {scheme,
          std::move(certificate.sha256),
          std::move(certificate.subject.text),
          std::move(certificate.subject.common_name),
          std::move(certificate.issuer.text),
          std::move(certificate.not_before),
          std::move(certificate.not_after),
          std::move(certificate.key_type),
          certificate.key_bits,
          {certificate.der.begin(), certificate.der.end()}};
}

std::vector<Signer> read_signing_block(const ByteSource& source, std::uint64_t directory_offset,
                                       const Limits& limits) {
  if (directory_offset < kFooter + kSizeField) return {};
  Buffer scratch;
  const std::uint64_t footer_offset = directory_offset - kFooter;
  Cursor footer(source.read(footer_offset, kFooter, scratch, "end of the signing block"),
                static_cast<std::size_t>(footer_offset));
  const std::uint64_t size = footer.u64("size of the signing block");
  if (as_text(footer.take(kMagic.size(), "magic")) != kMagic) return {};

  if (size < kFooter || size > directory_offset - kSizeField) {
    malformed(static_cast<std::size_t>(footer_offset),
              "size of the signing block: " + std::to_string(size) + ", with " +
                  std::to_string(directory_offset - kSizeField) + " bytes before the directory");
  }
  const std::uint64_t start = directory_offset - kSizeField - size;
  if (size > limits.entry_bytes) {
    throw LimitError(static_cast<std::size_t>(start), "entry_bytes",
                     "signing block: " + std::to_string(size) + " bytes, the limit is " +
                         std::to_string(limits.entry_bytes));
  }
  Cursor block(source.read(start, static_cast<std::size_t>(kSizeField + size - kFooter), scratch,
                           "signing block"),
               static_cast<std::size_t>(start));
  const std::uint64_t first_size = block.u64("first size of the signing block");
  if (first_size != size) {
    malformed(static_cast<std::size_t>(start),
              "sizes of the signing block: " + std::to_string(first_size) + " and " +
                  std::to_string(size));
  }

  const Values values = read_pairs(block);
  std::vector<Signer> signers;
  for (std::size_t i = 0; i < std::size(kSchemes); ++i) {
    if (values.of[i]) read_scheme(*values.of[i], kSchemes[i].name, signers);
  }
  return signers;
}

bool is_debug_certificate(const Signer& signer) { return signer.common_name == "Android Debug"; }

}  // namespace loanlint::android
