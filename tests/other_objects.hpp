// Objects that the library does not have: an example of a second API object, and of members of new types.
#pragma once

#include <linode/personal_access_token/detail/codec/list_and_object.hpp>
#include <linode/personal_access_token/detail/codec/value_types.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/timestamp.hpp>

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace other_objects {

using linode::Timestamp;

// A second object of the API, https://techdocs.akamai.com/linode-api/reference/get-ssh-keys, and its page.
struct SshKey {
  std::optional<Timestamp> created = {};
  std::optional<std::int64_t> id = {};
  std::optional<std::string> label = {};
  std::optional<std::string> ssh_key = {};
};
struct SshKeyPage {
  std::vector<SshKey> data = {};
  std::optional<std::int64_t> page = {};
};

// Members of types that a token does not have.
struct User {
  std::optional<std::string> username = {};
  std::optional<std::int64_t> uid = {};
};
struct Entry {
  std::optional<std::int64_t> id = {};
  std::optional<bool> restricted = {};
  std::vector<std::int64_t> sizes = {};
  std::vector<std::string> tags = {};
  std::optional<User> user = {};
};
struct EntryPage {
  std::vector<Entry> data = {};
};

}  // namespace other_objects

namespace linode::detail {

template <>
struct Fields<other_objects::SshKey> {
  using T = other_objects::SshKey;
  static constexpr std::string_view name = "SshKey";
  static constexpr const char* in_words = "an SSH key";
  static constexpr std::tuple table{Field{"created", &T::created}, Field{"id", &T::id}, Field{"label", &T::label},
                                    Field{"ssh_key", &T::ssh_key}};
};
template <>
struct Fields<other_objects::SshKeyPage> {
  using T = other_objects::SshKeyPage;
  static constexpr std::string_view name = "SshKeyPage";
  static constexpr const char* in_words = "a page";
  static constexpr std::tuple table{Field{"data", &T::data}, Field{"page", &T::page}};
};

template <>
struct ValueType<bool> : ScalarType<bool> {
  static constexpr const char* expected = "a boolean";
  template <class Reader>
  static std::optional<Problem> decode(Reader& reader, std::optional<bool>& out) {
    if (reader.kind() != Kind::boolean) return wrong_type(expected, reader);
    out = reader.read_boolean();
    return std::nullopt;
  }
  template <class FastReader>
  static bool try_decode(FastReader& /*reader*/, std::optional<bool>& /*out*/) noexcept {
    return false;
  }
  static constexpr std::size_t max_unreserved_size = 5;
  static constexpr std::size_t estimated_size(bool /*value*/) noexcept { return max_unreserved_size; }
  template <class Writer>
  static char* write(Writer& /*writer*/, char* pos, bool value) noexcept {
    const std::string_view text = value ? "true" : "false";
    std::memcpy(pos, text.data(), text.size());
    return pos + text.size();
  }
  template <class DocumentInteger>
  static std::string_view why_unencodable(bool /*value*/, std::string& /*path*/) noexcept {
    return {};
  }
  template <class J>
  static J to_document(bool value) {
    return value;
  }
  static void print(std::string& out, bool value) { out += value ? "true" : "false"; }
};
template <>
struct ValueType<std::vector<std::string>> : ListType<std::string> {};
template <>
struct ValueType<std::vector<std::int64_t>> : ListType<std::int64_t> {};

template <>
struct Fields<other_objects::User> {
  using T = other_objects::User;
  static constexpr std::string_view name = "User";
  static constexpr const char* in_words = "a user";
  static constexpr std::tuple table{Field{"uid", &T::uid}, Field{"username", &T::username}};
};
template <>
struct Fields<other_objects::Entry> {
  using T = other_objects::Entry;
  static constexpr std::string_view name = "Entry";
  static constexpr const char* in_words = "an entry";
  static constexpr std::tuple table{Field{"id", &T::id}, Field{"restricted", &T::restricted}, Field{"sizes", &T::sizes},
                                    Field{"tags", &T::tags}, Field{"user", &T::user}};
};
template <>
struct Fields<other_objects::EntryPage> {
  using T = other_objects::EntryPage;
  static constexpr std::string_view name = "EntryPage";
  static constexpr const char* in_words = "a page";
  static constexpr std::tuple table{Field{"data", &T::data}};
};

}  // namespace linode::detail
