# SPDX-License-Identifier: Apache-2.0
# `cpack` writes two Debian packages: loanlint, the program, and loanlint-dev, the library.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME loanlint)
set(CPACK_PACKAGE_VENDOR loanlint)
set(CPACK_PACKAGE_CONTACT "the loanlint maintainers <maintainers@loanlint.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_DEBIAN_PACKAGE_RELEASE 0upstream1)  # older than any that Debian makes of these sources
set(CPACK_DEBIAN_PACKAGE_SECTION utils)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME loanlint)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS poppler-utils)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"Reads Android packages without running them and reports what they may do
with a person's contacts, SMS and call log: what the manifest asks for, what
the code does, and what the privacy policy says. Each finding names the
articles of China's Personal Information Protection Law, or of other norms,
that it touches.

Reports are written in Chinese and English, as text, HTML, JSON, SARIF,
JUnit, GitLab SAST, CSV and Markdown.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME loanlint-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
string(JOIN ", " CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  libzip-dev libdeflate-dev libpugixml-dev nlohmann-json3-dev libicu-dev libre2-dev libgumbo-dev
  libssl-dev libsqlite3-dev libcli11-dev libfmt-dev pkg-config)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"The header and the static libraries of loanlint: scan an Android package from
another C++ program and read its facts and findings as plain values.")
include(CPack)

# What every Debian package has to say of itself, in its own folder of share/doc.
execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C date -u -R -d ${LOANLINT_DAY}
                OUTPUT_VARIABLE day OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/changelog.in ${pages}/changelog.Debian @ONLY)
add_compressed(changelog.Debian.gz ${pages}/changelog.Debian)
foreach(component IN ITEMS program development)
  string(TOUPPER ${component} upper)
  set(folder ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  install(FILES ${CMAKE_CURRENT_LIST_DIR}/copyright ${pages}/changelog.gz ${pages}/changelog.Debian.gz
          DESTINATION ${folder} COMPONENT ${component})
endforeach()
