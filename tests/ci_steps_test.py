"""Checks that the workflow runs each step of .ci/run in a job of its own, on every change or every night; that every
step has a function; and that the README's two commands come first: ci_steps_test.py"""

import pathlib
import re
import subprocess
import sys

project = pathlib.Path(__file__).resolve().parent.parent
run = project / ".ci/run"
listed = {}  # the group of each step
for line in subprocess.run(["bash", str(run), "--list"], capture_output=True, text=True, check=True).stdout.splitlines():
    name, listed[name] = line.split()[:2]
workflow = (project / ".github/workflows/ci.yml").read_text(encoding="utf-8")
in_jobs = {}
for group, steps in re.findall(r"^  (change|nightly):\n(?:    .*\n)*? +step: \[([^\]]*)\]", workflow, re.MULTILINE):
    in_jobs.update((name, group) for name in re.findall(r"[\w-]+", steps))
functions = re.findall(r"^step_([\w-]+)\(\)", run.read_text(encoding="utf-8"), re.MULTILINE)
unknown = subprocess.run(["bash", str(run), "no-such-step"], capture_output=True, text=True)

faults = ["the step %s has no job in its group" % name for name in listed if in_jobs.get(name) != listed[name]]
faults += ["the job %s is not a step" % name for name in in_jobs if name not in listed]
faults += ["%s is declared and defined differently" % name for name in set(listed) ^ set(functions)]
if "schedule:" not in workflow:
    faults.append("the nightly steps have no schedule")
if list(listed)[:2] != ["readme-tests", "readme-examples"]:
    faults.append("the README's commands do not come first, where nothing is installed yet")
if unknown.returncode != 2 or not all(name in unknown.stderr for name in listed):
    faults.append("an unknown step is not refused with the names of the steps")
for fault in faults:
    print(fault)
print("%d steps, %d jobs, %d faults" % (len(listed), len(in_jobs), len(faults)))
sys.exit(1 if faults or len(listed) < 10 else 0)
