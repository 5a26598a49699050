# Writes the core as one header: cmake -D OUTPUT=linode_personal_access_token.hpp -P single_header.cmake
cmake_minimum_required(VERSION 3.18...3.31)
include("${CMAKE_CURRENT_LIST_DIR}/version.cmake")
set(include "${CMAKE_CURRENT_LIST_DIR}/../include")
set(implementations "")
set(text "")

# Appends a header to `text`, after those that it includes, each once. Collects the impl/ files in `implementations`.
function(append_header header)
  get_property(appended GLOBAL PROPERTY appended)
  if(header IN_LIST appended)
    return()
  endif()
  set_property(GLOBAL APPEND PROPERTY appended "${header}")
  file(READ "${include}/${header}" rest)
  string(REGEX REPLACE "// SPDX-[^\n]*\n" "" rest "${rest}")
  string(REPLACE "\n#pragma once\n" "" rest "${rest}")
  if(rest MATCHES "\n#ifndef LINODE_PAT_SEPARATE_COMPILATION\n#include <(linode/[^>]+)>\n#endif\n$")
    list(APPEND implementations "${CMAKE_MATCH_1}")
    string(REPLACE "${CMAKE_MATCH_0}" "" rest "${rest}")
  endif()
  while(rest MATCHES "#include <(linode/[^>]+)>[^\n]*\n")
    set(line "${CMAKE_MATCH_0}")
    set(included "${CMAKE_MATCH_1}")
    string(FIND "${rest}" "${line}" position)
    string(SUBSTRING "${rest}" 0 ${position} before)
    string(APPEND text "${before}")
    append_header("${included}")
    string(LENGTH "${line}" size)
    math(EXPR position "${position} + ${size}")
    string(SUBSTRING "${rest}" ${position} -1 rest)
  endwhile()
  set(text "${text}${rest}" PARENT_SCOPE)
  set(implementations "${implementations}" PARENT_SCOPE)
endfunction()

append_header(linode/personal_access_token.hpp)
foreach(implementation IN LISTS implementations)
  append_header("${implementation}")
endforeach()

file(READ "${CMAKE_CURRENT_LIST_DIR}/../LICENSE" license)
string(REGEX REPLACE "\n([^\n])" "\n// \\1" license "\n${license}")
string(REPLACE "\n\n" "\n//\n" license "${license}")
string(REGEX REPLACE "\n\n\n+" "\n\n" text "${text}")
file(WRITE "${OUTPUT}" "// linode-personal-access-token ${linode_pat_version}, as one header; made by cmake/single_header.cmake.
//${license}
#ifndef LINODE_PERSONAL_ACCESS_TOKEN_HPP
#define LINODE_PERSONAL_ACCESS_TOKEN_HPP

#ifdef LINODE_PAT_SEPARATE_COMPILATION
#error \"the single header defines everything; for separate compilation use the headers in include/\"
#endif
${text}
#endif
")
