// Values, and the text that every way of printing them has to give.
#pragma once

#include <linode/personal_access_token/expiry.hpp>
#include <linode/personal_access_token/page.hpp>
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

// Calls check(value, text) for a value of each type that is printed.
template <class Check>
void for_each_value(Check&& check) {
  check(secret_token(), token_text);
  check(PersonalAccessTokenPage{{secret_token()}, 1, {}, {}},
        "PersonalAccessTokenPage{data=[" + token_text + "], page=1}");
  check(Expiry::never(), std::string("never"));
  check(Expiry(reading::time("2018-01-01T13:46:32")), std::string("2018-01-01T13:46:32"));
  check(Scopes("linodes:* a\nb:view"), std::string("a\\u000ab:read_only linodes:read_write"));
}

}  // namespace formatting
