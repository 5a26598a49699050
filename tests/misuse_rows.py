"""The table of misuse_test.py: likely mistakes of users, and the right code."""

import typing


class Row(typing.NamedTuple):
    """Each of `wrong` must not compile, with an error that matches `error`. `control`, the right code, must compile."""
    what: str
    wrong: list
    control: str
    error: str
    nlohmann: bool = False


rows = []


def refused(what, wrong, *rest, **options):
    rows.append(Row(what, [wrong] if isinstance(wrong, str) else wrong, *rest, **options))


# Errors of g++ and clang++. None of these matches the error for a name that does not exist.
NO_OPERATOR = r"no match for 'operator|invalid operands to binary expression|no viable overloaded"
NO_CONVERSION = (r"cannot convert|could not convert|no viable conversion|conversion from .* requested|no viable overloaded '='|"
                 r"no match for 'operator=|cannot initialize|is not contextually convertible|no known conversion|"
                 r"invalid conversion|invalid initialization of reference|could not bind to an")
NO_CALL = r"no matching (member function|function|constructor|conversion)|too (few|many) arguments|" + NO_CONVERSION
DELETED = r"use of deleted function|uses deleted function|call to deleted function|attempt to use a deleted function"
AMBIGUOUS = r"is ambiguous"
IGNORED = r"ignoring return(ed)? value"


def in_all_operators(a, b):
    return ["use(%s %s %s);" % (x, operator, y) for x, y in ((a, b), (b, a)) for operator in ("<", "<=", ">", ">=", "==", "!=")]


# Times
refused("`*t.expiry->time() <= system_clock::now() + 14 * 24h`: the year 2999 would overflow to the past",
        ["use(*t.expiry->time() <= system_clock::now() + 14 * 24h);",
         "use(t.expiry->time() <= system_clock::now() + 14 * 24h);"],
        "use(t.expiry->passes_within(std::chrono::hours(24 * 14), system_clock::now()));",
        NO_OPERATOR + r"|indirection requires pointer operand")
refused("`system_clock::to_time_t(t.expiry->time())`: the year 2999 would overflow to the past",
        "use(system_clock::to_time_t(t.expiry->time()));",
        "use(system_clock::to_time_t(std::chrono::time_point_cast<system_clock::duration>(Clock::to_sys(t.created.value()))));",
        NO_CALL)
for subject in ("t.expiry", "*t.expiry", "t.expiry->time()"):
    for time in ("now", "system_clock::now()"):
        if (subject, time) != ("t.expiry->time()", "now"):
            refused("`%s < %s`, each operator and order: an unset one would be the earliest" % (subject, time),
                    in_all_operators(subject, time), "use(t.expiry->has_passed(%s));" % time, NO_OPERATOR)
refused("`t.expiry < t.created`, each operator and order: an unset one would be earlier than every time",
        in_all_operators("t.expiry", "t.created"),
        "use(t.expiry && t.created && t.expiry->time() < *t.created);", NO_OPERATOR)
refused("`token.created = system_clock::now()`: the units differ between standard libraries",
        "t.created = system_clock::now();",
        "t.created = Clock::now(); t.created = Clock::from_sys(system_clock::now());", NO_CONVERSION)
refused("a time of steady_clock, which counts from an unspecified start",
        ["t.expiry = steady_clock::now();", "use(t.expiry->has_passed(steady_clock::now()));",
         "use(t.expiry->remaining(steady_clock::now()));", "use(t.expiry->passes_within(1h, steady_clock::now()));",
         "use(t.expiry->is_effectively_never(steady_clock::now()));",
         "use(Clock::from_sys(steady_clock::now()));", "use(format_timestamp(steady_clock::now()));",
         "t.created = steady_clock::now();"],
        "t.expiry = system_clock::now(); use(t.expiry->has_passed(system_clock::now()));", NO_CALL)
refused("a time_t, or any other number, for a time: seconds or microseconds?",
        ["t.expiry = std::time(nullptr);", "t.created = std::time(nullptr);",
         "use(t.expiry->has_passed(std::time(nullptr)));", "use(format_timestamp(std::time(nullptr)));",
         "use(Timestamp(1704067200));", "use(Expiry(0));", "use(Clock::from_sys(1704067200));",
         "use(parse_timestamp(1704067200));"],
        "t.expiry = system_clock::from_time_t(std::time(nullptr)); use(Timestamp(1704067200s));", NO_CALL)
refused("a duration for a time: an expiry is not a lifetime",
        ["t.expiry = 90 * 24h;", "Expiry e = std::chrono::hours(1); use(e);", "use(t.expiry->has_passed(24h));",
         "Timestamp time = 5s; use(time);"],
        "t.expiry = Clock::now() + 90 * 24h; Timestamp time{5s}; use(time);", NO_CALL)
refused("a text for a time",
        ['t.expiry = "2030-01-01T00:00:00";', 't.created = "2030-01-01T00:00:00";', "t.expiry = text;"],
        't.expiry = parse_timestamp("2030-01-01T00:00:00");', NO_CONVERSION)
refused("format_timestamp of an expiry, which may be never, or of a member that may be unset",
        ["use(format_timestamp(*t.expiry));", "use(format_timestamp(t.expiry));",
         "use(format_timestamp(t.created));"],
        "use(format_timestamp(t.expiry->time())); use(format_timestamp(*t.created)); out << *t.expiry;",
        NO_CALL)
refused("a time that may be unset, or an expiry, for now",
        ["use(t.expiry->has_passed(t.created));", "use(t.expiry->has_passed(*other.expiry));",
         "use(t.expiry->remaining(t.created));", "use(t.expiry->passes_within(1h, other.expiry));"],
        "use(t.expiry->has_passed(*t.created)); use(t.expiry->remaining(t.created.value()));", NO_CALL)
refused("`now` forgotten: the library never reads a clock by default",
        ["use(t.expiry->has_passed());", "use(t.expiry->remaining());", "use(t.expiry->passes_within(1h));",
         "use(t.expiry->is_effectively_never());"],
        "use(t.expiry->passes_within(1h, now));", NO_CALL)
refused("`passes_within` with now and the span in the wrong order, or a number of days",
        ["use(t.expiry->passes_within(now, 1h));", "use(t.expiry->passes_within(14, now));",
         "use(t.expiry->passes_within(system_clock::now(), 24h));"],
        "use(t.expiry->passes_within(1h, now)); use(t.expiry->passes_within(14 * 24h, now));", NO_CALL)
refused("to_sys of a system_clock time, or from_sys of a Timestamp",
        ["use(Clock::to_sys(system_clock::now()));", "use(Clock::from_sys(now));"],
        "use(Clock::to_sys(now)); use(Clock::from_sys(system_clock::now()));", NO_CALL)
refused("a Timestamp for a system_clock::time_point, and the reverse",
        ["system_clock::time_point time = now; use(time);", "now = system_clock::now();",
         "use(now - system_clock::now());"],
        "auto time = std::chrono::floor<system_clock::duration>(Clock::to_sys(now)); use(time); "
        "now = Clock::from_sys(system_clock::now());",
        NO_CONVERSION + "|" + NO_OPERATOR)

# Expiry
refused("`Expiry e;`, `Expiry e{}`: never or now?",
        ["Expiry e; use(e);", "Expiry e{}; use(e);"],
        "Expiry e = Expiry::never(); use(e);", NO_CALL)
refused("nullptr, nullopt or true for never",
        ["Expiry e = nullptr; use(e);", "Expiry e = std::nullopt; use(e);", "t.expiry = nullptr;",
         "t.expiry = true;"],
        "t.expiry = Expiry::never(); t.expiry = std::nullopt;", NO_CALL)
refused("`Expiry::never` without its parentheses",
        ["t.expiry = Expiry::never;", "use(*t.expiry == Expiry::never);"],
        "t.expiry = Expiry::never(); use(*t.expiry == Expiry::never());",
        NO_CONVERSION + "|" + NO_OPERATOR)
refused("`if (expiry)` of an Expiry, `if (!expiry)`, or an Expiry for a bool",
        ["if (*t.expiry) return;", "bool b = *t.expiry; use(b);", "use(!*t.expiry);"],
        "if (t.expiry) return; if (t.expiry->is_never()) return;",
        NO_CONVERSION + r"|no match for 'operator!'|invalid argument type .* to unary expression")
refused("`has_passed` without its parentheses, as a bool",
        ["bool b = t.expiry->has_passed; use(b);", "if (t.expiry->is_never) return;"],
        "bool b = t.expiry->has_passed(now); use(b); if (t.expiry->is_never()) return;",
        "cannot (convert|resolve overloaded function|initialize)|invalid use of member function|reference to non-static "
        "member function|unresolved overloaded function")
refused("`t.created = t.expiry`, or an Expiry for a Timestamp: it may be never",
        ["t.created = t.expiry;", "t.created = *t.expiry;", "now = *t.expiry;"],
        "t.created = t.expiry->time(); t.expiry = t.created;", NO_CONVERSION)
refused("a hash of an Expiry, or an Expiry for a number",
        ["use(std::hash<Expiry>{}(*t.expiry));", "long long l = *t.expiry; use(l);"],
        "use(t.expiry->time().time_since_epoch().count());",
        "deleted|private destructor|cannot convert|could not convert|no viable conversion|does not provide a call "
        "operator|no match for call")

# Reading
readers = ("from_json", "page_from_json", "read_tokens", "try_from_json", "try_page_from_json", "try_read_tokens",
           "check_json", "check_page_json", "read_api_errors")
refused("a null pointer, NULL, 0 or {} for a text",
        ["use(%s(%s));" % (name, none) for name in readers for none in ("nullptr", "NULL", "0", "{}")] +
        ["use(unrecognized_scopes(nullptr));", "use(matches_secret(t, nullptr));"],
        " ".join('use(%s("{}"));' % name for name in readers), DELETED)
refused("nullptr with Members, or with a DecodeError",
        ["use(from_json(nullptr, Members::strict));", "use(try_read_tokens(nullptr, &why));"],
        'use(from_json("{}", Members::strict)); use(try_read_tokens("[]", &why));', DELETED)
refused("`try_from_json(text, Members::strict)`: Members in the place of the DecodeError*",
        ["use(%s(text, Members::strict));" % name for name in ("try_from_json", "try_page_from_json", "try_read_tokens")],
        "use(try_from_json(text, nullptr, Members::strict));", NO_CALL)
refused("`try_from_json(&why, text)`, `try_from_json(text, why)`: order, and & forgotten",
        ["use(try_from_json(&why, text));", "use(try_from_json(text, why));",
         "use(from_json(text, &why));"],
        "use(try_from_json(text, &why));", NO_CALL)
refused("`from_json(text, true)` for strict",
        ["use(from_json(text, true));", "use(check_json(text, 1));"],
        "use(from_json(text, Members::strict));", NO_CALL)
refused("`from_json(text, token)`, as with other libraries",
        "from_json(text, t);",
        "t = from_json(text);", NO_CALL)
refused("`from_json(stream)`",
        ["use(from_json(stream));", "use(read_tokens(std::cin));"],
        "for_each_token(stream, [](PersonalAccessToken&&) {});", NO_CALL)
refused("an unused result: the errors of check_json, a token, a list",
        ["check_json(text);", "from_json(text);", "try_from_json(text, &why);",
         "read_api_errors(text);", "read_tokens(text);"],
        "use(check_json(text));", IGNORED)
refused("`if (check_json(text))`, `if (read_api_errors(body))`, `if (violations(…))`",
        ["if (check_json(text)) return;", "if (read_api_errors(text)) return;",
         "if (violations(t, Request::create)) return;"],
        "if (check_json(text).empty()) return;", NO_CONVERSION)
refused("`if (token)`, `!token`, or a token for a bool",
        ["if (t) return;", "use(!t);", "bool b = t; use(b);"],
        "if (try_from_json(text)) return;",
        NO_CONVERSION + r"|no match for 'operator!'|invalid argument type .* to unary expression")
refused("an optional token for a token",
        ["t = try_from_json(text);", "use(to_json(try_from_json(text)));",
         "std::string s = t.label; use(s);"],
        "t = try_from_json(text).value(); std::string s = t.label.value(); use(s);", NO_CALL)
refused("a text of wide characters, a vector of bytes, or a character",
        ['use(from_json(L"{}"));', "use(from_json(std::vector<char>{}));",
         "use(read_tokens('['));"],
        'use(from_json(std::string("{}")));', NO_CALL)

# DecodeError
refused("a reason as a number, as a text, or as a bool",
        ["use(why.reason() == 1);", 'use(why.reason() == "wrong_type");', "if (why.reason()) return;",
         "int i = why.reason(); use(i);"],
        "use(why.reason() == DecodeError::Reason::wrong_type); out << why.reason();",
        NO_OPERATOR + "|" + NO_CONVERSION)
refused('`DecodeError("message")`, `throw DecodeError(text)`, or path and reason in the wrong order',
        ['use(DecodeError("message"));', "throw DecodeError(text);", 'why = "message";',
         'use(DecodeError("/id", DecodeError::Reason::wrong_type, "message"));'],
        'use(DecodeError(DecodeError::Reason::wrong_type, "/id", "message"));', NO_CALL)
refused("`out << error`",
        "out << why;",
        "out << why.what();", NO_OPERATOR)
refused("`if (why)`: the function's result says whether it failed",
        "if (why) return;",
        "if (!try_from_json(text, &why)) out << why.what();", NO_CONVERSION)

# Requests
refused("`violations(t)` without a Request, or with a bool or a number for it",
        ["use(violations(t));", "use(violations(t, true));", "use(violations(t, 0));",
         "use(violations(Request::create, t));"],
        "use(violations(t, Request::create));", NO_CALL)
refused("an unused request",
        ["create_request(t);", "update_request(t);", "violations(t, Request::create);"],
        "text = create_request(t);", IGNORED)
refused("a request of a page, of a text, of an optional",
        ["use(create_request(PersonalAccessTokenPage{}));", "use(create_request(text));",
         "use(update_request(try_from_json(text)));"],
        "use(create_request(from_json(text)));", NO_CALL)
refused('`PersonalAccessToken{"label"}`, `{123}`, `("{}")`',
        ['PersonalAccessToken x{"label"};', "PersonalAccessToken x{123};",
         'PersonalAccessToken x("{}");', 'PersonalAccessToken x = "{}";'],
        'PersonalAccessToken x; x.label = "label"; x.id = 123;', NO_CALL + r"|no matching constructor")

# Scopes
refused('`Scopes s = "linodes:read_only"`, a text where Scopes are wanted',
        ['Scopes s = "linodes:read_only"; use(s);', "scopes = text;", 'use(scopes == "*");',
         "use(scopes.covers(text));", "use(scopes.missing_from(*t.scopes));"],
        "Scopes s(text); scopes = s; use(scopes == Scopes(text)); use(scopes.covers(granted_scopes(t)));",
        NO_CALL + "|" + NO_OPERATOR)
refused("`Scopes(t.scopes)`: a member that may be unset, or a whole token",
        ["use(Scopes(t.scopes));", "use(Scopes(t));", "use(unrecognized_scopes(t.scopes));"],
        "use(granted_scopes(t)); use(unrecognized_scopes(*t.scopes));", NO_CALL)
refused("`parse_scopes` of a token or an unset member, or its result taken for Scopes",
        ["use(parse_scopes(t));", "use(parse_scopes(t.scopes));", "scopes = parse_scopes(text);",
         "use(parse_scopes(text).covers(scopes));", "use(parse_scopes(nullptr));", "use(Scopes(nullptr));"],
        "if (const auto parsed = parse_scopes(text)) scopes = *parsed;",
        NO_CALL + r"|has no member named|no member named|" + DELETED)
refused("`granted_scopes` of a member that may be unset, of nothing, or of a page",
        ["use(granted_scopes(t.scopes));", "use(granted_scopes({}));", "use(granted_scopes(PersonalAccessTokenPage{}));",
         "use(granted_scopes(try_from_json(text)));", "use(granted_scopes(nullptr));"],
        "use(granted_scopes(t)); use(granted_scopes(*t.scopes)); use(granted_scopes(text));",
        NO_CALL + "|" + AMBIGUOUS + "|" + DELETED)
refused("unused scopes",
        ["parse_scopes(text);", "granted_scopes(text);", "granted_scopes(t);", "has_next_page(PersonalAccessTokenPage{});"],
        "scopes = granted_scopes(t);", IGNORED)
refused("`has_next_page` of a part of a page, or of an optional page",
        ["use(has_next_page(t));", "use(has_next_page(PersonalAccessTokenPage{}.page));", "use(has_next_page(1, 2));",
         "use(has_next_page({1}));", "use(has_next_page(try_page_from_json(text)));"],
        "use(has_next_page(page_from_json(text)));", NO_CALL)
refused("`Members` as numbers, bools or flags",
        ["use(from_json(text, 2));", "use(from_json(text, true));", "use(Members::strict | Members::complete);",
         "use(from_json(text, complete));", "use(try_from_json(text, Members::complete));"],
        "use(from_json(text, Members::complete)); use(try_from_json(text, nullptr, Members::complete));",
        NO_CALL + "|" + NO_OPERATOR + r"|was not declared in this scope|use of undeclared identifier")
refused("`t.scopes = Scopes(…)`: the member is the text",
        ["t.scopes = scopes;", "std::string s = scopes; use(s);"],
        "t.scopes = scopes.str();", NO_CONVERSION)
refused("an Access as a number or a bool",
        ['use(scopes.access("linodes") > 0);', 'if (scopes.access("linodes")) return;',
         'int i = scopes.access("linodes"); use(i);', 'use(scopes.access("linodes") == 1);',
         'use(scopes.grants("linodes", 1));', 'scopes.grant("linodes", true);'],
        'use(scopes.access("linodes") >= Access::read_only); use(scopes.grants("linodes", Access::read_only));',
        NO_OPERATOR + "|" + NO_CALL)
refused('`grants("linodes")` without a level, with a text for it, or in the wrong order',
        ['use(scopes.grants("linodes"));', 'use(scopes.grants("linodes", "read_only"));',
         'use(scopes.grants(Access::read_only, "linodes"));', 'scopes.grant("linodes");',
         'scopes.grant("linodes:read_only");'],
        'use(scopes.grants("linodes", Access::read_only)); scopes.grant("linodes", Access::read_only);',
        NO_CALL)
refused("`if (scopes)`, or a loop over Scopes",
        ["if (scopes) return;", "for (const auto& s : scopes) out << s;"],
        "if (scopes == Scopes()) return; for (const auto& s : scopes.list()) out << s;",
        NO_CONVERSION + r"|'begin' was not declared in this scope|no viable 'begin' function|invalid range expression")

# Streams
refused("`try_for_each_token(stream, sink, Members::strict)`, `for_each_token(stream, sink, &why)`",
        ["try_for_each_token(stream, [](PersonalAccessToken&&) {}, Members::strict);",
         "for_each_token(stream, [](PersonalAccessToken&&) {}, &why);",
         "for_each_page(stream, [](PersonalAccessTokenPage&&) {}, true);"],
        "use(try_for_each_token(stream, [](PersonalAccessToken&&) {}, nullptr, Members::strict));",
        NO_CALL)
refused("`for_each_token(text, sink)` of a text, a buffer, an output stream or a wide stream",
        ["for_each_token(text, [](PersonalAccessToken&&) {});",
         "for_each_token(stream.rdbuf(), [](PersonalAccessToken&&) {});",
         "for_each_token(out, [](PersonalAccessToken&&) {});",
         "for_each_token(std::wcin, [](PersonalAccessToken&&) {});",
         'for_each_token("tokens.json", [](PersonalAccessToken&&) {});'],
        "for_each_token(std::istringstream(text), [](PersonalAccessToken&&) {});", NO_CALL)
for parameter, what in (("PersonalAccessToken&", "a non-const reference"), ("", "nothing")):
    refused("a sink of for_each_token that takes %s" % what, "for_each_token(stream, [](%s) {});" % parameter,
            "for_each_token(stream, [](const PersonalAccessToken&) {});"
            "for_each_token(stream, [](PersonalAccessToken) {});",
            r"a sink must be callable with a temporary")
refused("`return ids.insert(*t.id).second` of a sink that takes `auto&`",
        "for_each_token(stream, [](auto& token) { return token.id == 5; });",
        "for_each_token(stream, [](auto&& token) { return token.id == 5; });",
        r"a sink must be callable with a temporary")
refused("a sink that returns neither nothing nor a bool",
        ["int n = 0; for_each_token(stream, [&](PersonalAccessToken&&) { return n++; });",
         "for_each_token(stream, [](PersonalAccessToken&&) { return std::true_type(); });",
         "for_each_token(stream, [&](PersonalAccessToken&&) -> std::ostream& { return out; });",
         "bool more = true; for_each_token(stream, [&](PersonalAccessToken&&) -> bool& { return more; });",
         "for_each_page(stream, [](PersonalAccessTokenPage&& page) { return page.pages; });"],
        "bool more = true; for_each_token(stream, [&](PersonalAccessToken&&) { return more; });",
        r"a sink must return void, or bool")
refused("`try_for_each_token(stream, sink);` whose result nobody looks at",
        ["try_for_each_token(stream, [](PersonalAccessToken&&) {});", "try_for_each_page(stream, [](PersonalAccessTokenPage&&) {});"],
        "if (!try_for_each_token(stream, [](PersonalAccessToken&&) {})) return;", IGNORED)
refused("`if (for_each_token(…))`: only try_for_each_token returns whether it succeeded",
        "if (for_each_token(stream, [](PersonalAccessToken&&) {})) return;",
        "if (try_for_each_token(stream, [](PersonalAccessToken&&) {})) return;", NO_CONVERSION)

# Writing and printing
refused("`to_json({})`: a token, a page or a list?",
        "use(to_json({}));",
        "use(to_json(PersonalAccessToken{}));", AMBIGUOUS)
refused("`to_json` of a member, a pointer, an optional, or another container",
        ["use(to_json(&t));", "use(to_json(try_from_json(text)));",
         "use(to_json(std::list<PersonalAccessToken>{}));", "use(to_json(text));"],
        "use(to_json(std::vector<PersonalAccessToken>{}));", NO_CALL + "|" + AMBIGUOUS)
refused("an optional member printed without *",
        ["out << t.expiry;", "out << t.created;", "out << t.label;"],
        "out << *t.expiry << *t.created << *t.label;", NO_OPERATOR)
refused("a token printed to a wide stream",
        "std::wcout << t;",
        "std::cout << t;", NO_OPERATOR)
refused("`std::to_string(access)`, or an Access for a text",
        ["use(std::to_string(Access::read_only));", "std::string s = Access::read_only; use(s);"],
        "use(to_string(Access::read_only));", NO_CALL + r"|" + AMBIGUOUS)
refused("`printable` of a member that may be unset, or of a token",
        ["out << printable(t.label);", "out << printable(t);"],
        "out << printable(*t.label) << t;", NO_CALL)
refused("an unused text",
        ["to_json(t);", "printable(text);", "format_timestamp(now);",
         "scopes.missing_from(scopes);", "scopes.str();"],
        "out << to_json(t);", IGNORED)

# Secrets
refused("`matches_secret(secret, token)`, or of a member",
        ["use(matches_secret(text, t));", "use(matches_secret(t.token, text));",
         "use(matches_secret(t, other.token));", "use(matches_secret(t, other));",
         "use(is_truncated(text));"],
        "use(matches_secret(t, text)); use(matches_secret(t, *other.token)); use(is_truncated(t));",
        NO_CALL)

# Members of a token
refused("a text for an id, or a number for a text",
        ['t.id = "123";', "t.id = text;", "t.label = 5s;", "t.token = t.id;"],
        't.id = 123; t.label = "5"; t.token = std::to_string(*t.id);', NO_CONVERSION)
refused("an order of tokens, or tokens as keys",
        ["use(t < other);", "use(scopes < Scopes());", "use(t == PersonalAccessTokenPage{});"],
        "use(t == other);", NO_OPERATOR)

# nlohmann_json
refused("a parsed document for a text",
        ["nlohmann::json j; use(page_from_json(j));", "nlohmann::json j; use(try_from_json(j));",
         "nlohmann::json j; use(check_json(j));", "nlohmann::json j; use(read_api_errors(j));",
         'nlohmann::json j; use(parse_timestamp(j["created"]));',
         'nlohmann::json j; use(t.expiry->has_passed(j["now"]));', "nlohmann::json j; use(format_timestamp(j));",
         "nlohmann::json j; use(create_request(j));", "nlohmann::ordered_json j; use(update_request(j));"],
        "nlohmann::json j; use(page_from_dict(j)); use(try_from_dict(j)); use(page_from_json(j.dump())); "
        "use(create_request(from_dict(j, Members::strict)));",
        NO_CALL + "|" + DELETED + "|" + AMBIGUOUS, nlohmann=True)
refused("a text for a parsed document",
        ["use(from_dict(text));", 'use(from_dict("{}"));', "use(to_dict<std::string>(t));",
         "use(try_from_dict(nullptr));"],
        "use(from_dict(nlohmann::json::parse(text))); use(to_dict(t));", NO_CALL, nlohmann=True)
refused("hooks by value: an optional, a violation, a request",
        ["nlohmann::json j; use(j.get<Violation>());", "nlohmann::json j = Violation{}; use(j);",
         "nlohmann::json j; Expiry e; use(j.get_to(e));", "nlohmann::json j; use(j.get<ApiError>());",
         "nlohmann::json j; use(to_dict(*t.expiry));"],
        "nlohmann::json j; Expiry e = j.get<Expiry>(); use(e, j.get<Access>(), j.get<Scopes>());",
        NO_CALL + r"|no matching function|no matching constructor", nlohmann=True)
refused("to_dict of a member, or of a list",
        ["use(to_dict(t.expiry));", "use(to_dict(std::vector<PersonalAccessToken>{}));"],
        "use(nlohmann::json(*t.expiry)); use(nlohmann::json(std::vector<PersonalAccessToken>{}));",
        NO_CALL, nlohmann=True)
refused("`to_json(token)` with `using namespace` of linode and of nlohmann, which has an object of that name",
        "using namespace nlohmann; use(to_json(t));",
        "using namespace std; using namespace std::chrono; using namespace nlohmann; t.created = Timestamp(1s); "
        "out << t << *t.created << to_string(Access::none) << to_string(1) << Scopes(text) << linode::to_json(t); "
        "const json j = t; out << j << from_dict(j);",
        AMBIGUOUS, nlohmann=True)
