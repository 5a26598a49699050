// Prints the id of each token of standard input, or of a file, as soon as it is delivered.
//
//   live_stream synced|unsynced|FILE
#include <linode/personal_access_token/stream.hpp>

#include <fstream>
#include <iostream>
#include <string>

int main(int count, char** arguments) {
  const std::string source = count > 1 ? arguments[1] : "synced";
  if (source == "unsynced") std::ios::sync_with_stdio(false);
  std::ifstream file;
  if (source != "synced" && source != "unsynced") {
#ifdef _LIBCPP_VERSION
    std::cout << "libc++" << std::endl;  // its file buffers always wait until they are full
    return 0;
#endif
    file.open(source);
  }
  std::istream& stream = file.is_open() ? file : std::cin;
  linode::for_each_token(stream, [](linode::PersonalAccessToken&& token) {
    std::cout << token.id.value_or(0) << std::endl;  // flushed, so that no token waits
  });
}
