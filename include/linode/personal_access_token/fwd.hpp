/// \file
/// Names without definitions, for headers that only pass these types on by reference or pointer.
#pragma once

namespace linode {

class DecodeError;
class Expiry;
class Scopes;
enum class Access;
enum class Members;
struct PersonalAccessToken;
struct PersonalAccessTokenPage;
struct Violation;

}  // namespace linode
