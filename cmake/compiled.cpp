// The one source of linode::personal_access_token_compiled.
#include <linode/personal_access_token/src.hpp>
