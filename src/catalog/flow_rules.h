// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalog/member_pattern.h"
#include "catalog/rule_files.h"

namespace loanlint::catalog {

/// A library call that ends in methods of the receiver's own class: Thread.start runs run.
struct Spawn {
  std::string klass;
  std::string member;
  std::vector<std::string> runs;
};

/// A library call after which the library hands data to methods of certain names, of whatever
/// object it was given: requestLocationUpdates, onLocationChanged.
struct Delivery {
  std::string klass;
  std::string member;
  std::vector<std::string> to;
};

/// What the system hands on from one method of an object to others: what onSaveInstanceState
/// keeps, onCreate is given.
struct Pass {
  std::string from;
  std::vector<std::string> to;
  bool anywhere = false;  ///< of whatever object, not of the same
};

/// A call that keeps data, or gives back what is kept.
struct KeptCall {
  /// What says where: the first argument, the last, the first as SQL that names a table, or the
  /// receiver, by the field that holds it or the number it was looked up by.
  enum class Key : std::uint8_t { none, first, last, table, receiver };
  std::string klass;
  std::string member;
  Key key = Key::none;
  std::string shared = {};  ///< a place that all calls of this name have in common; may be empty
};

/// How control and data get from one method to another beside plain calls:
/// rules/code/edges.json. Class names may hold "*".
struct EdgeRules {
  std::vector<std::string> inert;  ///< library types that never call their subtypes back
  std::vector<Spawn> spawns;
  std::vector<Delivery> deliveries;
  std::vector<Pass> passes;
  std::vector<KeptCall> stores;              ///< keep data
  std::vector<KeptCall> fetches;             ///< give back what is kept
  std::vector<MemberPattern> reflects;       ///< run what was looked up by name before
  std::vector<MemberPattern> starts;         ///< start a component named in the same method
  std::vector<MemberPattern> broadcasts;     ///< reach receivers, named or not
  std::vector<MemberPattern> results;        ///< hand a result to whoever started the component
  std::vector<std::string> result_handlers;  ///< names of the methods that get it
  std::vector<std::string> uncaught;         ///< names of the methods that get any exception
  std::vector<std::string> receivers;        ///< superclasses of receivers
  std::vector<std::string> answering;        ///< superclasses of components that return data
  std::vector<std::string> containers;       ///< types that are filled after they were fetched
  std::vector<std::string> not_data;         ///< types that carry no data from field to field
  std::vector<std::string> text_judges;      ///< types that answer for the content of texts
  std::vector<std::string> no_judges;        ///< other types that do not; of all others any may
  std::vector<std::string> view_finders;     ///< names of the methods that look up a view by number
  std::vector<std::string> opening_actions;  ///< of Intents that have another app open their URI
};

/// Where the system enters an app: rules/code/entry_points.json.
struct EntryRules {
  std::vector<std::string> lifecycle;     ///< methods of a component that the system calls
  std::vector<std::string> handlers;      ///< prototypes of methods that layouts name
  std::vector<std::string> instantiated;  ///< superclasses of what the system makes by itself
  std::vector<std::string> components;    ///< superclasses of components
  std::vector<std::string> annotated;     ///< annotations of methods that are called from elsewhere
};

/// Where data can leave the app: what kind of way out, and the calls that take it.
struct SinkGroup {
  std::string kind;  ///< "network", "web_view", "cloud", "sms", "log": most telling first
  std::vector<MemberPattern> calls;
  std::vector<std::string> annotated_calls;    ///< annotations of methods that take it when called
  std::vector<std::string> annotated_results;  ///< annotations of methods whose result takes it
  std::vector<std::string> opened_uris;        ///< beginnings of URIs that take it when opened
  bool in_arguments = false;                   ///< what leaves is in the arguments of the call
};

/// Calls that pour data into a stream, which leads out of the app when a way out was opened in the
/// same method, or in a class that keeps one of `conduits` in a field.
struct StreamRules {
  std::vector<MemberPattern> pours;
  std::vector<std::string> conduits;  ///< types
};

EdgeRules load_edges(const RuleFiles& files);
EntryRules load_entry_points(const RuleFiles& files);
std::vector<SinkGroup> load_sinks(const RuleFiles& files);
StreamRules load_streams(const RuleFiles& files);

}  // namespace loanlint::catalog
