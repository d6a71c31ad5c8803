// SPDX-License-Identifier: Apache-2.0
#include "report/html_page.h"

#include <array>

#include "report/html_assets.h"
#include "report/html_csp.h"

namespace loanlint::report {
namespace {

using catalog::Language;

struct LanguageChoice {
  Language language;
  std::string_view id;   ///< of the radio button, and prefix of ids
  std::string_view tag;  ///< BCP 47
  std::string_view name;
};

constexpr std::array<LanguageChoice, 2> kLanguages{{
    {Language::zh, "zh", "zh-Hans", "中文"},
    {Language::en, "en", "en", "English"},
}};

const LanguageChoice& choice(Language language) {
  return kLanguages[language == Language::zh ? 0 : 1];
}

void head(Html& html, const HtmlPage& page) {
  const auto element = html.open("head");
  html.lone("meta", {{"charset", "utf-8"}});
  const std::string policy = content_security_policy(kPageStyle, page.script);
  html.lone("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy}});
  html.lone("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.lone("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.lone("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  const bool zh = page.language == Language::zh;
  html.leaf("title", zh ? page.title.zh : page.title.en);
  const auto style = html.open("style");
  html.trusted(kPageStyle);
}

// The buttons stand before the articles, as siblings: that is what lets CSS alone show one.
void language_buttons(Html& html, Language first) {
  for (const LanguageChoice& one : kLanguages) {
    if (one.language == first) {
      html.lone("input", {{"type", "radio"},
                          {"name", "language"},
                          {"id", one.id},
                          {"autocomplete", "off"},
                          {"checked", ""}});
    } else {
      html.lone("input",
                {{"type", "radio"}, {"name", "language"}, {"id", one.id}, {"autocomplete", "off"}});
    }
    html.leaf("label", one.name, {{"for", one.id}, {"lang", one.tag}, {"class", "choice"}});
  }
}

}  // namespace

std::string local_id(const Voice& voice, std::string_view name) {
  std::string out(choice(voice.language()).id);
  out += '-';
  out += name;
  return out;
}

void write_page(std::ostream& out, const HtmlPage& page, const Words& words) {
  Html html(out);
  html.trusted("<!DOCTYPE html>\n");
  const auto root = html.open("html", {{"lang", choice(page.language).tag}});
  head(html, page);
  const auto body = html.open("body");
  {
    const auto main = html.open("main");
    language_buttons(html, page.language);
    for (const LanguageChoice& one : kLanguages) {
      const std::string style = "in-" + std::string(one.id);
      const auto article = html.open("article", {{"lang", one.tag}, {"class", style}});
      page.content(html, Voice(words, one.language));
    }
  }
  if (page.script.empty()) return;
  const auto script = html.open("script");
  html.trusted(page.script);
}

}  // namespace loanlint::report
