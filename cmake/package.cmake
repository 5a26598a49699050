# Packaging. The target `single_header` makes linode_personal_access_token.hpp in the build folder. `cpack -G DEB`
# there makes the package liblinode-personal-access-token-dev.
set(single_header "${PROJECT_BINARY_DIR}/linode_personal_access_token.hpp")
file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/include/*.[hi]pp")
add_custom_command(
  OUTPUT "${single_header}"
  COMMAND ${CMAKE_COMMAND} -D "OUTPUT=${single_header}" -P "${CMAKE_CURRENT_LIST_DIR}/single_header.cmake"
  DEPENDS ${headers} "${CMAKE_CURRENT_LIST_DIR}/single_header.cmake" "${PROJECT_SOURCE_DIR}/LICENSE")
add_custom_target(single_header DEPENDS "${single_header}")

include("${CMAKE_CURRENT_LIST_DIR}/owner.cmake")
if(linode_pat_owner_address STREQUAL "") # a Debian package must have a maintainer
  set(linode_pat_owner_name "set the owner in cmake/owner.cmake")
  set(linode_pat_owner_address "nobody@localhost")
endif()
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME liblinode-personal-access-token-dev)
set(CPACK_PACKAGE_VENDOR "the linode-personal-access-token authors")
set(CPACK_PACKAGE_CONTACT "${linode_pat_owner_name} <${linode_pat_owner_address}>")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_PACKAGE_SECTION libdevel)
if(LINODE_PAT_NLOHMANN_JSON)
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "nlohmann-json3-dev (>= 3.11)")
endif()
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${CPACK_PACKAGE_NAME}" RENAME copyright)
include(CPack)
