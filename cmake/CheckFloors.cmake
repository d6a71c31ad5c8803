# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Fails when a file of src/${ROOM} includes a header of a room that is not in USES, or a
# third-party header whose owner is another room.

# <header prefix>=<owner>[,<owner>...]
set(owners
  "zip.h=archive" "zlib.h=archive" "libdeflate.h=archive"
  "pugixml=android,report"
  "nlohmann/=catalog,report"
  "unicode/=policy" "re2/=policy" "gumbo.h=policy"
  "openssl/=base"
  "sqlite3.h=scan"
  "CLI/=cli"
  "fmt/=report,cli")

file(GLOB files ${SRC}/${ROOM}/*.h ${SRC}/${ROOM}/*.cpp)
if(NOT files)
  message(FATAL_ERROR "room '${ROOM}' has no files below ${SRC}/${ROOM}")
endif()
foreach(file IN LISTS files)
  file(STRINGS ${file} includes REGEX "^#include \"[a-z_]+/")
  foreach(line IN LISTS includes)
    string(REGEX REPLACE "^#include \"([a-z_]+)/.*" "\\1" used "${line}")
    if(NOT used IN_LIST USES AND NOT used STREQUAL ROOM)
      message(SEND_ERROR "${file}: ${line}\n  room '${ROOM}' may include only: ${USES}")
    endif()
  endforeach()
  file(STRINGS ${file} includes REGEX "^#include <")
  foreach(line IN LISTS includes)
    foreach(row IN LISTS owners)
      string(REGEX MATCH "^(.*)=(.*)$" _ "${row}")
      set(header ${CMAKE_MATCH_1})
      string(REPLACE "," ";" rooms "${CMAKE_MATCH_2}")
      string(FIND "${line}" "#include <${header}" at)
      if(at EQUAL 0 AND NOT ROOM IN_LIST rooms)
        message(SEND_ERROR "${file}: ${line}\n  this library belongs to: ${rooms}")
      endif()
    endforeach()
  endforeach()
endforeach()
