// Values, and the text that every way of printing them must give.
#pragma once

#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/page.hpp>
#include <linode/personal_access_token/print.hpp>
#include <linode/personal_access_token/request.hpp>
#include <linode/personal_access_token/scopes.hpp>
#include <linode/personal_access_token/token.hpp>

#include <string>

#include "reading.hpp"

namespace formatting {

using linode::Expiry;
using linode::PersonalAccessToken;
using linode::PersonalAccessTokenPage;
using linode::Scopes;

inline PersonalAccessToken secret_token() {
  PersonalAccessToken token;
  token.id = 5;
  token.token = std::string(reading::secret);
  return token;
}
inline const std::string token_text = "PersonalAccessToken{id=5, token=<hidden>}";

// A value of each printable type, and its text. A type without one does not compile.
template <class Value>
struct Sample;
template <>
struct Sample<PersonalAccessToken> {
  PersonalAccessToken value = secret_token();
  std::string text = token_text;
};
template <>
struct Sample<PersonalAccessTokenPage> {
  PersonalAccessTokenPage value{{secret_token()}, 1, {}, {}};
  std::string text = "PersonalAccessTokenPage{data=[" + token_text + "], page=1}";
};
template <>
struct Sample<linode::Timestamp> {
  linode::Timestamp value = reading::time("2018-01-01T13:46:32.5");
  std::string text = "2018-01-01T13:46:32.5";
};
template <>
struct Sample<Expiry> {
  Expiry value = Expiry::never();
  std::string text = "never";
};
template <>
struct Sample<Scopes> {
  Scopes value{"linodes:* a\x1b:view"};
  std::string text = R"(a\u{1b}:read_only linodes:read_write)";
};
template <>
struct Sample<linode::Scope> {
  linode::Scope value{"linodes", linode::Access::read_only};
  std::string text = "linodes:read_only";
};
template <>
struct Sample<linode::Access> {
  linode::Access value = linode::Access::read_write;
  std::string text = "read_write";
};
template <>
struct Sample<linode::DecodeError::Reason> {
  linode::DecodeError::Reason value = linode::DecodeError::Reason::missing_member;
  std::string text = "missing_member";
};
template <>
struct Sample<linode::Violation> {
  linode::Violation value{"/label", "expected\n"};
  std::string text = R"(/label: expected\n)";
};
template <>
struct Sample<linode::ApiError> {
  linode::ApiError value{"Too long", "label"};
  std::string text = "label: Too long";
};

template <class Check, class... Values>
void for_each_sample(Check& check, linode::detail::TypeList<Values...> /*types*/) {
  (check(Sample<Values>().value, Sample<Values>().text), ...);
}

// Calls check(value, text) for a value of each printable type.
template <class Check>
void for_each_value(Check&& check) {
  for_each_sample(check, linode::detail::PrintableTypes());
}

}  // namespace formatting
