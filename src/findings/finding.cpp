// SPDX-License-Identifier: Apache-2.0
#include "findings/finding.h"

#include <array>
#include <tuple>
#include <utility>

#include "base/sha256.h"

namespace loanlint::findings {
namespace {

constexpr std::array<std::pair<Severity, std::string_view>, 5> kSeverities{{
    {Severity::info, "info"},
    {Severity::low, "low"},
    {Severity::medium, "medium"},
    {Severity::high, "high"},
    {Severity::critical, "critical"},
}};

constexpr std::array<std::pair<Basis, std::string_view>, 3> kBases{{
    {Basis::declared, "declared"},
    {Basis::coded, "coded"},
    {Basis::admitted, "admitted"},
}};

/// What of a place survives a rebuild of the same app.
struct NormalisedPlace {
  std::string operator()(std::monostate) const { return {}; }
  // Indices move when a line is added elsewhere; the excerpt says which element it is.
  std::string operator()(const ManifestPlace& place) const {
    std::string path;
    bool inside = false;
    for (const char c : place.xpath) {
      inside = c == '[' || (inside && c != ']');
      if (!inside && c != ']') path.push_back(c);
    }
    return path;
  }
  std::string operator()(const CodePlace& place) const { return place.invokes; }
  std::string operator()(const TextPlace&) const { return {}; }
  std::string operator()(const BytePlace&) const { return {}; }
  std::string operator()(const NamedPlace& place) const { return place.name; }
};

}  // namespace

std::string_view name(Severity severity) {
  return kSeverities[static_cast<std::size_t>(severity)].second;
}

std::string_view name(Basis basis) { return kBases[static_cast<std::size_t>(basis)].second; }

std::optional<Severity> parse_severity(std::string_view text) {
  for (const auto& [value, word] : kSeverities) {
    if (word == text) return value;
  }
  return std::nullopt;
}

std::optional<Basis> parse_basis(std::string_view text) {
  for (const auto& [value, word] : kBases) {
    if (word == text) return value;
  }
  return std::nullopt;
}

bool before(const Finding& left, const Finding& right) {
  if (left.open != right.open) return right.open;
  if (left.severity != right.severity) return left.severity > right.severity;
  return std::tie(left.pack, left.rule, left.kind, left.evidence, left.message) <
         std::tie(right.pack, right.rule, right.kind, right.evidence, right.message);
}

std::string fingerprint(const Finding& finding) {
  std::string identity = finding.rule + '\n' + finding.kind + '\n';
  if (!finding.evidence.empty()) {
    const Evidence& first = finding.evidence.front();
    identity += std::visit(NormalisedPlace{}, first.where);
    // A call site is named by what it invokes: the excerpt has the caller's (obfuscated) name.
    if (!std::holds_alternative<CodePlace>(first.where)) identity += '\n' + first.excerpt;
  }
  return sha256_hex(as_bytes(identity)).substr(0, 32);
}

}  // namespace loanlint::findings
