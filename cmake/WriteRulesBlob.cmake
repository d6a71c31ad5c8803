# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Joins the files named in ${OUT}/files.txt into ${OUT}/rules.blob and writes their table.
file(STRINGS ${OUT}/files.txt files)
set(offset 0)
set(rows "")
set(paths "")
foreach(file IN LISTS files)
  file(SIZE ${RULES}/${file} size)
  file(SHA256 ${RULES}/${file} sha256)
  string(APPEND rows "    {\"${file}\", ${offset}, ${size}, \"${sha256}\"},\n")
  math(EXPR offset "${offset} + ${size}")
  list(APPEND paths ${RULES}/${file})
endforeach()
execute_process(COMMAND ${CMAKE_COMMAND} -E cat ${paths} OUTPUT_FILE ${OUT}/rules.blob COMMAND_ERROR_IS_FATAL ANY)
file(SIZE ${OUT}/rules.blob written)
if(NOT written EQUAL offset)
  message(FATAL_ERROR "rules.blob has ${written} bytes, its files have ${offset}")
endif()
file(WRITE ${OUT}/rules_index.cpp
"// Written by cmake/WriteRulesBlob.cmake.
#include \"catalog/embedded.h\"

namespace loanlint::catalog {

const EmbeddedFile kEmbeddedFiles[] = {
${rows}};
const std::size_t kEmbeddedFileCount = sizeof(kEmbeddedFiles) / sizeof(kEmbeddedFiles[0]);

}  // namespace loanlint::catalog
")
file(WRITE ${OUT}/rules_blob.S
".section .rodata
.global loanlint_rules_blob
.type loanlint_rules_blob, %object
.balign 16
loanlint_rules_blob:
.incbin \"${OUT}/rules.blob\"
.size loanlint_rules_blob, . - loanlint_rules_blob
.section .note.GNU-stack,\"\",%progbits
")
