"""Checks that an optimized program that calls one function of the library gets no warning: optimized_warnings_test.py
COMPILER [FLAG…]

GCC warns about inlined code, and inlines most in a program that calls nothing else. A control, which must get a
warning, shows that warnings are on."""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
project = here.parent
warnings = re.findall(r"-W[\w-]+", (project / "cmake" / "warnings.cmake").read_text(encoding="utf-8"))

program = """#include <istream>
#include <linode/personal_access_token.hpp>
#include <linode/personal_access_token/nlohmann.hpp>
using namespace linode;
%s
"""
functions = [
    "PersonalAccessToken f(std::string_view text) { return from_json(text); }",
    "PersonalAccessTokenPage f(std::string_view text) { return page_from_json(text); }",
    "std::vector<PersonalAccessToken> f(std::string_view text) { return read_tokens(text); }",
    "std::optional<PersonalAccessTokenPage> f(std::string_view text) { return try_page_from_json(text); }",
    "std::vector<DecodeError> f(std::string_view text) { return check_page_json(text); }",
    "std::size_t f(std::istream& in) { std::size_t n = 0; for_each_token(in, [&](PersonalAccessToken&&) { ++n; }); return n; }",
    "std::size_t f(std::istream& in) { std::size_t n = 0; for_each_page(in, [&](auto&& page) { n += page.data.size(); }); return n; }",
    "std::string f(const PersonalAccessToken& token) { return to_json(token); }",
    "std::string f(const PersonalAccessTokenPage& page) { return to_json(page); }",
    "PersonalAccessTokenPage f(const nlohmann::json& json) { return json.get<PersonalAccessTokenPage>(); }",
    "nlohmann::json f(const PersonalAccessTokenPage& page) { return page; }",
]
warned_of = "int f() { int value; return value; }"


def complaint(function):
    compiler = sys.argv[1:] + ([] if any(flag.startswith("-std=") for flag in sys.argv) else ["-std=c++17"])
    options = ["-O2", *warnings, "-I", str(project / "include"), "-x", "c++", "-c", "-", "-o", os.devnull]
    return subprocess.run(compiler + options, input=program % function, capture_output=True, text=True).stderr


with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    *complaints, control = pool.map(complaint, functions + [warned_of])
failed = [function for function, text in zip(functions, complaints) if text]
for function in failed:
    print("warning for: %s" % function)
if "uninitialized" not in control:
    print("no warning for: %s" % warned_of)
print("%d functions, %d with a warning" % (len(functions), len(failed)))
sys.exit(1 if failed or "uninitialized" not in control else 0)
