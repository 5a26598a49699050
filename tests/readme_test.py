"""Checks that each block of code or output in the README, and on the page about installing, is the file that it is said to be,
or stands in it; and that the README can be read in one sitting."""

import pathlib
import re
import sys

project = pathlib.Path(__file__).resolve().parent.parent
max_lines = 220
faults = []
count = 0
for page in "README.md", "cmake/docs/installing.md":
    text = (project / page).read_text(encoding="utf-8")
    blocks = re.findall(r"(?:<!-- (\S+) -->\n)?```(\w+)\n(.*?)```\n", text, re.DOTALL)
    count += len(blocks)
    for name, language, block in blocks:
        if not name:
            if language != "sh" or page != "README.md":
                faults.append("%s: a block of %s without the file that it is from:\n%s" % (page, language, block))
        elif block not in (project / name).read_text(encoding="utf-8"):
            faults.append("%s: this is not in %s:\n%s" % (page, name, block))
    if text.count("```") != 2 * len(blocks):
        faults.append("%s: a block that this test does not understand" % page)
lines = len((project / "README.md").read_text(encoding="utf-8").splitlines())
if lines > max_lines:
    faults.append("the README has %d lines, of at most %d" % (lines, max_lines))
for fault in faults:
    print(fault)
print("%d blocks, %d lines of README, %d faults" % (count, lines, len(faults)))
sys.exit(1 if faults or count < 20 else 0)
