# The two targets that users link: the core, and the core with nlohmann_json and its adapter.
file(GLOB_RECURSE linode_pat_headers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/include/*.hpp")
set(linode_pat_adapter "${PROJECT_SOURCE_DIR}/include/linode/personal_access_token/nlohmann.hpp")
list(REMOVE_ITEM linode_pat_headers "${linode_pat_adapter}")

add_library(linode_personal_access_token_core INTERFACE)
add_library(linode::personal_access_token_core ALIAS linode_personal_access_token_core)
set_target_properties(linode_personal_access_token_core PROPERTIES EXPORT_NAME personal_access_token_core)
target_compile_features(linode_personal_access_token_core INTERFACE cxx_std_17)
target_sources(
  linode_personal_access_token_core
  INTERFACE FILE_SET HEADERS
            BASE_DIRS "${PROJECT_SOURCE_DIR}/include"
            FILES ${linode_pat_headers})

add_library(linode_personal_access_token INTERFACE)
add_library(linode::personal_access_token ALIAS linode_personal_access_token)
set_target_properties(linode_personal_access_token PROPERTIES EXPORT_NAME personal_access_token)
target_link_libraries(linode_personal_access_token INTERFACE linode_personal_access_token_core)

if(LINODE_PAT_NLOHMANN_JSON)
  include("${CMAKE_CURRENT_LIST_DIR}/nlohmann_json.cmake")
  target_link_libraries(linode_personal_access_token INTERFACE nlohmann_json::nlohmann_json)
  target_sources(
    linode_personal_access_token
    INTERFACE FILE_SET HEADERS
              BASE_DIRS "${PROJECT_SOURCE_DIR}/include"
              FILES "${linode_pat_adapter}")
endif()
