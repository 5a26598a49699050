"""Checks that a program can catch a DecodeError from a shared library, both built with hidden visibility:
hidden_visibility_test.py [--breach] COMPILER [FLAG…]

With --breach, removes the attribute of the class in a copy of the headers, and succeeds if the program cannot catch it:
libc++ compares types that are not exported by address."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
sources = here / "consumer" / "exceptions"
attribute = "class LINODE_PAT_EXPORT DecodeError"


def output(command, flags, include, folder):
    compiler = [command] + ([] if any(flag.startswith("-std=") for flag in flags) else ["-std=c++17"]) + flags
    compiler += ["-fvisibility=hidden", "-I", str(include)]
    library, program = folder / "libreader.so", folder / "program"
    subprocess.run(compiler + ["-shared", "-fPIC", "-o", str(library), str(sources / "reader.cpp")], check=True)
    subprocess.run(compiler + ["-o", str(program), str(sources / "program.cpp"), str(library), "-Wl,-rpath," + str(folder)],
                   check=True)
    return subprocess.run([str(program)], capture_output=True, text=True).stdout.strip()


def main(arguments):
    is_breach = arguments[:1] == ["--breach"]
    command, *flags = arguments[is_breach:]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        include = here.parent / "include"
        if is_breach:
            shutil.copytree(include, folder / "include")
            include = folder / "include"
            header = include / "linode" / "personal_access_token" / "decode_error.hpp"
            text = header.read_text(encoding="utf-8")
            assert attribute in text
            header.write_text(text.replace(attribute, "class DecodeError"), encoding="utf-8")
        said = output(command, flags, include, folder)
    print(said)
    is_caught = said == "caught as DecodeError at /id"
    return 0 if is_caught != is_breach else 1


sys.exit(main(sys.argv[1:]))
