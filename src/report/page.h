// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace loanlint::report {

/// How a piece of text is painted on a terminal.
enum class Paint : std::uint8_t { plain, bold, dim, red, yellow, green, cyan };

/// Wrapped, indented, and, when asked for, coloured lines.
class Page {
 public:
  Page(std::ostream& out, std::size_t width, bool colour)
      : out_(out), width_(width), colour_(colour) {}

  /// `text` with the terminal's codes for `paint` around it, or as it is without colour.
  std::string painted(std::string_view text, Paint paint) const;
  void heading(std::string_view text);
  void line(std::string_view text);  ///< as it is, no wrapping
  void blank();
  /// `text` wrapped behind `head`; later lines stand under the first column after the head.
  void item(std::string_view head, std::string_view text, Paint head_paint = Paint::plain,
            Paint text_paint = Paint::plain);
  std::size_t width() const { return width_; }

 private:
  std::ostream& out_;
  std::size_t width_;
  bool colour_;
};

}  // namespace loanlint::report
