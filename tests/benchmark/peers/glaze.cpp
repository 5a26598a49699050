// glaze reads into the struct and writes from it. Only times are read and written by this library.
#include <glaze/glaze.hpp>

#include <stdexcept>

#include "../peers.hpp"

using linode::Expiry;
using linode::PersonalAccessToken;
using linode::PersonalAccessTokenPage;
using linode::Timestamp;

namespace glz {

template <>
struct from<JSON, Timestamp> {
  template <auto Opts>
  static void op(Timestamp& value, is_context auto&& context, auto&& at, auto&& end) {
    std::string_view text;
    parse<JSON>::op<Opts>(text, context, at, end);
    if (bool(context.error)) return;
    const auto time = linode::parse_timestamp(text);
    if (time)
      value = *time;
    else
      context.error = error_code::parse_error;
  }
};

template <>
struct to<JSON, Timestamp> {
  template <auto Opts>
  static void op(const Timestamp& value, is_context auto&& context, auto&&... args) {
    char text[linode::detail::max_timestamp_size];
    const std::string_view view(
        text, std::size_t(linode::detail::write_timestamp(text, value.time_since_epoch().count()) - text));
    serialize<JSON>::op<Opts>(view, context, args...);
  }
};

template <>
struct from<JSON, std::optional<Expiry>> {
  template <auto Opts>
  static void op(std::optional<Expiry>& value, is_context auto&& context, auto&& at, auto&& end) {
    std::optional<Timestamp> time;
    parse<JSON>::op<Opts>(time, context, at, end);
    value = time ? Expiry(*time) : Expiry::never();
  }
};

template <>
struct to<JSON, std::optional<Expiry>> {
  template <auto Opts>
  static void op(const std::optional<Expiry>& value, is_context auto&& context, auto&&... args) {
    const std::optional<Timestamp> time = value->is_never() ? std::nullopt : std::optional(value->time());
    serialize<JSON>::op<Opts>(time, context, args...);
  }
};

template <>
struct meta<PersonalAccessToken> {
  using T = PersonalAccessToken;
  static constexpr auto value = object("created", &T::created, "expiry", &T::expiry, "id", &T::id, "label", &T::label,
                                       "scopes", &T::scopes, "token", &T::token);
};

template <>
struct meta<PersonalAccessTokenPage> {
  using T = PersonalAccessTokenPage;
  static constexpr auto value = object("data", &T::data, "page", &T::page, "pages", &T::pages, "results", &T::results);
};

}  // namespace glz

namespace {

using peers::Text;

constexpr glz::opts tolerant{.error_on_unknown_keys = false};
constexpr glz::opts minified{.error_on_unknown_keys = false, .minified = true};  // white space is then an error

template <class T, glz::opts options>
T read(const Text& text) {
  T value;
  if (glz::read<options>(value, text.storage)) throw std::runtime_error("glaze");
  return value;
}

template <class T>
std::string write(const T& value) {
  std::string text;
  if (glz::write_json(value, text)) throw std::runtime_error("glaze");
  return text;
}

const peers::Registration registration({"glaze", read<PersonalAccessToken, tolerant>,
                                        read<PersonalAccessTokenPage, tolerant>, write<PersonalAccessToken>,
                                        write<PersonalAccessTokenPage>});
const peers::Registration of_minified({"glaze, minified",
                                       read<PersonalAccessToken, minified>,
                                       read<PersonalAccessTokenPage, minified>,
                                       {},
                                       {},
                                       peers::Reads::compact});

}  // namespace
