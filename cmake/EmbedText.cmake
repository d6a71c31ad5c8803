# SPDX-License-Identifier: Apache-2.0
# embed_texts(<target> HEADER <header> NAMESPACE <ns> TEXTS <symbol>=<file>...)
#
# Compiles text files into <target>, byte for byte, each as a `const std::string_view` that <header>
# declares in <ns>. Files are relative to src/.
function(embed_texts target)
  cmake_parse_arguments(PARSE_ARGV 1 EMBED "" "HEADER;NAMESPACE" "TEXTS")
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded/${target}_texts.cpp)
  set(files "")
  foreach(text IN LISTS EMBED_TEXTS)
    string(REGEX REPLACE "^[^=]*=" "${CMAKE_CURRENT_SOURCE_DIR}/" file "${text}")
    list(APPEND files ${file})
  endforeach()
  list(JOIN EMBED_TEXTS "," texts)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -D OUT=${out} -D SRC=${CMAKE_CURRENT_SOURCE_DIR} -D TEXTS=${texts}
            -D HEADER=${EMBED_HEADER} -D NAMESPACE=${EMBED_NAMESPACE}
            -P ${PROJECT_SOURCE_DIR}/cmake/WriteTextSource.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/WriteTextSource.cmake
    COMMENT "Embedding the texts of ${target}" VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
