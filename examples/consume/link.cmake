# With the adapters, this target needs nlohmann_json. Without them, linode::personal_access_token_core needs no library.
target_link_libraries(my_program PRIVATE linode::personal_access_token)
