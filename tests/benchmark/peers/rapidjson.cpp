// RapidJSON's event interface, with this library's checks: valid UTF-8, and nothing after the document.
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <stdexcept>

#include "../peers.hpp"

namespace {

using peers::PersonalAccessToken;
using peers::PersonalAccessTokenPage;
using peers::Text;

enum class Field { none, created, expiry, id, label, scopes, token, page, pages, results };

Field field_of(std::string_view name) {
  switch (name.size()) {
    case 2:
      return name == "id" ? Field::id : Field::none;
    case 4:
      return name == "page" ? Field::page : Field::none;
    case 5:
      return name == "label"   ? Field::label
             : name == "token" ? Field::token
             : name == "pages" ? Field::pages
                               : Field::none;
    case 6:
      return name == "scopes" ? Field::scopes : name == "expiry" ? Field::expiry : Field::none;
    case 7:
      return name == "created" ? Field::created : name == "results" ? Field::results : Field::none;
    default:
      return Field::none;
  }
}

class Events : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Events> {
 public:
  PersonalAccessTokenPage page;
  explicit Events(int depth_of_tokens) : depth_of_tokens_(depth_of_tokens) {}

  bool Default() { return true; }
  bool Null() {
    if (field_ == Field::expiry && at_token()) token().expiry = linode::Expiry::never();
    return true;
  }
  bool Int(int value) { return number(value); }
  bool Uint(unsigned value) { return number(value); }
  bool Int64(std::int64_t value) { return number(value); }
  bool Uint64(std::uint64_t /*value*/) { return field_ != Field::id; }
  bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    if (!at_token()) return true;
    const std::string_view value(text, size);
    switch (field_) {
      case Field::created:
        token().created = peers::time(value);
        break;
      case Field::expiry:
        token().expiry = peers::time(value);
        break;
      case Field::label:
        token().label.emplace(value);
        break;
      case Field::scopes:
        token().scopes.emplace(value);
        break;
      case Field::token:
        token().token.emplace(value);
        break;
      default:
        break;
    }
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    if (depth_ <= depth_of_tokens_) field_ = field_of({text, size});
    return true;
  }
  bool StartObject() {
    if (++depth_ == depth_of_tokens_) page.data.emplace_back();
    return true;
  }
  bool EndObject(rapidjson::SizeType /*size*/) { return --depth_, true; }
  bool StartArray() { return ++depth_, true; }
  bool EndArray(rapidjson::SizeType /*size*/) { return --depth_, true; }

 private:
  [[nodiscard]] bool at_token() const { return depth_ == depth_of_tokens_; }
  PersonalAccessToken& token() { return page.data.back(); }
  bool number(std::int64_t value) {
    if (at_token() && field_ == Field::id) token().id = value;
    if (depth_ == 1) {
      if (field_ == Field::page) page.page = value;
      if (field_ == Field::pages) page.pages = value;
      if (field_ == Field::results) page.results = value;
    }
    return true;
  }

  int depth_of_tokens_;
  int depth_ = 0;
  Field field_ = Field::none;
};

template <int depth_of_tokens>
PersonalAccessTokenPage by_events(const Text& text) {
  Events events(depth_of_tokens);
  rapidjson::MemoryStream stream(text.view().data(), text.view().size());
  rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> input(stream);
  rapidjson::Reader reader;
  if (!reader.Parse<rapidjson::kParseValidateEncodingFlag>(input, events)) throw std::runtime_error("RapidJSON");
  return std::move(events.page);
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>, rapidjson::CrtAllocator,
                                 rapidjson::kWriteValidateEncodingFlag>;

void write(Writer& writer, std::string_view text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write(Writer& writer, const PersonalAccessToken& token) {
  writer.StartObject();
  const auto text = [&writer](const char* name, const std::string& value) {
    writer.Key(name);
    write(writer, value);
  };
  if (token.created) text("created", linode::format_timestamp(*token.created));
  if (token.expiry && !token.expiry->is_never()) text("expiry", linode::format_timestamp(token.expiry->time()));
  if (token.expiry && token.expiry->is_never()) writer.Key("expiry"), writer.Null();
  if (token.id) writer.Key("id"), writer.Int64(*token.id);
  if (token.label) text("label", *token.label);
  if (token.scopes) text("scopes", *token.scopes);
  if (token.token) text("token", *token.token);
  writer.EndObject();
}

std::string write_token(const PersonalAccessToken& token) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  write(writer, token);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string write_page(const PersonalAccessTokenPage& page) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  writer.Key("data");
  writer.StartArray();
  for (const PersonalAccessToken& token : page.data) write(writer, token);
  writer.EndArray();
  if (page.page) writer.Key("page"), writer.Int64(*page.page);
  if (page.pages) writer.Key("pages"), writer.Int64(*page.pages);
  if (page.results) writer.Key("results"), writer.Int64(*page.results);
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

const peers::Registration registration({"RapidJSON SAX",
                                        [](const Text& text) { return std::move(by_events<1>(text).data.at(0)); },
                                        by_events<3>, write_token, write_page});

}  // namespace
