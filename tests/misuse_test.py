"""What users write by mistake: misuse_test.py COMPILER [FLAG…]

Each row of misuse/rows.py either must not compile, for the reason that is meant, beside a control that does; or it
compiles and gives the right answer under the address and undefined-behaviour sanitizers. With --pitfalls, prints the
descriptions of the rows and does nothing else."""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here / "misuse"))
from rows import rows  # noqa: E402

include = here.parent / "include"
english = dict(os.environ, LC_ALL="C", ASAN_OPTIONS="detect_stack_use_after_return=1")

# What a snippet that is not run may use.
function = """static void use_%(name)s(linode::PersonalAccessToken t, linode::PersonalAccessToken other, linode::Timestamp now,
    std::string text, linode::DecodeError why, linode::Scopes scopes, std::istream& stream, std::ostream& out) {
  use(t, other, now, text, why, scopes, stream, out);
#line 1 "%(name)s"
%(snippet)s
}
"""
program = """#include <cstdlib>
%s
int main(int argc, char** argv) {
  void (*const rows[])(std::ostream&) = {%s};
  const int count = static_cast<int>(sizeof rows / sizeof *rows);
  for (int row = argc > 1 ? std::atoi(argv[1]) : 0; row < count; ++row) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << std::boolalpha;
    std::cout << "begin " << row << std::endl;
    const std::string thrown = thrown_by([&] { rows[row](out); });
    std::cout << out.str();
    if (thrown != "nothing") std::cout << "threw " << thrown;
    std::cout << "\\nend " << row << std::endl;
  }
}
"""


class Compiler:
    def __init__(self, command, flags, folder):
        standard = [] if any(flag.startswith(("-std=", "--std=")) for flag in flags) else ["-std=c++17"]
        self.command = [command] + standard + flags + ["-I", str(include), "-I", str(here / "misuse"), "-x", "c++", "-"]
        self.folder = folder
        version = subprocess.run([command, "--version"], capture_output=True, text=True).stdout
        self.all_errors = "-ferror-limit=0" if "clang" in version else "-fmax-errors=0"

    def run(self, options, source):
        return subprocess.run(self.command[:1] + options + self.command[1:], input=source, capture_output=True, text=True, env=english)

    def check_syntax(self, rows, snippets):
        return self.run(["-fsyntax-only", "-Werror=unused-result", self.all_errors], prelude(rows) + "".join(
            function % {"name": name, "snippet": snippet} for name, snippet in snippets.items()))


def prelude(rows):
    return ("#define MISUSE_WITH_NLOHMANN\n" if any(row.nlohmann for row in rows) else "") + "#include <prelude.hpp>\n"


def shortened(error):
    text = re.sub(r" ?\{aka .*?\}", "", error[error.find("error: ") + len("error: "):])
    text = re.sub(r"use_\w+\([^()]*\)::", "", text)  # in front of the name of a lambda
    return re.sub(r"\S*/(\S+)", r"\1", text)[:150]


def first_error(result):
    return shortened(next((line for line in result.stderr.split("\n") if "error: " in line), "error: none"))


# Whether each snippet of a row has an error that is the one that is meant, and the first, or what is wrong instead.
def judge_refusal(row, first):
    if not all(first):
        return False, "COMPILES: " + row.wrong[first.index("")]
    other = next((line for line in first if not re.search(row.error, line)), None)
    return (False, "REFUSED FOR ANOTHER REASON: " + shortened(other)) if other else (True, shortened(first[0]))


# Many rows in one source take a fraction of the time; an error says in its place which snippet it is of. A row that is
# not refused there as it is meant has a source of its own: the error of a single snippet may be in a header.
def refusals(compiler, rows):
    names = {row: ["snippet_%d_%d" % (number, index) for index in range(len(row.wrong))] for number, row in enumerate(rows)}
    snippets = {name: snippet for row in rows for name, snippet in zip(names[row], row.wrong)}
    errors = [line for line in compiler.check_syntax(rows, snippets).stderr.split("\n") if "error: " in line]
    results = {}
    for row in rows:
        first = [next((line for line in errors if line.startswith(name + ":")), "") for name in names[row]]
        if len(rows) == 1 and len(first) == 1:
            first = errors[:1] or [""]
        results[row] = judge_refusal(row, first)
        if not results[row][0] and len(rows) > 1:
            results.update(refusals(compiler, [row]))
    return results


# What is wrong with the controls, row by row; empty if all compile.
def control_errors(compiler, rows):
    result = compiler.check_syntax(rows, {"control_%d" % number: row.control for number, row in enumerate(rows)})
    if result.returncode == 0:
        return {}
    if len(rows) == 1:
        return {rows[0]: (False, "THE CONTROL DOES NOT COMPILE: " + first_error(result))}
    return {row: error for one in rows for row, error in control_errors(compiler, [one]).items()}


def compiled_alone(compiler, row):
    result = compiler.run(["-fsyntax-only", "-Wall", "-Wextra", "-Werror"], row.code)
    return {row: (True, "compiles") if result.returncode == 0 else (False, "DOES NOT COMPILE: " + first_error(result))}


def build(compiler, name, rows):
    source = prelude(rows)
    for number, row in enumerate(rows):
        source += "static void row_%d([[maybe_unused]] std::ostream& out) {\n%s\n}\n" % (number, row.code)
    path = compiler.folder / name
    result = compiler.run(["-g1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-o", str(path)],
                          program % (source, ", ".join("row_%d" % number for number in range(len(rows)))))
    if result.returncode != 0:
        sys.exit("the rows that are to be run do not compile:\n" + result.stderr)
    return path


# What each row printed, or what a sanitizer found; the program is started anew behind a row that ends it.
def outputs(compiler, name, rows):
    path = build(compiler, name, rows)
    found = []
    while len(found) < len(rows):
        result = subprocess.run([str(path), str(len(found))], capture_output=True, text=True, env=english, timeout=60,
                                errors="backslashreplace")
        done = re.findall(r"^begin \d+\n(.*?)\nend \d+$", result.stdout, re.DOTALL | re.MULTILINE)
        found += [output.strip() for output in done]
        if result.returncode == 0 and len(found) < len(rows):
            sys.exit("the program ended early")
        if result.returncode != 0:
            reason = re.search(r"AddressSanitizer: ([\w-]+)|LeakSanitizer: ([\w ]+)|(runtime error: [^\n]*)", result.stderr)
            found.append("SANITIZER: " + (next(filter(None, reason.groups())) if reason else "status %d" % result.returncode))
    return {row: judge_output(row, output) for row, output in zip(rows, found)}


def judge_output(row, output):
    is_right = re.fullmatch(row.expected, output) if row.kind == "remains" else output == row.expected.strip()
    shown = output.replace("\n", " | ")
    return bool(is_right), shown if is_right else "WRONG: %s   instead of   %s" % (shown, row.expected.strip().replace("\n", " | "))


# Rows that one source can hold.
def grouped(kinds, parts):
    groups = {}
    for row in (row for row in rows if row.kind in kinds):
        groups.setdefault(row.nlohmann, []).append(row)
    return [part for group in groups.values() for part in (group[number::parts] for number in range(parts)) if part]


def main(command, *flags):
    results = {}
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        compiler = Compiler(command, list(flags), pathlib.Path(folder))
        futures = [pool.submit(outputs, compiler, "program_%d" % number, group)
                   for number, group in enumerate(grouped(("right", "remains"), 1))]
        futures += [pool.submit(refusals, compiler, group) for group in grouped(("refused",), 2)]
        futures += [pool.submit(compiled_alone, compiler, row) for row in rows if row.kind == "alone"]
        controls = [pool.submit(control_errors, compiler, group) for group in grouped(("refused",), 1)]
        for future in futures + controls:
            results.update(future.result())

    faults = 0
    for row in rows:
        is_right, text = results[row]
        faults += not is_right
        print("%-8s %s\n         %s" % (row.kind, row.what, text))
    counts = ["%d %s" % (sum(row.kind == kind for row in rows), kind) for kind in ("refused", "right", "alone", "remains")]
    print("%d rows: %s; %d faults" % (len(rows), ", ".join(counts), faults))
    return 1 if faults else 0


if sys.argv[1:] == ["--pitfalls"]:
    print("\n".join(row.what for row in rows))
else:
    sys.exit(main(*sys.argv[1:]))
