# SPDX-License-Identifier: Apache-2.0
# house_flags: the warnings and checks that every target of ours is built with.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

add_library(house_flags INTERFACE)
target_compile_options(house_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  $<$<BOOL:${LOANLINT_DEVELOPER}>:-Werror>
  # g++ 12 sees overlaps in "x" + std::string that are not there (its bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
# Hostile input is the ordinary case: index checks of the standard library stay on in every build.
target_compile_definitions(house_flags INTERFACE _GLIBCXX_ASSERTIONS
  $<$<BOOL:${LOANLINT_DEVELOPER}>:LOANLINT_DEVELOPER>)
# What Debian builds its programs with, too: checked copies, and no table that can be written to once
# the program runs.
target_compile_options(house_flags INTERFACE $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
target_link_options(house_flags INTERFACE $<$<CONFIG:Release>:-Wl,-z,relro,-z,now>)
