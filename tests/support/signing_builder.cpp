// SPDX-License-Identifier: Apache-2.0
#include "support/signing_builder.h"

namespace loanlint::testing {
namespace {

std::string little_endian(std::uint64_t value, std::size_t width) {
  std::string out;
  for (std::size_t i = 0; i < width; ++i) out.push_back(static_cast<char>(value >> (8 * i)));
  return out;
}

std::string sequence(const std::string& content) { return der(0x30, content); }

const std::string kNull("\x05\x00", 2);
const std::string kZeroByte(1, '\0');

}  // namespace

std::string der(std::uint8_t tag, const std::string& content) {
  std::string out(1, static_cast<char>(tag));
  if (content.size() < 0x80) {
    out.push_back(static_cast<char>(content.size()));
  } else {
    std::string digits;
    for (std::size_t left = content.size(); left != 0; left >>= 8) {
      digits.insert(digits.begin(), static_cast<char>(left));
    }
    out.push_back(static_cast<char>(0x80 | digits.size()));
    out += digits;
  }
  return out + content;
}

std::string ber(std::uint8_t tag, const std::string& content) {
  return std::string(1, static_cast<char>(tag)) + '\x80' + content + std::string(2, '\0');
}

std::string oid(const std::vector<std::uint64_t>& numbers) {
  std::string content;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    std::uint64_t number = i == 1 ? numbers[0] * 40 + numbers[1] : numbers[i];
    std::string groups(1, static_cast<char>(number & 0x7f));
    while ((number >>= 7) != 0) {
      groups.insert(groups.begin(), static_cast<char>(0x80 | (number & 0x7f)));
    }
    content += groups;
  }
  return der(0x06, content);
}

std::string name(const std::vector<std::vector<NameItem>>& parts) {
  std::string content;
  for (const auto& part : parts) {
    std::string items;
    for (const NameItem& item : part) items += sequence(oid(item.type) + der(item.tag, item.value));
    content += der(0x31, items);
  }
  return sequence(content);
}

std::string plain_name(const std::string& common_name) {
  return name(
      {{{{2, 5, 4, 6}, "US", 0x13}}, {{{2, 5, 4, 10}, "Android"}}, {{{2, 5, 4, 3}, common_name}}});
}

std::string rsa_key(std::size_t bits) {
  std::string modulus(bits / 8, '\x55');
  modulus.front() = '\x80';
  const std::string numbers =
      sequence(der(0x02, kZeroByte + modulus) + der(0x02, std::string("\x01\x00\x01", 3)));
  return sequence(sequence(oid({1, 2, 840, 113549, 1, 1, 1}) + kNull) +
                  der(0x03, kZeroByte + numbers));
}

std::string ec_key(const std::vector<std::uint64_t>& curve) {
  return sequence(sequence(oid({1, 2, 840, 10045, 2, 1}) + oid(curve)) +
                  der(0x03, kZeroByte + "\x04" + std::string(64, '\x33')));
}

std::string build_certificate(const CertificateRecipe& recipe) {
  const std::string algorithm = sequence(oid({1, 2, 840, 113549, 1, 1, 11}) + kNull);
  const std::string body = recipe.version + recipe.serial + algorithm + recipe.issuer +
                           sequence(recipe.not_before + recipe.not_after) + recipe.subject +
                           recipe.key + recipe.after;
  return sequence(sequence(body) + algorithm + der(0x03, kZeroByte + std::string(16, '\x77')));
}

std::string build_pkcs7(const Pkcs7Recipe& recipe) {
  const auto wrap = [&recipe](std::uint8_t tag, const std::string& content) {
    return recipe.indefinite ? ber(tag, content) : der(tag, content);
  };
  const std::string sha256 = sequence(oid({2, 16, 840, 1, 101, 3, 4, 2, 1}) + kNull);
  std::string certificates;
  for (const std::string& certificate : recipe.certificates) certificates += certificate;
  std::string signers;
  for (const auto& [issuer, serial] : recipe.signers) {
    signers += sequence(der(0x02, "\x01") + sequence(issuer + serial) + sha256 +
                        sequence(oid({1, 2, 840, 113549, 1, 1, 1}) + kNull) +
                        der(0x04, std::string(16, '\x66')));
  }
  const std::string signed_data = der(0x02, "\x01") + der(0x31, sha256) +
                                  sequence(oid({1, 2, 840, 113549, 1, 7, 1})) +
                                  (certificates.empty() ? "" : wrap(0xa0, certificates)) +
                                  recipe.before_signers + der(0x31, signers);
  return wrap(0x30, recipe.type + wrap(0xa0, wrap(0x30, signed_data)));
}

std::string prefixed(const std::string& content, std::optional<std::uint32_t> says) {
  return little_endian(says.value_or(static_cast<std::uint32_t>(content.size())), 4) + content;
}

std::string build_signer(const std::vector<std::string>& certificates) {
  const std::string digest = little_endian(0x0103, 4) + prefixed(std::string(32, '\x44'));
  std::string list;
  for (const std::string& certificate : certificates) list += prefixed(certificate);
  const std::string signed_data = prefixed(prefixed(digest)) + prefixed(list) + prefixed("");
  const std::string signature = little_endian(0x0103, 4) + prefixed(std::string(16, '\x66'));
  return prefixed(signed_data) + prefixed(prefixed(signature)) + prefixed(rsa_key(2048));
}

std::string build_signers(const std::vector<std::string>& signers) {
  std::string list;
  for (const std::string& signer : signers) list += prefixed(signer);
  return prefixed(list);
}

std::string build_signing_block(const SigningBlockRecipe& recipe) {
  std::string pairs;
  for (const SigningPair& pair : recipe.pairs) {
    pairs += little_endian(pair.size.value_or(pair.value.size() + 4), 8) +
             little_endian(pair.id, 4) + pair.value;
  }
  const std::uint64_t size = pairs.size() + 8 + recipe.magic.size();
  return little_endian(recipe.first_size.value_or(size), 8) + pairs +
         little_endian(recipe.last_size.value_or(size), 8) + recipe.magic;
}

}  // namespace loanlint::testing
