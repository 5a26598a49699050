// Random texts of tokens, the same in every run: in any format, and with planted problems.
#pragma once

#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/nlohmann.hpp>

#include <algorithm>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generate.hpp"

namespace generate {

using Reason = linode::DecodeError::Reason;

struct Place {
  std::size_t line;
  std::size_t column;
};

inline Place place_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const auto line_start = std::find(before.rbegin(), before.rend(), '\n').base();
  return {line, static_cast<std::size_t>(before.end() - line_start) + 1};
}

// Writes a token in a random format: members in any order, duplicate or unknown members, white space anywhere, and any
// character escaped.
class RandomFormatter {
 public:
  explicit RandomFormatter(Random& random) : random_(random) {}

  std::string object(const PersonalAccessToken& token) {
    std::vector<std::string> members;
    const auto add = [&](std::string_view name, const std::string& value) {
      members.push_back(string(name) + space() + ':' + space() + value);
    };
    const nlohmann::json json = token;
    for (const auto& [name, value] : json.items())
      add(name, value.is_string() ? string(value.get_ref<const std::string&>()) : value.dump());
    for (std::size_t at = members.size(); at > 1; --at) std::swap(members[at - 1], members[random_.index(at)]);
    std::vector<std::string> all;
    for (std::string& member : members) {
      if (random_.one_in(4)) all.push_back(string("x" + random_.text(5)) + space() + ':' + unknown(0));
      all.push_back(std::move(member));
    }
    // The last of duplicate members counts, so these come first.
    if (token.id && random_.one_in(3)) all.insert(all.begin(), "\"id\":-5");
    if (token.label && random_.one_in(3)) all.insert(all.begin(), "\"label\":null");
    std::string text = space() + '{' + space();
    for (std::size_t at = 0; at < all.size(); ++at) text += (at == 0 ? "" : "," + space()) + all[at] + space();
    return text + '}' + space();
  }

 private:
  std::string space() {
    std::string text;
    while (random_.one_in(3)) text += " \t\r\n"[random_.index(4)];
    return text;
  }

  std::string string(std::string_view value) {
    const std::string dumped = nlohmann::json(value).dump(-1, ' ', random_.one_in(3));  // a third in ASCII only
    std::string text;
    for (std::size_t at = 0; at < dumped.size(); ++at) {
      const char c = dumped[at];
      if (c == '\\') {
        const std::size_t length = dumped[at + 1] == 'u' ? 6 : 2;
        text += dumped.substr(at, length);
        at += length - 1;
      } else if ('a' <= c && c <= 'z' && random_.one_in(8)) {
        constexpr std::string_view digits = "0123456789aBcDeF";
        text +=
            std::string("\\u00") + digits[static_cast<std::size_t>(c) >> 4] + digits[static_cast<std::size_t>(c) & 0xF];
      } else {
        text += c;
      }
    }
    return text;
  }

  std::string unknown(int depth) {
    switch (random_.index(depth < 5 ? 7 : 5)) {
      case 0:
        return "null";
      case 1:
        return "true";
      case 2:
        return "-0.5e+3";
      case 3:
        return string(random_.text(8));
      case 4:
        return std::to_string(random_.integer(-9, 99'999));
      case 5: {
        std::string text = "[" + space();
        for (std::size_t left = random_.index(4); left > 0; --left) text += unknown(depth + 1) + (left > 1 ? "," : "");
        return text + "]";
      }
      default: {
        std::string text = "{" + space();
        for (std::size_t left = random_.index(3); left > 0; --left) {
          text += "\"id\":" + unknown(depth + 1) + (left > 1 ? "," : "");
        }
        return text + "}";
      }
    }
  }

  Random& random_;
};

struct WrongValue {
  const char* text;
  Reason reason;
};

inline std::vector<WrongValue> wrong_values_of(std::string_view member) {
  std::vector<WrongValue> wrong{{"true", Reason::wrong_type},      {"[]", Reason::wrong_type},
                                {"[null, 1]", Reason::wrong_type}, {"{}", Reason::wrong_type},
                                {"1.5", Reason::wrong_type},       {R"({"id": 1})", Reason::wrong_type}};
  if (member == "id") {
    for (const char* text : {"\"1\"", "1.0", "1e3", "\"\""}) wrong.push_back({text, Reason::wrong_type});
    for (const char* text : {"9223372036854775808", "-9223372036854775809", "123456789012345678901234567890"}) {
      wrong.push_back({text, Reason::out_of_range});
    }
    return wrong;
  }
  for (const char* text : {"0", "12345678"}) wrong.push_back({text, Reason::wrong_type});
  if (member == "created" || member == "expiry") {
    for (const char* text : {"\"\"", "\"2018-01-01\"", "\"2018-01-01T00:01:60\"", "\"QXJ0aHVyRGVudDQyVG93ZWw\""}) {
      wrong.push_back({text, Reason::invalid_timestamp});
    }
  }
  return wrong;
}

// A document that is written member by member, and the problems planted in it.
class Planted {
 public:
  explicit Planted(Random& random) : random_(random) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }

  void append(std::string_view piece) { text_ += piece; }

  // Appends a random token with an unknown member, in random order. The values of `wrong_members` are wrong.
  void append_object(unsigned wrong_members, const std::string& path) {
    const nlohmann::json valid = random_.token(all_members);
    std::vector<std::string> order(std::begin(names), std::end(names));
    order.emplace_back("unknown");
    for (std::size_t size = order.size(); size > 1; --size) std::swap(order[size - 1], order[random_.index(size)]);
    text_ += '{';
    for (std::size_t index = 0; index < order.size(); ++index) {
      const std::string& name = order[index];
      text_ += std::string(index == 0 ? "" : ",") + (random_.one_in(3) ? "\n " : "") + '"' + name +
               "\":" + (random_.one_in(2) ? " " : "");
      if (name == "unknown") {
        text_ += R"([{"id": "x", "errors": []}, "unknown"])";
      } else if (is_wrong(name, wrong_members)) {
        const std::vector<WrongValue> wrong = wrong_values_of(name);
        append_wrong(wrong[random_.index(wrong.size())], path + '/' + name);
      } else {
        text_ += valid.at(name).dump();
      }
    }
    text_ += '}';
  }

  void append_wrong(const WrongValue& wrong, const std::string& path) {
    const Place place = place_of(text_, text_.size());
    std::ostringstream problem;
    problem << wrong.reason << ' ' << path << ' ' << place.line << ':' << place.column;
    problems_.push_back(problem.str());
    text_ += wrong.text;
  }

 private:
  static bool is_wrong(const std::string& name, unsigned members) {
    for (std::size_t index = 0; index < std::size(names); ++index) {
      if (names[index] == name) return (members >> index & 1U) != 0;
    }
    return false;
  }

  Random& random_;
  std::string text_;
  std::vector<std::string> problems_;
};

}  // namespace generate
