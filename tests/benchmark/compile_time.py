"""Compiles a program that reads and writes one token in turns: with this library, header-only and with the functions
compiled once beforehand, and with nlohmann_json by hand. Prints the medians as ratios to the last: compile_time.py COMPILER …"""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
project = here.parent.parent
programs = here / "compile_time"
separate = "-DLINODE_PAT_SEPARATE_COMPILATION"
rounds = 5


def compile_once(compiler, level, arguments):
    start = time.perf_counter()
    subprocess.run([compiler, "-std=c++17", level, "-I", project / "include", *arguments], check=True)
    return time.perf_counter() - start


print("%-12s %-4s %28s %28s %14s" % ("compiler", "", "header-only: seconds, ratio", "compiled: seconds, ratio", "stripped size"))
for compiler in sys.argv[1:] or ["c++"]:
    for level in ["-O0", "-O2"]:
        seconds = {"header_only": [], "compiled": [], "by_hand": []}
        size = {}
        with tempfile.TemporaryDirectory() as folder:
            library = pathlib.Path(folder) / "library.o"
            compile_once(compiler, level, [separate, "-c", project / "cmake" / "compiled.cpp", "-o", library])
            inputs = {"header_only": [programs / "facade.cpp"], "compiled": [separate, programs / "facade.cpp", library],
                      "by_hand": [programs / "by_hand.cpp"]}
            for _ in range(rounds):
                for name, times in seconds.items():
                    program = pathlib.Path(folder) / name
                    times.append(compile_once(compiler, level, [*inputs[name], "-o", program]))
                    subprocess.run(["strip", program], check=True)
                    size[name] = program.stat().st_size
        median = {name: statistics.median(times) for name, times in seconds.items()}
        ratio = {name: median[name] / median["by_hand"] for name in median}
        print("%-12s %-4s %17.2f s, %8.2f %17.2f s, %8.2f %14.2f"
              % (compiler, level, median["header_only"], ratio["header_only"], median["compiled"], ratio["compiled"],
                 size["header_only"] / size["by_hand"]))
