// SPDX-License-Identifier: Apache-2.0
#include "android/certificate.h"

#include <doctest/doctest.h>

#include <string>

#include "base/error.h"
#include "support/prefixes.h"
#include "support/signing_builder.h"

namespace loanlint::android {
namespace {

using namespace loanlint::testing;

Certificate read(const CertificateRecipe& recipe) {
  const std::string bytes = build_certificate(recipe);
  Cursor in(as_bytes(bytes));
  Certificate certificate = read_certificate(in);
  CHECK(in.left() == 0);
  certificate.serial = {};  // `bytes` ends here
  return certificate;
}

TEST_CASE("certificate: names as text") {
  using Part = std::vector<NameItem>;
  const std::vector<std::uint64_t> cn = {2, 5, 4, 3};
  struct Row {
    std::string name;
    std::vector<Part> parts;
    std::string text;
    std::string common_name;
  };
  const Row rows[] = {
      {"empty", {}, "", ""},
      {"last part first",
       {{{{2, 5, 4, 6}, "CN", 0x13}}, {{cn, "某某科技"}}},
       "CN=某某科技, C=CN",
       "某某科技"},
      {"two in one part", {{{cn, "a"}, {{2, 5, 4, 11}, "b"}}}, "CN=a + OU=b", "a"},
      {"of two common names the last", {{{cn, "a"}}, {{cn, "b"}}}, "CN=b, CN=a", "b"},
      {"a comma that feigns a part", {{{cn, "x, O=Bank"}}}, "CN=x\\, O=Bank", "x, O=Bank"},
      {"edges", {{{cn, " #a "}}}, "CN=\\ #a\\ ", " #a "},
      {"number sign first", {{{cn, "#a"}}}, "CN=\\#a", "#a"},
      {"NUL", {{{cn, std::string("a\0b", 3)}}}, "CN=a\\00b", std::string("a\0b", 3)},
      {"not UTF-8", {{{cn, "a\xff"}}}, "CN=a\xef\xbf\xbd", "a\xef\xbf\xbd"},
      {"Latin-1", {{{cn, "M\xfcller", 0x14}}}, "CN=Müller", "Müller"},
      {"UTF-16", {{{cn, "\x67\xd0\x67\xd0", 0x1e}}}, "CN=某某", "某某"},
      {"UTF-32",
       {{{cn, std::string("\0\0\x67\xd0\0\x11\0\0", 8), 0x1c}}},
       "CN=某\xef\xbf\xbd",
       "某\xef\xbf\xbd"},
      {"no text", {{{cn, "\x01", 0x02}}}, "CN=#020101", ""},
      {"an attribute of nobody's", {{{{1, 3, 6, 1, 4, 1, 99999}, "x"}}}, "1.3.6.1.4.1.99999=x", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CertificateRecipe recipe;
    recipe.subject = name(row.parts);
    const Certificate certificate = read(recipe);
    CHECK(certificate.subject.text == row.text);
    CHECK(certificate.subject.common_name == row.common_name);
    CHECK(certificate.issuer.text == "CN=Android Debug, O=Android, C=US");
  }
}

TEST_CASE("certificate: days") {
  struct Row {
    std::string name;
    std::string time;
    std::string day;
    std::string error;  // empty: must succeed
  };
  const Row rows[] = {
      {"this century", der(0x17, "491231235959Z"), "2049-12-31", ""},
      {"the last one", der(0x17, "500101000000Z"), "1950-01-01", ""},
      {"four digits", der(0x18, "22821231235959Z"), "2282-12-31", ""},
      {"day only", der(0x17, "240531"), "2024-05-31", ""},
      {"too short", der(0x18, "2282123"), "", "not before: not a time"},
      {"letters", der(0x17, "24O531120000Z"), "", "not before: not a time"},
      {"a number", der(0x02, "240531120000Z"), "", "not before: not a time"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CertificateRecipe recipe;
    recipe.not_before = row.time;
    if (row.error.empty()) {
      CHECK(read(recipe).not_before == row.day);
    } else {
      CHECK_THROWS_WITH_AS(read(recipe), row.error.c_str(), FormatError);
    }
  }
}

TEST_CASE("certificate: keys") {
  const auto info = [](const std::string& algorithm) {
    return der(0x30, der(0x30, algorithm) + der(0x03, std::string("\0\x01", 2)));
  };
  struct Row {
    std::string name;
    std::string key;
    std::string type;
    std::uint32_t bits;
  };
  const Row rows[] = {
      {"RSA", rsa_key(4096), "RSA", 4096},
      {"P-256", ec_key({1, 2, 840, 10045, 3, 1, 7}), "EC", 256},
      {"P-521", ec_key({1, 3, 132, 0, 35}), "EC", 521},
      {"SM2", ec_key({1, 2, 156, 10197, 1, 301}), "EC", 256},
      {"a curve of nobody's", ec_key({1, 2, 3}), "EC", 0},
      {"DSA", info(oid({1, 2, 840, 10040, 4, 1}) + der(0x30, der(0x02, std::string(128, '\x71')))),
       "DSA", 1023},
      {"DSA, parameters of the issuer", info(oid({1, 2, 840, 10040, 4, 1})), "DSA", 0},
      {"Ed25519", info(oid({1, 3, 101, 112})), "1.3.101.112", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CertificateRecipe recipe;
    recipe.key = row.key;
    const Certificate certificate = read(recipe);
    CHECK(certificate.key_type == row.type);
    CHECK(certificate.key_bits == row.bits);
  }
}

TEST_CASE("certificate: what is malformed, and where") {
  struct Row {
    std::string name;
    CertificateRecipe recipe;
    std::string error;
  };
  CertificateRecipe tag;
  tag.serial = std::string("\x1f\x81\x01\x00", 4);
  CertificateRecipe length;
  length.serial = std::string("\x02\x85\0\0\0\0\x01\x01", 8);
  CertificateRecipe beyond;
  beyond.key = "\x30\x7f";
  CertificateRecipe primitive;
  primitive.serial = std::string("\x02\x80\x01\0\0", 5);
  CertificateRecipe open;
  open.key = "\x30\x80";
  CertificateRecipe oid_cut;
  oid_cut.subject = name({{{{2, 5, 4, 3}, "x"}}});
  oid_cut.subject[10] = '\x83';
  CertificateRecipe oid_large;
  oid_large.subject =
      der(0x30, der(0x31, der(0x30, der(0x06, std::string(10, '\xff') + "\x01") + der(0x0c, "x"))));
  CertificateRecipe large;
  large.after = der(0xa3, std::string(70000, ' '));
  const Row rows[] = {
      {"a high tag", tag, "serial number: a tag above 30"},
      {"a long length", length, "serial number: a length of more than 4 bytes"},
      {"content beyond its holder", beyond, "public key information: needs 127 bytes, 0 left"},
      {"indefinite and primitive", primitive,
       "serial number: an indefinite length on a primitive value"},
      {"indefinite and never closed", open, "public key information: needs 1 bytes, 0 left"},
      {"identifier cut short", oid_cut, "object identifier: cut short"},
      {"identifier too large", oid_large, "object identifier: too large"},
      {"larger than any", large, "certificate: 70514 bytes, more than 65536"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK_THROWS_WITH_AS(read(row.recipe), row.error.c_str(), FormatError);
  }
}

TEST_CASE("certificate: every prefix is refused") {
  const std::string whole = build_certificate();
  check_every_prefix(as_bytes(whole), [](Bytes bytes) {
    Cursor in(bytes);
    read_certificate(in);
    FAIL("accepted");
  });
}

TEST_CASE("BER: values inside indefinite lengths, however deep, end where they end") {
  const std::size_t depth = 100000;
  std::string deep;
  for (std::size_t i = 0; i < depth; ++i) deep += "\x30\x80";
  deep += std::string(2 * depth, '\0');
  const std::string after = deep + der(0x02, "\x07");
  Cursor in(as_bytes(after));
  CHECK(read_der(in, "deep").whole.size() == deep.size());
  CHECK(read_der(in, "number").bytes[0] == 7);
  CHECK(in.left() == 0);
}

}  // namespace
}  // namespace loanlint::android
