"""Compiles many snippets in one source, which is much faster than one source each, and returns the errors of each."""

import os
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
include = pathlib.Path(__file__).resolve().parent.parent / "include"


def compile_source(compiler, source):
    """Checks the syntax with the compiler, a list with its flags. Returns the lines that it writes."""
    is_clang = "clang" in subprocess.run([compiler[0], "--version"], capture_output=True, text=True).stdout
    standard = [] if any(flag.startswith("-std=") for flag in compiler) else ["-std=c++17"]
    unlimited = ["-ftemplate-backtrace-limit=0"] + (["-ferror-limit=0"] if is_clang else [])
    result = subprocess.run([*compiler, *standard, *unlimited, "-fsyntax-only", "-I", str(include), "-x", "c++", "-"],
                            input=source, capture_output=True, text=True, env=dict(os.environ, LC_ALL="C"))
    return result.stderr.split("\n")


def compile_snippets(compiler, preamble, snippets):
    """The errors of each snippet, by its name. Errors that belong to no snippet are under ""."""
    source = preamble + "".join('\n#line 1 "%s"\n%s\n' % snippet for snippet in snippets.items())
    found = {name: [] for name in ["", *snippets]}
    error, causes = "", []
    for line in compile_source(compiler, source):
        place = line.partition(":")[0]
        if "error: " in line:
            error = line[line.find("error: ") + len("error: "):]
            for name in [*causes, place] if place in snippets or causes else [""]:
                found.get(name, []).append(error)
            causes = []
        # For an error in a header, g++ names the snippet before the error, and clang++ after it.
        elif ": In " in line:
            causes = []
        elif "required from" in line and place in snippets:
            causes.append(place)
        elif "note: in instantiation of" in line and place in snippets:
            found[place].append(error)
    return found
