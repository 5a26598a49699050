// Prints as which class it catches the exception of the shared library.
#include <linode/personal_access_token.hpp>

#include <exception>
#include <iostream>

#include "reader.hpp"

int main() {
  try {
    read_in_library(R"({"id": "x"})");
  } catch (const linode::DecodeError& error) {
    std::cout << "caught as DecodeError at " << error.path() << '\n';
    return 0;
  } catch (const std::exception& error) {
    std::cout << "caught as another exception: " << error.what() << '\n';
  }
  return 1;
}
