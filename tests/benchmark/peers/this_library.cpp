// This library, in its own source like every peer, since compilers inline less in a large source.
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
