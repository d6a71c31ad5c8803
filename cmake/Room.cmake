# SPDX-License-Identifier: Apache-2.0
# add_room(<name> SOURCES ... [USES <room>...] [LIBS <target>...])
#
# A room is one folder of src/ and one static library. USES names every other room whose headers
# it may include; the test floors.<name> fails on any other #include, so src/CMakeLists.txt is
# the architecture and cannot go stale.
function(add_room name)
  cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "SOURCES;USES;LIBS")
  list(TRANSFORM ROOM_SOURCES PREPEND ${name}/)
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_include_directories(${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>)
  target_link_libraries(${name} PUBLIC ${ROOM_USES}
                        PRIVATE ${ROOM_LIBS} $<BUILD_INTERFACE:house_flags>)
  if(LOANLINT_UNITY)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
    # g++ takes a file that another one includes for a header.
    target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
  set_property(GLOBAL APPEND PROPERTY LOANLINT_ROOMS ${name})
  add_test(NAME floors.${name}
    COMMAND ${CMAKE_COMMAND} -D ROOM=${name} "-DUSES=${ROOM_USES}"
            -D SRC=${PROJECT_SOURCE_DIR}/src -P ${PROJECT_SOURCE_DIR}/cmake/CheckFloors.cmake)
endfunction()

# add_room_tests(<room> SOURCES ... [USES <room>...] [LIBS <target>...])
#
# One doctest program per room, run as the test unit.<room>; tests/ mirrors src/.
function(add_room_tests name)
  cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "SOURCES;USES;LIBS")
  list(TRANSFORM ROOM_SOURCES PREPEND ${name}/)
  add_executable(${name}_tests ${ROOM_SOURCES})
  target_link_libraries(${name}_tests PRIVATE ${name} ${ROOM_USES} ${ROOM_LIBS} test_support house_flags)
  add_test(NAME unit.${name} COMMAND ${name}_tests WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()
