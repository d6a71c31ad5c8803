# SPDX-License-Identifier: Apache-2.0
# find_package(loanlint) gives loanlint::scan; what it stands on comes from Debian's packages.
include(${CMAKE_CURRENT_LIST_DIR}/loanlint-dependencies.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/loanlint-targets.cmake)
