"""Checks .ci/release-check in a repository of its own, with and without a release tag: release_check_test.py"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

project = pathlib.Path(__file__).resolve().parent.parent
files = [".ci/release-check", "cmake/owner.cmake", "include/linode/personal_access_token/version.hpp"]
owner = (project / "cmake/owner.cmake").read_text(encoding="utf-8")
version = ".".join(re.findall(r"#define LINODE_PAT_VERSION_\w+ (\d+)", (project / files[2]).read_text(encoding="utf-8")))
filled = re.sub(r'(owner_address) ".*"', r'\1 "owner@example.org"', owner)
empty = re.sub(r'(owner_address) ".*"', r'\1 ""', owner)
section = "# Changelog\n\n## %s\n" % version

# The tags on the commit, cmake/owner.cmake, the changelog or None, and the expected message or None.
cases = [
    ([], empty, None, None),
    ([], filled, section, None),
    (["vendor"], empty, None, None),
    (["v" + version], filled, section, None),
    (["v" + version], empty, section, "fill in cmake/owner.cmake"),
    (["v" + version], filled.replace("owner@example.org", "owner@localhost"), section, "fill in cmake/owner.cmake"),
    (["v" + version], filled, None, "no section ## %s" % version),
    (["v" + version], filled, "# Changelog\n\n## 0.0.1\n", "no section ## %s" % version),
    (["v9.9.9"], filled, section, "the tag v9.9.9 does not match version %s" % version),
]


def check(folder, tags, owner, changelog):
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(project / file, folder / file)
    (folder / "cmake/owner.cmake").write_text(owner, encoding="utf-8")
    if changelog:
        (folder / "cmake/docs").mkdir()
        (folder / "cmake/docs/changelog.md").write_text(changelog, encoding="utf-8")
    environment = dict({name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
                       GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1")
    git = ["git", "-c", "user.name=nobody", "-c", "user.email=nobody@localhost"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "a version"], *(["tag", tag] for tag in tags)):
        subprocess.run(git + command, cwd=folder, env=environment, check=True)
    return subprocess.run(["bash", ".ci/release-check"], cwd=folder, env=environment, capture_output=True, text=True)


faults = 0
for tags, owner_text, changelog, sentence in cases:
    with tempfile.TemporaryDirectory() as folder:
        result = check(pathlib.Path(folder), tags, owner_text, changelog)
    is_right = result.returncode == 0 if sentence is None else result.returncode == 1 and sentence in result.stderr
    faults += not is_right
    print("%s%s, %r: %s" % ("" if is_right else "WRONG: ", tags, changelog, (result.stderr or result.stdout).strip()))
print("%d cases, %d faults" % (len(cases), faults))
sys.exit(1 if faults else 0)
