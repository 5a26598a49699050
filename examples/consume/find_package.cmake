find_package(linode_personal_access_token 1.0 REQUIRED)
