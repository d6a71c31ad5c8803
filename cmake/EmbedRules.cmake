# SPDX-License-Identifier: Apache-2.0
# embed_rules(<target>): compiles every JSON file below rules/ into <target>, byte for byte.
#
# The files are joined into one blob that the assembler includes as it is (no array literals for
# the compiler to chew on); a generated table says which file stands where. catalog/embedded.h
# declares the two symbols and the table.
function(embed_rules target)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/rules ${PROJECT_SOURCE_DIR}/rules/*.json)
  list(SORT files)
  if(NOT files)
    message(FATAL_ERROR "no rule files below ${PROJECT_SOURCE_DIR}/rules")
  endif()
  list(TRANSFORM files PREPEND ${PROJECT_SOURCE_DIR}/rules/ OUTPUT_VARIABLE paths)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  file(MAKE_DIRECTORY ${out})
  string(REPLACE ";" "\n" listing "${files}")
  file(CONFIGURE OUTPUT ${out}/files.txt CONTENT "${listing}\n" @ONLY)
  add_custom_command(
    OUTPUT ${out}/rules.blob ${out}/rules_index.cpp ${out}/rules_blob.S
    COMMAND ${CMAKE_COMMAND} -D RULES=${PROJECT_SOURCE_DIR}/rules -D OUT=${out}
            -P ${PROJECT_SOURCE_DIR}/cmake/WriteRulesBlob.cmake
    DEPENDS ${paths} ${out}/files.txt ${PROJECT_SOURCE_DIR}/cmake/WriteRulesBlob.cmake
    COMMENT "Embedding rules/" VERBATIM)
  set_source_files_properties(${out}/rules_blob.S PROPERTIES OBJECT_DEPENDS ${out}/rules.blob)
  target_sources(${target} PRIVATE ${out}/rules_index.cpp ${out}/rules_blob.S)
endfunction()
