find_package(linode 1.0 REQUIRED)
