// Reads one token from a parsed document, and writes it to a document, with this library's adapter.
#include <linode/personal_access_token/nlohmann.hpp>

#include <cstdio>

int main(int, char** arguments) {
  try {
    const nlohmann::json in = nlohmann::json::parse(arguments[1]);
    std::puts(linode::to_dict(linode::from_dict(in)).dump().c_str());
  } catch (const linode::DecodeError& error) {
    std::puts(error.what());
  }
}
