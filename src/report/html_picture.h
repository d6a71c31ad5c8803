// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "findings/fact.h"
#include "report/html_writer.h"
#include "report/words.h"

namespace loanlint::report {

/// What a kind of data looks like in the three voices of a package.
struct Voices {
  findings::Tri asks;
  findings::Tri does;
  findings::Tri says;
  bool elsewhere = false;  ///< what it says is no reading of the phone: Cell::elsewhere

  /// What the other two are held against.
  findings::Tri said_of_phone() const { return elsewhere ? findings::Tri::no : says; }
};

/// One triangle as inline SVG: a corner for each voice, told apart by shape as well as by colour,
/// and a mark on every side whose two ends do not agree. `description` is read out instead.
void write_picture(Html& html, const Voices& voices, std::string_view description,
                   const Voice& voice);

/// The sign of an answer, as inline SVG; decoration only, the word stands beside it.
void write_sign(Html& html, findings::Tri value);

}  // namespace loanlint::report
