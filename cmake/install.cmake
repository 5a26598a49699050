# What `cmake --install` lays down: headers and the CMake package.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir "${CMAKE_INSTALL_DATADIR}/cmake/linode_personal_access_token") # the same on every architecture

install(
  TARGETS linode_personal_access_token_core linode_personal_access_token
  EXPORT linode_personal_access_token
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(
  EXPORT linode_personal_access_token
  NAMESPACE linode::
  FILE linode_personal_access_token-targets.cmake
  DESTINATION "${package_dir}")
configure_package_config_file(
  "${CMAKE_CURRENT_LIST_DIR}/config.cmake.in" "${PROJECT_BINARY_DIR}/linode_personal_access_token-config.cmake"
  INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/linode_personal_access_token-config-version.cmake" COMPATIBILITY SameMajorVersion
                                                                              ARCH_INDEPENDENT)
install(FILES "${PROJECT_BINARY_DIR}/linode_personal_access_token-config.cmake"
              "${PROJECT_BINARY_DIR}/linode_personal_access_token-config-version.cmake"
        DESTINATION "${package_dir}")
