// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/detail/text/escape.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>
#include <linode/personal_access_token/scopes.hpp>
#include <linode/personal_access_token/token.hpp>

namespace linode {

namespace detail {

struct AccessLevel {
  std::string_view name;
  Access access;
};

// Named arrays: a braced list would recompute each length.
inline constexpr AccessLevel access_levels[] = {
    {"read_only", Access::read_only}, {"read_write", Access::read_write},
    {"view", Access::read_only},      {"modify", Access::read_write},
    {"create", Access::read_write},   {"delete", Access::read_write},
    {"*", Access::read_write},        {"none", Access::none},
};
inline constexpr std::string_view legacy_names[] = {"tokens", "clients", "users", "tickets", "managed"};

inline constexpr std::string_view scope_separators = " ,\t\n\r";

constexpr bool is_scope_name(std::string_view name) noexcept {
  return !name.empty() && name != "*" && name.find(':') == std::string_view::npos &&
         name.find_first_of(scope_separators) == std::string_view::npos;
}

constexpr std::string_view canonical_name(std::string_view name) noexcept {
  for (const std::string_view legacy : legacy_names) {
    if (name == legacy) return "account";
  }
  return name;
}

// Removes the first part of a scope string, which may be empty, and the separator after it.
inline std::string_view take_part(std::string_view& text) noexcept {
  const std::string_view part = text.substr(0, text.find_first_of(scope_separators));
  text.remove_prefix((std::min)(part.size() + 1, text.size()));
  return part;
}

// What a part other than `*` grants; an unrecognized part has an empty name.
struct ScopePart {
  std::string_view name;
  Access access;
};
constexpr ScopePart parse_part(std::string_view part) noexcept {
  constexpr ScopePart none{{}, Access::none};
  const std::size_t colon = part.find(':');
  if (colon == std::string_view::npos) return none;
  const std::string_view name = part.substr(0, colon);
  if (name.empty() || name == "*") return none;
  const std::string_view level = part.substr(colon + 1);
  for (const AccessLevel& known : access_levels) {
    if (level == known.name) return {canonical_name(name), known.access};
  }
  return none;
}

// The scope of this name, or where to insert it.
inline std::vector<Scope>::const_iterator find_scope(const std::vector<Scope>& list, std::string_view name) noexcept {
  return std::lower_bound(list.begin(), list.end(), name,
                          [](const Scope& scope, std::string_view wanted) { return scope.name < wanted; });
}

inline void raise(std::vector<Scope>& list, std::string_view name, Access level) {
  const auto place = list.begin() + (find_scope(list, name) - list.cbegin());
  if (place == list.end() || place->name != name) {
    list.insert(place, {std::string(name), level});
  } else {
    place->access = (std::max)(place->access, level);
  }
}

}  // namespace detail

LINODE_PAT_INLINE bool operator==(const Scope& a, const Scope& b) noexcept {
  return a.name == b.name && a.access == b.access;
}

LINODE_PAT_INLINE bool operator!=(const Scope& a, const Scope& b) noexcept { return !(a == b); }

LINODE_PAT_INLINE std::string_view Scopes::add(std::string_view text) {
  std::string_view refused;
  constexpr std::size_t max_inserted = 64;  // beyond this, sorting is faster than inserting
  constexpr std::size_t ordinary_size = 16;
  list_.reserve((std::min)(text.size() / ordinary_size, max_inserted));
  while (!text.empty()) {
    const std::string_view part = detail::take_part(text);
    if (part == "*") {
      all_ = true;
      continue;
    }
    // An empty part has no name, and leaves `refused` empty.
    const detail::ScopePart scope = detail::parse_part(part);
    if (scope.name.empty() && refused.empty()) refused = part;
    if (scope.access == Access::none) continue;
    if (list_.size() < max_inserted) {
      detail::raise(list_, scope.name, scope.access);
    } else {
      list_.push_back({std::string(scope.name), scope.access});
    }
  }
  if (all_) list_.clear();
  if (list_.size() <= max_inserted) return refused;
  std::sort(list_.begin(), list_.end(),
            [](const Scope& a, const Scope& b) { return a.name != b.name ? a.name < b.name : a.access > b.access; });
  const auto end =
      std::unique(list_.begin(), list_.end(), [](const Scope& a, const Scope& b) { return a.name == b.name; });
  list_.erase(end, list_.end());
  return refused;
}

LINODE_PAT_INLINE Scopes::Scopes(std::string_view text) {
  constexpr std::size_t max_size = 60;
  const std::string_view refused = add(text);
  if (refused.empty()) return;
  std::string message = "expected scopes such as linodes:read_only, found \"";
  detail::append_escaped(message, detail::shortened(refused, max_size));
  throw std::invalid_argument(message += '"');
}

LINODE_PAT_INLINE std::optional<Scopes> parse_scopes(std::string_view text) {
  std::optional<Scopes> scopes(std::in_place);
  if (!scopes->add(text).empty()) scopes.reset();
  return scopes;
}

LINODE_PAT_INLINE Scopes granted_scopes(std::string_view text) {
  Scopes scopes;
  scopes.add(text);
  return scopes;
}

LINODE_PAT_INLINE Scopes granted_scopes(const PersonalAccessToken& token) {
  return token.scopes ? granted_scopes(*token.scopes) : Scopes();
}

LINODE_PAT_INLINE bool Scopes::is_all() const noexcept { return all_; }

LINODE_PAT_INLINE Access Scopes::access(std::string_view name) const noexcept {
  if (all_) return Access::read_write;
  name = detail::canonical_name(name);
  const auto found = detail::find_scope(list_, name);
  return found != list_.end() && found->name == name ? found->access : Access::none;
}

LINODE_PAT_INLINE bool Scopes::grants(std::string_view name, Access wanted) const noexcept {
  return access(name) >= wanted;
}

LINODE_PAT_INLINE bool Scopes::covers(const Scopes& other) const noexcept {
  if (other.all_) return all_;
  return std::all_of(other.list_.begin(), other.list_.end(),
                     [this](const Scope& scope) { return grants(scope.name, scope.access); });
}

LINODE_PAT_INLINE void Scopes::grant(std::string_view name, Access level) {
  if (!detail::is_scope_name(name)) {
    throw std::invalid_argument("a scope name must not be empty or *, or contain white space, a comma or a colon");
  }
  if (!grants(name, level)) detail::raise(list_, detail::canonical_name(name), level);
}

LINODE_PAT_INLINE const std::vector<Scope>& Scopes::list() const& noexcept { return list_; }

LINODE_PAT_INLINE std::vector<Scope> Scopes::list() const&& { return list_; }

LINODE_PAT_INLINE Scopes Scopes::missing_from(const Scopes& held) const {
  Scopes missing;
  missing.all_ = all_ && !held.all_;
  for (const Scope& scope : list_) {
    if (!held.grants(scope.name, scope.access)) missing.list_.push_back(scope);
  }
  return missing;
}

LINODE_PAT_INLINE std::string Scopes::str() const {
  if (all_) return "*";
  std::string text;
  for (const Scope& scope : list_) {
    if (!text.empty()) text += ' ';
    text.append(scope.name).append(":").append(detail::name_of(scope.access));
  }
  return text;
}

LINODE_PAT_INLINE std::vector<std::string> unrecognized_scopes(std::string_view text) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const std::string_view part = detail::take_part(text);
    if (!part.empty() && part != "*" && detail::parse_part(part).name.empty()) found.emplace_back(part);
  }
  return found;
}

}  // namespace linode
