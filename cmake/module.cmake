# The target linode::personal_access_token_module: `import linode.personal_access_token;`, on top of the core compiled once.
# Built by whoever links it, as no other compiler could read it, and so part of the installed package as source. Only where
# CMake can build modules, which it does not say in other words than by what it would scan a source with.
if(NOT TARGET linode_personal_access_token_module AND NOT CMAKE_VERSION VERSION_LESS 3.28 AND CMAKE_GENERATOR MATCHES "^Ninja"
   AND NOT "${CMAKE_CXX_SCANDEP_SOURCE}" MATCHES "^$|NOTFOUND" AND "cxx_std_20" IN_LIST CMAKE_CXX_COMPILE_FEATURES)
  add_library(linode_personal_access_token_module STATIC EXCLUDE_FROM_ALL)
  add_library(linode::personal_access_token_module ALIAS linode_personal_access_token_module)
  target_sources(linode_personal_access_token_module PUBLIC FILE_SET CXX_MODULES BASE_DIRS "${CMAKE_CURRENT_LIST_DIR}"
                                                            FILES "${CMAKE_CURRENT_LIST_DIR}/module.cppm")
  target_compile_features(linode_personal_access_token_module PUBLIC cxx_std_20)
  target_link_libraries(linode_personal_access_token_module PUBLIC linode::personal_access_token_compiled)
endif()
