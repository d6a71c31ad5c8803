// SPDX-License-Identifier: Apache-2.0
#include "android/signing.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "support/prefixes.h"
#include "support/signing_builder.h"

namespace loanlint::android {
namespace {

using namespace loanlint::testing;

std::vector<Signer> read_block(const std::string& block, const std::string& before = "before") {
  const std::string file = before + block;
  return read_signing_block(*view_bytes(as_bytes(file)), file.size());
}

std::string schemes(const std::vector<Signer>& signers) {
  std::string out;
  for (const Signer& signer : signers) {
    out += (out.empty() ? "" : ", ") + signer.scheme + " " + signer.common_name;
  }
  return out;
}

std::string certificate_for(const std::string& common_name) {
  CertificateRecipe recipe;
  recipe.subject = plain_name(common_name);
  return build_certificate(recipe);
}

SigningPair pair_for(std::uint32_t id, const std::vector<std::string>& names) {
  std::vector<std::string> signers;
  for (const std::string& name : names) signers.push_back(build_signer({certificate_for(name)}));
  return {id, build_signers(signers)};
}

SigningBlockRecipe block_of(std::vector<SigningPair> pairs) {
  SigningBlockRecipe recipe;
  recipe.pairs = std::move(pairs);
  return recipe;
}

SigningPair raw_pair(std::string value) { return {kV2, std::move(value)}; }

TEST_CASE("signing block: the signers of each scheme, or the reason there are none") {
  struct Row {
    std::string name;
    std::string block;
    std::string signers;
    std::string error;  // empty: must succeed
  };
  SigningBlockRecipe first_size;
  first_size.first_size = 40;
  SigningBlockRecipe last_size;
  last_size.last_size = 10;
  SigningBlockRecipe huge;
  huge.last_size = 0xffffffffffffffff;
  SigningBlockRecipe other_magic;
  other_magic.magic = "APK Sig Block 41";
  SigningPair long_pair;
  long_pair.size = 5000;
  SigningPair short_pair;
  short_pair.size = 3;
  const std::string two_in_one =
      build_signer({certificate_for("first"), certificate_for("second")});
  const std::vector<std::string> crowd(101, "x");

  const Row rows[] = {
      {"v2", build_signing_block(), "v2 Android Debug", ""},
      {"no block", "some bytes, but no signing block", "", ""},
      {"another magic", build_signing_block(other_magic), "", ""},
      {"newest first, padding passed over",
       build_signing_block(block_of({pair_for(kV2, {"a"}), pair_for(kPadding, {"p"}),
                                     pair_for(kV3, {"b"}), pair_for(kV31, {"c"})})),
       "v3.1 c, v3 b, v2 a", ""},
      {"several signers", build_signing_block(block_of({pair_for(kV2, {"a", "b"})})), "v2 a, v2 b",
       ""},
      {"of two pairs the first",
       build_signing_block(block_of({pair_for(kV2, {"a"}), pair_for(kV2, {"b"})})), "v2 a", ""},
      {"of two certificates the first",
       build_signing_block(block_of({raw_pair(build_signers({two_in_one}))})), "v2 first", ""},
      {"no pair at all", build_signing_block(block_of({})), "", ""},
      {"sizes differ", build_signing_block(first_size), "",
       "sizes of the signing block: 40 and 945"},
      {"size too small", build_signing_block(last_size), "",
       "size of the signing block: 10, with 951 bytes before the directory"},
      {"size beyond the file", build_signing_block(huge), "",
       "size of the signing block: 18446744073709551615, with 951 bytes before the directory"},
      {"pair beyond the block", build_signing_block(block_of({long_pair})), "",
       "size of a pair: 5000, 913 bytes left"},
      {"pair without room for an id", build_signing_block(block_of({short_pair})), "",
       "size of a pair: 3, 913 bytes left"},
      {"empty value", build_signing_block(block_of({raw_pair("")})), "",
       "signers: needs 4 bytes, 0 left"},
      {"no signer", build_signing_block(block_of({raw_pair(build_signers({}))})), "",
       "signers: none"},
      {"list beyond its pair", build_signing_block(block_of({raw_pair(prefixed("", 9))})), "",
       "signers: needs 9 bytes, 0 left"},
      {"no certificate",
       build_signing_block(block_of({raw_pair(build_signers({build_signer({})}))})), "",
       "certificate: needs 4 bytes, 0 left"},
      {"certificate of junk",
       build_signing_block(block_of({raw_pair(build_signers({build_signer({"junk"})}))})), "",
       "certificate: needs 117 bytes, 2 left"},
      {"a crowd", build_signing_block(block_of({pair_for(kV2, crowd)})), "", "signers: too many"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    if (row.error.empty()) {
      CHECK(schemes(read_block(row.block)) == row.signers);
    } else {
      CHECK_THROWS_WITH_AS(read_block(row.block), row.error.c_str(), FormatError);
    }
  }
}

TEST_CASE("signing block: a directory so early that no block fits before it") {
  const std::string file(40, 'x');
  for (std::uint64_t offset = 0; offset < 32; ++offset) {
    CHECK(read_signing_block(*view_bytes(as_bytes(file)), offset).empty());
  }
}

TEST_CASE("signing block: one larger than an entry may be names the limit") {
  Limits limits;
  limits.entry_bytes = 100;
  const std::string block = build_signing_block();
  try {
    read_signing_block(*view_bytes(as_bytes(block)), block.size(), limits);
    FAIL("no error");
  } catch (const LimitError& error) {
    CHECK(error.limit() == "entry_bytes");
  }
}

TEST_CASE("signing block: errors count from the start of the file") {
  const std::string block = build_signing_block(block_of({raw_pair("")}));
  try {
    read_block(block, std::string(1000, ' '));
    FAIL("no error");
  } catch (const FormatError& error) {
    CHECK(error.offset() == 1000 + 8 + 8 + 4);
  }
}

TEST_CASE("signing block and signature file: every prefix is read or refused") {
  const std::string block = build_signing_block();
  check_every_prefix(as_bytes(block),
                     [](Bytes bytes) { read_signing_block(*view_bytes(bytes), bytes.size()); });
  // The end stays in its place and the pairs are cut: what a block in a damaged file looks like.
  const SigningPair whole;
  for (std::size_t size = 0; size < whole.value.size(); ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(
        read_block(build_signing_block(block_of({raw_pair(whole.value.substr(0, size))}))),
        FormatError);
  }
  const std::string file = build_pkcs7();
  check_every_prefix(as_bytes(file), [](Bytes bytes) { read_pkcs7_signers(bytes); });
  for (std::size_t size = 0; size < file.size(); ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(read_pkcs7_signers(as_bytes(file).first(size)), FormatError);
  }
}

TEST_CASE("signature file: the signers it names, or the reason there are none") {
  struct Row {
    std::string name;
    Pkcs7Recipe recipe;
    std::string signers;
    std::string error;  // empty: must succeed
  };
  const std::string debug = plain_name("Android Debug");
  const std::string one = der(0x02, "\x01");
  CertificateRecipe second;
  second.serial = der(0x02, "\x02");
  second.subject = plain_name("second");
  Pkcs7Recipe chain;
  chain.certificates.push_back(build_certificate(second));
  Pkcs7Recipe both = chain;
  both.signers.insert(both.signers.begin(), {debug, second.serial});
  Pkcs7Recipe indefinite;
  indefinite.indefinite = true;
  Pkcs7Recipe lists;
  lists.before_signers = der(0xa1, "junk");
  Pkcs7Recipe other_kind;
  other_kind.certificates.insert(other_kind.certificates.begin(), der(0xa1, "attributes"));
  Pkcs7Recipe none;
  none.signers.clear();
  Pkcs7Recipe bare;
  bare.certificates.clear();
  Pkcs7Recipe stranger;
  stranger.signers = {{debug, der(0x02, "\x07")}};
  Pkcs7Recipe recoded;
  recoded.signers = {{name({{{{2, 5, 4, 6}, "us", 0x13}},
                            {{{2, 5, 4, 10}, "Android", 0x13}},
                            {{{2, 5, 4, 3}, "Android Debug", 0x13}}}),
                      one}};
  Pkcs7Recipe namesake;
  namesake.signers = {{plain_name("Android Debus"), one}};
  Pkcs7Recipe data;
  data.type = oid({1, 2, 840, 113549, 1, 7, 1});
  Pkcs7Recipe crowd;
  crowd.certificates.assign(101, build_certificate());
  Pkcs7Recipe many;
  many.signers.assign(101, {debug, one});

  const Row rows[] = {
      {"one", {}, "v1 Android Debug", ""},
      {"a certificate that signs nothing", chain, "v1 Android Debug", ""},
      {"two, in the order of the signatures", both, "v1 second, v1 Android Debug", ""},
      {"indefinite lengths", indefinite, "v1 Android Debug", ""},
      {"revocation lists", lists, "v1 Android Debug", ""},
      {"an attribute certificate", other_kind, "v1 Android Debug", ""},
      {"no signer", none, "", "signers: none"},
      {"no certificate", bare, "", "signer: its certificate is not in the file"},
      {"another serial number", stranger, "", "signer: its certificate is not in the file"},
      {"another issuer", namesake, "", "signer: its certificate is not in the file"},
      {"the same issuer in other string types", recoded, "v1 Android Debug", ""},
      {"not signed data", data, "", "content type: not signed data"},
      {"a crowd of certificates", crowd, "", "certificates: too many"},
      {"a crowd of signers", many, "", "signers: too many"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string file = build_pkcs7(row.recipe);
    if (row.error.empty()) {
      CHECK(schemes(read_pkcs7_signers(as_bytes(file))) == row.signers);
    } else {
      CHECK_THROWS_WITH_AS(read_pkcs7_signers(as_bytes(file)), row.error.c_str(), FormatError);
    }
  }
}

TEST_CASE("debug key: by the whole common name") {
  const std::pair<std::string, bool> rows[] = {
      {"Android Debug", true}, {"Android Debugger", false}, {"android debug", false}, {"", false}};
  for (const auto& row : rows) {
    const std::string& name = row.first;
    const bool debug = row.second;
    CAPTURE(name);
    CHECK(is_debug_certificate(
              read_block(build_signing_block(block_of({pair_for(kV2, {name})}))).at(0)) == debug);
  }
}

}  // namespace
}  // namespace loanlint::android
