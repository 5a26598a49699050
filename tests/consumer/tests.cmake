# Every way of using the library in another project, one test each.
set(staged "${CMAKE_CURRENT_BINARY_DIR}/staged")
set(moved "${CMAKE_CURRENT_BINARY_DIR}/moved")
set(repository "${CMAKE_CURRENT_BINARY_DIR}/repository")

# linode_pat_add_consumer(<name> <way> [options for CMake …])
function(linode_pat_add_consumer name way)
  add_test(
    NAME "consumer: ${name}"
    COMMAND
      ${CMAKE_CTEST_COMMAND} --build-and-test "${CMAKE_CURRENT_SOURCE_DIR}/consumer" "${CMAKE_CURRENT_BINARY_DIR}/consumer/${name}"
      --build-generator "${CMAKE_GENERATOR}" --build-options "-DWAY=${way}" "-DSOURCE=${PROJECT_SOURCE_DIR}"
      "-DVERSION=${PROJECT_VERSION}" "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}" ${ARGN} --test-command ${CMAKE_CTEST_COMMAND}
      --output-on-failure --no-tests=error)
endfunction()

add_test(NAME "consumer: the library is installed"
         COMMAND ${CMAKE_COMMAND} --install "${PROJECT_BINARY_DIR}" --prefix "${staged}")
set_tests_properties("consumer: the library is installed" PROPERTIES FIXTURES_SETUP installed)
linode_pat_add_consumer("find_package" "find_package" "-DINSTALLED=${staged}")
linode_pat_add_consumer("pkg-config" "pkg-config" "-DINSTALLED=${staged}")
linode_pat_add_consumer("compiled, installed" "compiled, installed" "-DINSTALLED=${staged}")
if(TARGET linode_personal_access_token_module)
  linode_pat_add_consumer("module, installed" "module, installed" "-DINSTALLED=${staged}")
  set_tests_properties("consumer: module, installed" PROPERTIES FIXTURES_REQUIRED installed)
endif()
linode_pat_add_consumer("a module that cannot be built" "a module that cannot be built" "-DINSTALLED=${staged}")
set_tests_properties("consumer: a module that cannot be built" PROPERTIES FIXTURES_REQUIRED installed PASS_REGULAR_EXPRESSION
                     "\"linode::personal_access_token_module[ \n]+needs[ \n]+(CMake[ \n]+3.28|g\\+\\+[ \n]+14)"
                     FAIL_REGULAR_EXPRESSION "typo")
if(NOT CMAKE_VERSION VERSION_LESS 4.3)
  linode_pat_add_consumer("CPS" "CPS" "-DINSTALLED=${staged}")
  set_tests_properties("consumer: CPS" PROPERTIES FIXTURES_REQUIRED installed)
endif()
linode_pat_add_consumer("components" "components" "-DINSTALLED=${staged}")
linode_pat_add_consumer("the core, installed" "the core, installed" "-DINSTALLED=${staged}")
linode_pat_add_consumer("a name without linode" "a name without linode::" "-DINSTALLED=${staged}")
set_tests_properties("consumer: a name without linode" PROPERTIES PASS_REGULAR_EXPRESSION
                     "link linode::personal_access_token instead of +linode_personal_access_token")
add_test(NAME "consumer: the installed tree is moved" COMMAND sh -c "rm -rf \"$1\" && cp -R \"$0\" \"$1\"" "${staged}" "${moved}")
linode_pat_add_consumer("find_package after a move" "find_package" "-DINSTALLED=${moved}")
linode_pat_add_consumer("pkg-config after a move" "pkg-config" "-DINSTALLED=${moved}")
set_tests_properties("consumer: find_package" "consumer: pkg-config" "consumer: compiled, installed" "consumer: the installed tree is moved"
                     "consumer: components" "consumer: the core, installed" "consumer: a name without linode"
                     PROPERTIES FIXTURES_REQUIRED installed)
set_tests_properties("consumer: the installed tree is moved" PROPERTIES FIXTURES_SETUP moved)
set_tests_properties("consumer: find_package after a move" "consumer: pkg-config after a move" PROPERTIES FIXTURES_REQUIRED moved)

linode_pat_add_consumer("add_subdirectory" "add_subdirectory")
linode_pat_add_consumer("compiled" "compiled")
linode_pat_add_consumer("copied headers" "copied headers")
foreach(way IN ITEMS copy_headers pkg_config)
  add_test(NAME "consumer: ${way}, without CMake"
           COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/consumer/without_cmake.sh" ${way} "${PROJECT_SOURCE_DIR}"
                   "${CMAKE_CURRENT_BINARY_DIR}/consumer/${way}" "${staged}")
endforeach()
set_tests_properties("consumer: pkg_config, without CMake" PROPERTIES FIXTURES_REQUIRED installed)
linode_pat_add_consumer("a parent that installs" "a parent that installs")
linode_pat_add_consumer("a parent with a nlohmann_json of its own" "a parent with a nlohmann_json of its own")
linode_pat_add_consumer("the core, nlohmann_json hidden" "the core, nlohmann_json hidden")

# Without nlohmann_json, and without a network to fetch it. An error names the option that helps.
linode_pat_add_consumer("the core, offline" "the core, offline")
linode_pat_add_consumer("the adapter, offline" "the adapter, offline")
add_test(NAME "consumer: the library itself, offline"
         COMMAND ${CMAKE_COMMAND} -E env https_proxy=http://127.0.0.1:9 no_proxy= ${CMAKE_COMMAND} -S "${PROJECT_SOURCE_DIR}" -B
                 "${CMAKE_CURRENT_BINARY_DIR}/consumer/offline" -G "${CMAKE_GENERATOR}" -D CMAKE_DISABLE_FIND_PACKAGE_nlohmann_json=ON)
add_test(NAME "consumer: the library itself, disconnected"
         COMMAND ${CMAKE_COMMAND} -S "${PROJECT_SOURCE_DIR}" -B "${CMAKE_CURRENT_BINARY_DIR}/consumer/disconnected" -G
                 "${CMAKE_GENERATOR}" -D CMAKE_DISABLE_FIND_PACKAGE_nlohmann_json=ON -D FETCHCONTENT_FULLY_DISCONNECTED=ON)
set_tests_properties("consumer: the adapter, offline" "consumer: the library itself, offline" "consumer: the library itself, disconnected"
                     PROPERTIES PASS_REGULAR_EXPRESSION "cannot[ \n]+be[ \n]+fetched.*[ \n]LINODE_PAT_NLOHMANN_JSON=OFF")
set_tests_properties("consumer: the core, offline" "consumer: the adapter, offline" "consumer: the library itself, offline"
                     PROPERTIES TIMEOUT 120)

# Compared with a fresh one, since it would be stale if the target did not depend on every header.
if(TARGET single_header)
  add_test(NAME "consumer: the single header is made" COMMAND ${CMAKE_COMMAND} --build "${PROJECT_BINARY_DIR}" --target single_header)
  add_test(NAME "consumer: the single header is up to date"
           COMMAND sh -e "${CMAKE_CURRENT_SOURCE_DIR}/consumer/single_header.sh" "${CMAKE_COMMAND}" "${PROJECT_SOURCE_DIR}"
                   "${PROJECT_BINARY_DIR}")
  linode_pat_add_consumer("the core, as a single header" "the core, as a single header" "-DSINGLE_HEADER=${single_header}")
  set_tests_properties("consumer: the single header is made" PROPERTIES FIXTURES_SETUP single_header)
  set_tests_properties("consumer: the single header is up to date" "consumer: the core, as a single header"
                       PROPERTIES FIXTURES_REQUIRED single_header)
endif()

find_program(LINODE_PAT_MESON meson)
if(LINODE_PAT_MESON)
  foreach(way IN ITEMS cmake pkg-config subproject "subproject, offline")
    add_test(NAME "consumer: Meson, ${way}"
             COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/consumer/meson.sh" ${way} "${PROJECT_SOURCE_DIR}" "${staged}"
                     "${CMAKE_CURRENT_BINARY_DIR}/consumer/meson_${way}")
    set_tests_properties("consumer: Meson, ${way}" PROPERTIES FIXTURES_REQUIRED installed)
  endforeach()
endif()

find_package(Git QUIET)
if(Git_FOUND)
  add_test(
    NAME "consumer: a repository is made of the tree"
    COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/consumer/make_repository.sh" "${PROJECT_SOURCE_DIR}" "${repository}" v${PROJECT_VERSION})
  set_tests_properties("consumer: a repository is made of the tree" PROPERTIES FIXTURES_SETUP repository)
  linode_pat_add_consumer("FetchContent" "FetchContent" "-DREPOSITORY=file://${repository}")
  set_tests_properties("consumer: FetchContent" PROPERTIES FIXTURES_REQUIRED repository)
  if(TARGET linode_personal_access_token_module)
    linode_pat_add_consumer("module" "module" "-DREPOSITORY=file://${repository}")
    set_tests_properties("consumer: module" PROPERTIES FIXTURES_REQUIRED repository)
  endif()
endif()

# Fetches nlohmann_json although one is installed, from the sources of .ci/dependency-sources.
set(dependencies "${PROJECT_SOURCE_DIR}/build/dependencies")
if(EXISTS "${dependencies}/complete")
  linode_pat_add_consumer("dependencies fetched" "a parent that installs" "-DFETCHCONTENT_TRY_FIND_PACKAGE_MODE=NEVER"
                          "-DFETCHCONTENT_SOURCE_DIR_NLOHMANN_JSON=${dependencies}/nlohmann_json")
endif()
