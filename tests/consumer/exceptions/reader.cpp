#include "reader.hpp"

#include <linode/personal_access_token.hpp>

void read_in_library(const char* text) { static_cast<void>(linode::from_json(text)); }
