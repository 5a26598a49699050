// yyjson with a pool that is used again.
#include <yyjson.h>

#include <memory>
#include <stdexcept>

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

template <class Use>
auto with_document(const Text& text, Use&& use) {
  static std::vector<char> pool;
  const std::string_view json = text.view();
  const std::size_t needed = yyjson_read_max_memory_usage(json.size(), 0);
  if (pool.size() < needed) pool.resize(needed);
  yyjson_alc allocator;
  yyjson_alc_pool_init(&allocator, pool.data(), pool.size());
  yyjson_doc* const document = yyjson_read_opts(const_cast<char*>(json.data()), json.size(), 0, &allocator, nullptr);
  if (document == nullptr) throw std::runtime_error("yyjson");
  return use(yyjson_doc_get_root(document));
}

const peers::Registration registration({"yyjson",
                                        [](const Text& text) { return with_document(text, token_of); },
                                        [](const Text& text) { return with_document(text, page_of); },
                                        {},
                                        {}});

}  // namespace
