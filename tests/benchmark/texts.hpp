// The texts that are read: ordinary tokens in the layouts of servers and clients.
#pragma once

#include <linode/personal_access_token.hpp>

#include <random>
#include <string>

namespace texts {

enum class Layout {
  compact,   // no white space, the server's order of members
  spaced,    // the same with a space after each comma and colon
  pretty,    // indented by two spaces
  sorted,    // compact, in the order that this library writes
  escapes,   // labels with escape sequences and non-ASCII characters
  extended,  // compact, with unknown members
};

class Generator {
 public:
  std::string token(Layout layout, int indent = 0) {
    static constexpr const char* kinds[] = {"terraform", "backup", "ci-runner", "grafana", "deploy", "dns-sync"};
    static constexpr const char* scopes[] = {"linodes:read_only",
                                             "linodes:read_write domains:read_write",
                                             "account:read_only events:read_only linodes:read_only",
                                             "volumes:read_write images:read_only",
                                             "lke:read_write nodebalancers:read_write",
                                             "object_storage:read_write"};
    const std::string id = std::to_string(10'000'000 + random_() % 90'000'000);
    std::string label = std::string(kinds[random_() % 6]) + "-" + std::to_string(random_() % 1000);
    if (layout == Layout::escapes) label += random_() % 2 == 0 ? R"( \"key\" \u00e9)" : " für 請求書";
    const std::string created = time(2020);
    const std::string expiry = random_() % 8 == 0 ? "null" : '"' + time(2026) + '"';
    std::string secret;
    for (int digit = 0; digit < 16; ++digit) secret += "0123456789abcdef"[random_() % 16];

    Object object(layout, indent);
    if (layout == Layout::sorted) {
      object.add("created", '"' + created + '"');
      object.add("expiry", expiry);
      object.add("id", id);
      object.add("label", '"' + label + '"');
      object.add("scopes", '"' + std::string(scopes[random_() % 6]) + '"');
      object.add("token", '"' + secret + '"');
    } else {
      object.add("id", id);
      if (layout == Layout::extended) object.add("thumbnail_url", "null");
      object.add("scopes", '"' + std::string(scopes[random_() % 6]) + '"');
      object.add("created", '"' + created + '"');
      object.add("label", '"' + label + '"');
      object.add("token", '"' + secret + '"');
      if (layout == Layout::extended) object.add("website", R"({"url":"https://example.org","tags":["a",1,true]})");
      object.add("expiry", expiry);
    }
    return object.finish();
  }

  std::string page(Layout layout, std::size_t tokens) {
    const bool pretty = layout == Layout::pretty;
    std::string data = "[";
    for (std::size_t index = 0; index < tokens; ++index) {
      if (index != 0) data += layout == Layout::spaced ? ", " : ",";
      if (pretty) data += "\n    ";
      data += token(layout, 4);
    }
    data += pretty ? "\n  ]" : "]";
    Object object(layout, 0);
    object.add("data", data);
    object.add("page", "1");
    object.add("pages", "1");
    object.add("results", std::to_string(tokens));
    return object.finish();
  }

 private:
  class Object {
   public:
    Object(Layout layout, int indent) : layout_(layout), indent_(static_cast<std::size_t>(indent)) {}

    void add(const std::string& name, const std::string& value) {
      if (text_ != "{") text_ += layout_ == Layout::spaced ? ", " : ",";
      if (layout_ == Layout::pretty) text_ += "\n" + std::string(indent_ + 2, ' ');
      text_ += '"' + name + "\":" + (layout_ == Layout::spaced || layout_ == Layout::pretty ? " " : "") + value;
    }

    std::string finish() {
      if (layout_ == Layout::pretty) text_ += "\n" + std::string(indent_, ' ');
      return text_ + "}";
    }

   private:
    Layout layout_;
    std::size_t indent_;
    std::string text_ = "{";
  };

  std::string time(int first_year) {
    const linode::Timestamp start = linode::parse_timestamp(std::to_string(first_year) + "-01-01T00:00:00").value();
    return linode::format_timestamp(start + std::chrono::seconds{random_() % (5 * 365 * 86400)});
  }

  std::mt19937 random_{20180101};
};

}  // namespace texts
