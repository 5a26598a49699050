// A shared library that reads tokens, built with hidden visibility.
#pragma once

// Throws what linode::from_json throws.
[[gnu::visibility("default")]] void read_in_library(const char* text);
