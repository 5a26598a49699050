# Sets linode_pat_version to the version in version.hpp, the only place that states it.
set(linode_pat_version "")
foreach(part IN ITEMS MAJOR MINOR PATCH)
  file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/../include/linode/personal_access_token/version.hpp" line
       REGEX "^#define LINODE_PAT_VERSION_${part} ")
  string(REGEX MATCH "[0-9]+" number "${line}")
  list(APPEND linode_pat_version "${number}")
endforeach()
list(JOIN linode_pat_version "." linode_pat_version)
