"""Checks that reading, writing or printing an object with a member of an unknown type does not compile, and that with a
member of a known type it does: refused_members_test.py COMPILER [FLAG…]"""

import re
import sys

from compile_snippets import compile_snippets

known = ["std::optional<std::string>", "std::optional<std::int64_t>", "std::optional<linode::Timestamp>",
         "std::optional<linode::Expiry>"]
unknown = ["std::optional<bool>", "std::optional<std::uint32_t>", "std::optional<double>", "std::vector<std::string>",
           "std::string", "std::optional<std::vector<std::string>>", "int"]
uses = {"read": "static_cast<void>(read_single<TextReader>(std::string_view(), Members::tolerant, object));",
        "write": "static_cast<void>(encode_text(object));",
        "print": "static_cast<void>(print_value(object));",
        "from_document": "object = from_document<Object>(nlohmann::json());",
        "to_document": "static_cast<void>(to_document<nlohmann::json>(object));"}
preamble = "#include <linode/personal_access_token.hpp>\n#include <linode/personal_access_token/nlohmann.hpp>\n"
# Each use has its own object, since a compiler reports the errors of a class only once.
snippet = """namespace linode::detail {{
struct {name} {{ {member} extra = {{}}; }};
template <>
struct Fields<{name}> {{
  using T = {name};
  static constexpr std::string_view name = "{name}";
  static constexpr const char* in_words = "an object";
  static constexpr std::tuple table{{Field{{"extra", &T::extra}}}};
}};
void use([[maybe_unused]] {name}& object) {{ using Object [[maybe_unused]] = {name}; {use} }}
}}"""
meant = r"ValueType<|a member must be std::optional"


def main(*compiler):
    faults = 0
    for members in known, unknown:
        cases = {"Object%d_%s" % (number, use): (member, use) for number, member in enumerate(members) for use in uses}
        found = compile_snippets(compiler, preamble, {
            name: snippet.format(name=name, member=member, use=uses[use]) for name, (member, use) in cases.items()})
        for name, (member, use) in cases.items():
            errors = found[name]
            is_right = any(re.search(meant, error) for error in errors) if members is unknown else not errors
            faults += not is_right
            print("%-42s %-14s %s%s" % (member, use, (errors or ["compiles"])[0][:100], "" if is_right else "   WRONG"))
        if members is known:  # errors that belong to no snippet
            faults += len(found[""])
            print("".join("%s   WRONG\n" % error for error in found[""]), end="")
    print("%d members in %d uses, %d faults" % (len(known + unknown), len(uses), faults))
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
