// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

namespace loanlint::report {

/// Writes HTML, element by element, so that nothing which comes out of a package can become
/// markup: text and attribute values pass printable() and are escaped here, in one place.
class Html {
 public:
  struct Attribute {
    std::string_view name;
    std::string_view value;
  };
  using Attributes = std::initializer_list<Attribute>;

  /// An element that ends with its scope.
  class Element {
   public:
    Element(Html& html, std::string_view name) : html_(&html), name_(name) {}
    ~Element();
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;

   private:
    Html* html_;
    std::string name_;
  };

  explicit Html(std::ostream& out) : out_(out) {}

  /// Starts an element; its content is what is written while the returned value lives.
  [[nodiscard]] Element open(std::string_view name, Attributes attributes = {});
  /// An element with nothing but text in it.
  void leaf(std::string_view name, std::string_view text, Attributes attributes = {});
  /// An element without content and without an end tag: meta, input, hr.
  void lone(std::string_view name, Attributes attributes = {});
  void text(std::string_view text);
  /// A name from a program: as text(), and a narrow line may be broken after its dots and
  /// underscores.
  void identifier(std::string_view name);
  /// As text(), but line feeds stay.
  void lines(std::string_view text);
  /// Text from our own files, as it is: a style sheet, a script.
  void trusted(std::string_view markup) { out_ << markup; }

 private:
  void start(std::string_view name, Attributes attributes);
  void end(std::string_view name);

  std::ostream& out_;
};

/// `text` with &, <, > and both quotes as character references.
std::string escape_html(std::string_view text);

/// The language a person would say `text` is in, for the attribute lang: "zh-Hans" when it has Han
/// characters, else "en".
std::string_view html_language(std::string_view text);

}  // namespace loanlint::report
