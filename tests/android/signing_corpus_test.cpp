// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "android/signing.h"
#include "archive/archive.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/sha256.h"

namespace loanlint::android {
namespace {

/// Every sample, and every package of the optional corpus.
std::vector<std::filesystem::path> packages() {
  std::vector<std::filesystem::path> paths;
  const char* named = std::getenv("LOANLINT_CORPUS");
  const std::filesystem::path corpus = named != nullptr ? named : "../shared";
  for (const auto& folder : {std::filesystem::path("samples"), corpus / "apks"}) {
    if (!std::filesystem::is_directory(folder)) {
      MESSAGE("left out, not there: " << folder.string());
      continue;
    }
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
      if (file.path().extension() == ".apk") paths.push_back(file.path());
    }
  }
  return paths;
}

bool is_signature_file(std::string_view name) {
  return name.starts_with("META-INF/") &&
         (name.ends_with(".RSA") || name.ends_with(".DSA") || name.ends_with(".EC"));
}

/// What a package holds about its signers.
struct Signed {
  std::vector<Signer> block;
  std::vector<std::vector<std::uint8_t>> files;
};

Signed load(const std::filesystem::path& path) {
  const auto source = open_file(path.string());
  const auto archive = archive::Archive::open(*source, {});
  Signed result;
  Buffer buffer;
  for (const archive::Entry& entry : archive.entries()) {
    if (!is_signature_file(entry.name)) continue;
    const Bytes bytes = archive.read(entry, buffer);
    result.files.emplace_back(bytes.begin(), bytes.end());
  }
  result.block = read_signing_block(*source, archive.directory_offset());
  return result;
}

/// As Signer's subject, printed by libcrypto.
std::string printed(const X509_NAME* name) {
  const std::unique_ptr<BIO, decltype(&BIO_free_all)> out(BIO_new(BIO_s_mem()), BIO_free_all);
  const unsigned long flags =
      (ASN1_STRFLGS_RFC2253 &
       ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB | ASN1_STRFLGS_ESC_CTRL)) |
      XN_FLAG_SEP_CPLUS_SPC | XN_FLAG_DN_REV | XN_FLAG_FN_SN;
  X509_NAME_print_ex(out.get(), name, 0, flags);
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  std::string result(text, static_cast<std::size_t>(size));
  constexpr std::string_view kEmail = "emailAddress=";
  if (const std::size_t at = result.find(kEmail); at != std::string::npos)
    result.replace(at, kEmail.size(), "EMAILADDRESS=");
  return result;
}

std::string day(const ASN1_TIME* time) {
  std::tm parts{};
  ASN1_TIME_to_tm(time, &parts);
  std::array<char, 16> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
  return {text.data(), size};
}

/// The signers of a signature file as libcrypto finds them; none when it does not take the file.
std::vector<Signer> signers_by_libcrypto(const std::vector<std::uint8_t>& file) {
  const unsigned char* next = file.data();
  const std::unique_ptr<PKCS7, decltype(&PKCS7_free)> parsed(
      d2i_PKCS7(nullptr, &next, static_cast<long>(file.size())), PKCS7_free);
  std::vector<Signer> signers;
  if (parsed == nullptr) return signers;
  STACK_OF(X509)* found = PKCS7_get0_signers(parsed.get(), nullptr, 0);
  for (int i = 0; i < sk_X509_num(found); ++i) {
    X509* certificate = sk_X509_value(found, i);
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    Signer signer;
    signer.scheme = "v1";
    const Bytes bytes(der, static_cast<std::size_t>(size));
    // Written anew by libcrypto; a certificate that is no DER would not be the same bytes.
    const bool as_it_stood =
        std::search(file.begin(), file.end(), bytes.begin(), bytes.end()) != file.end();
    if (as_it_stood) signer.sha256 = sha256_hex(bytes);
    OPENSSL_free(der);
    signer.subject = printed(X509_get_subject_name(certificate));
    signer.issuer = printed(X509_get_issuer_name(certificate));
    signer.not_before = day(X509_get0_notBefore(certificate));
    signer.not_after = day(X509_get0_notAfter(certificate));
    if (const EVP_PKEY* key = X509_get0_pubkey(certificate))
      signer.key_bits = static_cast<std::uint32_t>(EVP_PKEY_get_bits(key));
    signers.push_back(signer);
  }
  sk_X509_free(found);
  return signers;
}

TEST_CASE("signature files: the same signers as libcrypto finds") {
  std::size_t files = 0;
  std::size_t broken = 0;
  for (const std::filesystem::path& path : packages()) {
    const std::string shown = path.string();
    CAPTURE(shown);
    Signed package;
    try {
      package = load(path);
    } catch (const FormatError&) {
      ++broken;  // some packages of the corpus are made to be broken
      continue;
    }
    for (const auto& file : package.files) {
      const std::vector<Signer> theirs = signers_by_libcrypto(file);
      std::vector<Signer> ours;
      std::string error;
      try {
        ours = read_pkcs7_signers(file);
      } catch (const FormatError& problem) {
        error = problem.what();
      }
      CAPTURE(error);
      REQUIRE(ours.size() == theirs.size());
      for (std::size_t i = 0; i < ours.size(); ++i) {
        if (!theirs[i].sha256.empty()) CHECK(ours[i].sha256 == theirs[i].sha256);
        CHECK(ours[i].subject == theirs[i].subject);
        CHECK(ours[i].issuer == theirs[i].issuer);
        CHECK(ours[i].not_before == theirs[i].not_before);
        CHECK(ours[i].not_after == theirs[i].not_after);
        CHECK(ours[i].key_bits == theirs[i].key_bits);
      }
      ++files;
    }
  }
  CHECK(files >= 8);
  MESSAGE(files << " signature files compared; " << broken << " packages not opened");
}

TEST_CASE("signers: each sample names the one key that signed it") {
  std::size_t seen = 0;
  for (const auto& file : std::filesystem::directory_iterator("samples")) {
    if (file.path().extension() != ".apk") continue;
    const std::string path = file.path().string();
    CAPTURE(path);
    const Signed package = load(file.path());
    std::vector<Signer> signers = package.block;
    for (const auto& one : package.files) {
      for (const Signer& signer : read_pkcs7_signers(one)) signers.push_back(signer);
    }
    REQUIRE(!signers.empty());
    for (const Signer& signer : signers) {
      CHECK(signer.sha256 == signers.front().sha256);
      CHECK(signer.key_type == "RSA");
      CHECK(signer.key_bits == 2048);
      CHECK(signer.not_before < signer.not_after);
    }
    ++seen;
  }
  CHECK(seen >= 8);
}

/// What `command` prints, or nothing when it fails.
std::string output_of(const std::string& command) {
  struct Close {
    void operator()(std::FILE* file) const { ::pclose(file); }
  };
  const std::unique_ptr<std::FILE, Close> pipe(::popen(command.c_str(), "r"));
  std::string out;
  std::array<char, 4096> part{};
  while (pipe != nullptr) {
    const std::size_t got = std::fread(part.data(), 1, part.size(), pipe.get());
    if (got == 0) break;
    out.append(part.data(), got);
  }
  return out;
}

TEST_CASE("signers: the same certificates as apksigner prints") {
  if (output_of("command -v apksigner").empty()) {
    MESSAGE("left out, not there: apksigner");
    return;
  }
  for (const std::string path : {"samples/dialer.apk", "samples/predatory-cash-loan.apk"}) {
    CAPTURE(path);
    const std::string printed =
        output_of("apksigner verify --print-certs -v " + path + " 2>/dev/null");
    const Signer signer = load(path).block.at(0);
    CHECK(printed.find("certificate DN: " + signer.subject + "\n") != std::string::npos);
    CHECK(printed.find("SHA-256 digest: " + signer.sha256 + "\n") != std::string::npos);
    CHECK(printed.find("key size (bits): " + std::to_string(signer.key_bits)) != std::string::npos);
  }
}

}  // namespace
}  // namespace loanlint::android
