"""Checks that each public header, and the single header, gives exactly one error without C++17 or exceptions:
one_error_test.py CMAKE COMPILER"""

import pathlib
import re
import subprocess
import sys
import tempfile

project = pathlib.Path(__file__).resolve().parent.parent
library = "linode/personal_access_token"
any_standard = {"fwd", "members"}  # only declare names, so they need nothing
refusals = [(["-std=c++14"], "needs C++17"), (["-std=c++17", "-fno-exceptions"], "needs exceptions")]


def diagnostics(compiler, options, folder, header):
    # src.hpp requires the macro, and the single header refuses it.
    macros = ["-DLINODE_PAT_SEPARATE_COMPILATION"] if header.endswith("/src.hpp") else []
    result = subprocess.run([compiler, *options, *macros, "-fsyntax-only", "-I", str(folder), "-x", "c++", "-"],
                            input="#include <%s>\n" % header, capture_output=True, text=True)
    return re.findall(r"\b(?:error|warning): [^\n]*", result.stderr)


def main(cmake, compiler):
    include = project / "include"
    headers = [(include, str(path.relative_to(include))) for path in sorted(include.glob("linode/**/*.hpp")) if "detail" not in path.parts]
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([cmake, "-D", "OUTPUT=%s/single.hpp" % folder, "-P", str(project / "cmake/single_header.cmake")], check=True)
        for place, header in headers + [(folder, "single.hpp")]:
            for options, sentence in refusals:
                found = diagnostics(compiler, options, place, header)
                if pathlib.PurePosixPath(header).stem in any_standard:
                    is_right = not found
                else:
                    is_right = len(found) == 1 and sentence in found[0] and library in found[0]
                if not is_right:
                    faults += 1
                    print("%s with %s: %d errors and warnings\n  %s" % (header, " ".join(options), len(found), "\n  ".join(found[:5])))
    print("%d headers, %d faults" % (len(headers) + 1, faults))
    return 1 if faults or len(headers) < 15 else 0


sys.exit(main(*sys.argv[1:]))
