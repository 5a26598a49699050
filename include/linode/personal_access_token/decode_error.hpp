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
/// `what()` reads `LINE:COLUMN: PATH: expected …, found …`, in one line, without the parts that do not apply. For an
/// API error response it has no position: `the API returned an error: label: Length must be 1-100`. It never quotes the
/// input, which may contain a secret, except for the names of members in the path, and the reasons and fields of an API
/// error response. Its size is bounded: at most 200 bytes of a name per step of the path, 20 entries of an API error
/// response, and 500 bytes per reason or field; shortened text ends in `…`.
///
/// It does not derive from `nlohmann::json::exception`.
class LINODE_PAT_EXPORT DecodeError : public std::runtime_error {
 public:
  /// The kind of a failure.
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
    invalid_scopes,     ///< an unrecognized part of scopes, or access level; only from `nlohmann.hpp`
  };

  /// A placeholder to assign to: `Reason::syntax` without a position.
  DecodeError();

  /// A failure at `path`. A `line` of 0 means that there was no text, and leaves the position out of `what()`.
  DecodeError(Reason reason, std::string path, std::string_view message, std::size_t line = 0, std::size_t column = 0,
              std::vector<ApiError> api_errors = {});

  /// Copyable only: moving would leave the source without its path.
  DecodeError(const DecodeError&) noexcept = default;
  /// Copies.
  DecodeError& operator=(const DecodeError&) noexcept = default;
  ~DecodeError() override = default;

  /// The kind of the failure.
  [[nodiscard]] Reason reason() const noexcept;

  /// Where it was, as a JSON Pointer (RFC 6901): `/data/3/expiry`. Empty for the whole document.
  [[nodiscard]] const std::string& path() const& noexcept;
  /// The same by value, from a temporary.
  [[nodiscard]] std::string path() const&&;

  /// The line, counted from 1; 0 where there was no text.
  [[nodiscard]] std::size_t line() const noexcept;

  /// The byte within the line, counted from 1; 0 where there was no text.
  [[nodiscard]] std::size_t column() const noexcept;

  /// For `Reason::api_error`, the entries of the response that have a reason, in their order, not escaped; else empty.
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
