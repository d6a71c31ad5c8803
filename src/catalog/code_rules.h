// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalog/flow_rules.h"
#include "catalog/member_pattern.h"
#include "catalog/rule_files.h"
#include "catalog/sdks.h"
#include "catalog/signatures.h"
#include "findings/message.h"

namespace loanlint::catalog {

/// Calls that turn a constant into a use of data: rules/code/carriers.json.
struct Carriers {
  std::vector<MemberPattern> parse;       ///< a text becomes a URI
  std::vector<MemberPattern> authority;   ///< a text names the provider of a URI
  std::vector<MemberPattern> read;        ///< the data behind a URI is read or watched
  std::vector<MemberPattern> write;       ///< the data behind a URI is changed
  std::vector<MemberPattern> hand_over;   ///< a URI or type goes into an Intent
  std::vector<std::string> pick_actions;  ///< Intent actions that let the person choose
  std::vector<MemberPattern> ask;         ///< a permission is asked for or checked
};

/// Calls that run code from elsewhere: rules/code/loading.json.
struct LoadingRules {
  std::vector<MemberPattern> calls;
  std::vector<std::string> except;  ///< packages that load only what the package itself holds
};

Carriers load_carriers(const RuleFiles& files);
LoadingRules load_loading(const RuleFiles& files);

/// A product that hides an app's code, or a framework whose code is not in DEX:
/// rules/code/packers.json and frameworks.json.
struct Packer {
  std::string id;
  findings::Bilingual name;
  std::vector<std::string> classes;    ///< class names, "*" allowed
  std::vector<std::string> libraries;  ///< file names below lib/ or assets/, "*" allowed
  std::vector<std::string> assets;     ///< entry names, "*" allowed
  bool hides_uses = false;             ///< of a framework: code outside DEX can reach any API
};

std::vector<Packer> load_packers(const RuleFiles& files);
std::vector<Packer> load_frameworks(const RuleFiles& files);

/// Everything the analysis of code knows, in one value.
struct CodeKnowledge {
  Signatures signatures;
  Carriers carriers;
  LoadingRules loading;
  std::vector<Packer> packers;
  std::vector<Packer> frameworks;
  Sdks sdks;
  EdgeRules edges;
  EntryRules entry_points;
  std::vector<SinkGroup> sinks;
  StreamRules streams;
};

/// Throws UsageError when a file of rules/data, rules/code or rules/sdk breaks its format. `files`
/// must outlive what is given.
CodeKnowledge load_code_knowledge(const RuleFiles& files);

}  // namespace loanlint::catalog
