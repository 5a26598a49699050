/// \file
/// The bodies of requests that create or change a token.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/codec/encoder.hpp>
#include <linode/personal_access_token/detail/fields.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

/// One reason why a token cannot be sent.
struct Violation {
  std::string path;     ///< the member, as a JSON Pointer: `/label`
  std::string message;  ///< what was expected and what came, without quoting it
};

namespace detail {

// What is wrong with a value that is to be sent; empty if nothing is.

inline std::string complaint(const std::string& value, const Length& length) {
  const std::optional<std::size_t> size = count_code_points(value);
  if (!size) return not_utf8;
  if (length.shortest <= *size && *size <= length.longest) return {};
  return "expected " + std::to_string(length.shortest) + " to " + std::to_string(length.longest) +
         " characters, found " + std::to_string(*size);
}

inline std::string complaint(Timestamp value, const Length& /*length*/) {
  return is_writable(value) ? std::string() : no_text_form;
}

inline std::string complaint(Expiry value, const Length& length) {
  return value.time() ? complaint(*value.time(), length) : std::string();
}

inline std::string complaint(std::int64_t /*value*/, const Length& /*length*/) { return {}; }

// Of the members that are sent in these requests.
inline std::vector<Violation> violations_among(const PersonalAccessToken& token, Sent requests) {
  std::vector<Violation> found;
  for_each_field<PersonalAccessToken>([&](const auto& field) {
    const auto* const value = set_value(token.*field.member);
    if (value == nullptr || field.sent < requests) return;
    if (std::string message = complaint(*value, field.length); !message.empty()) {
      found.push_back({pointer_to(field.name), std::move(message)});
    }
  });
  return found;
}

inline std::string request_body(const PersonalAccessToken& token, Sent requests) {
  std::string message;
  for (const Violation& violation : violations_among(token, requests)) {
    if (!message.empty()) message += "; ";
    message += violation.path + ": " + violation.message;
  }
  if (!message.empty()) throw std::invalid_argument(message);
  return to_text(token, requests);
}

}  // namespace detail

/// Every reason why a token cannot be sent, in the order of its members; none for one that `create_request` takes.
///
/// A label has to have 1 to 100 characters, counted as Unicode code points; strings have to be UTF-8, and an expiry
/// within the years 0000 to 9999. Members that are never sent are not looked at.
[[nodiscard]] inline std::vector<Violation> violations(const PersonalAccessToken& token) {
  return detail::violations_among(token, detail::Sent::on_create);
}

/// The body of `POST /profile/tokens`: expiry, label and scopes, those that are set.
///
/// An expiry of never is sent as `null`, and empty scopes are sent as they are: left out, they would become all scopes
/// of the token that acts. https://techdocs.akamai.com/linode-api/reference/post-personal-access-token
///
/// \throws std::invalid_argument naming every violation
[[nodiscard]] inline std::string create_request(const PersonalAccessToken& token) {
  return detail::request_body(token, detail::Sent::on_create);
}

/// The body of `PUT /profile/tokens/{id}`: the label, the one member that can be changed, if it is set.
/// https://techdocs.akamai.com/linode-api/reference/put-personal-access-token
/// \throws std::invalid_argument if the label violates its rule
[[nodiscard]] inline std::string update_request(const PersonalAccessToken& token) {
  return detail::request_body(token, detail::Sent::on_create_and_update);
}

}  // namespace linode
