"""Checks that each header includes what it uses: the header of every name of the standard library, of the library's types
and of its macros: includes_test.py

With --breach, removes each include that is needed once, in memory, and checks that this is found."""

import pathlib
import re
import sys

include = pathlib.Path(__file__).resolve().parent.parent / "include"
library = "linode/personal_access_token"

standard = {
    "ios": "streamsize streamoff",
    "algorithm": "all_of any_of find_if lower_bound max min sort unique",
    "array": "array",
    "atomic": "atomic",
    "chrono": "chrono",
    "cstddef": "size_t ptrdiff_t nullptr_t",
    "cstdint": "int64_t uint64_t uint32_t",
    "cstring": "memcpy memcmp memmove",
    "limits": "numeric_limits",
    "optional": "optional nullopt",
    "ratio": "micro ratio_greater_v ratio_divide ratio_less_equal_v",
    "stdexcept": "runtime_error invalid_argument out_of_range",
    "string": "string to_string",
    "string_view": "string_view",
    "type_traits": "decay_t enable_if_t is_same_v void_t common_type_t is_floating_point_v is_unsigned_v is_convertible_v is_void_v "
                   "is_integral_v make_unsigned_t conditional_t",
    "utility": "move forward swap index_sequence make_index_sequence in_place exchange",
    "vector": "vector",
}
header_of = {"std::" + name: header for header, names in standard.items() for name in names.split()}
streams = {"std::istream", "std::ostream", "std::basic_ostream", "std::basic_istream", "std::ios_base", "std::streambuf"}


def code_of(path):
    """The text of a header without comments and literals."""
    text = re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8"))
    return re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)


def read_headers():
    files = {}
    for path in sorted(include.rglob("*")):
        if path.is_file() and path.name not in ("fwd.hpp", "src.hpp", "personal_access_token.hpp", "version.hpp"):
            text = code_of(path)
            name = str(path.relative_to(include))
            files[name] = (set(re.findall(r"^\s*#\s*include <([^>]+)>", text, re.MULTILINE)), text)
    return files


def defined_in(text):
    """The types that a header defines at namespace level, where clang-format puts them at the start of a line, and the templates
    of which it defines specialisations alone."""
    return re.findall(r"^(?:template <[^\n]*>\s)?(?:class|struct|enum class) (?:LINODE_PAT_EXPORT )?(\w+)\b(?!<)(?: final)?[^;\n]*\{$", text,
                      re.MULTILINE) + \
        re.findall(r"^template <[^\n]*>\sstruct (\w+);$", text, re.MULTILINE) + \
        re.findall(r"^using (\w+) =", text, re.MULTILINE)


files = read_headers()
for name, (_, text) in files.items():
    for type_name in defined_in(text):
        header_of.setdefault(type_name, name)
for macro in ("INLINE", "ALWAYS_INLINE", "NOINLINE", "COLD", "EXPORT"):
    header_of["LINODE_PAT_" + macro] = library + "/detail/config.hpp"


def faults_of(name, includes, text):
    own = set(defined_in(text)) | set(re.findall(r"\b(?:class|typename) (\w+)[,>]", text))  # parameters of templates, too
    # What the declarations of an implementation need, its public header has already.
    public = name.replace("impl/", "").replace(".ipp", ".hpp")
    known = set(includes) | (files[public][0] if name.endswith(".ipp") and public in includes else set())
    code = re.sub(r"^\s*#[^\n]*", "", text, flags=re.MULTILINE)
    for used in sorted(set(re.findall(r"std::\w+|\bLINODE_PAT_\w+|(?<![\w:.>])[A-Z]\w+", code))):
        header = header_of.get(used)
        if header and header != name and used not in own and header not in known:
            yield "%s uses %s without <%s>" % (name, used, header)
        if used in streams and not known & {"iosfwd", "istream", "ostream", "ios", library + "/impl/stream.ipp"}:
            yield "%s uses %s without <iosfwd>" % (name, used)


def main():
    if sys.argv[1:] != ["--breach"]:
        faults = [fault for name, (includes, text) in files.items() for fault in faults_of(name, includes, text)]
        print("\n".join(faults))
        print("%d headers, %d names, %d faults" % (len(files), len(header_of), len(faults)))
        return 1 if faults or len(files) < 40 else 0
    found = missed = 0
    for name, (includes, text) in files.items():
        for header in sorted(includes & set(header_of.values())):
            if list(faults_of(name, includes - {header}, text)):
                found += 1
            elif header in standard and not name.endswith(".ipp"):
                missed += 1
                print("%s needs <%s> for no name that this test knows" % (name, header))
    print("%d includes, of which %d are not needed" % (found + missed, missed))
    return 1 if missed or found < 100 else 0


sys.exit(main())
