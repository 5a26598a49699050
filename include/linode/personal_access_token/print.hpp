/// \file
/// A token for logs, without its secret.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

#include <linode/personal_access_token/detail/codec/encoder.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/text/escape.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

namespace detail {

inline void print(std::string& out, const std::string& value) {
  out += '"';
  append_escaped(out, value);
  out += '"';
}

inline void print(std::string& out, std::int64_t value) { out += std::to_string(value); }

inline void print(std::string& out, Timestamp value) {
  if (is_writable(value)) {
    out += format_timestamp(value);
  } else {
    out.append("<").append(no_text_form).append(">");
  }
}

inline void print(std::string& out, Expiry value) {
  if (const std::optional<Timestamp> time = value.time()) {
    print(out, *time);
  } else {
    out += "never";
  }
}

inline std::string printed(const PersonalAccessToken& token) {
  std::string out = "PersonalAccessToken{";
  bool first = true;
  for_each_field<PersonalAccessToken>([&](const auto& field) {
    const auto* const value = set_value(token.*field.member);
    if (value == nullptr) return;
    if (!first) out += ", ";
    first = false;
    out.append(field.name).append("=");
    if (field.print == Print::hidden) {
      out += "<hidden>";
    } else {
      print(out, *value);
    }
  });
  return out += '}';
}

}  // namespace detail

/// Prints a token for logs, in one line: `PersonalAccessToken{expiry=never, id=123, label="cli", token=<hidden>}`, the
/// members that are set. Control characters are escaped, so that a label cannot forge a line. No character of `token`
/// is printed.
template <class Traits>  // so that who prints includes <ostream>, and nobody else has to
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const PersonalAccessToken& token) {
  return stream << detail::printed(token);
}

}  // namespace linode
