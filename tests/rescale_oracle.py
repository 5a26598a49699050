"""Holds the times that rescale_lines.cpp writes to stdin against exact fractions: rounded down, and the nearest time if
they are beyond all."""
import collections
import math
import sys
from fractions import Fraction

FIRST, LAST = -2**63, 2**63 - 1
found = collections.Counter()


def microseconds(kind, num, den, count):
    found["lines"] += 1
    found[kind] += 1
    if kind in ("float", "double"):
        number = float.fromhex(count)
        if math.isinf(number):
            found["infinite"] += 1
            return LAST if number > 0 else FIRST
        number = Fraction(number)
    else:
        number = Fraction(int(count))
    exact = number * int(num) / int(den) * 10**6
    floor = math.floor(exact)
    found["rounded"] += exact != floor
    found["beyond"] += not FIRST <= floor <= LAST
    found["negative"] += exact < 0
    found["tiny"] += 0 < abs(exact) < Fraction(1, 10**30)
    found["at the limits"] += floor in (FIRST, LAST)
    return max(FIRST, min(LAST, floor))


differences = 0
for line in sys.stdin:
    *duration, result = line.split()
    expected = microseconds(*duration)
    if int(result) != expected:
        differences += 1
        if differences <= 20:
            print("%s   instead of   %d" % (line.rstrip(), expected))
print(", ".join("%d %s" % (count, what) for what, count in found.items()) + "; %d differences" % differences)
sys.exit("a kind of duration was never seen" if not found or not all(found.values()) else 1 if differences else 0)
