include(FetchContent)
FetchContent_Declare(
  linode_personal_access_token
  GIT_REPOSITORY https://git.example.org/linode-personal-access-token.git # a placeholder for your repository
  GIT_TAG v1.0.0) # does not exist yet: until it does, give a commit
FetchContent_MakeAvailable(linode_personal_access_token)
