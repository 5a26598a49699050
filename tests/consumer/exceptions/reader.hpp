// A shared library that is built with hidden visibility, and reads tokens.
#pragma once

// Throws what linode::from_json throws.
[[gnu::visibility("default")]] void read_in_library(const char* text);
