// yyjson, with a reused pool and in situ.
#include <yyjson.h>

#include <cstddef>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "../peers.hpp"

namespace {

using peers::PersonalAccessToken;
using peers::PersonalAccessTokenPage;
using peers::Text;

std::string_view text_of(yyjson_val* value) { return {yyjson_get_str(value), yyjson_get_len(value)}; }

PersonalAccessToken token_of(yyjson_val* object) {
  PersonalAccessToken token;
  yyjson_obj_iter members = yyjson_obj_iter_with(object);
  while (yyjson_val* const key = yyjson_obj_iter_next(&members)) {
    yyjson_val* const value = yyjson_obj_iter_get_val(key);
    const std::string_view name = text_of(key);
    if (name == "id")
      token.id = yyjson_get_sint(value);
    else if (name == "scopes")
      token.scopes.emplace(text_of(value));
    else if (name == "created")
      token.created = peers::time(text_of(value));
    else if (name == "label")
      token.label.emplace(text_of(value));
    else if (name == "token")
      token.token.emplace(text_of(value));
    else if (name == "expiry")
      token.expiry = yyjson_is_null(value) ? linode::Expiry::never() : linode::Expiry(peers::time(text_of(value)));
  }
  return token;
}

PersonalAccessTokenPage page_of(yyjson_val* object) {
  PersonalAccessTokenPage page;
  yyjson_val* const data = yyjson_obj_get(object, "data");
  page.data.reserve(yyjson_arr_size(data));
  yyjson_arr_iter tokens = yyjson_arr_iter_with(data);
  while (yyjson_val* const token = yyjson_arr_iter_next(&tokens)) page.data.push_back(token_of(token));
  page.page = yyjson_get_sint(yyjson_obj_get(object, "page"));
  page.pages = yyjson_get_sint(yyjson_obj_get(object, "pages"));
  page.results = yyjson_get_sint(yyjson_obj_get(object, "results"));
  return page;
}

// Reads with a reused pool of memory.
template <class Use>
auto with_document(char* json, std::size_t size, yyjson_read_flag flags, Use&& use) {
  static std::vector<char> pool;
  const std::size_t needed = yyjson_read_max_memory_usage(size, flags);
  if (pool.size() < needed) pool.resize(needed);
  yyjson_alc allocator;
  yyjson_alc_pool_init(&allocator, pool.data(), pool.size());
  yyjson_doc* const document = yyjson_read_opts(json, size, flags, &allocator, nullptr);
  if (document == nullptr) throw std::runtime_error("yyjson");
  return use(yyjson_doc_get_root(document));
}

// The text is not changed, since yyjson changes a text only in situ.
template <class Use>
auto with_text(const Text& text, Use&& use) {
  return with_document(const_cast<char*>(text.storage.data()), text.storage.size(), 0, use);
}

template <class Use>
auto with_copy(const Text& text, Use&& use) {
  static std::vector<char> copy;
  const std::string& json = text.storage;
  if (copy.size() < json.size() + YYJSON_PADDING_SIZE) copy.resize(json.size() + YYJSON_PADDING_SIZE);
  std::memcpy(copy.data(), json.data(), json.size());
  std::memset(copy.data() + json.size(), 0, YYJSON_PADDING_SIZE);
  return with_document(copy.data(), json.size(), YYJSON_READ_INSITU, use);
}

const peers::Registration with_pool({"yyjson, with a pool",
                                     [](const Text& text) { return with_text(text, token_of); },
                                     [](const Text& text) { return with_text(text, page_of); },
                                     {},
                                     {}});
const peers::Registration in_situ({"yyjson in situ, with a copy",
                                   [](const Text& text) { return with_copy(text, token_of); },
                                   [](const Text& text) { return with_copy(text, page_of); },
                                   {},
                                   {}});

}  // namespace
