// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/catalog.h"
#include "cli/arguments.h"
#include "cli/program.h"
#include "report/baseline.h"
#include "report/page.h"
#include "report/words.h"

namespace loanlint::cli {

/// What every command gets: the line it was called with, the world, and a voice.
struct Call {
  const Arguments& arguments;
  World& world;
  const catalog::Catalog& catalog;
  const report::Voice& voice;

  const catalog::RuleFiles& files() const { return catalog.files(); }
  bool colour() const;
  report::Page page() const;
  /// A line to standard error: "loanlint: …".
  void warn(const std::string& text) const;
};

// One function per command; each gives the exit status.
int scan_command(const Call& call);
int worker_command(const Call& call);
int merge_command(const Call& call);
int report_command(const Call& call);
int diff_command(const Call& call);
int baseline_create(const Call& call);
int baseline_prune(const Call& call);
int evidence_create(const Call& call);
int evidence_verify(const Call& call);
int explain_command(const Call& call);
int rules_list(const Call& call);
int rules_check(const Call& call);
int rules_test(const Call& call);
int rules_pages(const Call& call);
int rules_schema(const Call& call);
int dump_manifest(const Call& call);
int dump_permissions(const Call& call);
int dump_facts(const Call& call);
int dump_resources(const Call& call);
int dump_entries(const Call& call);
int dump_strings(const Call& call);
int dump_calls(const Call& call);
int dump_policy(const Call& call);
int completion_command(const Call& call);
int man_command(const Call& call);

/// Reads a baseline file. Throws UsageError.
report::Baseline load_baseline(const std::string& path);
/// Tells of entries that have expired and of those that no package needed.
void tell_about_baseline(const Call& call, const report::Baseline& baseline);

/// Version of the program, without a name: "0.1.0".
std::string version();

}  // namespace loanlint::cli
