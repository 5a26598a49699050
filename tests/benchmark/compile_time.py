"""Measures how long a program compiles that reads and writes one token, in four ways: with this library header-only,
with its functions compiled beforehand, with its nlohmann_json adapter, and with nlohmann_json by hand. Prints the
medians, also as ratios to the last way: compile_time.py COMPILER …"""

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


ways = ["header_only", "compiled", "adapter"]
print("%-12s %-4s" % ("compiler", "") + "".join("%20s" % ("%s: s, ratio" % way) for way in ways)
      + "%32s" % "stripped size, header-only" + "%10s" % "adapter")
for compiler in sys.argv[1:] or ["c++"]:
    for level in ["-O0", "-O2"]:
        size = {}
        with tempfile.TemporaryDirectory() as folder:
            library = pathlib.Path(folder) / "library.o"
            compile_once(compiler, level, [separate, "-c", project / "cmake" / "compiled.cpp", "-o", library])
            inputs = {"header_only": [programs / "facade.cpp"], "compiled": [separate, programs / "facade.cpp", library],
                      "adapter": [programs / "adapter.cpp"], "by_hand": [programs / "by_hand.cpp"]}
            seconds = {name: [] for name in inputs}
            for _ in range(rounds):
                for name, times in seconds.items():
                    program = pathlib.Path(folder) / name
                    times.append(compile_once(compiler, level, [*inputs[name], "-o", program]))
                    subprocess.run(["strip", program], check=True)
                    size[name] = program.stat().st_size
        median = {name: statistics.median(times) for name, times in seconds.items()}
        print("%-12s %-4s" % (compiler, level)
              + "".join("%12.2f, %6.2f" % (median[name], median[name] / median["by_hand"]) for name in ways)
              + "%32.2f%10.2f" % tuple(size[name] / size["by_hand"] for name in ("header_only", "adapter")))
