/// \file
/// JSON syntax: a pull reader over a text in memory, strict by RFC 8259. It knows nothing of what the text is about.
/// This part has the structure: objects, arrays, and passing over values of any kind.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstring>
#include <string_view>

#include <linode/personal_access_token/detail/json/problem.hpp>
#include <linode/personal_access_token/detail/json/scalar_reader.hpp>
#include <linode/personal_access_token/detail/json/value_source.hpp>

namespace linode::detail {

inline constexpr std::size_t deepest_nesting = 512;

// Stands before a value, a name, a comma or a bracket, white space passed.
class JsonReader : public JsonScalars {
 public:
  using JsonScalars::JsonScalars;

  // Behind a value at the top: whether nothing but white space is left.
  [[nodiscard]] bool at_end() noexcept {
    skip_space();
    return at_ == end_;
  }

  void expect_end() {
    if (!at_end()) fail("the end of the text");
  }

  // Objects and arrays: enter one, then go on after each member or element, for as long as the answer is true. A member
  // is its `name()` and then its value.
  [[nodiscard]] bool enter_object() { return enter('}'); }
  [[nodiscard]] bool next_member() { return next('}', "',' or '}'"); }
  [[nodiscard]] bool enter_array() { return enter(']'); }
  [[nodiscard]] bool next_element() { return next(']', "',' or ']'"); }

  // The name of a member; valid until the next name or string is read.
  [[nodiscard]] std::string_view name() {
    if (kind() != Kind::string) fail("a member name in quotation marks");
    const std::string_view result = string();
    expect_colon();
    return result;
  }

  // Checks a value of any kind and passes over it. Nesting takes a bit a level, not stack.
  void skip() {
    const std::size_t outside = depth_;
    do {
      if (!pass_scalar_or_enter()) continue;
      while (depth_ != outside && !next_in_container()) {
      }
    } while (depth_ != outside);
  }

 private:
  void expect_colon() {
    skip_space();
    if (peek() != ':') fail("':' after the member name");
    ++at_;
    skip_space();
  }

  bool enter(char close) {
    if (depth_ == deepest_nesting) {
      throw Fault{{DecodeError::Reason::too_deep, "at most 512 levels of nesting", "one more"}, position()};
    }
    ++at_;
    ++depth_;
    skip_space();
    if (peek() != close) return true;
    ++at_;
    --depth_;
    return false;
  }

  bool next(char close, const char* expected) {
    skip_space();
    const char c = peek();
    if (c == ',') {
      ++at_;
      skip_space();
      return true;
    }
    if (c != close) fail(expected);
    ++at_;
    --depth_;
    return false;
  }

  // Consumes a scalar or an empty container, or enters a container up to its first value. Whether the value is over.
  bool pass_scalar_or_enter() {
    switch (kind()) {
      case Kind::null:
        expect_literal("null");
        return true;
      case Kind::boolean:
        expect_literal(*at_ == 't' ? "true" : "false");
        return true;
      case Kind::number:
        static_cast<void>(integer());
        return true;
      case Kind::string:
        pass_string();
        return true;
      case Kind::array:
        if (!enter_array()) return true;
        objects_.reset(depth_ - 1);
        return false;
      case Kind::object:
        if (!enter_object()) return true;
        objects_.set(depth_ - 1);
        pass_name();
        return false;
      default:
        fail("a value");
    }
  }

  // Behind a value in a container: goes to the next one, or leaves the container and gives false.
  bool next_in_container() {
    if (!objects_[depth_ - 1]) return next_element();
    if (!next_member()) return false;
    pass_name();
    return true;
  }

  void pass_name() {
    if (kind() != Kind::string) fail("a member name in quotation marks");
    pass_string();
    expect_colon();
  }

  std::size_t depth_ = 0;
  std::bitset<deepest_nesting> objects_;  // while skipping: which of the open containers are objects
};

}  // namespace linode::detail
