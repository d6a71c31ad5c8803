# SPDX-License-Identifier: Apache-2.0
# Third-party libraries, all from Debian. Each has one owner room: see CheckFloors.cmake.
find_package(PkgConfig REQUIRED)
# find_package(libzip) fails on Debian 12 unless libzip's command line tools are installed too.
foreach(library IN ITEMS libzip libdeflate zlib re2 gumbo icu-uc icu-i18n sqlite3)
  string(REPLACE "-" "_" target ${library})
  pkg_check_modules(${target} REQUIRED IMPORTED_TARGET ${library})
endforeach()
find_package(pugixml REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
if(LOANLINT_DEVELOPER)
  find_package(doctest REQUIRED)
endif()
