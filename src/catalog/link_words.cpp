// SPDX-License-Identifier: Apache-2.0
#include "catalog/link_words.h"

#include <algorithm>

#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

/// "www.example.com" of "https://www.example.com:8443/privacy".
std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  return url.substr(0, url.find_first_of(":/?#"));
}

}  // namespace

bool LinkWords::is_of_others(std::string_view url) const {
  const std::string_view host = host_of(url);
  return std::any_of(others.begin(), others.end(), [host](const std::string& other) {
    return host == other || host.ends_with("." + other);
  });
}

LinkWords load_link_words(const RuleFiles& files) {
  const RuleFile* file = files.find("policy/links.json");
  if (file == nullptr) return {};
  const Node node = Node::parse(*file);
  node.only({"in_address", "before", "others"});
  return {Words(read_words(node.at("in_address")), Words::Match::inside),
          Words(read_words(node.at("before")), Words::Match::inside), node.at("others").texts()};
}

}  // namespace loanlint::catalog
