/// \file
/// What is thrown when a text or a document is not what was asked for.
#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <linode/personal_access_token/detail/text/escape.hpp>

namespace linode {

/// Why and where decoding failed.
///
/// `what()` reads `LINE:COLUMN: PATH: expected …, found …`, in one line, with the parts that do not apply left out. It
/// never quotes the input, a secret may stand in it; names of members on the path and the reasons that an API error
/// gives are the exceptions. Copying never throws.
class DecodeError : public std::runtime_error {
 public:
  /// What kind of failure it was.
  enum class Reason {
    syntax,             ///< not JSON (RFC 8259) in UTF-8
    wrong_type,         ///< a value of another type than its member has
    out_of_range,       ///< an integer that 64 bits cannot hold
    invalid_timestamp,  ///< a string that `parse_timestamp` does not take
    duplicate_member,   ///< `Members::strict`: a known member for a second time
    unknown_member,     ///< `Members::strict`: a member that this object does not have
    too_deep,           ///< more than 512 levels of nesting
    api_error,          ///< the API's error answer in place of the object; `what()` has its reasons
  };

  /// No particular failure, to be assigned to: `Reason::syntax` at no place.
  DecodeError() : DecodeError(Reason::syntax, {}, "nothing was decoded") {}

  /// A failure at `path`. A `line` of 0 says that there was no text, and leaves the position out of `what()`.
  DecodeError(Reason reason, std::string path, std::string_view message, std::size_t line = 0, std::size_t column = 0)
      : std::runtime_error(compose(path, message, line, column)),
        path_(std::make_shared<const std::string>(std::move(path))),
        reason_(reason),
        line_(line),
        column_(column) {}

  /// Copies; there is no moving, as a moved-from error would be one without a path.
  DecodeError(const DecodeError&) noexcept = default;
  /// Copies.
  DecodeError& operator=(const DecodeError&) noexcept = default;
  ~DecodeError() override = default;

  /// What kind of failure it was.
  [[nodiscard]] Reason reason() const noexcept { return reason_; }

  /// Where it was, as a JSON Pointer (RFC 6901): `/data/3/expiry`. Empty for the whole document.
  [[nodiscard]] const std::string& path() const noexcept { return *path_; }

  /// The line, counted from 1; 0 where there was no text.
  [[nodiscard]] std::size_t line() const noexcept { return line_; }

  /// The byte within the line, counted from 1; 0 where there was no text.
  [[nodiscard]] std::size_t column() const noexcept { return column_; }

 private:
  static std::string compose(std::string_view path, std::string_view message, std::size_t line, std::size_t column) {
    std::string text;
    if (line != 0) text += std::to_string(line) + ':' + std::to_string(column) + ": ";
    if (!path.empty()) {
      detail::append_escaped(text, path);
      text += ": ";
    }
    text += message;
    return text;
  }

  std::shared_ptr<const std::string> path_;  // shared, so that copying an exception cannot throw
  Reason reason_;
  std::size_t line_;
  std::size_t column_;
};

}  // namespace linode
