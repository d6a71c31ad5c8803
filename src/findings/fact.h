// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "findings/evidence.h"
#include "findings/message.h"

namespace loanlint::findings {

/// Yes, no, or not known; ordered so that `all` is min and `any` is max.
enum class Tri : std::uint8_t { no = 0, unknown = 1, yes = 2 };

constexpr Tri operator!(Tri value) {
  return static_cast<Tri>(2 - static_cast<std::uint8_t>(value));
}

std::string_view name(Tri value);  ///< "yes", "no", "unknown"

/// What a fact can hold. A value that could not be learnt is Tri::unknown, whatever the type of
/// the fact.
using FactValue = std::variant<Tri, std::string, std::int64_t, std::vector<std::string>>;

/// Something known about one package, with its reason and its evidence.
struct Fact {
  FactValue value = Tri::unknown;
  Message reason = {};  ///< why it is so, or why it is not known
  std::vector<Evidence> evidence = {};

  bool unknown() const;
  /// The value as a Tri: yes/no as they are; a text, number or list counts as yes unless empty.
  Tri tri() const;
};

/// All facts about one package, by name: "contacts.asked", "policy.found" (docs/facts.md).
class Facts {
 public:
  using Named = std::pair<const std::string, Fact>;

  /// Sets a fact, replacing what was there.
  void set(std::string name, Fact fact) { facts_[std::move(name)] = std::move(fact); }
  /// Takes facts that many packages have alike, without copying them. Those that are set here, now
  /// or later, stand before them. They must not share facts themselves.
  void share(std::shared_ptr<const Facts> common) { common_ = std::move(common); }
  /// The fact, or nullptr when nobody has set it.
  const Fact* find(std::string_view name) const;
  /// The fact to be changed.
  Fact& operator[](const std::string& name);
  /// All of them by name. They stay valid as long as this is not changed.
  std::vector<const Named*> sorted() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>{}(name);
    }
  };
  // Rules ask for thousands of facts, reports alone for all in their order.
  std::unordered_map<std::string, Fact, Hash, std::equal_to<>> facts_;
  std::shared_ptr<const Facts> common_;
};

}  // namespace loanlint::findings
