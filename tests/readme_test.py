"""Checks that each block of code or output in the README and on the page about installing is from the named file; that
the README is not too long; and that the pages name every member, every example and the limit of nesting."""

import pathlib
import re
import sys

project = pathlib.Path(__file__).resolve().parent.parent
max_lines = 185
faults = []
count = 0
for page in "README.md", "cmake/docs/installing.md":
    text = (project / page).read_text(encoding="utf-8")
    blocks = re.findall(r"(?:<!-- (\S+) -->\n)?```(\w+)\n(.*?)```\n", text, re.DOTALL)
    count += len(blocks)
    for name, language, block in blocks:
        if not name:
            if language != "sh" or page != "README.md":
                faults.append("%s: a block of %s without a named file:\n%s" % (page, language, block))
        elif block not in (project / name).read_text(encoding="utf-8"):
            faults.append("%s: this is not in %s:\n%s" % (page, name, block))
    if text.count("```") != 2 * len(blocks):
        faults.append("%s: a block that this test does not understand" % page)


def require(page, pieces, what):
    text = (project / page).read_text(encoding="utf-8")
    faults.extend("%s does not have %s %s" % (page, what, piece) for piece in pieces if piece not in text)


library = project / "include/linode/personal_access_token"
members = re.findall(r'Field\{"(\w+)"', (library / "token.hpp").read_text(encoding="utf-8"))
for page in "README.md", "cmake/docs/coming_from_python.md":
    require(page, ["| `%s` |" % member for member in members], "a row of the member")
require("cmake/docs/examples.md", [path.name for path in project.glob("examples/*.cpp")], "the example")
limit = re.search(r"max_depth = (\d+);", (library / "detail/json/reader_concept.hpp").read_text(encoding="utf-8"))[1]
for page in "README.md", ".github/SECURITY.md", "cmake/docs/design.md", "include/linode/personal_access_token/decode_error.hpp":
    text = (project / page).read_text(encoding="utf-8")
    found = re.findall(r"(\d+) levels", text)
    if not found or set(found) != {limit}:
        faults.append("%s: the limit of nesting is %s levels, not %s" % (page, limit, found))
lines = len((project / "README.md").read_text(encoding="utf-8").splitlines())
if lines > max_lines:
    faults.append("the README has %d lines, more than %d" % (lines, max_lines))
for fault in faults:
    print(fault)
print("%d blocks, %d lines of README, %d faults" % (count, lines, len(faults)))
sys.exit(1 if faults or count < 20 or len(members) < 6 else 0)
