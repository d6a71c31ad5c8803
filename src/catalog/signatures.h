// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/rule_files.h"

namespace loanlint::catalog {

/// What a piece of code does with a data kind.
enum class Deed : std::uint8_t {
  read,      ///< takes the data itself
  write,     ///< adds, changes or deletes it
  send,      ///< sends a message
  receive,   ///< is handed it by the system as it arrives
  overhear,  ///< could learn of it by another way: notifications, accessibility
  ask,       ///< asks for, or checks, the permission at run time
  pick,      ///< lets the person choose; needs no permission
  retrieve   ///< gets only the one message meant for this app; needs no permission
};

std::string_view name(Deed deed);
/// True of what does something with the data itself: what `<kind>.used` counts.
constexpr bool touches_data(Deed deed) {
  return deed == Deed::read || deed == Deed::write || deed == Deed::send || deed == Deed::receive;
}

/// A class member, or every member with a name. Names end in "*" for "and whatever follows".
struct MemberSignature {
  std::string kind;  ///< data kind: "contacts"
  Deed deed;
  std::string klass;   ///< "android.telephony.SmsManager", as in Java, inner classes with "$"
  std::string member;  ///< "sendTextMessage"
};

/// A text that names data of one kind: the start of a content URI, a permission, a MIME type.
struct TextSignature {
  std::string kind;
  Deed deed;
  std::string text;
};

/// How each data kind shows in code: the "code" member of every rules/data/<kind>.json.
struct Signatures {
  std::vector<std::string> kinds;          ///< every kind that has signatures, by name
  std::vector<MemberSignature> calls;      ///< invoked, or looked up by reflection
  std::vector<MemberSignature> fields;     ///< read
  std::vector<MemberSignature> parents;    ///< extended or implemented; no member
  std::vector<TextSignature> uris;         ///< starts of content URIs, "content://sms"
  std::vector<TextSignature> permissions;  ///< asked for at run time
  std::vector<TextSignature> picks;        ///< MIME types of what a picker gives
};

/// Throws UsageError when a file breaks the rules of docs/rules: unknown key, unknown deed, a
/// kind without any signature.
Signatures load_signatures(const RuleFiles& files);

}  // namespace loanlint::catalog
