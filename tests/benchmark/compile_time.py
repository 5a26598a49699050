"""Compiles a program that reads and writes one token with this library, and one that does it with nlohmann_json by hand,
in turns, and prints the medians and their ratio: compile_time.py COMPILER …"""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
include = here.parent.parent / "include"
rounds = 5


def compile_once(compiler, level, source, program):
    start = time.perf_counter()
    subprocess.run([compiler, "-std=c++17", level, "-I", include, source, "-o", program], check=True)
    return time.perf_counter() - start


print("%-12s %-4s %22s %22s" % ("compiler", "", "seconds, ratio", "stripped bytes, ratio"))
for compiler in sys.argv[1:] or ["c++"]:
    for level in ["-O0", "-O2"]:
        seconds = {"facade": [], "by_hand": []}
        size = {}
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(rounds):
                for name, times in seconds.items():
                    program = pathlib.Path(folder) / name
                    times.append(compile_once(compiler, level, here / "compile_time" / (name + ".cpp"), program))
                    subprocess.run(["strip", program], check=True)
                    size[name] = program.stat().st_size
        median = {name: statistics.median(times) for name, times in seconds.items()}
        print("%-12s %-4s %6.2f / %5.2f = %5.2f %7d / %7d = %4.2f"
              % (compiler, level, median["facade"], median["by_hand"], median["facade"] / median["by_hand"],
                 size["facade"], size["by_hand"], size["facade"] / size["by_hand"]))
