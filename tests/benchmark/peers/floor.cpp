// A lower bound for reading: written by hand for one order of members without white space, with this library's checks
// of values.
#include <linode/personal_access_token.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "../peers.hpp"

namespace {

using linode::Expiry;
using linode::PersonalAccessToken;
using linode::PersonalAccessTokenPage;
namespace detail = linode::detail;

class OneOrder {
 public:
  explicit OneOrder(std::string_view text) noexcept : pos_(text.data()), end_(pos_ + text.size()) {}

  void read(PersonalAccessToken& token) {
    skip(R"({"id":)");
    read_integer(token.id.emplace());
    skip(R"(,"scopes":")");
    read_string(token.scopes);
    skip(R"(,"created":")");
    token.created = read_time();
    skip(R"(,"label":")");
    read_string(token.label);
    skip(R"(,"token":")");
    read_string(token.token);
    skip(R"(,"expiry":)");
    if (is_next("null")) {
      skip("null");
      token.expiry = Expiry::never();
    } else {
      skip("\"");
      token.expiry = read_time();
    }
    skip("}");
  }

  void read(PersonalAccessTokenPage& page) {
    skip(R"({"data":[)");
    page.data.reserve(static_cast<std::size_t>(end_ - pos_) / 160 + 1);
    const PersonalAccessToken unset{};
    do {
      page.data.push_back(unset);
      read(page.data.back());
    } while (has_next_element());
    skip(R"(],"page":)");
    read_integer(page.page.emplace());
    skip(R"(,"pages":)");
    read_integer(page.pages.emplace());
    skip(R"(,"results":)");
    read_integer(page.results.emplace());
    skip("}");
  }

  void finish() const {
    if (pos_ != end_) fail();
  }

 private:
  [[noreturn]] static void fail() { throw std::runtime_error("not in the only order that is read"); }

  template <std::size_t size>
  [[nodiscard]] bool is_next(const char (&literal)[size]) const noexcept {
    return static_cast<std::size_t>(end_ - pos_) >= size - 1 && std::memcmp(pos_, literal, size - 1) == 0;
  }

  template <std::size_t size>
  void skip(const char (&literal)[size]) {
    if (!is_next(literal)) fail();
    pos_ += size - 1;
  }

  [[nodiscard]] bool has_next_element() noexcept {
    if (!is_next(",")) return false;
    ++pos_;
    return true;
  }

  void read_integer(std::int64_t& out) {
    out = 0;
    if (end_ - pos_ >= 8) {
      const detail::DigitWord digits(detail::load_swar(pos_), detail::load_swar("00000000"));
      if (digits.matches()) {
        out = digits.number();
        pos_ += 8;
      }
    }
    while (pos_ != end_ && detail::is_digit(*pos_)) out = out * 10 + (*pos_++ - '0');
  }

  void read_string(std::optional<std::string>& out) {
    const char* const start = pos_;
    pos_ = detail::find_special(start, end_);
    if (pos_ == end_ || *pos_ != '"') fail();
    out.emplace(start, static_cast<std::size_t>(pos_++ - start));
  }

  linode::Timestamp read_time() {
    if (end_ - pos_ < 20 || pos_[19] != '"') fail();
    const detail::ParsedTime time = detail::parse_time({pos_, 19});
    if (!time) fail();
    pos_ += 20;
    return linode::Timestamp(std::chrono::microseconds(time.microseconds));
  }

  const char* pos_;
  const char* end_;
};

template <class Value>
Value read(const peers::Text& text) {
  Value value{};  // without braces, GCC 12 fills it with zeros
  OneOrder reader(text.view());
  reader.read(value);
  reader.finish();
  return value;
}

const peers::Registration registration(
    {"floor: one order", read<PersonalAccessToken>, read<PersonalAccessTokenPage>, {}, {}, peers::Reads::one_order});

}  // namespace
