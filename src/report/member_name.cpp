// SPDX-License-Identifier: Apache-2.0
#include "report/member_name.h"

#include <algorithm>

namespace loanlint::report {

MemberName member_name(std::string_view descriptor) {
  const MemberName whole{"", std::string(descriptor)};
  const std::size_t arrow = descriptor.find(";->");
  if (!descriptor.starts_with('L') || arrow == std::string_view::npos) return whole;
  std::string type(descriptor.substr(1, arrow - 1));
  std::replace(type.begin(), type.end(), '/', '.');
  std::string_view member = descriptor.substr(arrow + 3);
  const std::size_t bracket = member.find('(');
  const std::size_t colon = member.find(':');
  const bool method = bracket != std::string_view::npos;
  const std::string_view name = member.substr(0, std::min(bracket, colon));
  if (type.empty() || name.empty()) return whole;

  const std::size_t dot = type.rfind('.');
  const std::size_t simple = dot == std::string::npos ? 0 : dot + 1;
  MemberName out{type.substr(0, simple), type.substr(simple)};
  if (name == "<init>") {
    out.member = "new " + out.member + "()";
    return out;
  }
  out.member += '.';
  out.member += name == "<clinit>" ? "static" : name;
  if (method && name != "<clinit>") out.member += "()";
  return out;
}

}  // namespace loanlint::report
