# Compiles each header alone, included twice, so that a missing include is an error: inline, and the public ones also
# for separate compilation. Then all of them after the macros of <windows.h>.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/include/*.hpp")
list(FILTER headers EXCLUDE REGEX "/(src|fmt|format)\\.hpp$") # the last two need libraries
# Code that must compile with only this public header.
set(use_of_decode_error [[bool use(const linode::DecodeError& why) { return why.path().empty() && why.api_errors().empty(); }]])
set(use_of_expiry [[bool use(linode::Expiry e) { return e.has_passed(std::chrono::system_clock::now()); }]])
set(use_of_fwd [[linode::PersonalAccessToken* use();]])
set(use_of_members [[linode::Members use() { return linode::Members::strict; }]])
set(use_of_nlohmann [[bool use() { return linode::to_dict(linode::from_dict(nlohmann::json::object())).empty(); }]])
set(use_of_page [[bool use(const linode::PersonalAccessTokenPage& page) { return page == page; }]])
set(use_of_print [[std::string use() { return linode::printable("x") + linode::to_string(linode::Access::none); }
#include <iostream>
void print() { std::cout << linode::Expiry::never(); }]])
set(use_of_read [[bool use(linode::DecodeError& why) { return linode::try_read_tokens("[]", &why) || linode::check_json("").empty(); }]])
set(use_of_request [[bool use() { return linode::violations({}, linode::Request::create).empty(); }]])
set(use_of_scopes [[bool use() { return linode::Scopes("*").is_all() && linode::unrecognized_scopes("*").empty(); }]])
set(use_of_stream [[#include <iostream>
void use() { linode::for_each_token(std::cin, [](linode::PersonalAccessToken&&) {}); }]])
set(use_of_timestamp [[bool use() { return linode::format_timestamp(linode::Clock::now()).empty() || linode::parse_timestamp(""); }]])
set(use_of_token [[bool use(const linode::PersonalAccessToken& t) { return is_truncated(t) || matches_secret(t, "x") || t == t; }]])
set(use_of_version [[int use() { return linode::personal_access_token_version.major_version; }]])
set(use_of_write [[std::string use() { return linode::to_json(std::vector<linode::PersonalAccessToken>{}); }]])
set(header_only_sources "")
set(separate_sources "")
foreach(header IN LISTS headers)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/alone/${header}.cpp")
  set(use "")
  if(NOT header MATCHES "/detail/")
    list(APPEND separate_sources "${source}")
    get_filename_component(name "${header}" NAME_WE)
    set(use "${use_of_${name}}")
  endif()
  file(CONFIGURE OUTPUT "${source}" CONTENT "#include <${header}>\n#include <${header}>\n${use}\n")
  list(APPEND header_only_sources "${source}")
endforeach()
list(TRANSFORM headers REPLACE "(.+)" "#include <\\1>" OUTPUT_VARIABLE every_include)
list(JOIN every_include "\n" every_include)
set(windows_macros_sources "${CMAKE_CURRENT_BINARY_DIR}/alone/every_header.cpp")
file(CONFIGURE OUTPUT "${windows_macros_sources}" CONTENT "${every_include}\n")
# With add_subdirectory() these are not system headers, so a parent project's warnings apply to them.
set(warnings_of_parents "")
if(NOT MSVC)
  set(warnings_of_parents -Wswitch-enum -Weffc++)
endif()
foreach(mode IN ITEMS header_only separate windows_macros)
  add_library(each_header_${mode} OBJECT EXCLUDE_FROM_ALL ${${mode}_sources})
  linode_pat_enable_warnings(each_header_${mode})
  target_compile_options(each_header_${mode} PRIVATE ${warnings_of_parents})
  target_link_libraries(each_header_${mode} PRIVATE linode::personal_access_token)
endforeach()
target_compile_definitions(each_header_separate PRIVATE LINODE_PAT_SEPARATE_COMPILATION)
target_compile_options(each_header_windows_macros PRIVATE -include "${CMAKE_CURRENT_LIST_DIR}/windows_macros.hpp")
add_test(NAME "every header compiles alone, in every mode"
         COMMAND ${CMAKE_COMMAND} --build "${PROJECT_BINARY_DIR}" --target each_header_header_only each_header_separate
                 each_header_windows_macros)
set_tests_properties("every header compiles alone, in every mode" PROPERTIES COST 40)

# Also instantiates the templates, with both compilers, since their warnings of the same name differ.
foreach(compiler IN ITEMS g++ clang++)
  find_program(LINODE_PAT_${compiler} ${compiler})
  if(LINODE_PAT_${compiler} AND NOT CMAKE_CROSSCOMPILING)
    add_test(NAME "headers have no warnings, with ${compiler}"
             COMMAND "${LINODE_PAT_${compiler}}" -std=c++17 -fsyntax-only ${linode_pat_warnings}
                     ${warnings_of_parents} -I "${PROJECT_SOURCE_DIR}/include" -include "${windows_macros_sources}"
                     "${CMAKE_CURRENT_LIST_DIR}/templates.cpp")
    if(Python3_Interpreter_FOUND)
      add_test(NAME "a refused header is one error, with ${compiler}"
               COMMAND ${Python3_EXECUTABLE} "${PROJECT_SOURCE_DIR}/tests/one_error_test.py" ${CMAKE_COMMAND}
                       "${LINODE_PAT_${compiler}}")
    endif()
  endif()
endforeach()
