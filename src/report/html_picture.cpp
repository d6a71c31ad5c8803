// SPDX-License-Identifier: Apache-2.0
#include "report/html_picture.h"

#include <array>
#include <string>

namespace loanlint::report {
namespace {

using findings::Tri;

struct Point {
  int x;
  int y;
};

constexpr Point kAsks{90, 38};
constexpr Point kDoes{38, 114};
constexpr Point kSays{142, 114};

std::string number(int value) { return std::to_string(value); }

/// The sign inside a circle of radius 12 around the centre.
void sign(Html& html, Tri value, Point centre) {
  const std::string move = "translate(" + number(centre.x) + " " + number(centre.y) + ")";
  std::string_view shape = "M-5.5 .5 -1.5 4.5 6 -4";  // a tick
  if (value == Tri::no) shape = "M-5 0H5";
  if (value == Tri::unknown) {
    shape = "M-3.4 -2.6A3.4 3.4 0 1 1 1.6 .4C.3 1.1 0 1.6 0 3M0 6.2V6.3";  // a question mark
  }
  html.leaf("path", "", {{"class", "sign"}, {"d", shape}, {"transform", move}});
}

void corner(Html& html, Tri value, Point at, std::string_view which, std::string_view label,
            int label_y) {
  const std::string style = "corner " + std::string(which) + " " + std::string(name(value));
  const auto group = html.open("g", {{"class", style}});
  html.leaf("circle", "", {{"cx", number(at.x)}, {"cy", number(at.y)}, {"r", "14"}});
  sign(html, value, at);
  html.leaf("text", label,
            {{"x", number(at.x)}, {"y", number(label_y)}, {"text-anchor", "middle"}});
}

void side(Html& html, Tri left, Tri right, Point from, Point to) {
  const bool open = left == Tri::unknown || right == Tri::unknown;
  const bool differ = !open && left != right;
  const std::string_view style = open ? "side open" : differ ? "side differ" : "side agree";
  const auto group = html.open("g", {{"class", style}});
  html.leaf(
      "line", "",
      {{"x1", number(from.x)}, {"y1", number(from.y)}, {"x2", number(to.x)}, {"y2", number(to.y)}});
  if (!differ) return;
  const Point middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
  const std::string move = "translate(" + number(middle.x) + " " + number(middle.y) + ")";
  html.leaf("circle", "", {{"cx", number(middle.x)}, {"cy", number(middle.y)}, {"r", "9"}});
  html.leaf("path", "", {{"d", "M-4.5 -2H4.5M-4.5 2H4.5M2.5 -5-2.5 5"}, {"transform", move}});
}

}  // namespace

void write_picture(Html& html, const Voices& voices, std::string_view description,
                   const Voice& voice) {
  const auto svg = html.open("svg", {{"class", "triangle"},
                                     {"viewBox", "0 0 180 152"},
                                     {"role", "img"},
                                     {"aria-label", description}});
  side(html, voices.asks, voices.does, kAsks, kDoes);
  side(html, voices.asks, voices.said_of_phone(), kAsks, kSays);
  side(html, voices.does, voices.said_of_phone(), kDoes, kSays);
  corner(html, voices.asks, kAsks, "asks", voice("html.corner.asks"), 16);
  corner(html, voices.does, kDoes, "does", voice("html.corner.does"), 145);
  corner(html, voices.says, kSays, "says", voice("html.corner.says"), 145);
}

void write_sign(Html& html, Tri value) {
  const std::string style = "answer " + std::string(name(value));
  const auto svg =
      html.open("svg", {{"class", style}, {"viewBox", "-12 -12 24 24"}, {"aria-hidden", "true"}});
  html.leaf("circle", "", {{"r", "11"}});
  sign(html, value, {0, 0});
}

}  // namespace loanlint::report
