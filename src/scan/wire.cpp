// SPDX-License-Identifier: Apache-2.0
#include "scan/wire.h"

#include <algorithm>
#include <tuple>
#include <type_traits>
#include <utility>

#include "base/cursor.h"
#include "base/error.h"

namespace loanlint::scan {
namespace {

using namespace findings;

template <typename T, typename U>
constexpr bool kIs = std::is_same_v<std::remove_const_t<T>, U>;

/// The members of a struct, in order. A member that is added there and not here does not compile.
template <typename T>
auto members(T& value) {
  if constexpr (kIs<T, Bilingual>) {
    auto& [zh, en] = value;
    return std::tie(zh, en);
  } else if constexpr (kIs<T, Message>) {
    auto& [key, args] = value;
    return std::tie(key, args);
  } else if constexpr (kIs<T, ManifestPlace>) {
    auto& [line, xpath] = value;
    return std::tie(line, xpath);
  } else if constexpr (kIs<T, CodePlace>) {
    auto& [method, offset, invokes, returns] = value;
    return std::tie(method, offset, invokes, returns);
  } else if constexpr (kIs<T, TextPlace>) {
    auto& [line, start, end] = value;
    return std::tie(line, start, end);
  } else if constexpr (kIs<T, BytePlace>) {
    auto& [offset] = value;
    return std::tie(offset);
  } else if constexpr (kIs<T, NamedPlace>) {
    auto& [name] = value;
    return std::tie(name);
  } else if constexpr (kIs<T, Evidence>) {
    auto& [entry, where, excerpt, path] = value;
    return std::tie(entry, where, excerpt, path);
  } else if constexpr (kIs<T, Fact>) {
    auto& [what, reason, evidence] = value;
    return std::tie(what, reason, evidence);
  } else if constexpr (kIs<T, Gap>) {
    auto& [entry, offset, what, limit] = value;
    return std::tie(entry, offset, what, limit);
  } else if constexpr (kIs<T, Trick>) {
    auto& [id, entry, offset, detail] = value;
    return std::tie(id, entry, offset, detail);
  } else if constexpr (kIs<T, Permission>) {
    auto& [name, min_sdk, max_sdk, element, note, evidence] = value;
    return std::tie(name, min_sdk, max_sdk, element, note, evidence);
  } else if constexpr (kIs<T, DocumentSummary>) {
    auto& [entry, kind, language, encoding, bytes, text, given] = value;
    return std::tie(entry, kind, language, encoding, bytes, text, given);
  } else if constexpr (kIs<T, Identity>) {
    auto& [path, size, sha256, input, package, version_name, version_code, label, min_sdk,
           target_sdk, signers] = value;
    return std::tie(path, size, sha256, input, package, version_name, version_code, label, min_sdk,
                    target_sdk, signers);
  } else if constexpr (kIs<T, Finding>) {
    auto& [rule, pack, kind, severity, basis, open, fails, good, title, message, why,
           advice_borrower, advice_lender, articles, evidence, fingerprint, accepted,
           accepted_reason] = value;
    return std::tie(rule, pack, kind, severity, basis, open, fails, good, title, message, why,
                    advice_borrower, advice_lender, articles, evidence, fingerprint, accepted,
                    accepted_reason);
  } else {
    static_assert(kIs<T, ScanResult>);
    auto& [identity, verdict, facts, found, gaps, tricks, requested, decoys, hidden, documents,
           manifest, refused] = value;
    return std::tie(identity, verdict, facts, found, gaps, tricks, requested, decoys, hidden,
                    documents, manifest, refused);
  }
}

template <typename T>
struct IsVector : std::false_type {};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {};
template <typename T>
struct IsVariant : std::false_type {};
template <typename... Ts>
struct IsVariant<std::variant<Ts...>> : std::true_type {};

class Writer {
 public:
  template <typename T>
  void put(const T& value) {
    if constexpr (std::is_integral_v<T>) {
      put_number(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_enum_v<T>) {
      put_number(static_cast<std::uint64_t>(value));
    } else if constexpr (kIs<T, std::string>) {
      put_number(value.size());
      out_ += value;
    } else if constexpr (IsVector<T>::value) {
      put_number(value.size());
      for (const auto& one : value) put(one);
    } else if constexpr (IsVariant<T>::value) {
      put_number(value.index());
      std::visit([this](const auto& held) { this->put(held); }, value);
    } else if constexpr (kIs<T, Facts>) {
      const std::vector<const Facts::Named*> all = value.sorted();
      put_number(all.size());
      for (const Facts::Named* named : all) {
        put(named->first);
        put(named->second);
      }
    } else if constexpr (!kIs<T, std::monostate>) {
      std::apply([this](const auto&... member) { (this->put(member), ...); }, members(value));
    }
  }

  /// What was put, as one line.
  std::string line() const;

 private:
  void put_number(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) out_.push_back(static_cast<char>(number | 0x80));
    out_.push_back(static_cast<char>(number));
  }

  std::string out_;
};

constexpr char kEscape = '\x02';
constexpr char kEscapedLineFeed = 'n';
constexpr char kEscapedEscape = 'e';

std::string Writer::line() const {
  constexpr char kSpecial[] = {kEscape, '\n'};
  std::string line;
  line.reserve(out_.size() + out_.size() / 16);
  for (std::size_t at = 0; at < out_.size();) {
    const std::size_t end = std::min(out_.find_first_of(kSpecial, at, 2), out_.size());
    line.append(out_, at, end - at);
    if (end == out_.size()) break;
    line.push_back(kEscape);
    line.push_back(out_[end] == '\n' ? kEscapedLineFeed : kEscapedEscape);
    at = end + 1;
  }
  return line;
}

std::string unescape(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(kEscape, at), line.size());
    out.append(line, at, end - at);
    if (end == line.size()) break;
    const char code = end + 1 < line.size() ? line[end + 1] : '\0';
    if (code != kEscapedLineFeed && code != kEscapedEscape) malformed(end, "wrong escape");
    out.push_back(code == kEscapedLineFeed ? '\n' : kEscape);
    at = end + 2;
  }
  return out;
}

template <typename Enum>
constexpr Enum last_of() {
  if constexpr (kIs<Enum, Tri>) return Tri::yes;
  if constexpr (kIs<Enum, Severity>) return Severity::critical;
  if constexpr (kIs<Enum, Basis>) return Basis::admitted;
  if constexpr (kIs<Enum, Verdict>) return Verdict::fail;
}

class WireReader {
 public:
  explicit WireReader(Bytes bytes) : cursor_(bytes) {}

  template <typename T>
  void get(T& value) {
    if constexpr (kIs<T, bool>) {
      value = number_up_to(1) != 0;
    } else if constexpr (std::is_integral_v<T>) {
      value = static_cast<T>(cursor_.varint("number"));
    } else if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(number_up_to(static_cast<std::uint64_t>(last_of<T>())));
    } else if constexpr (kIs<T, std::string>) {
      value = as_text(cursor_.take(size(), "text"));
    } else if constexpr (IsVector<T>::value) {
      for (std::size_t left = size(); left > 0; --left) get(value.emplace_back());
    } else if constexpr (IsVariant<T>::value) {
      get_variant(value, std::make_index_sequence<std::variant_size_v<T>>());
    } else if constexpr (kIs<T, Facts>) {
      for (std::size_t left = size(); left > 0; --left) {
        std::string name;
        Fact fact;
        get(name);
        get(fact);
        value.set(std::move(name), std::move(fact));
      }
    } else if constexpr (!kIs<T, std::monostate>) {
      std::apply([this](auto&... member) { (this->get(member), ...); }, members(value));
    }
  }

  void end() const {
    if (cursor_.left() != 0) malformed(cursor_.offset(), "more than one result");
  }

 private:
  std::uint64_t number_up_to(std::uint64_t last) {
    const std::uint64_t number = cursor_.varint("number");
    if (number > last) malformed(cursor_.offset(), "number too large");
    return number;
  }

  /// Everything that is counted takes a byte at least.
  std::size_t size() { return number_up_to(cursor_.left()); }

  template <typename Variant, std::size_t... I>
  void get_variant(Variant& value, std::index_sequence<I...>) {
    const std::uint64_t index = number_up_to(sizeof...(I) - 1);
    ((I == index ? get(value.template emplace<I>()) : void()), ...);
  }

  Cursor cursor_;
};

}  // namespace

std::string to_wire(const ScanResult& result) {
  Writer writer;
  writer.put(result);
  return writer.line();
}

ScanResult read_wire(std::string_view line) {
  const std::string bytes = unescape(line);
  WireReader reader(as_bytes(bytes));
  ScanResult result;
  reader.get(result);
  reader.end();
  return result;
}

}  // namespace loanlint::scan
