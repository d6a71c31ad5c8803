# SPDX-License-Identifier: Apache-2.0
# source_day(<variable>): the day, YYYY-MM-DD, that the manual pages and the Debian changelog bear.
#
# It is the day of this version's entry in CHANGELOG.md, "## 1.2.3 (2027-01-31)"; for a version that
# is not released yet SOURCE_DATE_EPOCH's, that of the last commit, or else that of CHANGELOG.md
# itself: the same sources give the same day.
function(source_day variable)
  set(changelog ${PROJECT_SOURCE_DIR}/CHANGELOG.md)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${changelog})
  file(READ ${changelog} text)
  string(REPLACE "." "\\." version ${PROJECT_VERSION})
  set(digit "[0-9]")
  set(day "${digit}${digit}${digit}${digit}-${digit}${digit}-${digit}${digit}")
  if(text MATCHES "\n## ${version} \\((${day})\\)")
    set(found ${CMAKE_MATCH_1})
  elseif(DEFINED ENV{SOURCE_DATE_EPOCH})
    string(TIMESTAMP found "%Y-%m-%d" UTC)
  else()
    execute_process(
      COMMAND ${CMAKE_COMMAND} -E env TZ=UTC git log -1 --date=short-local --format=%cd
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
      OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(NOT found MATCHES "^${day}$")
      file(TIMESTAMP ${changelog} found "%Y-%m-%d" UTC)
    endif()
  endif()
  set(${variable} ${found} PARENT_SCOPE)
endfunction()
