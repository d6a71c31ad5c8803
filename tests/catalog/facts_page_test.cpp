// SPDX-License-Identifier: Apache-2.0
// docs/facts.md is written from the table of facts; this keeps it current. LOANLINT_BLESS=1 in the
// environment rewrites it.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "catalog/fact_names.h"
#include "catalog/texts.h"

namespace loanlint::catalog {
namespace {

constexpr const char* kPage = "docs/facts.md";

std::string facts_page() {
  const RuleFiles files;
  const Texts texts(files);
  std::string page =
      "# Facts\n\n"
      "<!-- Written from src/catalog/fact_names.cpp and rules/text/facts.json by scripts/bless. "
      "-->\n\n"
      "What rules may speak of. `{kind}` stands for a data kind: `contacts.asked`, `sms.asked`. "
      "Any fact can\nbe unknown; a text or a list can be a plain `no`.\n\n"
      "| fact | holds | 含义 | meaning |\n|---|---|---|---|\n";
  for (const FactName& fact : fact_names()) {
    std::string holds(name(fact.type));
    if (!fact.values.empty()) {
      holds.clear();
      for (const std::string_view value : fact.values) {
        holds += (holds.empty() ? "`" : ", `") + std::string(value) + '`';
      }
    }
    page += "| `" + std::string(fact.name) + "` | " + holds + " | " +
            texts(Language::zh, fact.text_key()) + " | " + texts(Language::en, fact.text_key()) +
            " |\n";
  }
  return page;
}

TEST_CASE("docs/facts.md is current") {
  const std::string page = facts_page();
  if (std::getenv("LOANLINT_BLESS") != nullptr) std::ofstream(kPage) << page;
  std::ifstream in(kPage);
  std::ostringstream text;
  text << in.rdbuf();
  CHECK_MESSAGE(text.str() == page, "run scripts/bless");
}

}  // namespace
}  // namespace loanlint::catalog
