# Declares Catch2 before the project does: with the project's hash, but from the archive of .ci/dependency-sources.
include(FetchContent)
file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/../cmake/catch2.cmake" hash REGEX "URL_HASH")
string(STRIP "${hash}" hash)
separate_arguments(hash)
FetchContent_Declare(Catch2 SYSTEM URL "${CMAKE_CURRENT_LIST_DIR}/../build/dependencies/catch2_3.7.1.orig.tar.gz" ${hash})
