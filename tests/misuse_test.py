"""Checks that likely mistakes of users do not compile, for the expected reason, and that the right code does:
misuse_test.py COMPILER [FLAG…]"""

import concurrent.futures
import os
import re
import sys

from compile_snippets import compile_snippets
from misuse_rows import rows

preamble = """#include <linode/personal_access_token.hpp>
#include <chrono>
#include <ctime>
#include <functional>
#include <iostream>
#include <list>
#include <sstream>
using namespace linode;
using namespace std::chrono_literals;
using std::chrono::steady_clock;
using std::chrono::system_clock;
template <class... Values>
void use(const Values&...) {}  // uses [[nodiscard]] results
"""
function = """static void use_%s(PersonalAccessToken t, PersonalAccessToken other, Timestamp now, std::string text,
    DecodeError why, Scopes scopes, std::istream& stream, std::ostream& out) {
  use(t, other, now, text, why, scopes, stream, out);
  %s
}"""


def faults_of(compiler, nlohmann, control):
    """The faults among the controls, or among the mistakes, in one compilation."""
    chosen = [(row, code) for row in rows if row.nlohmann == nlohmann for code in ([row.control] if control else row.wrong)]
    snippets = {"snippet_%d" % number: snippet for number, snippet in enumerate(chosen)}
    includes = "#include <linode/personal_access_token/nlohmann.hpp>\n" if nlohmann else ""
    found = compile_snippets([*compiler, "-Werror=unused-result"], includes + preamble,
                             {name: function % (name, code) for name, (row, code) in snippets.items()})
    faults = ["DOES NOT COMPILE: %s" % error for error in found[""] if control]
    for name, (row, code) in snippets.items():
        first = found[name][0] if found[name] else ""
        if control and first:
            faults.append("%s\n  THE CONTROL DOES NOT COMPILE: %s\n    %s" % (row.what, code, first))
        elif not control and not first:
            faults.append("%s\n  COMPILES: %s" % (row.what, code))
        elif not control and not re.search(row.error, first):
            faults.append("%s\n  REFUSED FOR ANOTHER REASON: %s\n    %s" % (row.what, code, first))
    return faults


def main(*compiler):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        tasks = [pool.submit(faults_of, compiler, nlohmann, control) for nlohmann in (True, False) for control in (True, False)]
        faults = [fault for task in tasks for fault in task.result()]
    count = sum(len(row.wrong) for row in rows)
    print("\n".join(faults + ["%d mistakes in %d rows, %d faults" % (count, len(rows), len(faults))]))
    return 1 if faults or not rows else 0


sys.exit(main(*sys.argv[1:]))
