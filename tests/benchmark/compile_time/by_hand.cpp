// The same with nlohmann_json, written by hand: times stay text.
#include <nlohmann/json.hpp>

#include <cstdio>
#include <optional>

struct Token {
  std::optional<std::string> created, expiry;
  std::optional<std::int64_t> id;
  std::optional<std::string> label, scopes, token;
};

template <class T>
void read(const nlohmann::json& j, const char* name, std::optional<T>& out) {
  if (const auto found = j.find(name); found != j.end() && !found->is_null()) out = found->get<T>();
}

template <class T>
void write(nlohmann::json& j, const char* name, const std::optional<T>& value) {
  if (value) j[name] = *value;
}

int main(int, char** arguments) {
  try {
    const nlohmann::json in = nlohmann::json::parse(arguments[1]);
    Token token;
    read(in, "created", token.created);
    read(in, "expiry", token.expiry);
    read(in, "id", token.id);
    read(in, "label", token.label);
    read(in, "scopes", token.scopes);
    read(in, "token", token.token);
    nlohmann::json out = nlohmann::json::object();
    write(out, "created", token.created);
    write(out, "expiry", token.expiry);
    write(out, "id", token.id);
    write(out, "label", token.label);
    write(out, "scopes", token.scopes);
    write(out, "token", token.token);
    std::puts(out.dump().c_str());
  } catch (const nlohmann::json::exception& error) {
    std::puts(error.what());
  }
}
