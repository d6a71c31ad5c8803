// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "app/app.h"
#include "app/gather.h"
#include "app/parts.h"
#include "app/policy_facts.h"
#include "base/error.h"
#include "policy/policy.h"

namespace loanlint::app {

namespace fs = std::filesystem;

struct Loader::State {
  State(const catalog::Catalog& known, const Limits& caps, std::vector<GivenPolicy> given)
      : catalog(known),
        limits(caps),
        policies(std::move(given)),
        no_policy(std::make_shared<const findings::Facts>(facts_without_policy(known, caps))) {}

  const catalog::Catalog& catalog;
  Limits limits;
  std::vector<GivenPolicy> policies;
  std::shared_ptr<const findings::Facts> no_policy;
  std::optional<policy::Reader> reader;
  std::optional<code::Analyser> analyser;

  const policy::Reader& policy_reader() {
    if (!reader) reader.emplace(catalog.lexicon());
    return *reader;
  }
  const code::Analyser& code_analyser() {
    if (!analyser) analyser.emplace(catalog.code());
    return *analyser;
  }

  Gathering gathering(App& app) {
    return {catalog,
            limits,
            policies,
            [this]() -> const policy::Reader& { return policy_reader(); },
            [this]() -> const code::Analyser& { return code_analyser(); },
            no_policy,
            app};
  }
};

Loader::Loader(const catalog::Catalog& catalog, const Limits& limits,
               std::vector<GivenPolicy> policies)
    : state_(std::make_unique<State>(catalog, limits, std::move(policies))) {}

Loader::~Loader() = default;

App Loader::load(const ByteSource& source, const std::string& path) const {
  App app;
  findings::Identity& identity = app.seen.identity;
  identity.path = path;
  identity.size = source.size();
  identity.sha256 = sha256_hex(source);
  Gathering gathering = state_->gathering(app);
  try {
    const Parts parts = take_apart(source, path, state_->limits, app.seen.gaps);
    identity.input = parts.input;
    gather(gathering, parts, source);
  } catch (const FormatError& error) {
    // The file itself could not be read to its end.
    app.seen.gaps.push_back(gap_of("", error, "gap.file"));
    gather_without_package(gathering, {"why.unreadable", {}});
  }
  return app;
}

App Loader::load_policies() const {
  App app;
  app.seen.identity.input = "policy";
  if (!state_->policies.empty()) app.seen.identity.path = state_->policies.front().path;
  Gathering gathering = state_->gathering(app);
  gather_without_package(gathering, {"why.no-package", {}});
  return app;
}

std::vector<GivenPolicy> read_policies(const std::vector<std::string>& paths,
                                       const Limits& limits) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    const std::size_t before = files.size();
    for (fs::recursive_directory_iterator it(path, error), end; !error && it != end;
         it.increment(error)) {
      if (it->is_regular_file()) files.push_back(it->path().string());
    }
    if (error) throw UsageError("--policy " + path + ": " + error.message());
    if (files.size() == before) throw UsageError("--policy " + path + ": no file in this folder");
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(before), files.end());
  }
  std::vector<GivenPolicy> policies;
  for (const std::string& file : files) {
    const auto source = open_file(file);
    try {
      policies.push_back({file, read_all(*source, limits.policy_bytes)});
    } catch (const FormatError& error) {
      throw UsageError("--policy " + file + ": " + error.what());
    }
  }
  return policies;
}

}  // namespace loanlint::app
