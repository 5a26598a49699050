// Reads one token and writes it, with this library.
#include <linode/personal_access_token.hpp>

#include <cstdio>

int main(int, char** arguments) {
  try {
    std::puts(linode::to_json(linode::from_json(arguments[1])).c_str());
  } catch (const linode::DecodeError& error) {
    std::puts(error.what());
  }
}
