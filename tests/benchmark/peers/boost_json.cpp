// Boost.JSON with a monotonic resource over a reused buffer, the fastest way in its documentation.
#include <boost/json.hpp>

#include <array>

#include "../peers.hpp"

namespace {

namespace bj = boost::json;
using peers::PersonalAccessToken;
using peers::PersonalAccessTokenPage;
using peers::Text;

PersonalAccessToken token_of(const bj::object& object) {
  PersonalAccessToken token;
  for (const auto& [name, value] : object) {
    if (name == "created")
      token.created = peers::time(value.as_string());
    else if (name == "expiry")
      token.expiry = value.is_null() ? linode::Expiry::never() : linode::Expiry(peers::time(value.as_string()));
    else if (name == "id")
      token.id = value.as_int64();
    else if (name == "label")
      token.label.emplace(value.as_string());
    else if (name == "scopes")
      token.scopes.emplace(value.as_string());
    else if (name == "token")
      token.token.emplace(value.as_string());
  }
  return token;
}

PersonalAccessTokenPage page_of(const bj::object& object) {
  PersonalAccessTokenPage page;
  const bj::array& data = object.at("data").as_array();
  page.data.reserve(data.size());
  for (const bj::value& token : data) page.data.push_back(token_of(token.as_object()));
  page.page = object.at("page").as_int64();
  page.pages = object.at("pages").as_int64();
  page.results = object.at("results").as_int64();
  return page;
}

template <class Use>
auto with_document(const Text& text, Use&& use) {
  static std::vector<unsigned char> buffer(1 << 20);
  bj::monotonic_resource memory(buffer.data(), buffer.size());
  return use(bj::parse(bj::string_view(text.view().data(), text.view().size()), &memory).as_object());
}

const peers::Registration registration({"Boost.JSON, monotonic",
                                        [](const Text& text) { return with_document(text, token_of); },
                                        [](const Text& text) { return with_document(text, page_of); },
                                        {},
                                        {}});

}  // namespace
