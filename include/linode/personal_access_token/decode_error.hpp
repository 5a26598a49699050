// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// The exception thrown when decoding fails.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace linode {

/// One entry of an API error response (https://techdocs.akamai.com/linode-api/reference/errors).
struct ApiError {
  std::string reason = {};                ///< what is wrong, in the words of the server: `Length must be 1-100`
  std::optional<std::string> field = {};  ///< the field of the request that it is about, if the server names one
};

/// Whether reason and field are equal.
[[nodiscard]] bool operator==(const ApiError& a, const ApiError& b) noexcept;

/// Whether reason or field differs.
[[nodiscard]] bool operator!=(const ApiError& a, const ApiError& b) noexcept;

/// Why and where decoding failed.
///
/// `what()` reads `LINE:COLUMN: PATH: expected …, found …`, in one line, with the parts that do not apply left out; for
/// an API error response, without a position, `the API returned an error: label: Length must be 1-100`. It never quotes
/// the input, which may contain a secret; the exceptions are member names in the path, and the reasons and fields of an
/// API error response. Its size is bounded, whatever the input: a step of the path has at most 200 bytes of a name, and
/// of an API error response 20 entries are kept, at most 500 bytes of a reason or a field each. What is cut ends in
/// `…`. Copying never throws.
///
/// It is not a `nlohmann::json::exception`, and not caught as one.
class LINODE_PAT_EXPORT DecodeError : public std::runtime_error {
 public:
  /// What kind of failure it was.
  enum class Reason {
    syntax,             ///< not JSON (RFC 8259) in UTF-8
    wrong_type,         ///< a value of the wrong type for its member, or a document of the wrong kind
    out_of_range,       ///< an integer that does not fit in 64 bits
    invalid_timestamp,  ///< a string that `parse_timestamp` does not accept
    duplicate_member,   ///< `Members::strict`: a duplicate member
    unknown_member,     ///< `Members::strict`: a member that this object does not have
    too_deep,           ///< more than 512 levels of nesting
    api_error,          ///< an API error response in place of the object; see `api_errors()`
    missing_member,     ///< `Members::complete`: a documented member that is absent, or null
    invalid_scopes,     ///< scopes or an access level of a form that a person must not write
  };

  /// A placeholder to be assigned to: `Reason::syntax` without a position.
  DecodeError();

  /// A failure at `path`. A `line` of 0 says that there was no text, and leaves the position out of `what()`.
  DecodeError(Reason reason, std::string path, std::string_view message, std::size_t line = 0, std::size_t column = 0,
              std::vector<ApiError> api_errors = {});

  /// Copyable only: moving would leave the source without its path.
  DecodeError(const DecodeError&) noexcept = default;
  /// Copies.
  DecodeError& operator=(const DecodeError&) noexcept = default;
  ~DecodeError() override = default;

  /// What kind of failure it was.
  [[nodiscard]] Reason reason() const noexcept;

  /// Where it was, as a JSON Pointer (RFC 6901): `/data/3/expiry`. Empty for the whole document.
  [[nodiscard]] const std::string& path() const& noexcept;
  /// The same by value, from a temporary.
  [[nodiscard]] std::string path() const&&;

  /// The line, counted from 1; 0 where there was no text.
  [[nodiscard]] std::size_t line() const noexcept;

  /// The byte within the line, counted from 1; 0 where there was no text.
  [[nodiscard]] std::size_t column() const noexcept;

  /// For `Reason::api_error`, the entries of the response that have a reason, as they are, in their order; else empty.
  [[nodiscard]] const std::vector<ApiError>& api_errors() const& noexcept;
  /// The same by value, from a temporary.
  [[nodiscard]] std::vector<ApiError> api_errors() const&&;

 private:
  struct Details;

  std::shared_ptr<const Details> details_;  // shared by copies, so that copying does not throw
  Reason reason_;
  std::size_t line_;
  std::size_t column_;
};

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/decode_error.ipp>
#endif
