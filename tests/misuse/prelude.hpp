// What the rows of the misuse suite use: everything that they include, short names, and helpers. See misuse_test.py.
#pragma once

#include <linode/personal_access_token.hpp>
#ifdef MISUSE_WITH_NLOHMANN
#include <linode/personal_access_token/nlohmann.hpp>
#endif

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <exception>
#include <fstream>
#include <functional>
#include <ios>
#include <iostream>
#include <iterator>
#include <limits>
#include <list>
#include <locale>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using namespace std::string_literals;
using namespace std::string_view_literals;
using std::chrono::steady_clock;
using std::chrono::system_clock;
template <class Duration>
using SysTime = std::chrono::time_point<system_clock, Duration>;

// The present of every row that runs: 2024-01-01, of the library's clock and of the system's.
inline constexpr linode::Timestamp present{1'704'067'200s};
inline constexpr SysTime<std::chrono::seconds> sys_present{1'704'067'200s};

inline linode::Timestamp time_of(std::string_view text) { return linode::parse_timestamp(text).value(); }

inline linode::PersonalAccessToken example_token() {
  linode::PersonalAccessToken token;
  token.created = time_of("2023-01-01T00:00:00");
  token.expiry = time_of("2999-12-12T05:00:00");
  token.id = 1234567;
  token.label = "a label that is not short";
  token.scopes = "linodes:read_only domains:read_write volumes:read_only";
  token.token = "0123456789abcdef";
  return token;
}

// Does nothing with what is [[nodiscard]].
template <class... Values>
void use(const Values&...) {}

// What a call throws, in words. `what()` where it names what is wrong in words of this library.
template <class Function>
std::string thrown_by(Function&& function) {
  try {
    static_cast<void>(function());
  } catch (const linode::DecodeError& error) {
    return "DecodeError " + linode::to_string(error.reason()) + " at \"" + error.path() + "\"";
  } catch (const std::invalid_argument& error) {
    return std::string("invalid_argument: ") + error.what();
  } catch (const std::out_of_range& error) {
    return std::string("out_of_range: ") + error.what();
  } catch (const std::ios_base::failure&) {
    return "failure";
  } catch (const std::bad_optional_access&) {
    return "bad_optional_access";
  } catch (const std::bad_function_call&) {
    return "bad_function_call";
  } catch (const std::exception&) {
    return "another exception";
  }
  return "nothing";
}

// A stream buffer that gives at most `at_once` bytes of a text at a time, whatever is asked for.
class SlowBuffer : public std::streambuf {
 public:
  SlowBuffer(std::string text, std::size_t at_once) : text_(std::move(text)), at_once_(at_once) {}

 protected:
  int_type underflow() override {
    if (gptr() != egptr()) return traits_type::to_int_type(*gptr());
    const std::size_t size = (std::min)(at_once_, text_.size() - given_);
    if (size == 0) return at_end();
    char* const start = text_.data() + given_;
    setg(start, start, start + size);
    given_ += size;
    return traits_type::to_int_type(*start);
  }
  std::streamsize xsgetn(char* to, std::streamsize wanted) override {
    if (traits_type::eq_int_type(underflow(), traits_type::eof())) return 0;
    const std::streamsize size = (std::min)(wanted, static_cast<std::streamsize>(egptr() - gptr()));
    std::copy_n(gptr(), size, to);
    gbump(static_cast<int>(size));
    return size;
  }
  virtual int_type at_end() { return traits_type::eof(); }

 private:
  std::string text_;
  std::size_t at_once_;
  std::size_t given_ = 0;
};

// One that sets badbit and eofbit of its stream where its text ends, as a broken connection does.
class BreakingBuffer : public SlowBuffer {
 public:
  explicit BreakingBuffer(std::string text) : SlowBuffer(std::move(text), 7) {}
  std::istream* stream = nullptr;

 protected:
  int_type at_end() override {
    stream->setstate(std::ios::badbit | std::ios::eofbit);
    return traits_type::eof();
  }
};

// Numbers as 1.234.567,5: the global locale for as long as it lives.
class GroupingLocale {
 public:
  GroupingLocale() : before_(std::locale::global(std::locale(std::locale::classic(), new Punctuation))) {}
  GroupingLocale(const GroupingLocale&) = delete;
  GroupingLocale& operator=(const GroupingLocale&) = delete;
  ~GroupingLocale() { std::locale::global(before_); }

 private:
  class Punctuation : public std::numpunct<char> {
    char do_thousands_sep() const override { return '.'; }
    char do_decimal_point() const override { return ','; }
    std::string do_grouping() const override { return "\3"; }
  };

  std::locale before_;
};
