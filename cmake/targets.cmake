# The targets that users link: the core, the core with the nlohmann_json adapter, the compiled core, and the module.
include(GNUInstallDirs)

add_library(linode_personal_access_token_core INTERFACE)
add_library(linode::personal_access_token_core ALIAS linode_personal_access_token_core)
set_target_properties(linode_personal_access_token_core PROPERTIES EXPORT_NAME personal_access_token_core)
target_compile_features(linode_personal_access_token_core INTERFACE cxx_std_17)
target_include_directories(
  linode_personal_access_token_core INTERFACE "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>"
                                              "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")

add_library(linode_personal_access_token INTERFACE)
add_library(linode::personal_access_token ALIAS linode_personal_access_token)
set_target_properties(linode_personal_access_token PROPERTIES EXPORT_NAME personal_access_token)
target_link_libraries(linode_personal_access_token INTERFACE linode_personal_access_token_core)

if(LINODE_PAT_NLOHMANN_JSON)
  include("${CMAKE_CURRENT_LIST_DIR}/nlohmann_json.cmake")
endif()

include("${CMAKE_CURRENT_LIST_DIR}/compiled.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/module.cmake")
