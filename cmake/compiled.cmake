# The target linode::personal_access_token_compiled: the core with its functions compiled once. The project that links
# it builds it, with its own flags; so this file and the source are installed.
if(NOT TARGET linode_personal_access_token_compiled)
  add_library(linode_personal_access_token_compiled STATIC EXCLUDE_FROM_ALL "${CMAKE_CURRENT_LIST_DIR}/compiled.cpp")
  add_library(linode::personal_access_token_compiled ALIAS linode_personal_access_token_compiled)
  target_compile_definitions(linode_personal_access_token_compiled PUBLIC LINODE_PAT_SEPARATE_COMPILATION)
  target_link_libraries(linode_personal_access_token_compiled PUBLIC linode::personal_access_token_core)
endif()
