# Each header is compiled alone, twice in one source: one that forgets an include of its own fails. The public ones also as
# declarations, for separate compilation.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/include/*.hpp")
list(FILTER headers EXCLUDE REGEX "/(src|fmt|format)\\.hpp$") # what the last two need is not everywhere; their tests include them first
set(header_only_sources "")
set(separate_sources "")
foreach(header IN LISTS headers)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/alone/${header}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "#include <${header}>\n#include <${header}>\n")
  list(APPEND header_only_sources "${source}")
  if(NOT header MATCHES "/detail/")
    list(APPEND separate_sources "${source}")
  endif()
endforeach()
foreach(mode IN ITEMS header_only separate)
  add_library(each_header_${mode} OBJECT EXCLUDE_FROM_ALL ${${mode}_sources})
  linode_pat_enable_warnings(each_header_${mode})
  target_link_libraries(each_header_${mode} PRIVATE linode::personal_access_token)
endforeach()
target_compile_definitions(each_header_separate PRIVATE LINODE_PAT_SEPARATE_COMPILATION)
add_test(NAME "every header compiles alone, header-only and for separate compilation"
         COMMAND ${CMAKE_COMMAND} --build "${PROJECT_BINARY_DIR}" --target each_header_header_only each_header_separate)
