# nlohmann_json: the target that the parent project has; or an installed one; otherwise the release with this hash.
if(NOT TARGET nlohmann_json::nlohmann_json AND NOT "${FETCHCONTENT_TRY_FIND_PACKAGE_MODE}" STREQUAL "NEVER")
  find_package(nlohmann_json 3.11 QUIET)
endif()
if(NOT TARGET nlohmann_json::nlohmann_json)
  include(FetchContent)
  if(LINODE_PAT_INSTALL)
    set(JSON_Install ON) # what this project exports needs it installed, too
  endif()
  set(system "")
  if(NOT CMAKE_VERSION VERSION_LESS 3.25)
    set(system SYSTEM)
  endif()
  FetchContent_Declare(
    nlohmann_json
    ${system}
    URL https://github.com/nlohmann/json/releases/download/v3.12.0/json.tar.xz
    URL_HASH SHA256=42f6e95cad6ec532fd372391373363b62a14af6d771056dbfc86160e6dfff7aa)
  FetchContent_MakeAvailable(nlohmann_json)
endif()
