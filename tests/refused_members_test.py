"""Adds a member to the token and its table, in a copy of the headers, and includes each header that reads, writes or prints
it: compiles if the library knows the type of the member, and does not if it does not: refused_members_test.py COMPILER"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

include = pathlib.Path(__file__).resolve().parent.parent / "include"
library = "linode/personal_access_token"
headers = ["write", "print", "read", "nlohmann"]
known = ["std::optional<std::string>", "std::optional<std::int64_t>", "std::optional<linode::Timestamp>",
         "std::optional<linode::Expiry>"]
unknown = ["std::optional<bool>", "std::optional<std::uint32_t>", "std::optional<double>", "std::vector<std::string>",
           "std::string", "std::optional<std::vector<std::string>>", "int"]
# What instantiates the adapter, which is all templates.
uses = {"nlohmann": "void use(nlohmann::json& json, linode::PersonalAccessToken& token) { json.get_to(token); json = token; }"}


def add_member(folder, type_name):
    shutil.copytree(include, folder)
    header = folder / library / "token.hpp"
    text = header.read_text(encoding="utf-8")
    member = "std::optional<std::string> token = {};"
    field = 'Field{"token", &T::token,'
    assert member in text and field in text
    text = text.replace(member, "%s extra = {}; %s" % (type_name, member)).replace(field, 'Field{"extra", &T::extra}, ' + field)
    header.write_text("#include <vector>\n" + text, encoding="utf-8")


def compile_with(compiler, folder, header):
    source = "#include <%s/%s.hpp>\n%s\n" % (library, header, uses.get(header, ""))
    return subprocess.run([compiler, "-std=c++17", "-fsyntax-only", "-I", str(folder), "-x", "c++", "-"], input=source,
                          capture_output=True, text=True)


def first_error(result):
    line = next((line for line in result.stderr.split("\n") if "error" in line), "no error")
    return line[line.find(library) + len(library) + 1:][:120]


def main(compiler):
    faults = 0
    with tempfile.TemporaryDirectory() as root, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        cases = []
        for number, type_name in enumerate(known + unknown):
            folder = pathlib.Path(root) / str(number)
            add_member(folder, type_name)
            cases += [(type_name, header, pool.submit(compile_with, compiler, folder, header)) for header in headers]
        for type_name, header, future in cases:
            result = future.result()
            is_refused = result.returncode != 0
            # Refused for the reason that is meant, and for no other.
            is_right = is_refused == (type_name in unknown) and (not is_refused or re.search(r"ValueType<|a member of another form", result.stderr))
            faults += not is_right
            print("%-46s %-9s %s%s" % (type_name, header, first_error(result) if is_refused else "compiles",
                                       "" if is_right else "   WRONG"))
    print("%d members in %d headers, %d faults" % (len(known + unknown), len(headers), faults))
    return 1 if faults else 0


sys.exit(main(sys.argv[1]))
