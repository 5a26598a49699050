cmake -D OUTPUT=linode_personal_access_token.hpp -P cmake/single_header.cmake
