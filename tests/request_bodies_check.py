"""Checks the request bodies that request_bodies.cpp writes against the rules of POST /profile/tokens."""
import json
import re
import sys
from datetime import datetime, timedelta

EPOCH = datetime(1970, 1, 1)
FIRST, LAST = -62167219200, 253402300799  # the years 0000 to 9999; datetime starts with the year 1
found = {"bodies": 0, "fractions": 0, "never": 0, "refused": 0, "non-ASCII labels": 0, "labels of 100": 0}


def unique(pairs):
    assert len(pairs) == len(dict(pairs)), "a repeated member"
    return dict(pairs)


def text(field):
    return None if field == "-" else bytes.fromhex(field[1:]).decode("utf-8")


def grants_something(scopes):
    return any(part == "*" or not part.endswith(":none") for part in re.split("[ ,]+", scopes) if part)


def check(expiry, label, scopes, line):
    if line == b"refused" or not grants_something(scopes):
        assert line == b"refused" and not grants_something(scopes), "exactly the scopes that grant nothing are refused"
        found["refused"] += 1
        return
    body = json.loads(line.decode("utf-8"), object_pairs_hook=unique)
    assert isinstance(body, dict), "not an object"
    given = {"expiry": expiry != "-", "label": label is not None, "scopes": scopes is not None}
    assert set(body) == {name for name, is_set in given.items() if is_set}, "other members than those set"
    if label is not None:
        assert body["label"] == label and 1 <= len(body["label"]) <= 100, "label"
    if scopes is not None:
        assert body["scopes"] == scopes, "scopes"
    if expiry == "never":
        assert body["expiry"] is None, "never is not null"
    elif expiry != "-":
        assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}", body["expiry"]), "form of expiry"
        # datetime cannot hold the year 0000, so 0400 is used: 400 years are 146,097 days.
        early = body["expiry"].startswith("0000")
        sent = datetime.strptime("0400" + body["expiry"][4:] if early else body["expiry"], "%Y-%m-%dT%H:%M:%S")
        seconds = (sent - EPOCH) // timedelta(seconds=1) - (146097 * 86400 if early else 0)
        assert seconds == int(expiry) // 1_000_000 and FIRST <= seconds <= LAST, "another second"
    found["bodies"] += 1
    found["never"] += expiry == "never"
    found["fractions"] += expiry not in ("-", "never") and int(expiry) % 1_000_000 != 0
    found["non-ASCII labels"] += label is not None and not label.isascii()
    found["labels of 100"] += label is not None and len(label) == 100


lines = sys.stdin.buffer.read().split(b"\n")
for number in range(0, len(lines) - 1, 2):
    expiry, label, scopes = lines[number].decode("ascii").split(" ")
    try:
        check(expiry, text(label), text(scopes), lines[number + 1])
    except (AssertionError, ValueError) as error:
        sys.exit("token %d: %s\n%s\n%s" % (number // 2, error, lines[number], lines[number + 1]))
print(", ".join("%d %s" % (count, what) for what, count in found.items()))
assert found["bodies"] + found["refused"] == 10_000, "the generator stopped early"
sys.exit(0 if all(found.values()) else "a kind of token was never seen")
