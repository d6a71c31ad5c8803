// SPDX-License-Identifier: Apache-2.0
#include "app/signer_facts.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "android/signing.h"
#include "base/buffer.h"
#include "base/error.h"

namespace loanlint::app {
namespace {

using findings::Evidence;
using findings::Fact;
using findings::Gap;
using findings::ScanResult;
using findings::Tri;

/// Nobody signs with so many keys; a package that seems to is not read to its end.
constexpr std::size_t kMostSigners = 100;

/// Android asks without regard to case.
bool is_signature_file(std::string_view name) {
  constexpr std::string_view kFolder = "META-INF/";
  if (name.size() <= kFolder.size() || name.size() > 1024) return false;
  std::string upper(name);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return upper.starts_with(kFolder) &&
         (upper.ends_with(".RSA") || upper.ends_with(".DSA") || upper.ends_with(".EC"));
}

class SignerFacts {
 public:
  SignerFacts(const Limits& limits, ScanResult& seen) : limits_(limits), seen_(seen) {}

  void read(const Part& part) {
    if (!read_block(part)) read_files(part);
  }

  std::vector<std::vector<std::uint8_t>> take_certificates() { return std::move(certificates_); }

  void set() {
    const findings::Message none{"why.unsigned", {}};
    Fact signer{std::move(names_), {"why.signer", {}}, evidence_};
    Fact debug{debug_ ? Tri::yes : Tri::no, {"why.signer", {}}, std::move(evidence_)};
    if (seen_.identity.signers.empty()) {
      signer = {std::vector<std::string>{}, none, {}};
      debug = {Tri::no, none, {}};
    }
    if (unread_ && seen_.identity.signers.empty()) signer = {Tri::unknown, gap_, {}};
    if (unread_ && !debug_) debug = {Tri::unknown, gap_, {}};
    seen_.facts.set("signer", std::move(signer));
    seen_.facts.set("debug_signed", std::move(debug));
  }

 private:
  /// False when there is no signing block, or none that can be read: then the files count, as
  /// they do for Android.
  bool read_block(const Part& part) {
    try {
      const std::vector<android::Signer> signers =
          android::read_signing_block(*part.source, part.archive->directory_offset(), limits_);
      for (const android::Signer& signer : signers) add(signer, part.prefix);
      return !signers.empty();
    } catch (const FormatError& error) {
      note(gap_of(part.prefix, error, "gap.signature"));
      return false;
    }
  }

  void read_files(const Part& part) {
    Buffer buffer;
    for (const archive::Entry& entry : part.archive->entries()) {
      if (!is_signature_file(entry.name)) continue;
      const std::string shown = part.shown(entry.name);
      try {
        const Bytes file = part.archive->read(entry, buffer);
        for (const android::Signer& signer : android::read_pkcs7_signers(file)) add(signer, shown);
      } catch (const FormatError& error) {
        note(gap_of(shown, error, "gap.signature"));
      }
      if (seen_.identity.signers.size() >= kMostSigners) return;
    }
  }

  void add(const android::Signer& signer, const std::string& entry) {
    if (!known_.insert(signer.sha256).second) return;
    seen_.identity.signers.push_back(signer.sha256);
    certificates_.push_back(signer.certificate);
    names_.push_back(signer.sha256 + " (" + signer.subject + ")");
    debug_ = debug_ || android::is_debug_certificate(signer);
    if (evidence_.size() == limits_.evidence_per_fact) return;
    const std::string key =
        signer.key_type + (signer.key_bits == 0 ? "" : " " + std::to_string(signer.key_bits));
    evidence_.push_back(
        {entry, findings::NamedPlace{signer.scheme},
         signer.subject + "; " + key + "; " + signer.not_before + " – " + signer.not_after});
  }

  void note(Gap gap) {
    gap_ = gap.what;
    unread_ = true;
    seen_.gaps.push_back(std::move(gap));
  }

  const Limits& limits_;
  ScanResult& seen_;
  std::set<std::string> known_;
  std::vector<std::string> names_;
  std::vector<Evidence> evidence_;
  std::vector<std::vector<std::uint8_t>> certificates_;
  bool debug_ = false;
  bool unread_ = false;
  findings::Message gap_;
};

}  // namespace

void set_signer_facts(const Parts& parts, const Limits& limits, ScanResult& seen) {
  if (parts.parts.empty()) {
    const Fact unknown{Tri::unknown, {"why.no-package", {}}, {}};
    seen.facts.set("signer", unknown);
    seen.facts.set("debug_signed", unknown);
    return;
  }
  SignerFacts facts(limits, seen);
  for (const Part& part : parts.parts) facts.read(part);
  facts.set();
}

std::vector<std::vector<std::uint8_t>> read_certificates(const Parts& parts, const Limits& limits) {
  ScanResult seen;
  SignerFacts facts(limits, seen);
  for (const Part& part : parts.parts) facts.read(part);
  return facts.take_certificates();
}

}  // namespace loanlint::app
