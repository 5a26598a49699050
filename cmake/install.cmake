# Installs the headers, the CMake package, and files for pkg-config.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_DATADIR}/cmake/linode_personal_access_token") # the same on every architecture

install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/linode" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
set(components core)
if(LINODE_PAT_NLOHMANN_JSON)
  list(APPEND components nlohmann_json)
endif()
install(TARGETS linode_personal_access_token_core EXPORT linode_personal_access_token-core)
list(GET components -1 last_component) # without nlohmann_json, the core's file has both targets
install(TARGETS linode_personal_access_token EXPORT linode_personal_access_token-${last_component})
foreach(component IN LISTS components)
  install(
    EXPORT linode_personal_access_token-${component}
    NAMESPACE linode::
    FILE linode_personal_access_token-${component}-targets.cmake
    DESTINATION "${package_dir}")
endforeach()
# The Common Package Specification derives the namespace from the package name, hence another name. Under the name of
# the config file, CMake would prefer it to that file, and its targets would have other names.
if(NOT CMAKE_VERSION VERSION_LESS 4.3)
  set(cps_dir "${CMAKE_INSTALL_DATADIR}/cps/linode")
  install(PACKAGE_INFO linode EXPORT linode_personal_access_token-core PROJECT ${PROJECT_NAME} LICENSE MIT
          VERSION ${PROJECT_VERSION} COMPAT_VERSION ${PROJECT_VERSION_MAJOR}.0 DESTINATION "${cps_dir}")
  if(LINODE_PAT_NLOHMANN_JSON)
    install(PACKAGE_INFO linode EXPORT linode_personal_access_token-nlohmann_json APPENDIX nlohmann_json
            DESTINATION "${cps_dir}")
  endif()
endif()
configure_package_config_file(
  "${CMAKE_CURRENT_LIST_DIR}/config.cmake.in" "${PROJECT_BINARY_DIR}/linode_personal_access_token-config.cmake"
  INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/linode_personal_access_token-config-version.cmake" COMPATIBILITY SameMajorVersion
                                                                              ARCH_INDEPENDENT)
install(FILES "${CMAKE_CURRENT_LIST_DIR}/compiled.cmake" "${CMAKE_CURRENT_LIST_DIR}/compiled.cpp"
              "${CMAKE_CURRENT_LIST_DIR}/module.cmake" "${CMAKE_CURRENT_LIST_DIR}/module.cppm"
              "${CMAKE_CURRENT_LIST_DIR}/refuse_to_link.cmake"
              "${PROJECT_BINARY_DIR}/linode_personal_access_token-config.cmake"
              "${PROJECT_BINARY_DIR}/linode_personal_access_token-config-version.cmake"
        DESTINATION "${package_dir}")

# One file per target. Its prefix is relative to the file, so that an installed tree can be moved.
set(pkgconfig_dir "${CMAKE_INSTALL_DATADIR}/pkgconfig")
file(RELATIVE_PATH to_prefix "/${pkgconfig_dir}" "/")
string(REGEX REPLACE "/$" "" to_prefix "${to_prefix}")
set(requires "")
configure_file("${CMAKE_CURRENT_LIST_DIR}/personal_access_token.pc.in"
               "${PROJECT_BINARY_DIR}/linode_personal_access_token_core.pc" @ONLY)
if(LINODE_PAT_NLOHMANN_JSON)
  set(requires "Requires: nlohmann_json >= 3.11")
endif()
configure_file("${CMAKE_CURRENT_LIST_DIR}/personal_access_token.pc.in"
               "${PROJECT_BINARY_DIR}/linode_personal_access_token.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/linode_personal_access_token_core.pc"
              "${PROJECT_BINARY_DIR}/linode_personal_access_token.pc" DESTINATION "${pkgconfig_dir}")

if(PROJECT_IS_TOP_LEVEL)
  include("${CMAKE_CURRENT_LIST_DIR}/package.cmake")
endif()
