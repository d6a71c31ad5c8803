// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "android/xml_tree.h"

namespace loanlint::android {

/// The names under which a tree is written as XML: attributes by resource id first, whatever
/// their own name says; all names valid, all namespaces with a prefix that can be read.
class XmlNames {
 public:
  explicit XmlNames(const XmlTree& tree);

  /// Qualified name of an element: "uses-permission", "ns1:uses-permission".
  std::string element(const XmlElement& element);
  /// Qualified names of the attributes of `element`, in order and without duplicates.
  std::vector<std::string> attributes(const XmlElement& element);
  /// The namespaces used so far, by prefix.
  const std::map<std::string, std::string>& used() const { return used_; }

 private:
  std::string attribute(const XmlAttribute& attribute);
  std::string prefix_of(std::string_view uri);

  const XmlTree& tree_;
  std::map<std::string, std::string, std::less<>> prefixes_;  // by URI
  std::map<std::string, std::string> used_;                   // by prefix
};

}  // namespace loanlint::android
