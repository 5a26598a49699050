// Input that is a listing: opened, named if it is something else, and known to be complete or not.
#pragma once

#include <linode/personal_access_token.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

namespace listing {

// Says what the input is if it is nothing that holds tokens, by its first bytes. Consumes nothing; returns the first.
inline int reject_other_kinds(std::istream& stream) {
  std::streambuf& buffer = *stream.rdbuf();
  const int first = buffer.sgetc();
  if (first == std::streambuf::traits_type::eof()) throw std::runtime_error("nothing to read");
  if (first == 0x1F) throw std::runtime_error("compressed by gzip; decompress it first");
  if (first == 0xEF) throw std::runtime_error("starts with a byte order mark, which JSON must not");
  int second = ' ';
  if (buffer.in_avail() > 1) {  // one that is in the buffer can be put back
    buffer.sbumpc();
    second = buffer.sgetc();
    buffer.sungetc();
  }
  if (first == 0xFF || first == 0xFE || first == 0 || second == 0) {
    throw std::runtime_error("UTF-16; convert it to UTF-8 first");
  }
  return first;
}

// Counts what the pages of a listing say and hold. A page number that comes again starts another listing.
class Completeness {
 public:
  void add(const linode::PersonalAccessTokenPage& page) {
    if (!page.page && !page.pages && !page.results) return;  // a token, or an array of tokens
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
    const auto pages = (std::max)(static_cast<std::int64_t>(numbers_.size()), std::int64_t{1});
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

// Calls `visit(PersonalAccessToken&&)` for each token of a file, or of standard input for "-"; returns what is missing
// from it, in words.
template <class Visit>
std::string read(const std::string& file, Visit&& visit) {
  std::ifstream opened;
  const bool is_standard_input = file == "-";
  if (is_standard_input) {
    std::ios::sync_with_stdio(false);
  } else {
    opened.open(file, std::ios::binary);
    if (!opened) throw std::runtime_error("cannot be opened");
  }
  std::error_code ignored;
  if (std::filesystem::is_directory(is_standard_input ? "/dev/stdin" : file, ignored)) {
    throw std::runtime_error("a directory");
  }
  std::istream& stream = is_standard_input ? std::cin : opened;
  // What says that there is no token: an empty array, and a page of a listing without results. An object without
  // members does not, nor does `{"data": null}`, which anything may answer.
  bool is_listing = reject_other_kinds(stream) == '[';
  bool has_tokens = false;
  bool has_empty_tokens = false;
  Completeness completeness;
  linode::for_each_page(stream, [&](linode::PersonalAccessTokenPage&& page) {
    completeness.add(page);
    is_listing = is_listing || page.results == 0;
    for (linode::PersonalAccessToken& token : page.data) {
      const bool is_empty = token == linode::PersonalAccessToken{};
      (is_empty ? has_empty_tokens : has_tokens) = true;
      visit(std::move(token));
    }
  });
  std::string missing = completeness.finish();
  const bool is_nothing = !has_tokens && (has_empty_tokens || !is_listing);
  return missing.empty() && is_nothing ? "holds no token" : missing;
}

}  // namespace listing
