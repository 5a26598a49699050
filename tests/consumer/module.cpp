// Uses every name that the module exports, without this library's headers.
#include <chrono>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

import linode.personal_access_token;

#ifdef LINODE_PAT_VERSION_MAJOR
#error "this source must see the library only through the module"
#endif

// Defined in the source that includes the headers.
int with_headers();

namespace {

bool reads() {
  const std::string text = R"({"id": 1, "expiry": null, "scopes": "*"})";
  const std::string page_text = R"({"data": [{"id": 2}]})";
  const linode::PersonalAccessToken token = linode::from_json(text, linode::Members::strict);
  const linode::PersonalAccessTokenPage page = linode::page_from_json(page_text);
  linode::DecodeError why;
  const bool refuses = !linode::try_from_json("[]", &why) && why.reason() == linode::DecodeError::Reason::wrong_type;
  return refuses && token == linode::try_from_json(text) && page == linode::try_page_from_json(page_text) &&
         linode::operator!=(token, page.data.front()) &&  // called by name: C++20 makes != from ==
         linode::read_tokens(text).front() == token && linode::try_read_tokens(page_text)->size() == 1 &&
         linode::check_json(text).empty() && linode::check_page_json(text).size() == 1 &&
         why.api_errors() == std::vector<linode::ApiError>{} && linode::read_api_errors(text).empty();
}

bool streams() {
  int tokens = 0;
  int pages = 0;
  linode::for_each_token(std::istringstream("{} [{}, {}]"), [&](linode::PersonalAccessToken&&) { ++tokens; });
  linode::for_each_page(std::istringstream("{} [{}, {}]"), [&](linode::PersonalAccessTokenPage&&) { ++pages; });
  const auto ignore = [](auto&&) {};
  const bool refused = !linode::try_for_each_token(std::istringstream("{"), ignore) &&
                       !linode::try_for_each_page(std::istringstream("{"), ignore);
  return tokens == 3 && pages == 2 && refused;
}

bool writes() {
  linode::PersonalAccessToken token;
  token.expiry = linode::Expiry::never();
  token.label = "";
  token.scopes = "*";
  const std::vector<linode::Violation> violations = linode::violations(token, linode::Request::create);
  token.label = "a";
  linode::PersonalAccessTokenPage page;
  page.data.push_back(token);
  return violations.size() == 1 && linode::create_request(token) == linode::to_json(token) &&
         linode::update_request(token) == R"({"label":"a"})" && linode::to_json(page).size() > 10 &&
         !linode::is_truncated(token) && !linode::matches_secret(token, "a");
}

bool prints() {
  std::ostringstream log;
  linode::PersonalAccessTokenPage page;
  page.data.resize(1);
  log << page.data.front() << ' ' << page << ' ' << linode::Expiry::never() << ' ' << linode::Scopes("*");
  if (linode::to_string(linode::Access::none) + linode::printable("\n") != "none\\n") return false;
  return log.str() == "PersonalAccessToken{} PersonalAccessTokenPage{data=[PersonalAccessToken{}]} never *";
}

bool values() {
  constexpr std::optional<linode::Timestamp> time = linode::parse_timestamp("2018-01-01T00:01:01");
  static_assert(time && linode::Expiry(*time) < linode::Expiry::never() &&
                linode::Expiry(*time) != linode::Expiry::never());
  constexpr linode::Version version = linode::personal_access_token_version;
  static_assert(version.major_version == 1);
  linode::Scopes scopes;
  scopes.grant("linodes", linode::Access::read_only);
  return linode::format_timestamp(*time) == "2018-01-01T00:01:01" &&
         linode::Expiry(std::chrono::sys_days{}) <= linode::Expiry(*time) && linode::Clock::now() > *time &&
         linode::unrecognized_scopes("*").empty() && linode::parse_scopes("linodes:view") == scopes &&
         linode::granted_scopes("linodes:view") == scopes && !linode::has_next_page({}) &&
         scopes == linode::Scopes("linodes:view") && scopes != linode::Scopes("*") &&
         scopes.list().front() == linode::Scope{"linodes", linode::Access::read_only};
}

}  // namespace

int main() { return reads() && streams() && writes() && prints() && values() && with_headers() == 0 ? 0 : 1; }
