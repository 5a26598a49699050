# nlohmann_json: an installed one; otherwise the release with this hash.
include(FetchContent)
if(LINODE_PAT_INSTALL)
  set(JSON_Install ON) # what this project exports needs it installed, too
endif()
FetchContent_Declare(
  nlohmann_json
  SYSTEM
  URL https://github.com/nlohmann/json/releases/download/v3.12.0/json.tar.xz
  URL_HASH SHA256=42f6e95cad6ec532fd372391373363b62a14af6d771056dbfc86160e6dfff7aa
  FIND_PACKAGE_ARGS 3.11)
FetchContent_MakeAvailable(nlohmann_json)
