include(FetchContent)
FetchContent_Declare(
  linode_personal_access_token
  GIT_REPOSITORY https://git.example.org/linode-personal-access-token.git
  GIT_TAG v1.0.0)
FetchContent_MakeAvailable(linode_personal_access_token)
