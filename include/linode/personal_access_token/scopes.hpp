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

// The level as scope strings and programs write it.
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

bool grants_anything(std::string_view scopes) noexcept;

}  // namespace detail

/// One part of a scope string: a name and the access to it that is granted.
struct Scope {
  std::string name;  ///< `linodes`, for example
  Access access;     ///< how much is granted
};

/// Whether name and access are equal.
[[nodiscard]] bool operator==(const Scope& a, const Scope& b) noexcept;

/// Whether name or access differs.
[[nodiscard]] bool operator!=(const Scope& a, const Scope& b) noexcept;

/// What a scope string grants (https://techdocs.akamai.com/linode-api/reference/get-started#oauth-scopes), as a value.
/// Equal if they grant the same access, regardless of spelling.
///
/// Scopes are `*` for everything, or parts `name:level`, level `read_only` or `read_write`, separated by white space
/// and commas. Names are case-sensitive, and unknown names are kept. Old tokens carry other levels: `view` reads;
/// `modify`, `create`, `delete` and `*` write; `none` grants nothing. Their names `tokens`, `clients`, `users`,
/// `tickets` and `managed` are aliases of `account`, in scope strings, in queries and in `grant`. If a name repeats,
/// its highest level wins.
///
/// What a person writes is read strictly, by the constructor and `parse_scopes`: a typo would otherwise require
/// nothing, which every token covers. What the server sends is read by `granted_scopes`.
class Scopes {
 public:
  /// Grants nothing.
  Scopes() noexcept = default;

  /// Reads scopes that a person wrote. For n names, O(n log n).
  /// \throws std::invalid_argument naming the first part that has another form, shortened to 60 bytes
  explicit Scopes(std::string_view text);
  Scopes(std::nullptr_t) = delete;

  /// Whether everything is granted: `*`.
  [[nodiscard]] bool is_all() const noexcept;

  /// How much is granted on `name`, `linodes` for example.
  [[nodiscard]] Access access(std::string_view name) const noexcept;

  /// Whether at least `wanted` is granted on `name`. Always true for `Access::none`.
  [[nodiscard]] bool grants(std::string_view name, Access wanted) const noexcept;

  /// Whether everything that `other` grants is granted here. Only `*` covers `*`, as names may be added at any time.
  [[nodiscard]] bool covers(const Scopes& other) const noexcept;

  /// Raises the access to `name` to at least `level`.
  /// \throws std::invalid_argument for a name that is empty, `*`, or contains white space, a comma or a colon; nothing
  /// is
  ///         granted then
  void grant(std::string_view name, Access level);

  /// What is granted name by name, in the order of the names; empty for `*`, and if nothing is granted.
  [[nodiscard]] const std::vector<Scope>& list() const& noexcept;
  /// The same by value, so that `for (auto& scope : Scopes(text).list())` does not use freed memory.
  [[nodiscard]] std::vector<Scope> list() const&&;

  /// The part of these scopes that `held` does not grant: what a token with `held` lacks for a job that needs these.
  /// Of `*`, which only `*` grants, all of it.
  [[nodiscard]] Scopes missing_from(const Scopes& held) const;

  /// The shortest text that grants the same: `*`, or `name:level` parts in the order of their names with single spaces
  /// between; empty if nothing is granted. Equal scopes give equal texts.
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
  // Adds what a scope string grants, and returns its first part of another form; empty if there is none.
  std::string_view add(std::string_view text);

  bool all_ = false;
  std::vector<Scope> list_ = {};  // by name, each once; no access is none
};

/// The same as the constructor of Scopes, without an exception: nothing where that throws std::invalid_argument.
[[nodiscard]] std::optional<Scopes> parse_scopes(std::string_view text);
std::optional<Scopes> parse_scopes(std::nullptr_t) = delete;

/// What a scope string of the server grants. A part of another form grants nothing: see `unrecognized_scopes`.
[[nodiscard]] Scopes granted_scopes(std::string_view text);
Scopes granted_scopes(std::nullptr_t) = delete;

/// What the scopes of a token from the server grant; nothing if they are unset.
[[nodiscard]] Scopes granted_scopes(const PersonalAccessToken& token);

/// The parts of a scope string that `granted_scopes` ignores because they have another form, in their order and as they
/// are written: `linodes:update`, `linodes`, `a:view;b:view`. The form of `linodes:none` is recognized.
[[nodiscard]] std::vector<std::string> unrecognized_scopes(std::string_view text);

}  // namespace linode

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#include <linode/personal_access_token/impl/scopes.ipp>
#endif
