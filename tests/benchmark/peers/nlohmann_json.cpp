// nlohmann_json in three ways: by hand, with this library's adapter, and with its event interface.
#include <linode/personal_access_token/nlohmann.hpp>

#include "../peers.hpp"

namespace {

using nlohmann::json;
using peers::PersonalAccessToken;
using peers::PersonalAccessTokenPage;
using peers::Text;

PersonalAccessToken by_hand(const json& object) {
  PersonalAccessToken token;
  const auto set = [&object](const char* name, auto&& take) {
    const auto found = object.find(name);
    if (found != object.end() && !found->is_null()) take(*found);
  };
  set("created", [&](const json& value) { token.created = peers::time(value.get_ref<const std::string&>()); });
  set("expiry", [&](const json& value) { token.expiry = peers::time(value.get_ref<const std::string&>()); });
  if (!token.expiry && object.contains("expiry")) token.expiry = linode::Expiry::never();
  set("id", [&](const json& value) { token.id = value.get<std::int64_t>(); });
  set("label", [&](const json& value) { token.label = value.get<std::string>(); });
  set("scopes", [&](const json& value) { token.scopes = value.get<std::string>(); });
  set("token", [&](const json& value) { token.token = value.get<std::string>(); });
  return token;
}

PersonalAccessTokenPage page_by_hand(const json& object) {
  PersonalAccessTokenPage page;
  const json& data = object.at("data");
  page.data.reserve(data.size());
  for (const json& token : data) page.data.push_back(by_hand(token));
  page.page = object.at("page").get<std::int64_t>();
  page.pages = object.at("pages").get<std::int64_t>();
  page.results = object.at("results").get<std::int64_t>();
  return page;
}

// Takes the events of a token or a page of tokens, and skips deeper values.
class Events : public nlohmann::json_sax<json> {
 public:
  PersonalAccessTokenPage page;
  explicit Events(std::size_t depth_of_tokens) : depth_of_tokens_(depth_of_tokens) {}

  bool null() override {
    if (depth_ == depth_of_tokens_ && name_ == "expiry") token().expiry = linode::Expiry::never();
    return true;
  }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t value) override { return number(value); }
  bool number_unsigned(number_unsigned_t value) override { return number(static_cast<std::int64_t>(value)); }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
  bool string(string_t& value) override {
    if (depth_ != depth_of_tokens_) return true;
    if (name_ == "created")
      token().created = peers::time(value);
    else if (name_ == "expiry")
      token().expiry = peers::time(value);
    else if (name_ == "label")
      token().label = std::move(value);
    else if (name_ == "scopes")
      token().scopes = std::move(value);
    else if (name_ == "token")
      token().token = std::move(value);
    return true;
  }
  bool binary(binary_t& /*value*/) override { return true; }
  bool start_object(std::size_t /*size*/) override {
    if (++depth_ == depth_of_tokens_) page.data.emplace_back();
    return true;
  }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t /*size*/) override { return ++depth_, true; }
  bool end_array() override { return --depth_, true; }
  bool key(string_t& value) override { return name_.swap(value), true; }
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    return false;
  }

 private:
  PersonalAccessToken& token() { return page.data.back(); }

  bool number(std::int64_t value) {
    if (depth_ == depth_of_tokens_ && name_ == "id") token().id = value;
    if (depth_ == 1 && name_ == "page") page.page = value;
    if (depth_ == 1 && name_ == "pages") page.pages = value;
    if (depth_ == 1 && name_ == "results") page.results = value;
    return true;
  }

  std::size_t depth_of_tokens_;
  std::size_t depth_ = 0;
  std::string name_;
};

template <std::size_t depth_of_tokens>
PersonalAccessTokenPage by_events(const Text& text) {
  Events events(depth_of_tokens);
  json::sax_parse(text.view(), &events);
  return std::move(events.page);
}

json written_by_hand(const PersonalAccessToken& token) {
  json object = json::object();
  if (token.created) object["created"] = linode::format_timestamp(*token.created);
  if (token.expiry)
    object["expiry"] = token.expiry->is_never() ? json() : json(linode::format_timestamp(token.expiry->time()));
  if (token.id) object["id"] = *token.id;
  if (token.label) object["label"] = *token.label;
  if (token.scopes) object["scopes"] = *token.scopes;
  if (token.token) object["token"] = *token.token;
  return object;
}

const peers::Registration hand({"nlohmann_json DOM, by hand",
                                [](const Text& text) { return by_hand(json::parse(text.view())); },
                                [](const Text& text) { return page_by_hand(json::parse(text.view())); },
                                [](const PersonalAccessToken& token) { return written_by_hand(token).dump(); },
                                {}});
const peers::Registration adapter(
    {"nlohmann_json DOM, adapter", [](const Text& text) { return json::parse(text.view()).get<PersonalAccessToken>(); },
     [](const Text& text) { return json::parse(text.view()).get<PersonalAccessTokenPage>(); },
     [](const PersonalAccessToken& token) { return json(token).dump(); },
     [](const PersonalAccessTokenPage& page) { return json(page).dump(); }});
const peers::Registration sax({"nlohmann_json SAX",
                               [](const Text& text) { return std::move(by_events<1>(text).data.at(0)); },
                               [](const Text& text) { return by_events<3>(text); },
                               {},
                               {}});

}  // namespace
