// Instantiates the templates of the headers, since a compiler checks them fully only when they are used.
#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/nlohmann.hpp>

#include <chrono>
#include <sstream>

namespace {

template <class Json>
bool uses_documents() {
  const Json document = Json::parse(R"({"data": [{"expiry": null, "id": 1}]})");
  const auto page = document.template get<linode::PersonalAccessTokenPage>();
  linode::DecodeError why;
  return Json(page) == document && linode::read_tokens(document) == page.data &&
         linode::from_dict(document["data"][0]) == page.data.front() && !linode::try_from_dict(document, &why) &&
         !linode::try_read_tokens(Json(1), &why) && Json(linode::Scopes("*")).template get<linode::Scopes>().is_all() &&
         Json(linode::Expiry::never()).is_null() &&
         Json(linode::Timestamp{}).template get<linode::Timestamp>() == linode::Timestamp{};
}

bool uses_streams() {
  int count = 0;
  linode::for_each_token(std::istringstream("{} {}"), [&count](linode::PersonalAccessToken&&) { ++count; });
  linode::for_each_page(std::istringstream("{} []"), [&count](linode::PersonalAccessTokenPage&&) { ++count; });
  std::ostringstream log;
  log << linode::from_json("{}") << linode::page_from_json(R"({"data": []})") << linode::Expiry::never()
      << linode::Scopes("*") << linode::Access::none << linode::DecodeError::Reason::wrong_type
      << linode::ApiError{"reason"};
  return count == 4 && !log.str().empty();
}

bool uses_times() {
  const auto now = std::chrono::system_clock::now();
  return !linode::Expiry::never().has_passed(now) &&
         !linode::Expiry::never().passes_within(std::chrono::hours(1), now) && !linode::format_timestamp(now).empty();
}

}  // namespace

int main() {
  return uses_documents<nlohmann::json>() && uses_documents<nlohmann::ordered_json>() && uses_streams() && uses_times()
             ? 0
             : 1;
}
