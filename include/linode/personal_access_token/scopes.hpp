/// \file
/// What a token may do.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace linode {

/// How much a scope grants; each level includes those before it.
enum class Access {
  none,        ///< nothing is granted
  read_only,   ///< it may be looked at
  read_write,  ///< it may be changed, too
};

/// What a scope string grants (https://techdocs.akamai.com/linode-api/reference/get-started#oauth-scopes), as a value.
/// Two are equal if they grant the same, however that was written.
///
/// Scopes are `*` for everything, or parts `name:level`, level `read_only` or `read_write`. Names are case-sensitive,
/// and any name may come. Old tokens carry other levels: `view` reads; `modify`, `create` and `delete` write; `none`
/// grants nothing. Their names `tokens`, `clients`, `users`, `tickets` and `managed` mean `account`, here and in
/// questions.
class Scopes {
 public:
  /// Takes any text: parts are separated by spaces and commas, and a part that is no scope grants nothing. Of a name
  /// that comes more than once, the highest level counts.
  explicit Scopes(std::string_view text) {
    while (!text.empty() && !all_) {
      const std::string_view part = text.substr(0, text.find_first_of(" ,"));
      text.remove_prefix(std::min(part.size() + 1, text.size()));
      add(part);
    }
    if (all_) levels_.clear();
  }

  /// Whether everything is granted: `*`.
  [[nodiscard]] bool is_all() const noexcept { return all_; }

  /// How much is granted on `name`, `linodes` for example.
  [[nodiscard]] Access access(std::string_view name) const noexcept {
    if (all_) return Access::read_write;
    const auto found = position_of(current_name(name));
    return found != levels_.end() && found->first == current_name(name) ? found->second : Access::none;
  }

  /// Whether at least `wanted` is granted on `name`. `Access::none` always is.
  [[nodiscard]] bool grants(std::string_view name, Access wanted) const noexcept { return access(name) >= wanted; }

  /// Whether everything that `other` grants is granted here. Only `*` covers `*`, as names may be added at any time.
  [[nodiscard]] bool covers(const Scopes& other) const noexcept {
    if (other.all_) return all_;
    return std::all_of(other.levels_.begin(), other.levels_.end(),
                       [this](const Level& level) { return grants(level.first, level.second); });
  }

  /// The shortest text that grants the same: `*`, or `name:level` parts in the order of their names with single spaces
  /// between; empty if nothing is granted. Equal scopes give equal texts.
  [[nodiscard]] std::string str() const {
    if (all_) return "*";
    std::string text;
    for (const Level& level : levels_) {
      if (!text.empty()) text += ' ';
      text += level.first;
      text += level.second == Access::read_write ? ":read_write" : ":read_only";
    }
    return text;
  }

  /// \name Equality of what is granted
  /// @{
  [[nodiscard]] friend bool operator==(const Scopes& a, const Scopes& b) noexcept {
    return a.all_ == b.all_ && a.levels_ == b.levels_;
  }
  [[nodiscard]] friend bool operator!=(const Scopes& a, const Scopes& b) noexcept { return !(a == b); }
  /// @}

 private:
  using Level = std::pair<std::string, Access>;

  static constexpr Access parse_level(std::string_view level) noexcept {
    if (level == "read_write" || level == "modify" || level == "create" || level == "delete") return Access::read_write;
    if (level == "read_only" || level == "view") return Access::read_only;
    return Access::none;
  }

  static constexpr std::string_view current_name(std::string_view name) noexcept {
    for (const std::string_view legacy : {"tokens", "clients", "users", "tickets", "managed"}) {
      if (name == legacy) return "account";
    }
    return name;
  }

  [[nodiscard]] std::vector<Level>::const_iterator position_of(std::string_view name) const noexcept {
    return std::lower_bound(levels_.begin(), levels_.end(), name,
                            [](const Level& level, std::string_view wanted) { return level.first < wanted; });
  }

  void add(std::string_view part) {
    if (part == "*") {
      all_ = true;
      return;
    }
    const std::size_t colon = part.find(':');
    if (colon == 0 || colon == std::string_view::npos) return;
    const Access level = parse_level(part.substr(colon + 1));
    if (level == Access::none) return;
    const std::string_view name = current_name(part.substr(0, colon));
    const auto place = levels_.begin() + (position_of(name) - levels_.cbegin());
    if (place != levels_.end() && place->first == name) {
      place->second = std::max(place->second, level);
    } else {
      levels_.emplace(place, name, level);
    }
  }

  bool all_ = false;
  std::vector<Level> levels_;  // by name; above none
};

}  // namespace linode
