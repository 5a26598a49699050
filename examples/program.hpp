// What the example programs share: their options, the time that they count from, output that is safe on a terminal and
// known to have arrived, and errors that become an exit status of 2.
#pragma once

#include <linode/personal_access_token.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>

namespace program {

// Adds `--now`, whose value is stored in `now`; it defaults to the current time.
inline void add_now(CLI::App& app, linode::Timestamp& now) {
  now = linode::Clock::now();
  app.add_option_function<std::string>(
         "--now",
         [&now](const std::string& text) {
           const auto time = linode::parse_timestamp(text);
           if (!time) throw CLI::ValidationError("--now", "expected a timestamp such as 2018-01-01T00:01:01");
           now = *time;
         },
         "the time to count from, 2018-01-01T00:01:01 for example")
      ->type_name("TIME");
}

// A code point as JSON escapes it: one `\u` sequence, or a surrogate pair of them.
inline void append_json_escape(std::string& out, unsigned long code_point) {
  if (code_point > 0xFFFF) {
    append_json_escape(out, 0xD800 + ((code_point - 0x10000) >> 10));
    code_point = 0xDC00 + ((code_point - 0x10000) & 0x3FF);
  }
  char text[8];
  std::snprintf(text, sizeof text, "\\u%04lx", code_point);
  out += text;
}

// Replaces each character that a terminal might act on by `escape(shown)`, where `shown` is what linode::printable()
// makes of it. Quotation marks and backslashes stay, so that text which is escaped already stays as it is.
template <class Escape>
std::string escape_unprintable(std::string_view text, Escape&& escape) {
  std::string safe;
  while (!text.empty()) {
    std::size_t size = 1;
    if (text.front() < ' ' || text.front() > '~') {
      while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
      const std::string shown = linode::printable(text.substr(0, size));
      safe += shown == text.substr(0, size) ? shown : escape(shown);
    } else {
      safe += text.front();
    }
    text.remove_prefix(size);
  }
  return safe;
}

// JSON without line breaks, safe for a terminal.
inline std::string safe_json(std::string_view json) {
  return escape_unprintable(json, [](const std::string& shown) {
    std::string escape;
    append_json_escape(escape, std::stoul(shown.substr(3), nullptr, 16));  // after `\u{`
    return escape;
  });
}

// Prints a line on standard error, whatever it quotes. Programs that include this header write there in no other way.
inline void say(std::string_view line) {
  std::cerr << escape_unprintable(line, [](const std::string& shown) { return shown; }) << '\n';
}

// Flushes standard output. Returns `status`, or 2 if not everything could be written.
inline int finish(const std::string& name, int status) {
  std::cout.flush();
  if (std::cout) return status;
  say(name + ": cannot write to standard output");
  return 2;
}

constexpr int max_days = 36'525;  // 100 years, beyond which a token is one that never expires

// Takes days, in decimal digits only: CLI11 itself reads 010 as 8, and 0x10 as 16.
inline void take_days(CLI::Option* option, int at_least) {
  const auto check = [](std::string& number) {
    if (number.find_first_not_of("0123456789") != std::string::npos) return std::string("expected a decimal number");
    number.erase(0, (std::min)(number.find_first_not_of('0'), number.size() - 1));
    return std::string();
  };
  option->type_name("DAYS")->transform(CLI::Validator(check, ""))->check(CLI::Range(at_least, max_days));
}

// Leaves the lines below the options as they are: newer versions of CLI11 would fill them anew, examples included.
template <class Formatter>
auto keep_lines(Formatter* formatter) -> decltype(formatter->enable_footer_formatting(false)) {
  formatter->enable_footer_formatting(false);
}
inline void keep_lines(const void* /*formatter, of an older version*/) {}

// Reads the options, with --help and --version, and runs `work`, which returns the exit status.
template <class Work>
int run(CLI::App& app, const std::string& name, int argc, char** argv, Work&& work) {
  constexpr linode::Version version = linode::personal_access_token_version;
  app.name(name);
  keep_lines(app.get_formatter().get());
  app.set_version_flag("--version", name + ' ' + std::to_string(version.major_version) + '.' +
                                        std::to_string(version.minor_version) + '.' +
                                        std::to_string(version.patch_version));
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help_or_version) {
    return finish(name, app.exit(help_or_version));
  } catch (const CLI::ParseError& error) {
    say(error.what());
    say("Run with --help for more information.");
    return 2;
  }
  try {
    return finish(name, work());
  } catch (const std::exception& error) {
    say(name + ": " + error.what());
    return 2;
  }
}

}  // namespace program
