// simdjson On-Demand with a reused parser and padded input, in three ways: members as they come, by key in server
// order, and with get<T>().
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

// The benchmark's texts have every member.
PersonalAccessToken token_by_keys(od::object object) {
  PersonalAccessToken token;
  token.id = std::int64_t(object["id"].get_int64());
  token.scopes.emplace(text_of(object["scopes"]));
  token.created = peers::time(text_of(object["created"]));
  token.label.emplace(text_of(object["label"]));
  token.token.emplace(text_of(object["token"]));
  od::value expiry = object["expiry"];
  token.expiry = expiry.is_null() ? linode::Expiry::never() : linode::Expiry(peers::time(text_of(expiry)));
  return token;
}

od::document document_of(const Text& text) {
  static od::parser parser;
  return parser.iterate(text.view().data(), text.view().size(), text.capacity());
}

using ReadToken = PersonalAccessToken(od::object);

template <ReadToken read>
PersonalAccessToken token_by(const Text& text) {
  od::document document = document_of(text);
  return read(document.get_object());
}

template <ReadToken read>
PersonalAccessTokenPage page_by(const Text& text) {
  od::document document = document_of(text);
  od::object object = document.get_object();
  PersonalAccessTokenPage page;
  for (od::object token : object["data"].get_array()) page.data.push_back(read(token));
  page.page = std::int64_t(object["page"].get_int64());
  page.pages = std::int64_t(object["pages"].get_int64());
  page.results = std::int64_t(object["results"].get_int64());
  return page;
}

const peers::Registration registration({"simdjson On-Demand", token_by<token_of>, page_by<token_of>, {}, {}});
const peers::Registration by_keys(
    {"simdjson On-Demand, by keys", token_by<token_by_keys>, page_by<token_by_keys>, {}, {}});

}  // namespace

#if SIMDJSON_SUPPORTS_DESERIALIZATION

namespace simdjson {

template <class Source>
error_code tag_invoke(deserialize_tag /*tag*/, Source& source, linode::Timestamp& out) {
  std::string_view text;
  SIMDJSON_TRY(source.get_string().get(text));
  out = peers::time(text);
  return SUCCESS;
}

template <class Source>
error_code tag_invoke(deserialize_tag /*tag*/, Source& source, PersonalAccessToken& out) {
  od::object object;
  SIMDJSON_TRY(source.get_object().get(object));
  SIMDJSON_TRY(object["id"].get(out.id));
  SIMDJSON_TRY(object["scopes"].get(out.scopes));
  SIMDJSON_TRY(object["created"].get(out.created));
  SIMDJSON_TRY(object["label"].get(out.label));
  SIMDJSON_TRY(object["token"].get(out.token));
  std::optional<linode::Timestamp> expiry;
  SIMDJSON_TRY(object["expiry"].get(expiry));
  out.expiry = expiry ? linode::Expiry(*expiry) : linode::Expiry::never();
  return SUCCESS;
}

template <class Source>
error_code tag_invoke(deserialize_tag /*tag*/, Source& source, PersonalAccessTokenPage& out) {
  od::object object;
  SIMDJSON_TRY(source.get_object().get(object));
  SIMDJSON_TRY(object["data"].get(out.data));
  SIMDJSON_TRY(object["page"].get(out.page));
  SIMDJSON_TRY(object["pages"].get(out.pages));
  return object["results"].get(out.results);
}

}  // namespace simdjson

namespace {

template <class T>
T get(const Text& text) {
  od::document document = document_of(text);
  return document.get<T>();
}

const peers::Registration by_get({"simdjson get<T>()", get<PersonalAccessToken>, get<PersonalAccessTokenPage>, {}, {}});

}  // namespace

#endif
