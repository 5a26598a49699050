"""Prints each peer's time as a multiple of this library's, a line per peer, the fastest last:
ratios.py BENCHMARK.json TASK"""

import json
import sys

file, task = sys.argv[1:]
seconds = {}
with open(file, encoding="utf-8") as stream:
    for run in json.load(stream)["benchmarks"]:
        name, peer = run["run_name"].split("/")[:2]
        if name == task and run.get("aggregate_name") == "median":
            seconds[peer] = 1 / run["items_per_second"]
ours = seconds["this library"]
for peer in sorted(seconds, key=seconds.get, reverse=True):
    if peer not in ("memcpy of the text", "floor: one order"):
        print('"%s" %.2f' % (peer, seconds[peer] / ours))
