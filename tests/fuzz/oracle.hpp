// Compares this library with nlohmann_json, except for the known differences.
#pragma once

#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/nlohmann.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "../generate_text.hpp"
#include "../syntax_model.hpp"

namespace fuzz {

using linode::DecodeError;
using linode::PersonalAccessToken;
using linode::PersonalAccessTokenPage;
using Json = nlohmann::json;

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "this does not hold: %s\n", what);
  std::abort();
}

// A value or an error.
template <class T>
struct Outcome {
  std::optional<T> value;
  DecodeError error;

  [[nodiscard]] bool is(DecodeError::Reason reason) const { return !value && error.reason() == reason; }
};

template <class Read>
auto outcome_of(Read&& read) -> Outcome<decltype(read())> {
  try {
    return {read(), {}};
  } catch (const DecodeError& error) {
    return {std::nullopt, error};
  }
}

// Notes what a parsed document does not show of its text.
class Notes : public nlohmann::json_sax<Json> {
 public:
  bool repeated_member = false;
  bool number_beyond_double = false;
  bool large_float = false;

  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t /*value*/) override { return true; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
  bool number_float(number_float_t value, const string_t& /*text*/) override {
    constexpr double beyond_int64 = 9223372036854775808.0;
    large_float = large_float || value >= beyond_int64 || value <= -beyond_int64;
    return true;
  }
  bool string(string_t& /*value*/) override { return true; }
  bool binary(binary_t& /*value*/) override { return true; }
  bool start_object(std::size_t /*size*/) override {
    names_.emplace_back();
    return true;
  }
  bool key(string_t& name) override {
    repeated_member = !names_.back().insert(name).second || repeated_member;
    return true;
  }
  bool end_object() override {
    names_.pop_back();
    return true;
  }
  bool start_array(std::size_t /*size*/) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) override {
    number_beyond_double = error.id == 406;
    return false;
  }

 private:
  std::vector<std::set<std::string>> names_;
};

// What nlohmann_json accepts, but RFC 8259 does not: a byte order mark, and a NUL at the end.
inline bool is_only_json_to_nlohmann(std::string_view text) {
  return text.substr(0, 3) == "\xEF\xBB\xBF" || text.find('\0') != std::string_view::npos;
}

// The errors of a text, in order.
template <class T>
std::vector<DecodeError> errors_of(std::string_view text, linode::Members members) {
  if constexpr (std::is_same_v<T, PersonalAccessToken>) {
    return linode::check_json(text, members);
  } else {
    return linode::check_page_json(text, members);
  }
}

template <class T>
std::vector<DecodeError> compare_with_list(std::string_view text, const Outcome<T>& ours, linode::Members members) {
  const std::vector<DecodeError> errors = errors_of<T>(text, members);
  require(errors.empty() == ours.value.has_value(), "a text has errors exactly if it is rejected");
  require(errors.size() <= 100, "at most 100 errors are listed");
  if (errors.empty()) return errors;
  require(std::string(errors.front().what()) == ours.error.what(), "the first error listed is the one thrown");
  for (std::size_t index = 1; index < errors.size(); ++index) {
    const DecodeError& before = errors[index - 1];
    const DecodeError& after = errors[index];
    require(before.line() < after.line() || (before.line() == after.line() && before.column() <= after.column()),
            "errors are listed in the order of the text");
  }
  return errors;
}

// Compares the result of a text function with that of nlohmann_json and the adapter. The differences that it allows are
// in property_test.cpp, "the known differences from nlohmann_json".
template <class T>
void compare(std::string_view text, const Outcome<T>& ours, linode::Members members = linode::Members::tolerant) {
  const std::vector<DecodeError> errors = compare_with_list(text, ours, members);
  if (ours.is(DecodeError::Reason::too_deep)) return;  // a parsed document may be nested deeper
  Notes notes;
  const bool is_json = Json::sax_parse(text, &notes);
  if (notes.number_beyond_double) return;  // 1e999 is JSON, but too large for a double
  if (ours.is(DecodeError::Reason::syntax)) {
    require(!is_json || is_only_json_to_nlohmann(text), "a text that is not JSON is not JSON to nlohmann_json");
    const SyntaxModel model(text);
    const generate::Place place = generate::place_of(text, model.place());
    require(!model.is_document() && ours.error.line() == place.line && ours.error.column() == place.column,
            "a syntax error is where the syntax breaks");
    return;
  }
  require(is_json, "a text that is JSON is JSON to nlohmann_json");
  if (notes.repeated_member) return;  // a parsed document has only the last one
  const auto outcome_of_document = [members](const auto& json) {
    return outcome_of([&]() -> T {
      if constexpr (std::is_same_v<T, PersonalAccessToken>) {
        return linode::from_dict(json, members);
      } else {
        return linode::page_from_dict(json, members);
      }
    });
  };
  const Outcome<T> sorted = outcome_of_document(Json::parse(text));
  const Outcome<T> ordered = outcome_of_document(nlohmann::ordered_json::parse(text));
  require(ours.value == sorted.value && ours.value == ordered.value, "text and adapter give equal values");
  if (ours.value) return;
  const auto is_error = [&notes](const DecodeError& error, const Outcome<T>& theirs) {
    const bool of_a_float = notes.large_float && error.reason() == DecodeError::Reason::wrong_type &&
                            theirs.is(DecodeError::Reason::out_of_range);  // 1e300 may have been written as an integer
    return error.path() == theirs.error.path() && error.api_errors() == theirs.error.api_errors() &&
           (error.reason() == theirs.error.reason() || of_a_float);
  };
  require(is_error(errors.front(), ordered), "an ordered document gives the error of its text");
  const bool is_listed =
      std::any_of(errors.begin(), errors.end(), [&](const auto& one) { return is_error(one, sorted); });
  require(is_listed || errors.size() == 100, "the error of a sorted document is among those of its text");
}

// Compares read_tokens of a text with read_tokens of the parsed document, if the text is one document.
inline void compare_listing(std::string_view text, const Outcome<std::vector<PersonalAccessToken>>& ours) {
  Notes notes;
  if (is_only_json_to_nlohmann(text) || !Json::sax_parse(text, &notes) || notes.repeated_member) return;
  if (ours.is(DecodeError::Reason::too_deep)) return;
  const Json json = Json::parse(text);
  const auto theirs = outcome_of([&] { return linode::read_tokens(json); });
  require(ours.value == theirs.value, "a parsed document gives the tokens of its text");
}

// A message never quotes a secret: here `marker`, except in a member name on the path.
inline void require_secrecy(std::string_view text, const DecodeError& error) {
  require(std::string_view(error.what()).size() < 250'000, "an error is of bounded size");
  if (error.reason() == DecodeError::Reason::api_error) return;
  constexpr std::string_view marker = "S3CRETS3";
  if (text.find(marker) == std::string_view::npos) return;
  require(error.path().find(marker) != std::string::npos ||
              std::string_view(error.what()).find(marker) == std::string_view::npos,
          "no message quotes the input");
}

}  // namespace fuzz
