// Reads any text as scopes, and compares with a model that is a map.
#include <linode/personal_access_token/scopes.hpp>

#include <linode/personal_access_token/detail/text/escape.hpp>
#include <linode/personal_access_token/detail/text/utf8.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "oracle.hpp"

namespace {

using linode::Access;
using linode::Scopes;

struct Model {
  bool all = false;
  std::map<std::string, Access> levels;
  std::vector<std::string> unrecognized;
};

Model model_of(std::string text) {
  for (char& c : text) {
    if (c == ',' || c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  Model model;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    const std::string part = text.substr(start, end - start);
    start = end + 1;
    if (part == "*") model.all = true;
    if (part.empty() || part == "*") continue;
    model.unrecognized.push_back(part);
    const std::size_t colon = part.find(':');
    if (colon == std::string::npos || colon == 0 || part.substr(0, colon) == "*") continue;
    static const std::map<std::string, Access> known{{"read_only", Access::read_only},   {"view", Access::read_only},
                                                     {"read_write", Access::read_write}, {"modify", Access::read_write},
                                                     {"create", Access::read_write},     {"delete", Access::read_write},
                                                     {"*", Access::read_write}};
    static const std::map<std::string, int> legacy{
        {"tokens", 0}, {"clients", 0}, {"users", 0}, {"tickets", 0}, {"managed", 0}};
    const auto level = known.find(part.substr(colon + 1));
    if (level != known.end() || part.substr(colon + 1) == "none") model.unrecognized.pop_back();
    if (level == known.end()) continue;
    std::string name = part.substr(0, colon);
    if (legacy.count(name) != 0) name = "account";
    Access& access = model.levels[name];
    access = std::max(access, level->second);
  }
  return model;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using fuzz::require;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::size_t half = text.find('|');  // two texts, to compare two sets of scopes
  const Scopes scopes = linode::granted_scopes(text.substr(0, half));
  const Model model = model_of(text.substr(0, half));
  require(scopes.is_all() == model.all, "'*' is everything");
  require(linode::unrecognized_scopes(text.substr(0, half)) == model.unrecognized, "unrecognized parts are listed");
  const std::optional<Scopes> strict = linode::parse_scopes(text.substr(0, half));
  require(strict.has_value() == model.unrecognized.empty(), "unrecognized parts are refused");
  require(!strict || strict == scopes, "strict reading gives the same scopes");
  const std::string shown = linode::printable(text);
  for (std::string_view rest = shown; !rest.empty();) {
    const linode::detail::CodePoint next = linode::detail::first_code_point(rest);
    require(next.size != 0 && !linode::detail::is_unprintable(next.value), "printable() gives printable characters");
    rest.remove_prefix(next.size);
  }
  std::string expected;
  for (const auto& [name, level] : model.levels) {
    require(scopes.access(name) == (model.all ? Access::read_write : level), "the highest level of a name counts");
    expected += (expected.empty() ? "" : " ") + name + (level == Access::read_write ? ":read_write" : ":read_only");
  }
  require(scopes.str() == (model.all ? "*" : expected), "the text is sorted by name");
  require(Scopes(scopes.str()) == scopes, "the text gives equal scopes");
  require(scopes.covers(scopes), "scopes cover themselves");
  if (half != std::string::npos) {
    const Scopes other = linode::granted_scopes(text.substr(half + 1));
    const Model other_model = model_of(text.substr(half + 1));
    bool covered = !other_model.all || model.all;
    for (const auto& [name, level] : other_model.levels) covered = covered && scopes.grants(name, level);
    require(scopes.covers(other) == covered, "scopes cover others if they grant each of them");
    const Scopes missing = other.missing_from(scopes);
    require(covered == missing.str().empty(), "nothing is missing if scopes cover others");
    Scopes granted = missing.is_all() ? missing : scopes;
    for (const linode::Scope& scope : missing.list()) granted.grant(scope.name, scope.access);
    require(granted.covers(other) && granted.covers(scopes), "scopes cover others once the missing ones are granted");
    require((scopes == other) == (scopes.covers(other) && other.covers(scopes)),
            "scopes are equal if they cover each other");
  }
  return 0;
}
