"""Checks that each block of code or output in the README is the file that it is said to be, or stands in it."""

import pathlib
import re
import sys

project = pathlib.Path(__file__).resolve().parent.parent
readme = (project / "README.md").read_text(encoding="utf-8")
blocks = re.findall(r"(?:<!-- (\S+) -->\n)?```(\w+)\n(.*?)```\n", readme, re.DOTALL)
faults = []
for name, language, text in blocks:
    if not name:
        if language != "sh":
            faults.append("a block of %s without the file that it is from:\n%s" % (language, text))
    elif text not in (project / name).read_text(encoding="utf-8"):
        faults.append("this is not in %s:\n%s" % (name, text))
if readme.count("```") != 2 * len(blocks):
    faults.append("a block that this test does not understand")
for fault in faults:
    print(fault)
print("%d blocks, %d faults" % (len(blocks), len(faults)))
sys.exit(1 if faults or not blocks else 0)
