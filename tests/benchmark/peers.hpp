// The peers that the benchmark compares: they read the same texts into the same struct, and write the struct as text.
#pragma once

#include <linode/personal_access_token.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace peers {

using linode::PersonalAccessToken;
using linode::PersonalAccessTokenPage;

// A text with the room after it that simdjson needs.
struct Text {
  explicit Text(std::string_view json) : storage(json) { storage.reserve(json.size() + 128); }

  [[nodiscard]] std::string_view view() const noexcept { return storage; }
  [[nodiscard]] std::size_t capacity() const noexcept { return storage.capacity(); }

  std::string storage;
};

inline constexpr const char* ours = "this library";

// Which texts a peer reads: all, those without white space, or only those in server order without white space, escape
// sequences and unknown members. A peer of the last kind is a lower bound, and is not counted as faster.
enum class Reads { all, compact, one_order };

// A peer without a function cannot do this task.
struct Peer {
  std::string name;
  std::function<PersonalAccessToken(const Text&)> read_token;
  std::function<PersonalAccessTokenPage(const Text&)> read_page;
  std::function<std::string(const PersonalAccessToken&)> write_token;
  std::function<std::string(const PersonalAccessTokenPage&)> write_page;
  Reads reads = Reads::all;
};

// The peers of this build, this library among them.
inline std::vector<Peer>& all() {
  static std::vector<Peer> peers;
  return peers;
}

struct Registration {
  explicit Registration(Peer peer) { all().push_back(std::move(peer)); }
};

// Every peer reads times with this library, so that only the JSON differs.
inline linode::Timestamp time(std::string_view text) { return linode::parse_timestamp(text).value(); }

}  // namespace peers
