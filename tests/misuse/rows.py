"""The table of misuse_test.py: a row is what a user writes by mistake, and what has to come of it."""


class Row:
    def __init__(self, kind, what, **rest):
        self.kind, self.what = kind, what
        self.wrong, self.control, self.error = [], "", ""
        self.code, self.expected, self.nlohmann = "", "", False
        self.__dict__.update(rest)


rows = []


# Must not compile, each alternative for a reason that `error` finds in the compiler's words; `control` must.
def refused(what, wrong, control, error, **rest):
    rows.append(Row("refused", what, wrong=[wrong] if isinstance(wrong, str) else wrong, control=control, error=error, **rest))


# Must compile, and write this to `out`.
def right(what, code, expected, **rest):
    rows.append(Row("right", what, code=code, expected=expected, **rest))


# A source of its own, without the prelude, must compile.
def alone(what, code):
    rows.append(Row("alone", what, code=code))


# Nothing that this library could refuse or put right: what comes of it, as a pattern.
def remains(what, code, expected, **rest):
    rows.append(Row("remains", what, code=code, expected=expected, **rest))


# What g++ and clang++ say. None of these matches what they say of a name that does not exist.
NO_OPERATOR = r"no match for 'operator|invalid operands to binary expression|no viable overloaded"
NO_CONVERSION = (r"cannot convert|could not convert|no viable conversion|conversion from .* requested|no viable overloaded '='|"
                 r"no match for 'operator=|cannot initialize|is not contextually convertible|no known conversion|"
                 r"invalid conversion|invalid initialization of reference|could not bind to an")
NO_CALL = (r"no matching (member )?function|no matching constructor|no matching conversion|too (few|many) arguments|" +
           NO_CONVERSION)
DELETED = r"use of deleted function|call to deleted function|attempt to use a deleted function"
AMBIGUOUS = r"is ambiguous"
IGNORED = r"ignoring return(ed)? value"


def in_all_operators(a, b):
    return ["use(%s %s %s);" % (x, operator, y) for x, y in ((a, b), (b, a)) for operator in ("<", "<=", ">", ">=", "==", "!=")]


# Times ---------------------------------------------------------------------------------------------------------------

refused("`*t.expiry->time() <= system_clock::now() + 14 * 24h`: the year 2999 overflowed to one that has passed",
        ["use(*t.expiry->time() <= system_clock::now() + 14 * 24h);",
         "use(t.expiry->time() <= system_clock::now() + 14 * 24h);"],
        "use(t.expiry->passes_within(std::chrono::hours(24 * 14), system_clock::now()));",
        NO_OPERATOR + r"|indirection requires pointer operand")
right("whether the year 2999 is within 14 days of now, and how much is left until then", r"""
  const linode::PersonalAccessToken t = example_token();
  out << t.expiry->passes_within(std::chrono::hours(24 * 14), system_clock::now()) << ' '
      << t.expiry->passes_within(std::chrono::hours(24 * 14), SysTime<std::chrono::nanoseconds>(sys_present)) << ' '
      << (t.expiry->remaining(SysTime<std::chrono::nanoseconds>(sys_present)) / 24h) << ' '
      << (t.expiry->remaining(linode::Clock::now()) > 900 * 365 * 24h) << ' '
      << t.expiry->has_passed(system_clock::now());
""", "false false 356457 true false")
refused("`system_clock::to_time_t(t.expiry->time())`: the year 2999 overflowed to one of the past",
        "use(system_clock::to_time_t(t.expiry->time()));",
        "use(system_clock::to_time_t(std::chrono::time_point_cast<system_clock::duration>(linode::Clock::to_sys("
        "t.created.value()))));",
        NO_CALL)
right("a `created` as time_t, by to_sys", r"""
  const linode::PersonalAccessToken t = example_token();
  out << system_clock::to_time_t(
      std::chrono::time_point_cast<system_clock::duration>(linode::Clock::to_sys(t.created.value())));
""", "1672531200")
for subject in ("t.expiry", "*t.expiry", "t.expiry->time()"):
    for time in ("now", "system_clock::now()"):
        if (subject, time) != ("t.expiry->time()", "now"):
            refused("`%s < %s`, and each other operator and order: an unset expiry was earlier than every time" % (subject, time),
                    in_all_operators(subject, time), "use(t.expiry->has_passed(%s));" % time, NO_OPERATOR)
refused("`t.expiry < t.created`, in each operator and order: an unset one was earlier than every time",
        in_all_operators("t.expiry", "t.created"),
        "use(t.expiry && t.created && t.expiry->time() < *t.created);",
        NO_OPERATOR)
right("the `time()` of never, compared with any time without a thought of never", r"""
  const linode::Timestamp never = linode::Expiry::never().time();
  for (const linode::Timestamp time : {linode::Timestamp::min(), present, time_of("9999-12-31T23:59:59.999999")}) {
    out << (never < time) << (never <= time) << (never == time) << (never > time) << ' ';
  }
  out << linode::Expiry::never().has_passed(linode::Timestamp::max());
""", "falsefalsefalsetrue falsefalsefalsetrue falsefalsefalsetrue false")
right("a time in seconds of uint64_t, which wrapped when it was converted", r"""
  using Seconds = std::chrono::duration<std::uint64_t>;
  for (const std::uint64_t count :
       {std::uint64_t{0}, std::uint64_t{1'704'067'200}, std::uint64_t{1} << 63, ~std::uint64_t{0}}) {
    out << linode::Clock::from_sys(SysTime<Seconds>(Seconds(count))).time_since_epoch().count() << ' ';
  }
  out << linode::Expiry(linode::Clock::from_sys(sys_present)).has_passed(SysTime<Seconds>(Seconds(1'704'067'200)));
""", "0 1704067200000000 9223372036854775807 9223372036854775807 true")
right("a time in 1/1024 s, which was rounded towards 1970", r"""
  using Ticks = std::chrono::duration<std::int64_t, std::ratio<1, 1024>>;
  for (const std::int64_t count : {-1024, -1, 1, 1024}) {
    out << linode::Clock::from_sys(SysTime<Ticks>(Ticks(count))).time_since_epoch().count() << ' ';
  }
""", "-1000000 -977 976 1000000")
right("a time in double microseconds: beyond the range, infinite, not a number, a half", r"""
  using Real = std::chrono::duration<double, std::micro>;
  const double infinity = std::numeric_limits<double>::infinity();
  for (const double count : {1e300, -1e300, infinity, -infinity, std::nan(""), 0.5, -0.5, 9.3e18}) {
    const auto time = linode::Clock::from_sys(SysTime<Real>(Real(count)));
    out << (time == linode::Timestamp::max()   ? "max"
            : time == linode::Timestamp::min() ? "min"
                                               : linode::format_timestamp(time))
        << ' ';
  }
""", "max min max min min 1970-01-01T00:00:00 1969-12-31T23:59:59.999999 max")
refused("`token.created = system_clock::now()`: the units differ between standard libraries",
        "t.created = system_clock::now();",
        "t.created = linode::Clock::now(); t.created = linode::Clock::from_sys(system_clock::now());",
        NO_CONVERSION)
right("`token.expiry = system_clock::now() + 90 days`, in nanoseconds or in days", r"""
  linode::PersonalAccessToken t;
  t.expiry = SysTime<std::chrono::nanoseconds>(sys_present) + 90 * 24h;
  out << *t.expiry << ' ';
  t.expiry = std::chrono::floor<std::chrono::duration<int, std::ratio<86400>>>(sys_present + 90 * 24h);
  out << *t.expiry << ' ';
  t.expiry = system_clock::now() + 90 * 24h;
  out << (t.expiry->remaining(linode::Clock::now()) > 89 * 24h);
""", "2024-03-31T00:00:00 2024-03-31T00:00:00 true")
refused("a time of steady_clock, whose zero is when the machine was started",
        ["t.expiry = steady_clock::now();",
         "use(t.expiry->has_passed(steady_clock::now()));",
         "use(t.expiry->remaining(steady_clock::now()));",
         "use(t.expiry->passes_within(1h, steady_clock::now()));",
         "use(t.expiry->is_effectively_never(steady_clock::now()));",
         "use(linode::Clock::from_sys(steady_clock::now()));",
         "use(linode::format_timestamp(steady_clock::now()));",
         "t.created = steady_clock::now();"],
        "t.expiry = system_clock::now(); use(t.expiry->has_passed(system_clock::now()));",
        NO_CALL)
refused("a time_t, or any other number, for a time: seconds or microseconds?",
        ["t.expiry = std::time(nullptr);",
         "t.created = std::time(nullptr);",
         "use(t.expiry->has_passed(std::time(nullptr)));",
         "use(linode::format_timestamp(std::time(nullptr)));",
         "use(linode::Timestamp(1704067200));",
         "use(linode::Expiry(0));",
         "use(linode::Clock::from_sys(1704067200));",
         "use(linode::parse_timestamp(1704067200));"],
        "t.expiry = system_clock::from_time_t(std::time(nullptr)); use(linode::Timestamp(1704067200s));",
        NO_CALL)
refused("a duration for a time: an expiry is no lifetime",
        ["t.expiry = 90 * 24h;",
         "linode::Expiry e = std::chrono::hours(1); use(e);",
         "use(t.expiry->has_passed(24h));",
         "linode::Timestamp time = 5s; use(time);"],
        "t.expiry = linode::Clock::now() + 90 * 24h; linode::Timestamp time{5s}; use(time);",
        NO_CALL)
refused("a text for a time",
        ['t.expiry = "2030-01-01T00:00:00";', 't.created = "2030-01-01T00:00:00";', "t.expiry = text;"],
        't.expiry = linode::parse_timestamp("2030-01-01T00:00:00");',
        NO_CONVERSION)
refused("a duration that microseconds cannot hold, for a Timestamp",
        ["use(linode::Timestamp(5ns));", "use(linode::Timestamp(std::chrono::duration<double>(1.5)));"],
        "use(linode::Timestamp(std::chrono::floor<std::chrono::microseconds>(5ns)));",
        NO_CALL)
right("an expiry that is the result of a failed parse, which is unset: no end is asked for in so many words", r"""
  linode::PersonalAccessToken t;
  t.scopes = "*";
  t.expiry = linode::parse_timestamp("2030-02-30T00:00:00");
  out << t.expiry.has_value() << ' ' << thrown_by([&] { return linode::create_request(t); });
""", "false invalid_argument: /expiry: must be set: the API would fill in the most that it can grant")
right("what is no time for the API: a day alone, a time before 1970, the second 60, blanks, an offset of one hour", r"""
  for (const char* text : {"2018-01-01", "1969-12-31T23:59:59.9999999", "2016-12-31T23:59:60", " 2018-01-01T00:00:00",
                           "2018-01-01T00:00:00+01:00", "2018-01-01T00:00:00+0100", "2018-01-01T00:00:00\0Z",
                           "0000-01-01T00:00:00+00:01", ""}) {
    const auto time = linode::parse_timestamp(text);
    out << (time ? linode::format_timestamp(*time) : "no") << ' ';
  }
  out << linode::parse_timestamp("2018-01-01T00:00:00\0Z"sv).has_value();
""", "no 1969-12-31T23:59:59.999999 no no 2017-12-31T23:00:00 no 2018-01-01T00:00:00 no no false")
right("format_timestamp of never's time, and of years that have no text", r"""
  out << thrown_by([] { return linode::format_timestamp(linode::Expiry::never().time()); }) << '\n'
      << thrown_by([] { return linode::format_timestamp(SysTime<std::chrono::hours>(std::chrono::hours::max())); })
      << '\n'
      << linode::Expiry::never() << ' ' << linode::Timestamp::min();
""", """out_of_range: outside the years 0000 to 9999
out_of_range: outside the years 0000 to 9999
never <outside the years 0000 to 9999>""")
refused("format_timestamp of an expiry, which may be never, or of a member, which may be unset",
        ["use(linode::format_timestamp(*t.expiry));",
         "use(linode::format_timestamp(t.expiry));",
         "use(linode::format_timestamp(t.created));"],
        "use(linode::format_timestamp(t.expiry->time())); use(linode::format_timestamp(*t.created)); out << *t.expiry;",
        NO_CALL)
refused("a time that may be unset, or an expiry, for now",
        ["use(t.expiry->has_passed(t.created));",
         "use(t.expiry->has_passed(*other.expiry));",
         "use(t.expiry->remaining(t.created));",
         "use(t.expiry->passes_within(1h, other.expiry));"],
        "use(t.expiry->has_passed(*t.created)); use(t.expiry->remaining(t.created.value()));",
        NO_CALL)
refused("now forgotten: the library asks no clock of its own accord",
        ["use(t.expiry->has_passed());",
         "use(t.expiry->remaining());",
         "use(t.expiry->passes_within(1h));",
         "use(t.expiry->is_effectively_never());"],
        "use(t.expiry->passes_within(1h, now));",
        NO_CALL)
refused("`passes_within` with now and the span in the wrong order, or a number of days",
        ["use(t.expiry->passes_within(now, 1h));",
         "use(t.expiry->passes_within(14, now));",
         "use(t.expiry->passes_within(system_clock::now(), 24h));"],
        "use(t.expiry->passes_within(1h, now)); use(t.expiry->passes_within(14 * 24h, now));",
        NO_CALL)
right("`passes_within` with spans that are negative, beyond the range, not a number, or unsigned", r"""
  using Real = std::chrono::duration<double>;
  using Unsigned = std::chrono::duration<std::uint64_t>;
  const linode::Expiry soon = present + 1h;
  out << soon.passes_within(-1h, present) << soon.passes_within(std::chrono::hours::max(), present)
      << soon.passes_within(Real(1e300), present) << soon.passes_within(Real(std::nan("")), present)
      << soon.passes_within(Unsigned(~std::uint64_t{0}), present)
      << soon.passes_within(std::chrono::hours::min(), present) << soon.passes_within(1h, present)
      << soon.passes_within(3599s, present) << linode::Expiry(present).passes_within(1h, present)
      << linode::Expiry::never().passes_within(1'000'000h, linode::Timestamp::min());
""", "falsetruetruefalsetruefalsetruefalsefalsefalse")
# WRONG: a span beyond the range is the longest duration, and so is what remains of never, which "passes within" it.
right("`passes_within` of never, with a span that stands for ever", r"""
  out << linode::Expiry::never().passes_within(std::chrono::hours::max(), present) << ' '
      << linode::Expiry::never().passes_within(std::chrono::microseconds::max(), present);
""", "false false")
right("what remains where the difference overflows, of never, and of what has passed", r"""
  using linode::Timestamp;
  const auto longest = Timestamp::duration::max();
  out << (linode::Expiry(Timestamp::max() - 1us).remaining(Timestamp::min()) == longest)
      << (linode::Expiry(Timestamp::min()).remaining(Timestamp::max()) == Timestamp::duration::min())
      << (linode::Expiry::never().remaining(Timestamp::max()) == longest)
      << (linode::Expiry::never().remaining(present) > 0s) << (linode::Expiry(present).remaining(present + 5s) == -5s)
      << (linode::Expiry(present).remaining(time_of("0001-01-01T00:00:00")) > 0s);
""", "truetruetruetruetruetrue")
right("`sleep_until` a time of the past", r"""
  std::this_thread::sleep_until(present);
  out << "woke";
""", "woke")
refused("`Clock::to_time_t`, or to_sys of a time that is of system_clock already",
        ["use(linode::Clock::to_sys(system_clock::now()));", "use(linode::Clock::from_sys(now));"],
        "use(linode::Clock::to_sys(now)); use(linode::Clock::from_sys(system_clock::now()));",
        NO_CALL)
refused("a Timestamp for a system_clock::time_point, and the reverse",
        ["system_clock::time_point time = now; use(time);", "now = system_clock::now();", "use(now - system_clock::now());"],
        "SysTime<std::chrono::microseconds> time = linode::Clock::to_sys(now); use(time); "
        "now = linode::Clock::from_sys(system_clock::now());",
        NO_CONVERSION + "|" + NO_OPERATOR)
remains("`t.expiry < linode::Expiry(now)`, where expiry is unset: std::optional makes it less than any value", r"""
  linode::PersonalAccessToken t;
  out << (t.expiry < linode::Expiry(present)) << ' ' << (t.expiry <= linode::Expiry::never()) << ' '
      << (t.created < present);
""", "true true true")
remains("`t.expiry->time() + 24h`, where expiry is never: the latest time and more", r"""
  const linode::Timestamp end = linode::Expiry::never().time() + 24h;
  out << (end > present);
""", "SANITIZER: runtime error: signed integer overflow.*")
remains("`t.expiry->time() - *t.created`, where expiry is never and created before 1970; `remaining(*t.created)` is right", r"""
  out << (linode::Expiry::never().remaining(time_of("0001-01-01T00:00:00")) > 0s);
  const auto lifetime = linode::Expiry::never().time() - time_of("0001-01-01T00:00:00");
  out << (lifetime > 0s);
""", "SANITIZER: runtime error: signed integer overflow.*")
# DANGEROUS: what Clock prevents is back once to_sys is called. libc++ counts in microseconds.
remains("`Clock::to_sys(t.expiry->time()) <= system_clock::now()`, in 2999: overflows where that is in nanoseconds", r"""
  out << (linode::Clock::to_sys(time_of("2999-12-12T05:00:00")) <= system_clock::now());
""", "SANITIZER: runtime error: signed integer overflow.*|false")

# Expiry --------------------------------------------------------------------------------------------------------------

refused("`Expiry e;`, `Expiry e{}`: whether never or now is nowhere said",
        ["linode::Expiry e; use(e);", "linode::Expiry e{}; use(e);"],
        "linode::Expiry e = linode::Expiry::never(); use(e);",
        NO_CALL)
refused("nullptr, nullopt or true for never",
        ["linode::Expiry e = nullptr; use(e);",
         "linode::Expiry e = std::nullopt; use(e);",
         "t.expiry = nullptr;",
         "t.expiry = true;"],
        "t.expiry = linode::Expiry::never(); t.expiry = std::nullopt;",
        NO_CALL)
refused("`Expiry::never` without its parentheses",
        ["t.expiry = linode::Expiry::never;", "use(*t.expiry == linode::Expiry::never);"],
        "t.expiry = linode::Expiry::never(); use(*t.expiry == linode::Expiry::never());",
        NO_CONVERSION + "|" + NO_OPERATOR)
refused("`if (expiry)` of an Expiry, `if (!expiry)`, or an Expiry for a bool",
        ["if (*t.expiry) return;", "bool b = *t.expiry; use(b);", "use(!*t.expiry);"],
        "if (t.expiry) return; if (t.expiry->is_never()) return;",
        NO_CONVERSION + r"|no match for 'operator!'|invalid argument type .* to unary expression")
refused("`has_passed` without its parentheses, as a bool",
        ["bool b = t.expiry->has_passed; use(b);", "if (t.expiry->is_never) return;"],
        "bool b = t.expiry->has_passed(now); use(b); if (t.expiry->is_never()) return;",
        "cannot (convert|resolve overloaded function|initialize)|invalid use of member function|reference to non-static member "
        "function|unresolved overloaded function")
refused("`*e.time()`, of when `time()` was an optional",
        "use(*t.expiry->time());",
        "use(t.expiry->time());",
        "no match for 'operator\\*'|indirection requires pointer operand")
refused("`t.created = t.expiry`, or an Expiry for a Timestamp: it may be never",
        ["t.created = t.expiry;", "t.created = *t.expiry;", "now = *t.expiry;"],
        "t.created = t.expiry->time(); t.expiry = t.created;",
        NO_CONVERSION)
right("`t.expiry = t.created`, where created is unset, or set", r"""
  linode::PersonalAccessToken t = example_token();
  t.expiry = t.created;
  out << *t.expiry << ' ';
  t.created.reset();
  t.expiry = t.created;
  out << t.expiry.has_value();
""", "2023-01-01T00:00:00 false")
right("`t.expiry = std::nullopt`, or `= {}`, for never: it is unset, and no request is made of it", r"""
  linode::PersonalAccessToken t = example_token();
  t.expiry = std::nullopt;
  out << thrown_by([&] { return linode::create_request(t); }) << '\n';
  t.expiry = {};
  out << t.expiry.has_value() << ' ' << (t.expiry == linode::Expiry::never()) << ' '
      << linode::to_json(t).find("expiry");
""", """invalid_argument: /expiry: must be set: the API would fill in the most that it can grant
false false 18446744073709551615""")
right("a time at the end of all, which is how many write never", r"""
  const linode::Expiry e = linode::Timestamp::max();
  const linode::Expiry s = SysTime<std::chrono::hours>(std::chrono::hours::max());
  out << e.is_never() << s.is_never() << (e == linode::Expiry::never())
      << linode::Expiry(linode::Timestamp::max() - 1us).is_never();
""", "truetruetruefalse")
right("the earliest and the latest of some expiries, one of them never", r"""
  const linode::Expiry never = linode::Expiry::never(), soon = present + 1h, late = time_of("2999-12-12T05:00:00");
  out << std::min({never, soon, late}) << ' ' << std::max({soon, never, late}) << ' ';
  const std::set<linode::Expiry> ordered{never, late, soon};
  for (const linode::Expiry& e : ordered) out << e << ' ';
""", "2024-01-01T01:00:00 never 2024-01-01T01:00:00 2999-12-12T05:00:00 never")
refused("a hash of an Expiry, or an Expiry for a number",
        ["use(std::hash<linode::Expiry>{}(*t.expiry));", "long long l = *t.expiry; use(l);"],
        "use(t.expiry->time().time_since_epoch().count());",
        "deleted|private destructor|cannot convert|could not convert|no viable conversion|does not provide a call operator|"
        "no match for call")

# Reading -------------------------------------------------------------------------------------------------------------

right('`from_json(body)` of `{"message": "Service Unavailable"}` of a gateway: it was a token without members', r"""
  const std::string body = R"({"message": "Service Unavailable"})";
  out << thrown_by([&] { return linode::from_json(body); }) << '\n'
      << thrown_by([&] { return linode::read_tokens(body); }) << '\n'
      << thrown_by([&] { return linode::page_from_json(body); }) << '\n'
      << linode::try_from_json(body).has_value();
""", """DecodeError wrong_type at ""
DecodeError wrong_type at ""
DecodeError wrong_type at ""
false""")
for name in ("from_json", "page_from_json", "read_tokens", "try_from_json", "try_page_from_json", "try_read_tokens",
             "check_json", "check_page_json", "read_api_errors"):
    refused("`%s(nullptr)`, or of NULL, 0 or {}" % name,
            ["use(linode::%s(%s));" % (name, none) for none in ("nullptr", "NULL", "0", "{}")],
            'use(linode::%s("{}"));' % name, DELETED)
refused("nullptr with Members, or with a DecodeError",
        ["use(linode::from_json(nullptr, linode::Members::strict));", "use(linode::try_read_tokens(nullptr, &why));"],
        'use(linode::from_json("{}", linode::Members::strict)); use(linode::try_read_tokens("[]", &why));',
        DELETED)
# DANGEROUS: only the functions above are deleted for nullptr. In C++23 std::string_view refuses it everywhere.
remains("`from_json(std::getenv(…))`, `Scopes(nullptr)`, `matches_secret(t, "
        "nullptr)`: a null pointer where std::string_view takes one", r"""
  const char* volatile nothing = nullptr;
  out << linode::parse_timestamp(nothing).has_value();
""", "SANITIZER: .*|threw another exception")
refused("`try_from_json(text, Members::strict)`: Members where the DecodeError* is",
        ["use(linode::%s(text, linode::Members::strict));" % name
         for name in ("try_from_json", "try_page_from_json", "try_read_tokens")],
        "use(linode::try_from_json(text, nullptr, linode::Members::strict));",
        NO_CALL)
refused("`try_from_json(&why, text)`, `try_from_json(text, why)`: order, and & forgotten",
        ["use(linode::try_from_json(&why, text));",
         "use(linode::try_from_json(text, why));",
         "use(linode::from_json(text, &why));"],
        "use(linode::try_from_json(text, &why));",
        NO_CALL)
refused("`from_json(text, true)` for strict",
        ["use(linode::from_json(text, true));", "use(linode::check_json(text, 1));"],
        "use(linode::from_json(text, linode::Members::strict));",
        NO_CALL)
refused("`from_json(text, token)`, as with other libraries",
        "linode::from_json(text, t);",
        "t = linode::from_json(text);",
        NO_CALL)
refused("`from_json(stream)`",
        ["use(linode::from_json(stream));", "use(linode::read_tokens(std::cin));"],
        "linode::for_each_token(stream, [](linode::PersonalAccessToken&&) {});",
        NO_CALL)
refused("a result that is not used: the error of check_json, a token, a list",
        ["linode::check_json(text);",
         "linode::from_json(text);",
         "linode::try_from_json(text, &why);",
         "linode::read_api_errors(text);",
         "linode::read_tokens(text);"],
        "use(linode::check_json(text));",
        IGNORED)
refused("`if (check_json(text))`, `if (read_api_errors(body))`, `if (violations(…))`",
        ["if (linode::check_json(text)) return;",
         "if (linode::read_api_errors(text)) return;",
         "if (linode::violations(t, linode::Request::create)) return;"],
        "if (linode::check_json(text).empty()) return;",
        NO_CONVERSION)
refused("`if (token)`, `!token`, or a token for a bool",
        ["if (t) return;", "use(!t);", "bool b = t; use(b);"],
        "if (linode::try_from_json(text)) return;",
        NO_CONVERSION + r"|no match for 'operator!'|invalid argument type .* to unary expression")
refused("an optional token for a token",
        ["t = linode::try_from_json(text);",
         "use(linode::to_json(linode::try_from_json(text)));",
         "std::string s = t.label; use(s);"],
        "t = linode::try_from_json(text).value(); std::string s = t.label.value(); use(s);",
        NO_CALL)
right("the token of a page, the page of a token, a page of an array", r"""
  out << thrown_by([] { return linode::from_json(R"({"data": []})"); }) << '\n'
      << thrown_by([] { return linode::page_from_json("{}"); }) << '\n'
      << thrown_by([] { return linode::page_from_json("[]"); }) << '\n'
      << thrown_by([] { return linode::from_json("[{}]"); }) << '\n'
      << thrown_by([] { return linode::read_tokens(""); });
""", '''DecodeError wrong_type at ""
DecodeError wrong_type at ""
DecodeError wrong_type at ""
DecodeError wrong_type at ""
DecodeError syntax at ""''')
right("the value of a member that was absent: throws, as of any optional", r"""
  out << thrown_by([] { return linode::from_json("{}").label.value(); });
""", "bad_optional_access")
right("the name of a file for a text", r"""
  out << thrown_by([] { return linode::read_tokens("tokens.json"); }) << ' '
      << linode::try_from_json("tokens.json").has_value();
""", 'DecodeError syntax at "" false')
refused("a text of wide characters, a vector of bytes, or a character",
        ['use(linode::from_json(L"{}"));', "use(linode::from_json(std::vector<char>{}));", "use(linode::read_tokens('['));"],
        'use(linode::from_json(std::string("{}")));',
        NO_CALL)
right("a buffer with bytes after the text, a NUL in a text, and a text cut at one", r"""
  char buffer[64] = R"({"id": 1})";
  out << *linode::from_json(buffer).id << ' ' << *linode::from_json("{\"id\": 2}\0 rest").id << ' '
      << thrown_by([&] { return linode::from_json(std::string_view(buffer, sizeof buffer)); }) << ' '
      << thrown_by([] { return linode::from_json("{\"id\": 2}\0"sv); });
""", """1 2 DecodeError syntax at "" DecodeError syntax at \"\"""")
right("a text that is gone when the token is used", r"""
  auto text =
      std::make_unique<std::string>(R"({"label": "a label that is not short", "token": "a secret that is not short"})");
  const auto t = linode::from_json(*text);
  text.reset();
  out << *t.label << ' ' << t.token->size();
""", "a label that is not short 26")
right("a failed read into a token that is in use, and `why` of a read that succeeded", r"""
  linode::PersonalAccessToken t = example_token();
  const linode::PersonalAccessToken before = t;
  out << thrown_by([&] {
    t = linode::from_json(R"({"id": 1, "label": 2})");
    return 0;
  }) << ' '
      << (t == before) << '\n';
  linode::DecodeError why;
  use(linode::try_from_json("{}", &why));
  out << why.what() << '\n';
  use(linode::try_from_json("[", &why));
  use(linode::try_from_json("{}", &why));
  out << why.what();
""", """DecodeError wrong_type at "/label" true
nothing was decoded
1:2: /0: expected a value, found the end of the text""")
right("numbers that are nearly an id, and an id as a text", r"""
  for (const char* text : {R"({"id": 1.0})", R"({"id": "1"})", R"({"id": 9223372036854775808})", R"({"id": 1e3})",
                           R"({"id": true})", R"({"id": -0})"}) {
    const auto t = linode::try_from_json(text);
    out << (t ? std::to_string(*t->id) : "no") << ' ';
  }
""", "no no no no no 0")
right("read_api_errors of what is none: of nothing, of HTML, of a token, of an error without reasons", r"""
  for (const char* text : {"", "<html>502</html>", "{}", R"({"id": 1})", R"({"errors": []})", R"({"errors": null})",
                           R"({"errors": [{"reason": "a"}, "b", 3]})"}) {
    out << linode::read_api_errors(text).size() << ' ';
  }
""", "0 0 0 0 0 0 2")
right("`for (auto& token : page_from_json(text).data)`", r"""
  for (const auto& token :
       linode::page_from_json(R"({"data": [{"label": "a label that is not short"}, {"id": 2}]})").data)
    out << token << ' ';
""", 'PersonalAccessToken{label="a label that is not short"} PersonalAccessToken{id=2}')
# DANGEROUS: std::optional gives a reference to its part. In C++23 the temporary lives as long as the loop.
remains("`for (auto& token : *try_read_tokens(text))`, before C++23: a use after free; name the result first", r"""
  for (const auto& token : *linode::try_read_tokens(R"([{"label": "a label that is not short"}])"))
    out << token.label->size();
""", "SANITIZER: (heap-use-after-free|stack-use-after-scope)|25")
remains("`const auto& label = *from_json(text).label`: a part of a temporary; copy it", r"""
  const auto& label = *linode::from_json(R"({"label": "a label that is not short"})").label;
  out << label;
""", "SANITIZER: (heap-use-after-free|stack-use-after-scope)")
right("`const auto& token = from_json(text)`: a temporary that lives on", r"""
  const auto& token = linode::from_json(R"({"label": "a label that is not short"})");
  const auto& tokens = linode::read_tokens(R"([{"label": "a label that is not short"}])");
  out << *token.label << ' ' << tokens.size();
""", "a label that is not short 1")

# DecodeError ---------------------------------------------------------------------------------------------------------

right("`const auto& path = error_returning().path()`, and a loop over the api_errors() of a temporary", r"""
  const auto error_of = [](std::string_view text) {
    linode::DecodeError why;
    use(linode::try_read_tokens(text, &why));
    return why;
  };
  const auto const_error_of = [&](std::string_view text) -> const linode::DecodeError { return error_of(text); };
  const auto& path = error_of(R"([{"id": 1}, {"this name is unknown": 1, "expiry": "tomorrow, or later"}])").path();
  out << path << ' ' << const_error_of(R"([{}, {"label": 1}])").path();
  for (const auto& error :
       error_of(R"({"errors": [{"reason": "Length must be 1-100", "field": "label"}]})").api_errors())
    out << ' ' << error;
  for (const auto& error : const_error_of(R"({"errors": [{"reason": "a reason that is not short"}]})").api_errors())
    out << ' ' << error;
""", "/1/expiry /1/label label: Length must be 1-100 a reason that is not short")
right("a DecodeError caught by a base, by value, sliced, and caught again", r"""
  const auto fail = [] { return linode::from_json(R"({"id": "x"})"); };
  try {
    use(fail());
  } catch (const std::runtime_error& error) {
    out << error.what() << '\n';
  }
  try {
    use(fail());
  } catch (std::exception& error) {
    out << dynamic_cast<linode::DecodeError&>(error).path() << ' ';
  }
  try {
    use(fail());
  } catch (linode::DecodeError error) {
    out << error.path() << ' ';
  }
  try {
    use(fail());
  } catch (std::runtime_error error) {
    out << error.what() << '\n';
  }
  std::exception_ptr kept;
  try {
    try {
      use(fail());
    } catch (const std::exception&) {
      throw;
    }
  } catch (const linode::DecodeError&) {
    kept = std::current_exception();
  }
  try {
    std::rethrow_exception(kept);
  } catch (const linode::DecodeError& error) {
    out << error.path();
  }
""", """1:8: /id: expected an integer, found a string
/id /id 1:8: /id: expected an integer, found a string
/id""")
right("a DecodeError that was moved from, assigned to itself, or copied and gone", r"""
  linode::DecodeError error(linode::DecodeError::Reason::wrong_type, "/a path that is not short", "message", 1, 2);
  const linode::DecodeError moved = std::move(error);
  out << error.path() << ' ' << (error.reason() == moved.reason()) << ' ';
  auto& same = error;
  error = same;
  {
    const linode::DecodeError other(linode::DecodeError::Reason::api_error, "", "message", 0, 0,
                                    {{"a reason that is not short", {}}});
    error = other;
  }
  out << error.what() << ' ' << error.api_errors().size() << ' ' << moved.path();
""", "/a path that is not short true message 1 /a path that is not short")
refused("a reason as a number, as a text, or as a bool",
        ["use(why.reason() == 1);",
         'use(why.reason() == "wrong_type");',
         "if (why.reason()) return;",
         "int i = why.reason(); use(i);"],
        "use(why.reason() == linode::DecodeError::Reason::wrong_type); out << why.reason();",
        NO_OPERATOR + "|" + NO_CONVERSION)
refused('`DecodeError("message")`, `throw DecodeError(text)`, or path and reason in the wrong order',
        ['use(linode::DecodeError("message"));',
         "throw linode::DecodeError(text);",
         'why = "message";',
         'use(linode::DecodeError("/id", linode::DecodeError::Reason::wrong_type, "message"));'],
        'use(linode::DecodeError(linode::DecodeError::Reason::wrong_type, "/id", "message"));',
        NO_CALL)
refused("`out << error`",
        "out << why;",
        "out << why.what();",
        NO_OPERATOR)
refused("`if (why)`: whether it failed is what the function returns",
        "if (why) return;",
        "if (!linode::try_from_json(text, &why)) out << why.what();",
        NO_CONVERSION)
remains("`std::string_view path = error_returning().path()`: of a temporary; a std::string, or auto, is right", r"""
  std::string_view path =
      linode::DecodeError(linode::DecodeError::Reason::syntax, "/a path that is not short", "").path();
  out << path;
""", "SANITIZER: (heap-use-after-free|stack-use-after-scope)")

# Requests ------------------------------------------------------------------------------------------------------------

right("`create_request(t)`, scopes or expiry forgotten: the API filled in all scopes, and no end", r"""
  linode::PersonalAccessToken t;
  t.label = "ci";
  out << thrown_by([&] { return linode::create_request(t); }) << '\n';
  t.expiry = linode::Expiry::never();
  out << thrown_by([&] { return linode::create_request(t); }) << '\n';
  t.scopes = "*";
  out << linode::create_request(t) << '\n';
  t.expiry.reset();
  out << thrown_by([&] { return linode::create_request(t); });
""", 'invalid_argument: /expiry: must be set: the API would fill in the most that it can grant; '
      '/scopes: must be set: the API would fill in the most that it can grant\n'
      'invalid_argument: /scopes: must be set: the API would fill in the most that it can grant\n'
      '{"expiry":null,"label":"ci","scopes":"*"}\n'
      'invalid_argument: /expiry: must be set: the API would fill in the most that it can grant')
right("`update_request({})`: a request that changes nothing", r"""
  out << thrown_by([] { return linode::update_request({}); }) << '\n'
      << linode::violations({}, linode::Request::update).size();
""", """invalid_argument: /label: must be set: without it the request changes nothing
1""")
right('`Scopes("linodes:readonly")`, `"a:read_only;b:read_write"`: what grants nothing, and is told', r"""
  for (const char* text : {"linodes:readonly", "a:read_only;b:read_write", "linodes",
                           "linodes:update, domains:read_only", "*:read_only", "Linodes:read_only", "*", ""}) {
    out << linode::Scopes(text) << '|';
    for (const std::string& part : linode::unrecognized_scopes(text)) out << part << '|';
    out << '\n';
  }
  linode::PersonalAccessToken t = example_token();
  t.scopes = "linodes:readonly domains";
  out << thrown_by([&] { return linode::create_request(t); });
""", """|linodes:readonly|
|a:read_only;b:read_write|
|linodes|
domains:read_only|linodes:update|
|*:read_only|
Linodes:read_only|
*|
|
invalid_argument: /scopes: expected parts such as linodes:read_only, found 2 of another form""")
refused("`violations(t)` without what for, or with a bool or a number for it",
        ["use(linode::violations(t));",
         "use(linode::violations(t, true));",
         "use(linode::violations(t, 0));",
         "use(linode::violations(linode::Request::create, t));"],
        "use(linode::violations(t, linode::Request::create));",
        NO_CALL)
refused("a request that is not used",
        ["linode::create_request(t);", "linode::update_request(t);", "linode::violations(t, linode::Request::create);"],
        "text = linode::create_request(t);",
        IGNORED)
refused("a request of a page, of a text, of an optional",
        ["use(linode::create_request(linode::PersonalAccessTokenPage{}));",
         "use(linode::create_request(text));",
         "use(linode::update_request(linode::try_from_json(text)));"],
        "use(linode::create_request(linode::from_json(text)));",
        NO_CALL)
right("`PersonalAccessToken{…}` with label and scopes in each other's place", r"""
  const linode::PersonalAccessToken t{{}, linode::Expiry::never(), {}, "linodes:read_only", "ci", {}};
  out << thrown_by([&] { return linode::create_request(t); });
""", "invalid_argument: /scopes: expected parts such as linodes:read_only, found 1 of another form")
refused('`PersonalAccessToken{"label"}`, `{123}`, `("{}")`',
        ['linode::PersonalAccessToken x{"label"};',
         "linode::PersonalAccessToken x{123};",
         'linode::PersonalAccessToken x("{}");',
         'linode::PersonalAccessToken x = "{}";'],
        'linode::PersonalAccessToken x; x.label = "label"; x.id = 123;',
        NO_CALL + r"|no matching constructor")
right("a request of a token that was moved from", r"""
  linode::PersonalAccessToken t = example_token();
  const linode::PersonalAccessToken moved = std::move(t);
  out << thrown_by([&] { return linode::create_request(t); }) << '\n' << (moved == example_token());
""", """invalid_argument: /label: expected 1 to 100 characters, found 0
true""")
right("a whole token as it was read for a request: what the server sets is not sent, and no secret", r"""
  out << linode::create_request(example_token()) << '\n' << linode::update_request(example_token());
""", '{"expiry":"2999-12-12T05:00:00","label":"a label that is not short","scopes":"linodes:read_only domains:read_write '
      'volumes:read_only"}\n'
      '{"label":"a label that is not short"}')
right("labels that are too long, empty, or not UTF-8, and an expiry that no text can hold", r"""
  linode::PersonalAccessToken t = example_token();
  for (const std::string& label : {std::string(101, 'x'), std::string(), "\xff"s, std::string(100, 'x')}) {
    t.label = label;
    out << thrown_by([&] { return linode::update_request(t); }) << '\n';
  }
  t.expiry = linode::Timestamp::max() - 1us;
  out << thrown_by([&] { return linode::create_request(t); });
""", """invalid_argument: /label: expected 1 to 100 characters, found 101
invalid_argument: /label: expected 1 to 100 characters, found 0
invalid_argument: /label: not valid UTF-8
nothing
invalid_argument: /expiry: outside the years 0000 to 9999""")
right("an expiry between two seconds, before 1970 as well", r"""
  linode::PersonalAccessToken t;
  t.scopes = "";
  t.expiry = present - 1us;
  out << linode::create_request(t) << ' ';
  t.expiry = linode::Timestamp{-1us};
  out << linode::create_request(t);
""", '{"expiry":"2023-12-31T23:59:59","scopes":""} {"expiry":"1969-12-31T23:59:59","scopes":""}')

# Scopes --------------------------------------------------------------------------------------------------------------

right("`for (const auto& s : linode::Scopes(*t.scopes).list())`: was a use after free", r"""
  const linode::PersonalAccessToken t = example_token();
  for (const auto& s : linode::Scopes(*t.scopes).list()) out << s << ' ';
  for (const auto& s : linode::Scopes(*t.scopes).missing_from(linode::Scopes("linodes:read_only")).list())
    out << s.name << ' ';
  for (const auto& s : std::make_optional<linode::Scopes>(*t.scopes).value().list()) out << s.name.size() << ' ';
  const auto& list = linode::Scopes(*t.scopes).list();
  out << list.size();
""", "domains:read_write linodes:read_only volumes:read_only domains volumes 7 7 7 3")
# WRONG: list() && does not take a const temporary, for which list() const& is called. DecodeError has const&& for this.
right("the same of a function that returns const Scopes", r"""
  const auto scopes_of = [](const char* text) -> const linode::Scopes { return linode::Scopes(text); };
  for (const auto& s : scopes_of("linodes:read_only a_name_that_is_not_short:read_write").list()) out << s << ' ';
""", "a_name_that_is_not_short:read_write linodes:read_only")
refused('`Scopes s = "linodes:read_only"`, a text where Scopes are wanted',
        ['linode::Scopes s = "linodes:read_only"; use(s);',
         "scopes = text;",
         'use(scopes == "*");',
         "use(scopes.covers(text));",
         "use(scopes.missing_from(*t.scopes));"],
        "linode::Scopes s(text); scopes = s; use(scopes == linode::Scopes(text)); "
        "use(scopes.covers(linode::Scopes(*t.scopes)));",
        NO_CALL + "|" + NO_OPERATOR)
refused("`Scopes(t.scopes)`: a member that may be unset, or a whole token",
        ["use(linode::Scopes(t.scopes));", "use(linode::Scopes(t));", "use(linode::unrecognized_scopes(t.scopes));"],
        "use(linode::Scopes(*t.scopes));",
        NO_CALL)
refused("`t.scopes = Scopes(…)`: the member is the text",
        ["t.scopes = scopes;", "std::string s = scopes; use(s);"],
        "t.scopes = scopes.str();",
        NO_CONVERSION)
refused("an Access as a number or a bool",
        ['use(scopes.access("linodes") > 0);',
         'if (scopes.access("linodes")) return;',
         'int i = scopes.access("linodes"); use(i);',
         'use(scopes.access("linodes") == 1);',
         'use(scopes.grants("linodes", 1));',
         'scopes.grant("linodes", true);'],
        'use(scopes.access("linodes") >= linode::Access::read_only); use(scopes.grants("linodes", linode::Access::read_only));',
        NO_OPERATOR + "|" + NO_CALL)
refused('`grants("linodes")` without a level, with a text for it, or in the wrong order',
        ['use(scopes.grants("linodes"));',
         'use(scopes.grants("linodes", "read_only"));',
         'use(scopes.grants(linode::Access::read_only, "linodes"));',
         'scopes.grant("linodes");',
         'scopes.grant("linodes:read_only");'],
        'use(scopes.grants("linodes", linode::Access::read_only)); scopes.grant("linodes", linode::Access::read_only);',
        NO_CALL)
refused("`if (scopes)`, or a loop over Scopes",
        ["if (scopes) return;", "for (const auto& s : scopes) out << s;"],
        "if (scopes == linode::Scopes()) return; for (const auto& s : scopes.list()) out << s;",
        NO_CONVERSION + r"|'begin' was not declared in this scope|no viable 'begin' function|invalid range expression")
right("a name with a level, of another case, with a blank, or empty: grants nothing", r"""
  const linode::Scopes scopes("linodes:read_write");
  for (const char* name : {"linodes", "linodes:read_write", "Linodes", " linodes", "", "*"})
    out << scopes.access(name) << ' ';
  out << scopes.grants("linodes:read_only", linode::Access::read_only);
""", "read_write none none none none none false")
right("a grant with an invalid name: nothing is granted", r"""
  linode::Scopes scopes;
  for (const char* name : {"", "*", "a b", "a,b", "linodes:read_only"}) {
    out << thrown_by([&] {
             scopes.grant(name, linode::Access::read_write);
             return 0;
           }).substr(0, 16)
        << ' ';
  }
  scopes.grant("linodes", linode::Access::none);
  out << '[' << scopes << "] " << scopes.list().size() << ' ' << (scopes == linode::Scopes());
""", "invalid_argument invalid_argument invalid_argument invalid_argument invalid_argument [] 0 true")
right("a grant that lowers, or on top of everything; Scopes covered by themselves while they change", r"""
  linode::Scopes scopes("linodes:read_write"), all("*");
  scopes.grant("linodes", linode::Access::read_only);
  all.grant("linodes", linode::Access::read_only);
  out << scopes << ' ' << all << ' ' << all.list().size() << ' ' << scopes.covers(scopes) << ' ' << scopes.covers(all)
      << ' ' << all.missing_from(all).is_all();
  scopes.grant(scopes.list().front().name, linode::Access::read_write);
  for (int i = 0; i < 100; ++i) scopes.grant("n" + std::to_string(i), linode::Access::read_only);
  scopes.grant(scopes.list().back().name, linode::Access::read_write);
  out << ' ' << scopes.list().size();
""", "linodes:read_write * 0 true false false 101")
right("Scopes that were moved from, and swapped with themselves", r"""
  linode::Scopes scopes("linodes:read_write a_name_that_is_not_short:read_only");
  const linode::Scopes moved = std::move(scopes);
  out << moved << " [" << scopes << "] ";
  scopes = moved;
  auto& same = scopes;
  scopes = same;
  out << (scopes == moved) << ' ' << std::move(scopes).list().size();
""", "a_name_that_is_not_short:read_only linodes:read_write [] true 2")
right("scopes that differ in spelling, as texts and as scopes", r"""
  out << (linode::Scopes("b:read_only a:view") == linode::Scopes("a:read_only,b:read_only")) << ' '
      << linode::Scopes("a:read_only a:read_write,,").str();
""", "true a:read_write")
right("a NUL in a scope string", r"""
  out << linode::Scopes("linodes:read_only\0,*"sv).is_all() << ' '
      << linode::unrecognized_scopes("linodes:read_only\0"sv).size() << ' ' << linode::Scopes("a\0b:read_only"sv);
""", "true 1 a\\u0000b:read_only")
# DANGEROUS, a little: what is greater than read_write is kept, and written as read_only.
remains("`static_cast<Access>(7)`: grants read_write, and is written as read_only", r"""
  linode::Scopes scopes;
  scopes.grant("linodes", static_cast<linode::Access>(7));
  out << scopes << ' ' << scopes.grants("linodes", linode::Access::read_write) << ' '
      << linode::to_string(static_cast<linode::Access>(7));
""", "linodes:read_only true unknown")
remains("`std::move(scopes)` of everything: the moved-from Scopes still grant it", r"""
  linode::Scopes all("*");
  const linode::Scopes moved = std::move(all);
  out << all.is_all() << moved.is_all();
""", "truetrue")

# Streams -------------------------------------------------------------------------------------------------------------

right("a stream whose buffer gives less than was asked for: its rest was lost", r"""
  std::string text;
  for (int id = 1; id <= 300; ++id) text += "{\"id\": " + std::to_string(id) + "}\n";
  for (const std::size_t at_once : {std::size_t{1}, std::size_t{3}, std::size_t{64}, text.size()}) {
    SlowBuffer buffer(text, at_once);
    std::istream stream(&buffer);
    std::int64_t sum = 0;
    linode::for_each_token(stream, [&](linode::PersonalAccessToken&& token) { sum += *token.id; });
    out << sum << ' ' << stream.eof() << ' ';
  }
""", "45150 true 45150 true 45150 true 45150 true")
right("a stream that gets badbit and eofbit while it is read: was taken for its end", r"""
  BreakingBuffer buffer("{\"id\": 1}\n{\"id\": 2}\n");
  std::istream stream(&buffer);
  buffer.stream = &stream;
  int count = 0;
  out << thrown_by([&] {
    linode::for_each_token(stream, [&](linode::PersonalAccessToken&&) { ++count; });
    return 0;
  }) << ' '
      << count;
""", "failure 2")
right("sinks that return false as const bool&, vector<bool>::reference, false_type, 0, "
      "an empty optional or pointer: are stopped", r"""
  const std::string text = "{} {} {}";
  static const bool no = false;
  static std::vector<bool> answers{false};
  int count = 0;
  const auto count_with = [&](auto answer) {
    count = 0;
    linode::for_each_token(std::istringstream(text), [&](linode::PersonalAccessToken&&) -> decltype(answer()) {
      ++count;
      return answer();
    });
    out << count << ' ';
    count = 0;
    linode::for_each_page(std::istringstream(text), [&](linode::PersonalAccessTokenPage&&) -> decltype(answer()) {
      ++count;
      return answer();
    });
    out << count << ' ';
  };
  count_with([]() -> const bool& { return no; });
  count_with([]() -> std::vector<bool>::reference { return answers[0]; });
  count_with([] { return std::false_type{}; });
  count_with([] { return 0; });
  count_with([] { return std::optional<linode::PersonalAccessToken>(); });
  count_with([] { return std::unique_ptr<int>(); });
  count_with([] { return static_cast<const char*>(nullptr); });
  count_with([] { return 1; });
  count_with([] { return std::string(); });
  count_with([] {});
""", "1 1 1 1 1 1 1 1 1 1 1 1 1 1 3 3 3 3 3 3")
right("a sink that throws a DecodeError of its own, within try_for_each_token", r"""
  linode::DecodeError why;
  out << thrown_by([&] {
    return linode::try_for_each_token(
        std::istringstream("{}"), [](linode::PersonalAccessToken&&) { use(linode::from_json("[")); }, &why);
  }) << ' '
      << why.what() << '\n'
      << linode::try_for_each_token(
             std::istringstream("{} ["), [](linode::PersonalAccessToken&&) {}, &why)
      << ' ' << why.what();
""", """DecodeError syntax at "/0" nothing was decoded
false 1:5: /1/0: expected a value, found the end of the text""")
refused("`try_for_each_token(stream, sink, Members::strict)`, `for_each_token(stream, sink, &why)`",
        ["linode::try_for_each_token(stream, [](linode::PersonalAccessToken&&) {}, linode::Members::strict);",
         "linode::for_each_token(stream, [](linode::PersonalAccessToken&&) {}, &why);",
         "linode::for_each_page(stream, [](linode::PersonalAccessTokenPage&&) {}, true);"],
        "linode::try_for_each_token(stream, [](linode::PersonalAccessToken&&) {}, nullptr, linode::Members::strict);",
        NO_CALL)
refused("`for_each_token(text, sink)` of a text, a buffer, a stream that writes or of wide characters",
        ["linode::for_each_token(text, [](linode::PersonalAccessToken&&) {});",
         "linode::for_each_token(stream.rdbuf(), [](linode::PersonalAccessToken&&) {});",
         "linode::for_each_token(out, [](linode::PersonalAccessToken&&) {});",
         "linode::for_each_token(std::wcin, [](linode::PersonalAccessToken&&) {});",
         'linode::for_each_token("tokens.json", [](linode::PersonalAccessToken&&) {});'],
        "linode::for_each_token(std::istringstream(text), [](linode::PersonalAccessToken&&) {});",
        NO_CALL)
for parameter, what in (("linode::PersonalAccessToken&", "a reference to what may be changed"), ("", "nothing")):
    refused("a sink of for_each_token that takes %s" % what, "linode::for_each_token(stream, [](%s) {});" % parameter,
            "linode::for_each_token(stream, [](const linode::PersonalAccessToken&) {});"
            "linode::for_each_token(stream, [](linode::PersonalAccessToken) {});",
            r"no match for call|no matching function for call to object|cannot bind")
right("a sink that is a function, a const object, an object that is counted in, or an empty std::function", r"""
  struct Counter {
    int count = 0;
    void operator()(const linode::PersonalAccessToken&) {
      ++count;
    }
  };
  Counter counter;
  linode::for_each_token(std::istringstream("{} {}"), counter);
  static int calls = 0;
  linode::for_each_token(
      std::istringstream("{} {}"), +[](linode::PersonalAccessToken) { ++calls; });
  const auto constant = [](linode::PersonalAccessToken&&) { ++calls; };
  linode::for_each_token(std::istringstream("{} {}"), constant);
  const std::function<void(linode::PersonalAccessToken)> empty;
  out << counter.count << ' ' << calls << ' ' << thrown_by([&] {
    linode::for_each_token(std::istringstream("{} {}"), empty);
    return 0;
  });
""", "2 4 bad_function_call")
right("a file that does not exist, a stream that was read already, and an empty one: none is without tokens", r"""
  std::ifstream missing("no such file");
  const auto none = [](linode::PersonalAccessToken&&) {};
  std::istringstream stream("{}");
  linode::for_each_token(stream, none);
  out << thrown_by([&] {
    linode::for_each_token(missing, none);
    return 0;
  }) << ' '
      << thrown_by([&] {
           linode::for_each_token(stream, none);
           return 0;
         })
      << ' ' << thrown_by([&] {
           linode::for_each_token(std::istringstream(), none);
           return 0;
         })
      << ' ' << thrown_by([&] { return linode::try_for_each_token(missing, none); });
""", 'failure DecodeError syntax at "" DecodeError syntax at "" failure')
right("a directory for a file: an error, of whichever kind, and not an empty list", r"""
  std::ifstream directory(".");
  out << (thrown_by([&] {
            linode::for_each_token(directory, [](linode::PersonalAccessToken&&) {});
            return 0;
          }) != "nothing");
""", "true")
right("a stream that throws for failbit and badbit, and one without a buffer", r"""
  std::istringstream stream("{} {}");
  stream.exceptions(std::ios::failbit | std::ios::badbit);
  int count = 0;
  const auto sink = [&](linode::PersonalAccessToken&&) { ++count; };
  linode::for_each_token(stream, sink);
  std::istream nothing(nullptr);
  out << count << ' ' << thrown_by([&] {
    linode::for_each_token(nothing, sink);
    return 0;
  });
""", "2 failure")
right("tokens of a stream that are kept by value, moved from, or copied", r"""
  std::vector<linode::PersonalAccessToken> kept;
  std::string text;
  for (int id = 0; id < 50; ++id)
    text += "{\"id\": " + std::to_string(id) + ", \"label\": \"a label that is not short\"}";
  linode::for_each_token(std::istringstream(text), [&](linode::PersonalAccessToken&& token) {
    if (*token.id % 2)
      kept.push_back(std::move(token));
    else
      kept.push_back(token);
  });
  linode::for_each_page(std::istringstream(text),
                        [&](linode::PersonalAccessTokenPage&& page) { kept.push_back(page.data.at(0)); });
  std::set<std::string> labels;
  std::int64_t sum = 0;
  for (const auto& token : kept) {
    labels.insert(*token.label);
    sum += *token.id;
  }
  out << kept.size() << ' ' << labels.size() << ' ' << sum;
""", "100 1 2450")
remains("a pointer to a token that a sink was given, kept: its storage is used for the next", r"""
  const linode::PersonalAccessToken* kept = nullptr;
  linode::for_each_token(std::istringstream("{\"id\": 1} {\"id\": 2}"),
                         [&](const linode::PersonalAccessToken& token) { kept = &token; });
  out << *kept->id;
""", "SANITIZER: heap-use-after-free")
refused("whether try_for_each_token succeeded is asked of void for_each_token",
        "if (linode::for_each_token(stream, [](linode::PersonalAccessToken&&) {})) return;",
        "if (linode::try_for_each_token(stream, [](linode::PersonalAccessToken&&) {})) return;",
        NO_CONVERSION)

# Writing and printing ------------------------------------------------------------------------------------------------

right("texts, numbers and times where the global locale groups digits", r"""
  const GroupingLocale grouping;
  std::ostringstream imbued;
  imbued << example_token() << ' ' << *example_token().expiry << ' '
         << linode::PersonalAccessTokenPage{{}, 1000, 2000, 3000};
  out << linode::to_json(example_token()).substr(0, 85) << '\n'
      << imbued.str().substr(0, 85) << '\n'
      << imbued.str().substr(imbued.str().find("Page")) << '\n'
      << linode::format_timestamp(present) << ' ' << *linode::from_json(R"({"id": 1234567})").id << '\n';
  linode::DecodeError why;
  use(linode::try_from_json(std::string(1233, ' ') + "x", &why));
  out << why.what();
""", """{"created":"2023-01-01T00:00:00","expiry":"2999-12-12T05:00:00","id":1234567,"label":
PersonalAccessToken{created=2023-01-01T00:00:00, expiry=2999-12-12T05:00:00, id=12345
Page{data=[], page=1000, pages=2000, results=3000}
2024-01-01T00:00:00 1234567
1:1234: expected a value, found a letter""")
right("a token, a page, or an error printed, with a secret in it", r"""
  linode::PersonalAccessToken t = example_token();
  t.token = "s3cr3t";
  std::ostringstream log;
  log << t << linode::PersonalAccessTokenPage{{t}};
  linode::DecodeError why;
  use(linode::try_from_json(R"({"token": "s3cr3t", "id": "s3cr3t"})", &why));
  log << why.what() << why.path();
  use(linode::try_from_json(R"({"token": "s3cr3t\q"})", &why));
  log << why.what();
  out << (log.str().find("s3cr3t") == std::string::npos) << ' '
      << (log.str().find("token=<hidden>") != std::string::npos);
""", "true true")
right("a label that would forge a second line of a log, or reorder it", r"""
  linode::PersonalAccessToken t;
  t.label = "a\nPersonalAccessToken{id=1}\x1b[2J\xe2\x80\xae\xff\"";
  out << t << '\n' << linode::printable(*t.label);
""", r'''PersonalAccessToken{label="a\u000aPersonalAccessToken{id=1}\u001b[2J\u202e\xff\""}
a\u000aPersonalAccessToken{id=1}\u001b[2J\u202e\xff\"''')
right("a width and a fill that are meant for the whole token", r"""
  std::ostringstream stream;
  stream.fill('.');
  stream.width(10);
  stream << linode::Expiry::never();
  out << stream.str();
""", ".....never")
right("`to_json` of text that is not UTF-8, and of a year that has no text", r"""
  linode::PersonalAccessToken t;
  t.label = "caf\xe9";
  out << thrown_by([&] { return linode::to_json(t); }) << '\n'
      << thrown_by([&] {
           return linode::to_json(std::vector{linode::PersonalAccessToken{}, t});
         })
      << '\n';
  t = {};
  t.created = linode::Timestamp::max();
  out << thrown_by([&] { return linode::to_json(linode::PersonalAccessTokenPage{{t}}); });
""", """invalid_argument: /label: not valid UTF-8
invalid_argument: /1/label: not valid UTF-8
invalid_argument: /data/0/created: outside the years 0000 to 9999""")
refused("`to_json({})`: a token, a page or a list?",
        "use(linode::to_json({}));",
        "use(linode::to_json(linode::PersonalAccessToken{}));",
        AMBIGUOUS)
refused("`to_json` of a member, a pointer, an optional, or another container",
        ["use(linode::to_json(&t));",
         "use(linode::to_json(linode::try_from_json(text)));",
         "use(linode::to_json(std::list<linode::PersonalAccessToken>{}));",
         "use(linode::to_json(text));"],
        "use(linode::to_json(std::vector<linode::PersonalAccessToken>{}));",
        NO_CALL + "|" + AMBIGUOUS)
right("`to_json({a, b})`, a list in braces", r"""
  linode::PersonalAccessToken a, b;
  a.id = 1;
  b.id = 2;
  out << linode::to_json({a, b}) << ' ' << linode::to_json(std::vector{a}) << ' '
      << linode::to_json(std::vector<linode::PersonalAccessToken>{});
""", '[{"id":1},{"id":2}] [{"id":1}] []')
# DANGEROUS, a little: two in braces are a list, one is a token.
remains("`to_json({a})`, a list of one in braces: is the token, as `{a}` is of its own type", r"""
  linode::PersonalAccessToken a;
  a.id = 1;
  out << linode::to_json({a});
""", r'\{"id":1\}')
right("strings with a NUL, written and read", r"""
  linode::PersonalAccessToken t;
  t.label = "a\0b"s;
  out << linode::to_json(t) << ' ' << (linode::from_json(linode::to_json(t)) == t) << ' ' << t;
""", r"""{"label":"a\u0000b"} true PersonalAccessToken{label="a\u0000b"}""")
refused("an optional member printed",
        ["out << t.expiry;", "out << t.created;", "out << t.label;"],
        "out << *t.expiry << *t.created << *t.label;",
        NO_OPERATOR)
refused("a token to a stream of wide characters",
        "std::wcout << t;",
        "std::cout << t;",
        NO_OPERATOR)
refused("`std::to_string(access)`, or an Access where a text is wanted",
        ["use(std::to_string(linode::Access::read_only));", "std::string s = linode::Access::read_only; use(s);"],
        "use(linode::to_string(linode::Access::read_only));",
        NO_CALL + r"|" + AMBIGUOUS)
refused("`printable` of a member that may be unset, or of a token",
        ["out << linode::printable(t.label);", "out << linode::printable(t);"],
        "out << linode::printable(*t.label) << t;",
        NO_CALL)
refused("a text that is written and not used",
        ["linode::to_json(t);",
         "linode::printable(text);",
         "linode::format_timestamp(now);",
         "scopes.missing_from(scopes);",
         "scopes.str();"],
        "out << linode::to_json(t);",
        IGNORED)
right("enumerators that do not exist, printed", r"""
  out << static_cast<linode::Access>(9) << ' ' << static_cast<linode::DecodeError::Reason>(99);
""", "unknown unknown")

# Secrets -------------------------------------------------------------------------------------------------------------

right("`matches_secret` with an empty secret, or of a token without one, or of the start of another", r"""
  linode::PersonalAccessToken t = example_token(), unset, empty, dots;
  empty.token = "";
  dots.token = "...";
  const std::string whole = *t.token + "ghijklmnop";
  out << linode::matches_secret(t, "") << linode::matches_secret(unset, whole) << linode::matches_secret(unset, "")
      << linode::matches_secret(empty, whole) << linode::matches_secret(empty, "")
      << linode::matches_secret(dots, whole) << ' ' << linode::matches_secret(t, whole) << ' '
      << linode::matches_secret(t, "Bearer " + whole) << linode::matches_secret(t, whole.substr(0, 8));
""", "falsefalsefalsefalsefalsefalse true falsefalse")
refused("`matches_secret(secret, token)`, or of a member",
        ["use(linode::matches_secret(text, t));",
         "use(linode::matches_secret(t.token, text));",
         "use(linode::matches_secret(t, other.token));",
         "use(linode::matches_secret(t, other));",
         "use(linode::is_truncated(text));"],
        "use(linode::matches_secret(t, text)); use(linode::matches_secret(t, *other.token)); use(linode::is_truncated(t));",
        NO_CALL)
right("a token that is not truncated, or has no secret, asked whether it is", r"""
  linode::PersonalAccessToken t;
  out << linode::is_truncated(t);
  t.token = "0123456789abcdefg";
  out << linode::is_truncated(t) << linode::matches_secret(t, *t.token + "h") << linode::matches_secret(t, *t.token);
""", "falsefalsefalsetrue")

# Members of a token --------------------------------------------------------------------------------------------------

refused("a text for an id, and a number for a text that is asked for by name",
        ['t.id = "123";', "t.id = text;", "t.label = 5s;", "t.token = t.id;"],
        't.id = 123; t.label = "5"; t.token = std::to_string(*t.id);',
        NO_CONVERSION)
right("members set to {}: all are unset, none is empty", r"""
  linode::PersonalAccessToken t = example_token();
  t.created = {}, t.expiry = {}, t.id = {}, t.label = {}, t.scopes = {}, t.token = {};
  out << (t == linode::PersonalAccessToken{}) << ' ' << linode::to_json(t);
""", "true {}")
right("an unset member and an empty one, compared", r"""
  linode::PersonalAccessToken unset, empty;
  empty.label = "";
  out << (unset == empty) << ' ' << linode::to_json(empty) << ' ' << empty;
""", 'false {"label":""} PersonalAccessToken{label=""}')
refused("tokens in order, or as keys: they have none",
        ["use(t < other);", "use(scopes < linode::Scopes());", "use(t == linode::PersonalAccessTokenPage{});"],
        "use(t == other);",
        NO_OPERATOR)
# DANGEROUS, a little, and of std::optional: it takes any number for one.
remains("`t.id = 1.9`, `= true`, `= 'a'`: std::optional<std::int64_t> converts as numbers do", r"""
  linode::PersonalAccessToken t;
  t.id = 1.9;
  out << *t.id << ' ';
  t.id = true;
  out << *t.id;
""", "1 1")

# nlohmann_json -------------------------------------------------------------------------------------------------------

right("`j.get<std::vector<PersonalAccessToken>>()`, whose error has no number of the element: read_tokens(j) has", r"""
  const auto j = nlohmann::json::parse(R"([{"id": 1}, {"id": "x"}])");
  out << thrown_by([&] { return j.get<std::vector<linode::PersonalAccessToken>>(); }) << '\n'
      << thrown_by([&] { return linode::read_tokens(j); });
""", '''DecodeError wrong_type at "/id"
DecodeError wrong_type at "/1/id"''', nlohmann=True)
right("a parsed document for a text: is decoded, by each function that has the name", r"""
  const auto j = nlohmann::json::parse(R"({"id": 1})");
  out << *linode::from_json(j).id << *linode::from_json(j, linode::Members::strict).id
      << *linode::read_tokens(j).at(0).id << *linode::try_read_tokens(j)->at(0).id;
""", "1111", nlohmann=True)
refused("a parsed document, where only a text is read",
        ["nlohmann::json j; use(linode::page_from_json(j));",
         "nlohmann::json j; use(linode::try_from_json(j));",
         "nlohmann::json j; use(linode::check_json(j));",
         "nlohmann::json j; use(linode::read_api_errors(j));",
         'nlohmann::json j; use(linode::parse_timestamp(j["created"]));'],
        "nlohmann::json j; use(linode::page_from_dict(j)); use(linode::try_from_dict(j)); "
        "use(linode::page_from_json(j.dump()));",
        NO_CALL + "|" + DELETED + "|" + AMBIGUOUS, nlohmann=True)
right('`Scopes(j["scopes"])` and `create_request(j)` of parsed documents: are decoded', r"""
  auto j = nlohmann::json::parse(R"({"scopes": "linodes:read_only", "id": 1, "expiry": null})");
  out << linode::Scopes(j["scopes"]) << ' ' << thrown_by([&] { return linode::Scopes(j["id"]); }) << ' '
      << linode::create_request(j);
""", 'linodes:read_only DecodeError wrong_type at "" {"expiry":null,"scopes":"linodes:read_only"}', nlohmann=True)
right("a JSON string that holds the text of a token", r"""
  const nlohmann::json j = linode::to_json(example_token());
  out << j.is_string() << ' ' << thrown_by([&] { return linode::from_json(j); }) << ' '
      << *linode::from_json(j.get<std::string>()).id;
""", 'true DecodeError wrong_type at "" 1234567', nlohmann=True)
refused("a text for a parsed document",
        ["use(linode::from_dict(text));",
         'use(linode::from_dict("{}"));',
         "use(linode::to_dict<std::string>(t));",
         "use(linode::try_from_dict(nullptr));"],
        "use(linode::from_dict(nlohmann::json::parse(text))); use(linode::to_dict(t));",
        NO_CALL, nlohmann=True)
right("a document of a gateway, an error, a page or null, for a token", r"""
  for (const char* text :
       {R"({"message": "x"})", R"({"errors": [{"reason": "Invalid Token"}]})", R"({"data": []})", "null", "[]", "{}"}) {
    out << thrown_by([&] { return nlohmann::json::parse(text).get<linode::PersonalAccessToken>(); }) << '\n';
  }
""", """DecodeError wrong_type at ""
DecodeError api_error at ""
DecodeError wrong_type at ""
DecodeError wrong_type at ""
DecodeError wrong_type at ""
nothing""", nlohmann=True)
right("a document that failed to parse without exceptions", r"""
  const auto j = nlohmann::json::parse("{", nullptr, false);
  out << thrown_by([&] { return linode::from_json(j); }) << ' ' << thrown_by([&] { return linode::read_tokens(j); });
""", 'DecodeError wrong_type at "" DecodeError wrong_type at ""', nlohmann=True)
right("a DecodeError caught as an exception of nlohmann_json", r"""
  try {
    use(nlohmann::json::parse("[]").get<linode::PersonalAccessToken>());
  } catch (const nlohmann::json::exception&) {
    out << "nlohmann";
  } catch (const linode::DecodeError& error) {
    out << "linode " << error.line();
  }
""", "linode 0", nlohmann=True)
right("a document that is assigned from what cannot be written, and a token from what cannot be read", r"""
  nlohmann::json j = 1;
  linode::PersonalAccessToken t = example_token();
  t.label = "\xff";
  out << thrown_by([&] {
    j = t;
    return 0;
  }) << ' '
      << j << ' ';
  out << thrown_by([&] {
    nlohmann::json::parse(R"({"label": "a", "id": true})").get_to(t);
    return 0;
  }) << ' '
      << (t.id == 1234567) << ' ' << t.label->size();
""", 'invalid_argument: /label: not valid UTF-8 1 DecodeError wrong_type at "/id" true 1', nlohmann=True)
right("an id that the integers of a basic_json cannot hold", r"""
  using Small = nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int16_t, std::uint16_t>;
  out << thrown_by([] { return linode::to_dict<Small>(example_token()); });
""", "invalid_argument: /id: out of range for the integers of this basic_json", nlohmann=True)
refused("to_dict of a member, or of a list",
        ["use(linode::to_dict(t.expiry));", "use(linode::to_dict(std::vector<linode::PersonalAccessToken>{}));"],
        "use(nlohmann::json(*t.expiry)); use(nlohmann::json(std::vector<linode::PersonalAccessToken>{}));",
        NO_CALL, nlohmann=True)
refused("`to_json(token)` without `linode::`, below `using namespace` of linode and of nlohmann, "
        "which has an object of that name",
        "using namespace linode; using namespace nlohmann; use(to_json(t));",
        "using namespace linode; using namespace nlohmann; use(linode::to_json(t));",
        AMBIGUOUS, nlohmann=True)
right("times, expiries and scopes in a struct of one's own: a number for a time, null for one", r"""
  const auto j =
      nlohmann::json::parse(R"({"a": 1704067200, "b": null, "c": "linodes:read_only", "d": "2030-01-01T00:00:00"})");
  linode::Timestamp time = present;
  linode::Expiry expiry = present;
  linode::Scopes scopes;
  out << thrown_by([&] {
    j["a"].get_to(time);
    return 0;
  }) << ' '
      << thrown_by([&] {
           j["b"].get_to(time);
           return 0;
         })
      << ' ' << (time == present) << ' ';
  j["b"].get_to(expiry);
  out << expiry << ' ' << thrown_by([&] {
    j["a"].get_to(expiry);
    return 0;
  }) << ' '
      << expiry << ' ';
  j["c"].get_to(scopes);
  j["d"].get_to(time);
  out << scopes << ' ' << nlohmann::json(time) << nlohmann::json(linode::Expiry::never()) << nlohmann::json(scopes);
""", 'DecodeError wrong_type at "" DecodeError wrong_type at "" true never DecodeError wrong_type at "" never '
      'linodes:read_only "2030-01-01T00:00:00"null"linodes:read_only"', nlohmann=True)
remains("`json j = to_json(t)`: a JSON string, not an object; `json j = t` is one", r"""
  const nlohmann::json wrong = linode::to_json(example_token()), j = example_token();
  out << wrong.is_string() << j.is_object();
""", "truetrue", nlohmann=True)
# DANGEROUS, a little: nlohmann_json writes any enumeration as its number.
remains("`json j = Access::read_only`: nlohmann_json writes an enumeration as a number; write to_string(access)", r"""
  out << nlohmann::json(linode::Access::read_only) << nlohmann::json(linode::to_string(linode::Access::read_only));
""", '1"read_only"', nlohmann=True)

# Includes and names --------------------------------------------------------------------------------------------------

for header, code in (
        ("token", 'linode::PersonalAccessToken t; return linode::is_truncated(t) || linode::matches_secret(t, "x") || t == t;'),
        ("page", "linode::PersonalAccessTokenPage p; return p == p;"),
        ("timestamp", 'return linode::format_timestamp(linode::Clock::now()).empty() || !linode::parse_timestamp("");'),
        ("expiry", "return linode::Expiry::never().has_passed(std::chrono::system_clock::now());"),
        ("scopes", 'return linode::Scopes("*").is_all() && linode::unrecognized_scopes("*").empty();'),
        ("decode_error", "linode::DecodeError why; return why.path().empty() && why.api_errors().empty();"),
        ("members", "return linode::Members::strict == linode::Members::tolerant;"),
        ("read", 'linode::DecodeError why; return !linode::try_read_tokens("[]", &why) || !linode::check_json("").empty();'),
        ("write", "return linode::to_json(std::vector<linode::PersonalAccessToken>{}).empty();"),
        ("request", "return linode::violations({}, linode::Request::create).empty();"),
        ("print", 'return linode::printable("x").empty() || linode::to_string(linode::Access::none).empty();'),
        ("fwd", "return sizeof(linode::PersonalAccessToken*) == 0;"),
        ("version", "return linode::personal_access_token_version.major_version == 0;"),
        ("nlohmann", "return linode::to_dict(linode::from_dict(nlohmann::json::object())).empty();")):
    alone("`#include <linode/personal_access_token/%s.hpp>` and nothing else" % header,
          "#include <linode/personal_access_token/%s.hpp>\nbool use() { %s }\n" % (header, code))
for header, code in (("stream", "linode::for_each_token(std::cin, [](linode::PersonalAccessToken&&) {});"),
                     ("print", "std::cout << linode::Expiry::never();")):
    alone("`#include <linode/personal_access_token/%s.hpp>` before `<iostream>`" % header,
          "#include <linode/personal_access_token/%s.hpp>\n#include <iostream>\nvoid use() { %s }\n" % (header, code))
alone("`using namespace` of linode, std and std::chrono at once, and of nlohmann", """#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/nlohmann.hpp>
#include <iostream>
using namespace std;
using namespace std::chrono;
using namespace linode;
using namespace nlohmann;
void use() {
  PersonalAccessToken token = linode::from_json("{}");
  token.expiry = Expiry::never();
  token.created = Clock::now();
  cout << token << to_string(Access::none) << to_string(1) << linode::to_json(token);
  cout << Scopes("*") << *token.created << Timestamp(1s);
  const json j = token;
  cout << j << from_dict(j);
}
""")
alone("macros of system headers: min, max, check, major, minor, unix, none", """#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))
#define check(x) x
#define verify(x) x
#define major(x) x
#define minor(x) x
#define ERROR 0
#define Status int
#define Bool int
#define None 0L
#define Success 0
#define Always 2
#include <linode/personal_access_token.hpp>
bool use() { return linode::from_json("{}").expiry.has_value(); }
""")
