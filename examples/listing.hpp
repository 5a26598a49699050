// Input that is a listing: opened, named if it is something else, and known to be complete or not.
#pragma once

#include <linode/personal_access_token.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

namespace listing {

// Whether a token may have been created then: not before Linode was founded, nor in the future. Clocks may differ.
inline bool is_plausible_creation(linode::Timestamp created, linode::Timestamp now) {
  constexpr linode::Timestamp founded = linode::parse_timestamp("2003-01-01T00:00:00").value();
  return founded <= created && created <= now + std::chrono::hours(24);
}

// Names other kinds of files by their first bytes. Returns the first byte that is not white space. Consumes nothing:
// bytes that are in the buffer can be put back.
inline int reject_other_kinds(std::istream& stream) {
  std::streambuf& buffer = *stream.rdbuf();
  const int first = buffer.sgetc();
  if (first == std::streambuf::traits_type::eof()) throw std::runtime_error("nothing to read");
  if (first == 0x1F) throw std::runtime_error("compressed by gzip; decompress it first");
  if (first == 0xEF) throw std::runtime_error("starts with a byte order mark, which JSON must not");
  int second = ' ';
  if (buffer.in_avail() > 1) {
    second = buffer.snextc();
    buffer.sungetc();
  }
  if (first == 0xFF || first == 0xFE || first == 0 || second == 0) {
    throw std::runtime_error("UTF-16; convert it to UTF-8 first");
  }
  int start = first;
  std::size_t spaces = 0;
  for (; std::isspace(start) != 0 && buffer.in_avail() > 1; ++spaces) start = buffer.snextc();
  for (; spaces > 0; --spaces) buffer.sungetc();
  return start;
}

// Counts what the pages of a listing say and hold. A page number that comes again starts another listing.
class Completeness {
 public:
  void add(const linode::PersonalAccessTokenPage& page) {
    if (!page.page && !page.pages && !page.results) return;  // a token, or an array of tokens
    if (!page.pages && !page.results && !page.data.empty()) {
      missing_ = "incomplete, perhaps: it does not say how many pages exist";
    }
    if (page.page && numbers_.count(*page.page) != 0) finish();
    if (page.page) numbers_.insert(*page.page);
    pages_ = (std::max)(pages_, page.pages.value_or(0));
    results_ = (std::max)(results_, page.results.value_or(0));
    // A listing shifts while it is read page by page: a token may come twice, and another not at all.
    for (const linode::PersonalAccessToken& token : page.data) {
      if (!token.id || ids_.insert(*token.id).second) ++tokens_;
    }
  }

  // What is missing from the listings, in words; empty if nothing is.
  std::string finish() {
    const std::int64_t numbered = std::distance(numbers_.lower_bound(1), numbers_.upper_bound(pages_));
    const std::int64_t pages = (std::max)(numbered, std::int64_t{1});
    std::string missing;
    if (tokens_ < results_) missing = std::to_string(tokens_) + " of " + std::to_string(results_) + " tokens";
    if (pages < pages_) {
      missing += (missing.empty() ? "" : ", ") + std::to_string(pages) + " of " + std::to_string(pages_) + " pages";
    }
    if (!missing.empty()) missing_ = "incomplete: " + missing;
    numbers_.clear();
    ids_.clear();
    pages_ = results_ = tokens_ = 0;
    return missing_;
  }

 private:
  std::set<std::int64_t> numbers_;
  std::set<std::int64_t> ids_;
  std::int64_t pages_ = 0;
  std::int64_t results_ = 0;
  std::int64_t tokens_ = 0;  // distinct ones
  std::string missing_;
};

// As below, without the name of the file in the messages.
template <class Visit>
std::string read_stream(const std::string& file, Visit&& visit) {
  std::ifstream opened;
  const bool is_standard_input = file == "-";
  struct stat status {};
  if (is_standard_input) {
    std::ios::sync_with_stdio(false);
    if (::fstat(STDIN_FILENO, &status) != 0) throw std::runtime_error("closed");
  } else {
    opened.open(file, std::ios::binary);
    if (!opened || ::stat(file.c_str(), &status) != 0) throw std::runtime_error("cannot be opened");
  }
  if (S_ISDIR(status.st_mode)) throw std::runtime_error("a directory");
  std::istream& stream = is_standard_input ? std::cin : opened;
  // An empty array or empty listing is a valid answer. `{}` and `{"data": null}` are not: anything may answer so.
  bool is_listing = reject_other_kinds(stream) == '[';
  bool has_tokens = false;
  bool has_empty_tokens = false;
  Completeness completeness;
  linode::for_each_page(stream, [&](linode::PersonalAccessTokenPage&& page) {
    completeness.add(page);
    is_listing = is_listing || page.results == 0;
    for (const linode::PersonalAccessToken& token : page.data) {
      const bool is_empty = token == linode::PersonalAccessToken{};
      (is_empty ? has_empty_tokens : has_tokens) = true;
    }
    visit(std::move(page));
  });
  std::string missing = completeness.finish();
  const bool is_nothing = !has_tokens && (has_empty_tokens || !is_listing);
  return missing.empty() && is_nothing ? "holds no token" : missing;
}

// Calls `visit(PersonalAccessTokenPage&&)` for each document of a file, or of standard input for "-": a page, or a
// token or an array as a page with only `data` set. Returns what is missing, in words, or nothing. Both this and
// the message of each exception begin with the name of the file.
template <class Visit>
std::string read(const std::string& file, Visit&& visit) {
  const std::string source = file == "-" ? "standard input" : file;
  try {
    const std::string missing = read_stream(file, visit);
    return missing.empty() ? "" : source + ": " + missing;
  } catch (const linode::DecodeError& error) {
    const bool has_position = error.reason() != linode::DecodeError::Reason::api_error;
    throw std::runtime_error(source + (has_position ? ":" : ": ") + error.what());
  } catch (const std::exception& error) {
    throw std::runtime_error(source + ": " + error.what());
  }
}

}  // namespace listing
