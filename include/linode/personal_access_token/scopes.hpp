// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

/// \file
/// What a token may do.
#pragma once

#include <linode/personal_access_token/detail/config.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linode {

struct PersonalAccessToken;

/// How much a scope grants; each level includes those before it.
enum class Access {
  none,        ///< nothing is granted
  read_only,   ///< read access
  read_write,  ///< read and write access
};

namespace detail {

// The level as it is written in scope strings.
constexpr std::string_view name_of(Access access) noexcept {
  switch (access) {
    case Access::none:
      return "none";
    case Access::read_only:
      return "read_only";
    case Access::read_write:
      return "read_write";
  }
  return "unknown";
}

}  // namespace detail

/// One part of a scope string: a name, and the access granted to it.
struct Scope {
  std::string name;  ///< `linodes`, for example
  Access access;     ///< how much is granted
};

/// Whether name and access are equal.
[[nodiscard]] bool operator==(const Scope& a, const Scope& b) noexcept;

/// Whether name or access differs.
[[nodiscard]] bool operator!=(const Scope& a, const Scope& b) noexcept;

/// What a scope string grants (https://techdocs.akamai.com/linode-api/reference/get-started#oauth-scopes). Two are
/// equal if they grant the same access, however it is written.
///
/// A scope string is `*` for everything, or parts `name:level`, separated by spaces, tabs, line feeds, carriage returns
/// and commas. The level is `read_only` or `read_write`. Names are case-sensitive, and unknown names are kept. Old
/// tokens have other levels: `view` reads; `modify`, `create`, `delete` and `*` write; `none` grants nothing. The old
/// names `tokens`, `clients`, `users`, `tickets` and `managed` mean `account`, in scope strings, in queries and in
/// `grant`. If a name repeats, its highest level counts.
///
/// The constructor and `parse_scopes` read strictly what a person writes: a typo that was ignored would require
/// nothing, and every token would cover it. `granted_scopes` reads what the server sends.
class Scopes {
 public:
  /// Grants nothing.
  Scopes() noexcept = default;

  /// Reads scopes that a person wrote. O(n log n) for n names. An empty text grants nothing, so every token covers it.
  /// \throws std::invalid_argument naming the first unrecognized part, shortened to 60 bytes
  explicit Scopes(std::string_view text);
  Scopes(std::nullptr_t) = delete;

  /// Whether everything is granted: `*`.
  [[nodiscard]] bool is_all() const noexcept;

  /// How much is granted on `name`, such as `linodes`. O(log n) for n names.
  [[nodiscard]] Access access(std::string_view name) const noexcept;

  /// Whether at least `wanted` is granted on `name`. Always true for `Access::none`.
  [[nodiscard]] bool grants(std::string_view name, Access wanted) const noexcept;

  /// Whether everything that `other` grants is granted here. Only `*` covers `*`, because the API may add names.
  [[nodiscard]] bool covers(const Scopes& other) const noexcept;

  /// Raises the access to `name` to at least `level`. Linear in the number of names. Strong guarantee.
  /// \throws std::invalid_argument if the name is empty or `*`, or contains a colon or a separator of scopes
  void grant(std::string_view name, Access level);

  /// The granted names with their access, sorted by name, unique, never `Access::none`. Empty for `*`.
  [[nodiscard]] const std::vector<Scope>& list() const& noexcept;
  /// The same by value, so that `for (auto& scope : Scopes(text).list())` does not use freed memory.
  [[nodiscard]] std::vector<Scope> list() const&&;

  /// The scopes here that `held` lacks: what a token with `held` would need in addition. For `*`, that is `*`, unless
  /// `held` is `*`.
  [[nodiscard]] Scopes missing_from(const Scopes& held) const;

  /// A text that grants the same, as the API documents scopes: `*`, or parts `name:level`, sorted by name, with single
  /// spaces between them. Empty if nothing is granted. Equal scopes give equal texts.
  [[nodiscard]] std::string str() const;

  /// Whether both grant the same access.
  [[nodiscard]] friend bool operator==(const Scopes& a, const Scopes& b) noexcept {
    return a.all_ == b.all_ && a.list_ == b.list_;
  }
  /// Whether one grants access that the other does not.
  [[nodiscard]] friend bool operator!=(const Scopes& a, const Scopes& b) noexcept { return !(a == b); }

  friend std::optional<Scopes> parse_scopes(std::string_view text);
  friend Scopes granted_scopes(std::string_view text);

 private:
  // Adds what a scope string grants. Returns its first unrecognized part, or an empty text.
  std::string_view add(std::string_view text);

  bool all_ = false;
  std::vector<Scope> list_ = {};  // sorted by name, unique, never Access::none
};

/// The same as the constructor of Scopes, but returns nothing where that throws std::invalid_argument.
[[nodiscard]] std::optional<Scopes> parse_scopes(std::string_view text);
std::optional<Scopes> parse_scopes(std::nullptr_t) = delete;

/// What a scope string of the server grants. Unrecognized parts grant nothing: see `unrecognized_scopes`. O(n log n).
[[nodiscard]] Scopes granted_scopes(std::string_view text);
Scopes granted_scopes(std::nullptr_t) = delete;

/// What the scopes of a token from the server grant. Nothing if they are unset, which does not mean that the token can
/// do nothing.
/// \anchor text_granted_scopes
[[nodiscard]] Scopes granted_scopes(const PersonalAccessToken& token);

/// The parts of a scope string that `granted_scopes` does not recognize, in their order and as written:
/// `linodes:update`, `linodes`, `a:view;b:view`. `linodes:none` is recognized.
[[nodiscard]] std::vector<std::string> unrecognized_scopes(std::string_view text);
std::vector<std::string> unrecognized_scopes(std::nullptr_t) = delete;

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/scopes.ipp>
#endif
