/// \file
/// The DecodeError that a mismatch becomes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <linode/personal_access_token/decode_error.hpp>
#include <linode/personal_access_token/detail/error/location.hpp>
#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/reader.hpp>
#include <linode/personal_access_token/detail/text/escape.hpp>

namespace linode::detail {

// Collects the reasons of an error answer (https://techdocs.akamai.com/linode-api/reference/errors).
class ApiErrorMessage {
 public:
  void add_reason(std::string_view reason) {
    text_ += any_ ? "; " : ": ";
    append_escaped(text_, reason);
    any_ = true;
  }

  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  std::string text_ = "the API answered with an error";
  bool any_ = false;
};

// The same from the text of the answer, known to be JSON, whose object starts at `start`.
inline std::string api_error_message(std::string_view text, std::size_t start) {
  ApiErrorMessage message;
  JsonReader reader(text, start);
  const auto each_member = [&reader](std::string_view name, Kind kind, auto&& visit) {
    for (bool more = reader.enter_object(); more; more = reader.next_member()) {
      if (reader.name() == name && reader.kind() == kind) {
        visit();
      } else {
        reader.skip();
      }
    }
  };
  each_member("errors", Kind::array, [&] {
    for (bool more = reader.enter_array(); more; more = reader.next_element()) {
      if (reader.kind() == Kind::object) {
        each_member("reason", Kind::string, [&] { message.add_reason(reader.string()); });
      } else {
        reader.skip();
      }
    }
  });
  return message.text();
}

// What went wrong in the document that starts at `document_start` of a text, itself at `text_start` of a whole;
// `document` is the pointer to that document.
inline DecodeError make_error(const Fault& fault, std::string_view text, std::size_t document_start = 0,
                              const std::string& document = {}, LineColumn text_start = {}) {
  text_start.pass(text.substr(0, fault.position));
  const std::string path = document + PointerFinder(text.substr(document_start)).find(fault.position - document_start);
  const std::string message = fault.mismatch.reason == DecodeError::Reason::api_error
                                  ? api_error_message(text, document_start)
                                  : describe(fault.mismatch);
  return DecodeError(fault.mismatch.reason, path, message, text_start.line, text_start.column);
}

// The same in a sequence of documents: the path starts with the number of the one at fault, unless it is known to be
// the only one, which it is when nothing is `left` behind it and it was read to its end.
inline DecodeError make_error_in_sequence(const Fault& fault, std::string_view text, std::size_t document_start,
                                          std::size_t number, bool left, LineColumn text_start = {}) {
  const bool several = number > 0 || (left && !fault.ended_reading());
  return make_error(fault, text, document_start, several ? '/' + std::to_string(number) : std::string(), text_start);
}

}  // namespace linode::detail
