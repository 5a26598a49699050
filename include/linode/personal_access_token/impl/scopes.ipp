// SPDX-FileCopyrightText: 2026 The linode-personal-access-token authors
// SPDX-License-Identifier: MIT

// Definitions of scopes.hpp. They do without <algorithm>, which would cost each program 2 % of its compile time.
#pragma once

#include <cstddef>
#include <list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <linode/personal_access_token/detail/config.hpp>
#include <linode/personal_access_token/scopes.hpp>

namespace linode {

namespace detail {

constexpr Access parse_level(std::string_view level) noexcept {
  for (const std::string_view writing : {"read_write", "modify", "create", "delete", "*"}) {
    if (level == writing) return Access::read_write;
  }
  return level == "read_only" || level == "view" ? Access::read_only : Access::none;
}

constexpr bool is_scope_name(std::string_view name) noexcept {
  return !name.empty() && name != "*" && name.find_first_of(" ,:") == std::string_view::npos;
}

constexpr std::string_view canonical_name(std::string_view name) noexcept {
  for (const std::string_view legacy : {"tokens", "clients", "users", "tickets", "managed"}) {
    if (name == legacy) return "account";
  }
  return name;
}

// The index of the scope of this name, or of the place for it.
inline std::size_t find_scope(const std::vector<Scope>& list, std::string_view name) noexcept {
  std::size_t begin = 0;
  std::size_t end = list.size();
  while (begin != end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (list[middle].name < name) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

}  // namespace detail

LINODE_PAT_INLINE bool operator==(const Scope& a, const Scope& b) noexcept {
  return a.name == b.name && a.access == b.access;
}

LINODE_PAT_INLINE bool operator!=(const Scope& a, const Scope& b) noexcept { return !(a == b); }

LINODE_PAT_INLINE Scopes::Scopes(std::string_view text) {
  std::list<std::pair<std::string_view, Access>> parts;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find_first_of(" ,"));
    text.remove_prefix(part.size() == text.size() ? part.size() : part.size() + 1);
    if (part == "*") {
      all_ = true;
      return;
    }
    const std::size_t colon = part.find(':');
    if (colon == std::string_view::npos || !detail::is_scope_name(part.substr(0, colon))) continue;
    const Access level = detail::parse_level(part.substr(colon + 1));
    if (level != Access::none) parts.emplace_back(detail::canonical_name(part.substr(0, colon)), level);
  }
  parts.sort();
  for (const auto& [name, level] : parts) {
    if (list_.empty() || list_.back().name != name) {
      list_.push_back({std::string(name), level});
    } else {
      list_.back().access = level;  // sorted by level, too: the highest comes last
    }
  }
}

LINODE_PAT_INLINE bool Scopes::is_all() const noexcept { return all_; }

LINODE_PAT_INLINE Access Scopes::access(std::string_view name) const noexcept {
  if (all_) return Access::read_write;
  name = detail::canonical_name(name);
  const std::size_t index = detail::find_scope(list_, name);
  return index != list_.size() && list_[index].name == name ? list_[index].access : Access::none;
}

LINODE_PAT_INLINE bool Scopes::grants(std::string_view name, Access wanted) const noexcept {
  return access(name) >= wanted;
}

LINODE_PAT_INLINE bool Scopes::covers(const Scopes& other) const noexcept {
  if (other.all_) return all_;
  for (const Scope& scope : other.list_) {
    if (!grants(scope.name, scope.access)) return false;
  }
  return true;
}

LINODE_PAT_INLINE void Scopes::grant(std::string_view name, Access level) {
  if (!detail::is_scope_name(name)) {
    throw std::invalid_argument("a scope name must not be empty or *, or contain a space, a comma or a colon");
  }
  if (grants(name, level)) return;
  name = detail::canonical_name(name);
  const std::size_t index = detail::find_scope(list_, name);
  if (index != list_.size() && list_[index].name == name) {
    list_[index].access = level;
  } else {
    list_.insert(list_.begin() + static_cast<std::ptrdiff_t>(index), {std::string(name), level});
  }
}

LINODE_PAT_INLINE const std::vector<Scope>& Scopes::list() const noexcept { return list_; }

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
    text += scope.name;
    text += scope.access == Access::read_write ? ":read_write" : ":read_only";
  }
  return text;
}

}  // namespace linode
