// Reads any text as a time, and compares with a regular expression and the standard library's calendar.
#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/nlohmann.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <regex>
#include <string>

#include "oracle.hpp"

namespace {

using linode::Timestamp;

std::optional<Timestamp> reference(const std::string& text) {
  static const std::regex grammar(
      R"((\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))?)");
  std::smatch part;
  if (!std::regex_match(text, part, grammar)) return std::nullopt;
  const auto number = [&part](std::size_t index) { return std::stoi(part[index].str()); };
  using namespace std::chrono;
  const year_month_day date{year{number(1)}, month{static_cast<unsigned>(number(2))},
                            day{static_cast<unsigned>(number(3))}};
  if (!date.ok() || number(4) > 23 || number(5) > 59 || number(6) > 59) return std::nullopt;
  sys_time<microseconds> time = sys_days{date} + hours{number(4)} + minutes{number(5)} + seconds{number(6)};
  if (part[7].matched) time += microseconds{std::stoi((part[7].str() + "000000").substr(0, 6))};
  if (part[8].matched) {
    if (number(9) > 23 || number(10) > 59) return std::nullopt;
    const minutes offset = hours{number(9)} + minutes{number(10)};
    time += part[8] == "+" ? -offset : offset;
  }
  if (time < sys_days{year{0} / 1 / 1} || time >= sys_days{year{10000} / 1 / 1}) return std::nullopt;
  return linode::Clock::from_sys(time);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 64) return 0;  // std::regex recurses
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::optional<Timestamp> time = linode::parse_timestamp(text);
  fuzz::require(time == reference(text), "the calendar of the standard library agrees");
  if (time) fuzz::require(linode::parse_timestamp(linode::format_timestamp(*time)) == time, "a time survives its text");
  return 0;
}
