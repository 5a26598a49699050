#include <linode/personal_access_token.hpp>

#include <iostream>

int main() {
  linode::DecodeError why;
  if (!linode::try_from_json("{\"label\": \"backup\",\n \"id\": 1.9}", &why)) {
    std::cout << why.what() << '\n' << linode::printable(why.path()) << " in line " << why.line() << '\n';
  }
}
