// The module linode.personal_access_token: every public name of the core. A module cannot export macros; the version is
// the constant personal_access_token_version.
module;

#ifndef LINODE_PAT_SEPARATE_COMPILATION
#error "the module only declares: link linode::personal_access_token_compiled"
#endif
// Hides std::auto_ptr, of which g++ 14 would warn in each source that imports the module.
#define _GLIBCXX_USE_DEPRECATED 0
#include <linode/personal_access_token.hpp>

export module linode.personal_access_token;

export namespace linode {

using linode::Access;
using linode::ApiError;
using linode::check_json;
using linode::check_page_json;
using linode::Clock;
using linode::create_request;
using linode::DecodeError;
using linode::Expiry;
using linode::for_each_page;
using linode::for_each_token;
using linode::format_timestamp;
using linode::from_json;
using linode::granted_scopes;
using linode::has_next_page;
using linode::is_truncated;
using linode::matches_secret;
using linode::Members;
using linode::operator!=;
using linode::operator<<;
using linode::operator==;
using linode::page_from_json;
using linode::parse_scopes;
using linode::parse_timestamp;
using linode::personal_access_token_version;
using linode::PersonalAccessToken;
using linode::PersonalAccessTokenPage;
using linode::printable;
using linode::read_api_errors;
using linode::read_tokens;
using linode::Request;
using linode::Scope;
using linode::Scopes;
using linode::Timestamp;
using linode::to_json;
using linode::to_string;
using linode::try_for_each_page;
using linode::try_for_each_token;
using linode::try_from_json;
using linode::try_page_from_json;
using linode::try_read_tokens;
using linode::unrecognized_scopes;
using linode::update_request;
using linode::Version;
using linode::Violation;
using linode::violations;

}  // namespace linode
