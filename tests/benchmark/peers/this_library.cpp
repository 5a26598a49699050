// This library, in a source of its own as every peer: compilers decide otherwise in a large one.
#include <linode/personal_access_token.hpp>

#include "../peers.hpp"

namespace {

using peers::PersonalAccessToken;
using peers::PersonalAccessTokenPage;
using peers::Text;

const peers::Registration registration({peers::ours, [](const Text& text) { return linode::from_json(text.view()); },
                                        [](const Text& text) { return linode::page_from_json(text.view()); },
                                        [](const PersonalAccessToken& token) { return linode::to_json(token); },
                                        [](const PersonalAccessTokenPage& page) { return linode::to_json(page); }});

}  // namespace
