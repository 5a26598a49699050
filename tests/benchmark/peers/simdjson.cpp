// simdjson On-Demand: parser used again, input padded beforehand, members asked for in the server's order.
#include <simdjson.h>

#include "../peers.hpp"

namespace {

namespace od = simdjson::ondemand;
using peers::PersonalAccessToken;
using peers::PersonalAccessTokenPage;
using peers::Text;

std::string_view text_of(od::value value) { return value.get_string(); }

PersonalAccessToken token_of(od::object object) {
  PersonalAccessToken token;
  for (auto field : object) {
    const std::string_view name = field.unescaped_key();
    od::value value = field.value();
    if (name == "id")
      token.id = std::int64_t(value.get_int64());
    else if (name == "scopes")
      token.scopes.emplace(text_of(value));
    else if (name == "created")
      token.created = peers::time(text_of(value));
    else if (name == "label")
      token.label.emplace(text_of(value));
    else if (name == "token")
      token.token.emplace(text_of(value));
    else if (name == "expiry")
      token.expiry = value.is_null() ? linode::Expiry::never() : linode::Expiry(peers::time(text_of(value)));
  }
  return token;
}

template <class Use>
auto with_document(const Text& text, Use&& use) {
  static od::parser parser;
  od::document document = parser.iterate(text.view().data(), text.view().size(), text.capacity());
  return use(document.get_object());
}

PersonalAccessTokenPage page_of(od::object object) {
  PersonalAccessTokenPage page;
  for (od::object token : object["data"].get_array()) page.data.push_back(token_of(token));
  page.page = std::int64_t(object["page"].get_int64());
  page.pages = std::int64_t(object["pages"].get_int64());
  page.results = std::int64_t(object["results"].get_int64());
  return page;
}

const peers::Registration registration({"simdjson On-Demand",
                                        [](const Text& text) { return with_document(text, token_of); },
                                        [](const Text& text) { return with_document(text, page_of); },
                                        {},
                                        {}});

}  // namespace
