"""Runs the example programs on small inputs, on terminals of several widths, and where their output is lost:
programs_test.py FOLDER-OF-THE-PROGRAMS"""

import datetime
import fcntl
import itertools
import json
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata
import unittest

PROGRAMS = sys.argv.pop(1)
REPORTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "data", "reports")
SECRET = "5ecre7" * 10
NOW = "2026-07-26T12:00:00"


def run(program, *arguments, text="", stdout=subprocess.PIPE):
    """Exit status, output and error of a program that reads `text`, which must not show the secret."""
    data = text if isinstance(text, bytes) else text.encode()
    done = subprocess.run([os.path.join(PROGRAMS, program), *arguments], input=data, stdout=stdout, stderr=subprocess.PIPE,
                          timeout=60)
    output, error = (done.stdout or b"").decode(), done.stderr.decode().strip()
    for start in range(len(SECRET) - 8):
        assert SECRET[start:start + 8] not in output + error
    return done.returncode, output, error


def token(**members):
    full = {"id": 1, "scopes": "linodes:read_only", "created": "2026-01-01T00:00:00", "label": "deploy", "token": SECRET,
            "expiry": "2026-04-01T00:00:00"}
    full.update(members)
    return {name: value for name, value in full.items() if value != "unset"}


def page(tokens, number=1, pages=1, results=None):
    return {"data": tokens, "page": number, "pages": pages, "results": len(tokens) if results is None else results}


class Reports(unittest.TestCase):
    """Inputs after public reports: what is not a listing, or no token to make a successor of, is said, with its place."""

    def test_each_program_reads_or_refuses_each_input_as_the_table_says(self):
        with open(os.path.join(REPORTS, "programs.tsv"), encoding="utf-8") as table:
            rows = [line.rstrip("\n").split("\t") for line in table][1:]
        self.assertEqual(len(rows), 124)
        for name, *expected in rows:
            with open(os.path.join(REPORTS, name), "rb") as file:
                text = file.read()
            results = [run(program, "--now", NOW, text=text) for program in ("token_audit", "rotate")]
            with self.subTest(name):
                self.assertEqual([cell for status, _, error in results for cell in (str(status), error.replace("\n", " ~ "))], expected)
                status, output, _ = results[1]
                self.assertEqual(output != "", status == 0)


class Rotate(unittest.TestCase):
    def rotate(self, document, now=NOW):
        return run("rotate", "--now", now, text=document if isinstance(document, str) else json.dumps(document))

    def body(self, document, now=NOW):
        status, output, error = self.rotate(document, now)
        self.assertEqual((status, error), (0, ""))
        return json.loads(output)

    def refused(self, document, error):
        self.assertEqual(self.rotate(document), (2, "", "rotate: " + error))

    def unreadable(self, document, error):
        self.refused(document, "standard input" + error)

    def test_the_successor_keeps_label_scopes_and_lifetime(self):
        self.assertEqual(self.body(token(), "2026-03-18T10:00:00.75"),
                         {"expiry": "2026-06-16T10:00:00", "label": "deploy", "scopes": "linodes:read_only"})

    def test_an_array_or_a_page_of_one_is_one_token(self):
        self.assertEqual(self.body([token()]), self.body(token()))
        self.assertEqual(self.body(page([token()])), self.body(token()))
        self.assertEqual(self.body(" \n" + json.dumps([token()])), self.body(token()))

    def test_the_lifetime_stays_what_it_was_over_eight_rotations(self):
        current, now = token(), "2026-03-18T00:00:00"
        for _ in range(8):  # each 14 days before the end of 90
            successor = self.body(current, now)
            current = token(created=now, expiry=successor["expiry"])
            began, ends = (datetime.datetime.fromisoformat(time) for time in (now, successor["expiry"]))
            self.assertEqual(ends - began, datetime.timedelta(days=90))
            now = (ends - datetime.timedelta(days=14)).isoformat()

    def test_an_expired_token_has_a_successor_that_has_not(self):
        self.assertEqual(self.body(token())["expiry"], "2026-10-24T12:00:00")

    def test_never_stays_never_as_null_and_as_a_time_far_ahead(self):
        for expiry in None, "2999-12-12T05:00:00", "2226-07-26T12:00:00":
            self.assertEqual(self.body(token(expiry=expiry))["expiry"], None)
            self.assertEqual(self.body(token(expiry=expiry, created="unset"))["expiry"], None)

    def test_scopes_that_grant_nothing_are_refused(self):
        for scopes in "", "linodes:none":
            self.refused(token(scopes=scopes), "/scopes: expected scopes that grant something, found none")

    def test_what_the_server_would_fill_in_is_refused(self):
        self.refused(token(scopes="unset"), "/scopes: unset; the successor would get all scopes of the calling token")
        self.refused(token(scopes=None), "/scopes: unset; the successor would get all scopes of the calling token")
        self.refused({"id": 1}, "/scopes: unset; the successor would get all scopes of the calling token")
        self.refused(token(scopes="linodes:update"),
                     "/scopes: expected parts such as linodes:read_only, found 1 in another form")
        self.refused(token(expiry="unset"), "/expiry: unset; the successor would never expire")

    def test_a_lifetime_that_is_unknown_or_not_positive_is_refused(self):
        self.refused(token(created="unset"), "/created: unset; the lifetime is not known, give --lifetime")
        self.refused(token(expiry="2026-01-01T00:00:00"), "/expiry: not after /created")
        self.refused(token(expiry="2025-01-01T00:00:00"), "/expiry: not after /created")

    def test_an_implausible_creation_time_is_refused(self):
        soon = "2026-08-29T12:00:00"  # in 34 days
        for created in "0001-01-01T00:00:00", "1970-01-02T00:00:00", "2002-12-31T23:59:59", "2026-07-27T12:00:01":
            self.refused(token(created=created, expiry=soon), "/created: before 2003, or in the future; give --lifetime")
        for created, expiry in ("2003-01-01T00:00:00", "2050-03-24T00:00:00"), ("2026-07-27T12:00:00", "2026-08-28T12:00:00"):
            self.assertEqual(self.body(token(created=created, expiry=soon))["expiry"], expiry)  # clocks may differ by a day

    def test_an_end_after_the_year_9999_is_refused(self):
        for lifetime in (), ("--lifetime", "90"):
            self.assertEqual(run("rotate", "--now", "9999-12-15T00:00:00", *lifetime, text=json.dumps(token())),
                             (2, "", "rotate: /expiry: the successor would end after the year 9999"))

    def test_a_lifetime_may_be_given_instead(self):
        def body(**members):
            status, output, error = run("rotate", "--now", NOW, "--lifetime", "30", text=json.dumps(token(**members)))
            self.assertEqual((status, error), (0, ""))
            return json.loads(output)["expiry"]
        for members in ({}, {"created": "unset"}, {"created": "0001-01-01T00:00:00"}, {"expiry": None}):
            self.assertEqual(body(**members), "2026-08-25T12:00:00")
        self.assertIn('"2126-07-27T', run("rotate", "--now", NOW, "--lifetime", "36525", text=json.dumps(token()))[1])
        for days in "0", "-1", "+1", "36526", "x", "1.5", "0x10", "1e1", "":
            self.assertEqual(run("rotate", "--lifetime", days, text=json.dumps(token()))[0], 2)
        self.assertIn('"2026-08-25T', run("rotate", "--now", NOW, "--lifetime", "030", text=json.dumps(token()))[1])

    def test_never_is_counted_from_now(self):
        self.assertEqual(self.body(token(created="2020-01-01T00:00:00", expiry="2126-08-01T00:00:00"))["expiry"], None)
        self.refused(token(created="2020-01-01T00:00:00", expiry="2126-07-01T00:00:00"),
                     "/expiry: more than 100 years after /created")

    def test_what_a_terminal_would_act_on_is_escaped(self):
        status, output, _ = self.rotate(token(label="a\u009b2J\u202e\x7f\u2066é\"\\\U000e0041"))
        self.assertEqual(status, 0)
        self.assertIn(r'"label":"a\u009b2J\u202e\u007f\u2066é\"\\\udb40\udc41"', output)
        self.assertEqual(json.loads(output)["label"], "a\u009b2J\u202e\x7f\u2066é\"\\\U000e0041")

    def test_what_is_not_one_token_is_refused(self):
        self.refused(page([token(id=2), token()]), "expected exactly one token")
        self.unreadable(page([token()], 1, 3, 250), ": incomplete: 1 of 250 tokens, 1 of 3 pages")
        for document in {}, [{}], {"data": None, "page": 1}:
            self.unreadable(document, ": holds no token")
        self.unreadable({"errors": [{"reason": "Invalid \u001b[2JToken"}]}, ": the API returned an error: Invalid \\u{1b}[2JToken")
        self.refused([token(id=2), token()], "expected exactly one token")
        self.unreadable([{"errors": "x"}], ":1:2: /0: expected a token, found an object without a documented member")
        self.unreadable({"message": "Too Many Requests"}, ":1:1: expected a token, found an object without a documented member")
        self.refused([], "expected exactly one token")
        self.refused(json.dumps([token()]) + "[]", "expected exactly one token")
        self.unreadable("", ": nothing to read")

    def test_scopes_are_written_as_the_api_documents_them(self):
        self.assertEqual(self.body(token(scopes=" ,linodes:view, domains:modify , "))["scopes"],
                         "domains:read_write linodes:read_only")
        self.assertEqual(self.body(token(scopes="linodes:read_only,*"))["scopes"], "*")

    def test_the_command_in_help_sends_nothing_where_rotate_refuses(self):
        command = run("rotate", "--help")[1].split("Example")[1].partition("\n")[2]
        with open(os.path.join(os.path.dirname(REPORTS), os.pardir, os.pardir, "examples", "rotate.cpp"), encoding="utf-8") as source:
            header = source.read().replace("\n//", "\n")
        self.assertEqual(command.split(), header[header.index("body="):header.index("Not through")].split())
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "curl"), "w", encoding="utf-8") as curl:
                curl.write('#!/bin/sh\necho "curl $2"\n')
            os.chmod(curl.name, 0o755)
            path = os.pathsep.join((folder, os.path.abspath(PROGRAMS), os.environ["PATH"]))
            for document, expected in (token(), 'curl {"expiry":'), (token(scopes="unset"), ""), (None, ""):
                with open(os.path.join(folder, "token.json"), "w", encoding="utf-8") as file:
                    file.write("" if document is None else json.dumps(document))
                done = subprocess.run(["sh", "-c", command], cwd=folder, env=dict(os.environ, PATH=path), capture_output=True)
                self.assertEqual(done.stdout.decode()[:len(expected) or None], expected)
                self.assertEqual(done.returncode, 0 if expected else 2)

    def test_a_label_that_the_api_would_refuse_is_refused_here(self):
        self.refused(token(label=""), "/label: expected 1 to 100 characters, found 0")


class Audit(unittest.TestCase):
    def audit(self, document, *arguments):
        text = document if isinstance(document, (str, bytes)) else json.dumps(document)
        return run("token_audit", "--now", NOW, *arguments, text=text)

    def selected(self, tokens, *arguments):
        status, output, error = self.audit(page(tokens), "--json", *arguments)
        self.assertEqual(error, "")
        ids = [one["id"] for one in json.loads(output)]
        self.assertEqual(status, 1 if ids else 0)
        return ids

    def test_an_incomplete_listing_is_said_and_is_an_error(self):
        status, output, error = self.audit(page([token()], 1, 3, 250), "--expired")
        self.assertEqual((status, error), (2, "standard input: incomplete: 1 of 250 tokens, 1 of 3 pages"))
        self.assertIn("deploy", output)
        self.assertEqual(self.audit(page([token()], 1, 1, 2))[::2], (2, "standard input: incomplete: 1 of 2 tokens"))
        self.assertEqual(self.audit({"data": [], "pages": 2})[::2], (2, "standard input: incomplete: 1 of 2 pages"))
        self.assertEqual(self.audit(page([token()], 2, 2, 1))[::2], (2, "standard input: incomplete: 1 of 2 pages"))
        for other in 0, 3, 7:
            two = json.dumps(page([token()], 1, 2, 1)) + json.dumps(page([token()], other, 2, 1))
            self.assertEqual(self.audit(two)[::2], (2, "standard input: incomplete: 1 of 2 pages"))
        for counts, error in ((3, 2), "2 of 3 pages"), ((2, 3), "2 of 3 tokens"):  # the larger of two counts
            two = json.dumps(page([token(id=1)], 1, *counts)) + json.dumps(page([token(id=2)], 2, 2, 2))
            self.assertEqual(self.audit(two)[::2], (2, "standard input: incomplete: " + error))
        self.assertEqual(self.audit({"data": [token()], "results": 2})[::2], (2, "standard input: incomplete: 1 of 2 tokens"))
        self.assertEqual(self.audit({"data": [token()], "results": 1})[::2], (0, ""))

    def test_each_of_two_listings_is_counted_by_itself(self):
        two = json.dumps(page([token(id=1)])) + json.dumps(page([token(id=2)], results=2))
        self.assertEqual(self.audit(two)[::2], (2, "standard input: incomplete: 1 of 2 tokens"))
        two = json.dumps(page([token(id=1), token(id=2)])) + json.dumps(page([token(id=3)]))
        self.assertEqual(self.audit(two)[::2], (0, ""))

    def test_pages_in_any_order_are_a_complete_listing(self):
        pages = [page([token(id=number)], number, 3, 3) for number in (2, 1, 3)]
        self.assertEqual(self.audit("\n".join(map(json.dumps, pages)))[::2], (0, ""))
        self.assertEqual(self.audit("\n".join(map(json.dumps, pages + pages)))[::2], (0, ""))
        self.assertEqual(self.audit("\n".join(map(json.dumps, pages[:2])))[0], 2)
        self.assertEqual(self.audit("\n".join(map(json.dumps, pages[:2] + pages)))[0], 2)

    def test_a_listing_that_shifted_while_it_was_read_is_incomplete(self):
        pages = [page([token(id=1), token(id=2)], 1, 2, 3), page([token(id=2)], 2, 2, 3)]
        self.assertEqual(self.audit("\n".join(map(json.dumps, pages)))[::2],
                         (2, "standard input: incomplete: 2 of 3 tokens"))

    def test_a_document_without_tokens_is_an_error(self):
        for document in {}, [{}], [{}, {}], {"data": [{}], "page": 1, "pages": 1, "results": 1}, {"data": None}, {"data": []}:
            for arguments in (), ("--expired",), ("--json",):
                status, output, error = self.audit(document, *arguments)
                self.assertEqual((status, error.splitlines()[-1]), (2, "standard input: holds no token"), document)
                self.assertNotIn("no token", output)
        for document in [], " \n[]", {"data": [], "page": 1, "pages": 1, "results": 0}, {"data": None, "results": 0}:
            self.assertEqual(self.audit(document, "--expired"), (0, "", ""))
            self.assertEqual(self.audit(document), (0, "no tokens\n", ""))
        self.assertEqual(self.audit([{}, token()])[::2], (0, ""))

    def test_scopes_that_are_not_understood_are_said_with_the_id(self):
        tokens = [token(id=5, scopes="linodes:update domains:view"), token(id="unset", scopes="linodes"), token(id=6)]
        status, _, error = self.audit(tokens, "--grants", "linodes:read_only")
        self.assertEqual((status, error.splitlines()), (2, [
            "token_audit: token 5: a scope that is not understood: linodes:update",
            "token_audit: token 5: scopes are not understood; --grants cannot tell",
            "token_audit: token without id: a scope that is not understood: linodes",
            "token_audit: token without id: scopes are not understood; --grants cannot tell"]))
        for filters, decided in {("--grants", "domains:read_only"): 1, ("--missing", "domains:read_only"): 0, ("--full-access",): 2,
                                 ("--missing", "linodes:read_only"): 2, ("--any", "--full-access", "--grants", "domains:read_only"): 1}.items():
            self.assertEqual(self.audit(tokens[:1], *filters)[0], decided, filters)
        self.assertEqual(self.audit([token(scopes="* linodes")], "--full-access")[0], 1)

    def test_a_page_that_says_nothing_of_pages_may_be_incomplete(self):
        self.assertEqual(self.audit({"data": [token()], "page": 1}, "--never-expires"), (
            2, "", "standard input: incomplete, perhaps: it does not say how many pages exist"))

    def test_any_selects_what_passes_one_filter(self):
        tokens = [token(id=1, expiry=None), token(id=2), token(id=3, expiry="2026-08-01T00:00:00"),
                  token(id=4, created="2026-07-01T00:00:00", expiry="2026-09-01T00:00:00")]
        policy = ("--never-expires", "--full-access", "--lifetime-over", "90")
        self.assertEqual(self.selected(tokens, *policy), [])
        self.assertEqual(self.selected(tokens, "--any", *policy), [1, 3])
        self.assertEqual(self.audit(tokens, *policy), (0, "", ""))  # quiet, so that cron sends no mail
        self.assertEqual(self.audit(tokens, "--any")[0], 0)  # no filter: all tokens, and nothing found

    def test_filters_that_no_token_passes_at_once_are_refused(self):
        filters = ("--expired",), ("--never-expires",), ("--expiring-within", "30")
        for one, other in itertools.combinations(filters, 2):
            self.assertEqual(self.audit([token()], *one, *other), (2, "", "token_audit: no token passes two of --expired, "
                             "--expiring-within and --never-expires; add --any"))
            self.assertEqual(self.audit([token()], "--any", *one, *other)[::2], (1 if one == filters[0] else 0, ""))

    ONLY_LABELS = [{"id": 5, "label": "a"}, {"id": 6, "label": "a"}, {"label": "b"}]  # linode-cli --format id,label

    def undecided(self, tokens, *arguments):
        """What the filters cannot tell, line by line, and the ids of the tokens that are printed nevertheless."""
        status, output, error = self.audit(tokens, "--json", *arguments)
        self.assertEqual(status, 2)
        self.assertTrue(all(line.startswith("token_audit: ") for line in error.splitlines()), error)
        return [line.partition(": ")[2] for line in error.splitlines()], [one["id"] for one in json.loads(output)]

    def test_a_filter_that_asks_about_an_unset_member_cannot_tell(self):
        filters = {"expiry": ("--expired", "--never-expires", "--expiring-within 30", "--lifetime-over 90"),
                   "scopes": ("--full-access", "--grants linodes:read_only", "--missing linodes:read_only")}
        for member, options in filters.items():
            for option in options:
                with self.subTest(option):
                    said = "%s is unset; %s cannot tell" % (member, option.split()[0])
                    self.assertEqual(self.audit(self.ONLY_LABELS, *option.split()), (2, "", "\n".join(
                        "token_audit: token %s: %s" % (name, said) for name in ("5", "6", "without id"))))
                    chosen = token(id=1, created="2020-01-01T00:00:00", scopes="domains:read_only" if "missing" in option else "*",
                                   expiry={"--expired": "2026-04-01T00:00:00", "--never-expires": None}.get(option, "2026-08-01T00:00:00"))
                    self.assertEqual(self.undecided([chosen, *self.ONLY_LABELS[:1]], *option.split()), (["token 5: " + said], [1]))

    def test_the_age_decides_only_where_the_rest_of_the_life_is_short(self):
        soon = token(id=5, created="unset", expiry="2026-08-01T00:00:00")
        self.assertEqual(self.undecided([soon], "--lifetime-over", "90"), (["token 5: created is unset; --lifetime-over cannot tell"], []))
        self.assertEqual(self.selected([soon], "--lifetime-over", "3"), [5])
        for created in "0001-01-01T00:00:00", "2026-07-31T00:00:00":
            odd = {**soon, "created": created}
            self.assertEqual(self.undecided([odd], "--lifetime-over", "90"),
                             (["token 5: created is implausible; --lifetime-over cannot tell"], []))
            self.assertEqual(self.selected([odd], "--lifetime-over", "3"), [5])

    def test_days_are_decimal_and_at_most_100_years(self):
        soon = token(expiry="2026-08-04T12:00:00")  # in 9 days
        for option, decided in ("--expiring-within", {"0": 0, "9": 1, "010": 1, "36525": 1}), ("--lifetime-over", {"0": 1, "36525": 0}):
            for days, status in decided.items():
                self.assertEqual(self.audit(soon, option, days)[0], status, days)
            for days in "36526", "-1", "0x10", "1e1", "1.5", "x", "":
                self.assertEqual(self.audit(soon, option, days)[:2], (2, ""), days)

    def test_what_another_filter_decides_is_not_unclear(self):
        full, other = token(id=1, scopes="*", expiry="unset"), token(id=2, expiry="unset")
        self.assertEqual(self.selected([full], "--any", "--expired", "--full-access"), [1])
        self.assertEqual(self.undecided([full, other], "--any", "--expired", "--full-access"),
                         (["token 2: expiry is unset; --expired cannot tell"], [1]))
        self.assertEqual(self.selected([other], "--expired", "--full-access"), [])
        self.assertEqual(self.undecided([full, other], "--expired", "--lifetime-over", "9", "--full-access"),
                         (["token 1: expiry is unset; --expired, --lifetime-over cannot tell"], []))

    def test_a_newer_token_that_lasts_and_grants_as_much_supersedes(self):
        old = token(id=1, created="2026-01-01T00:00:00", expiry="2026-09-01T00:00:00", scopes="linodes:read_write")
        def newer(**members):
            return {**old, "id": 2, "created": "2026-02-01T00:00:00", **members}
        for replaced, members in ((True, {}), (True, {"scopes": "*"}), (True, {"expiry": None}),
                                  (True, {"scopes": "domains:read_only linodes:read_write"}),
                                  (False, {"label": "other"}), (False, {"created": "2026-01-01T00:00:00"}),
                                  (False, {"created": "2025-12-31T00:00:00"}), (False, {"scopes": "linodes:read_only"}),
                                  (False, {"scopes": ""}), (False, {"expiry": "2026-08-31T00:00:00"}),
                                  (False, {"expiry": "2026-07-26T12:00:00"})):
            for order in ([old, newer(**members)], [newer(**members), old]):
                with self.subTest(members):
                    self.assertEqual(1 in self.selected(order, "--superseded"), replaced)
                    self.assertEqual(1 not in self.selected(order, "--grants", "linodes:read_write", "--latest"), replaced)
                    self.assertEqual(self.audit(order, "--latest", "--json")[0], 0)  # leaves out, and is no filter
        expired = {"expiry": "2026-07-01T00:00:00"}  # both of them: nothing took its place
        self.assertEqual(self.selected([{**old, **expired}, newer(**expired)], "--superseded"), [])
        self.assertEqual(self.selected([{**old, **expired}, newer()], "--superseded"), [1])

    def test_latest_keeps_full_access_behind_a_narrower_token(self):
        tokens = [token(id=1, scopes="*", expiry=None), token(id=2, created="2026-02-01T00:00:00", expiry=None)]
        self.assertEqual(self.selected(tokens, "--full-access", "--latest"), [1])
        unset = [token(id=1, expiry="unset"), token(id=2, expiry="unset", created="2026-02-01T00:00:00")]
        self.assertEqual(self.selected(unset, "--full-access", "--latest"), [])  # whatever --latest might tell
        odd = [token(id=1, scopes="linodes:update", expiry=None), token(id=2, scopes="*", created="2026-02-01T00:00:00", expiry=None)]
        self.assertEqual(self.audit(odd, "--grants", "linodes:read_only", "--latest")[::2],
                         (1, "token_audit: token 1: a scope that is not understood: linodes:update"))
        odd[1]["scopes"] = "linodes:read_only"
        self.assertEqual(json.loads(self.audit(odd, "--json", "--latest")[1]), [{k: v for k, v in one.items() if k != "token"} for one in odd])

    def test_superseded_and_latest_need_the_members_that_decide(self):
        old = token(id=1, expiry="2026-09-01T00:00:00")
        newer = {**old, "id": 2, "created": "2026-02-01T00:00:00"}
        for member in "created", "expiry", "scopes", "label":
            with self.subTest(member):
                less = {name: value for name, value in old.items() if name != member}
                said, shown = self.undecided([less, newer], "--superseded")
                self.assertIn("token 1: %s is unset; --superseded cannot tell" % member, said)
                self.assertEqual(shown, [])
                said, shown = self.undecided([less, newer], "--latest")
                self.assertIn("token 1: %s is unset; --latest cannot tell" % member, said)
                self.assertEqual(shown, [1, 2])  # it still counts
                less = {name: value for name, value in newer.items() if name != member}
                said, _ = self.undecided([old, less], "--superseded")
                self.assertIn("token 1: %s of token 2 is unset; --superseded cannot tell" % member, said)
                sure = {**newer, "id": 3}
                _, output, error = self.audit([old, less, sure], "--superseded", "--json")
                self.assertEqual(json.loads(output)[0]["id"], 1)  # by token 3, whatever token 2 is
                self.assertNotIn("token 1:", error)
        odd = {**old, "created": "0001-01-01T00:00:00"}
        self.assertEqual(self.undecided([odd, newer], "--superseded")[0], [
            "token 1: created is implausible; --superseded cannot tell",
            "token 2: created of token 1 is implausible; --superseded cannot tell"])
        self.assertEqual(self.undecided([{**old, "scopes": "linodes:update"}, newer], "--superseded")[0][-1],
                         "token 1: scopes are not understood; --superseded cannot tell")
        self.assertEqual(self.undecided([old, {**newer, "scopes": "linodes:update"}], "--superseded")[0][-1],
                         "token 1: scopes of token 2 are not understood; --superseded cannot tell")
        self.assertEqual(self.selected([{"id": 1, "label": "a"}, {"id": 2, "label": "b"}], "--superseded"), [])
        self.assertEqual(self.selected([token(label="unset")], "--superseded"), [])  # of one token, none is newer
        said, _ = self.undecided(self.ONLY_LABELS, "--superseded")
        self.assertEqual(said, ["token 5: created is unset; --superseded cannot tell", "token 6: created is unset; --superseded cannot tell"])

    def test_many_tokens_of_one_label_are_compared_in_time(self):
        tokens = [token(id=number, scopes="x%d:read_only" % number, expiry=None, created="2026-01-01T%02d:%02d:00" % divmod(number % 1440, 60))
                  for number in range(20000)]
        self.assertEqual(self.selected(tokens, "--superseded"), [])
        for count, name, replaced in ((300, lambda number: number // 150, [number for number in range(299) if number != 149]),
                                      (200, lambda number: number % 100, list(range(100)))):
            tokens = [token(id=number, scopes="x%d:read_only" % name(number), created="2026-01-01T00:%02d:%02d" % divmod(number, 60),
                            expiry=None) for number in range(count)]
            self.assertEqual(self.selected(tokens, "--superseded"), replaced)

    def test_json_and_file_names_are_escaped(self):
        _, output, _ = self.audit([token(label="a\u009b2J\u202e\x7f", scopes="\ufeff")], "--json")
        self.assertFalse(set(output) & set("\x1b\u009b\u202e\x7f\ufeff"), output)
        self.assertEqual(json.loads(output)[0]["label"], "a\u009b2J\u202e\x7f")

    def test_messages_escape_what_they_quote(self):
        file = "no\x1b[2J\u202e\nfile"
        shown = "no\\u{1b}[2J\\u{202e}\\nfile"
        self.assertEqual(run("token_audit", file), (2, "", shown + ": cannot be opened"))
        hint = "\nRun with --help for more information."
        self.assertEqual(run("token_audit", "--sort", file), (2, "", "--sort: %s not in {expiry,created,label}%s" % (shown, hint)))
        for program in "token_audit", "rotate":
            for arguments in ([file, file], ["--" + file], ["--now", file], ["--lifetime", file], ["--grants", file]):
                with self.subTest(program=program, arguments=arguments):
                    status, output, error = run(program, *arguments)
                    self.assertEqual((status, output), (2, ""))
                    self.assertFalse(set(error) & set("\x1b\u202e"), error)
        self.assertEqual(run("rotate", file), (2, "", "The following argument was not expected: " + shown + hint))
        with tempfile.TemporaryDirectory() as folder:
            named = os.path.join(folder, file)
            with open(named, "w", encoding="utf-8") as document:
                document.write("{")
            status, _, error = run("token_audit", named)
            self.assertEqual((status, error.partition(folder)[2].partition(": ")[0]), (2, "/" + shown + ":1:2"))
        self.assertEqual(self.audit([token(scopes="a\u001b;b", id=5)])[2], "token_audit: token 5: a scope that is not understood: a\\u{1b};b")

    def test_tokens_and_arrays_say_nothing_of_what_is_missing(self):
        self.assertEqual(self.audit([token()])[::2], (0, ""))
        self.assertEqual(self.audit(token())[::2], (0, ""))

    def test_never_expires_selects_null_and_100_years_ahead(self):
        tokens = [token(id=1, expiry=None), token(id=2, expiry="2999-12-12T05:00:00"), token(id=3),
                  token(id=5, expiry="2126-06-01T00:00:00")]
        self.assertEqual(self.selected(tokens, "--never-expires"), [1, 2])

    def test_lifetime_over_selects_tokens_that_live_longer(self):
        tokens = [token(id=1), token(id=2, expiry="2026-04-01T00:00:01"), token(id=3, expiry=None),
                  token(id=4, created="unset", expiry="2026-12-01T00:00:00")]
        self.assertEqual(self.selected(tokens, "--lifetime-over", "90"), [2, 3, 4])

    def test_missing_shows_and_selects_tokens_that_lack_scopes(self):
        tokens = [token(id=1, scopes="linodes:read_only"), token(id=2, scopes="*"), token(id=3, scopes=""),
                  token(id=4, scopes="linodes:* domains:view")]
        self.assertEqual(self.selected(tokens, "--missing", "linodes:read_write domains:read_only"), [1, 3])
        _, output, _ = self.audit(page(tokens), "--missing", "linodes:read_write domains:read_only")
        header, first, second = output.splitlines()
        self.assertEqual(header.split()[-2:], ["MISSING", "STATUS"])
        self.assertIn("domains:read_only linodes:read_write  expired", first)
        self.assertIn("domains:read_only linodes:read_write  expired", second)

    def test_an_undocumented_scope_that_no_token_has_is_said(self):
        for option in "--grants", "--missing":
            _, _, error = self.audit([token(), token(scopes="*")], option, "linode:read_only")
            self.assertEqual(error, "token_audit: no token has a scope linode; is it a typo?")
            for known in ("account child_account databases domains events firewall images ips linodes lke longview monitor "
                          "nodebalancers object_storage stackscripts volumes vpc").split():
                self.assertEqual(self.audit([token(), token(scopes="*")], option, known + ":read_write")[2], "")
            self.assertEqual(self.audit([token(scopes="linode:read_write")], option, "linode:read_only")[2], "")

    def test_sort_puts_unset_members_last_and_never_behind_every_time(self):
        tokens = [token(id=1, expiry="unset"), token(id=2, expiry=None), token(id=3, expiry="2027-01-01T00:00:00"), token(id=4)]
        self.assertEqual([one["id"] for one in json.loads(self.audit(tokens, "--json", "--sort", "expiry")[1])], [4, 3, 2, 1])
        tokens = [token(id=1, label="b"), token(id=2, label="unset"), token(id=3, label="a"), token(id=4, label="b")]
        self.assertEqual([one["id"] for one in json.loads(self.audit(tokens, "--json", "--sort", "label")[1])], [3, 1, 4, 2])
        tokens = [token(id=1, created="2026-02-01T00:00:00"), token(id=2, created="2026-01-31T00:00:00")]
        self.assertEqual([one["id"] for one in json.loads(self.audit(tokens, "--json", "--sort", "created")[1])], [2, 1])

    def test_times_are_utc_and_short_spans_are_said_in_short_units(self):
        self.assertIn("  EXPIRY (UTC)  ", self.audit(token())[1])
        for expiry, status in (("2026-07-26T12:00:30", "expires in seconds"), ("2026-07-26T12:01:00", "expires in 1 minute"),
                               ("2026-07-26T12:15:00", "expires in 15 minutes"), ("2026-07-26T13:59:59", "expires in 119 minutes"),
                               ("2026-07-26T17:00:00", "expires in 5 hours"), ("2026-07-28T11:59:59", "expires in 47 hours"),
                               ("2026-07-28T12:00:00", "expires in 2 days"), ("2026-07-26T12:00:00", "expired seconds ago"),
                               ("2026-07-26T11:45:00", "expired 15 minutes ago"), ("2026-07-25T12:00:00", "expired 24 hours ago"),
                               ("2026-07-24T12:00:00", "expired 2 days ago")):
            self.assertTrue(self.audit(token(expiry=expiry))[1].endswith("  " + status + "\n"), expiry)

    def test_a_token_of_the_future_has_no_negative_age(self):
        output = self.audit(token(created="2026-08-01T00:00:00", expiry=None))[1]
        self.assertIn("  in the future  ", output)
        self.assertNotIn("-", output.splitlines()[1])

    def test_other_kinds_of_input_are_named(self):
        self.assertEqual(run("token_audit", "/"), (2, "", "/: a directory"))
        for program, prefix in ("token_audit", ""), ("rotate", "rotate: "):
            for redirection, what in ("</", "a directory"), ("<&-", "closed"), ("</dev/null", "nothing to read"):
                done = subprocess.run(["sh", "-c", '"$0" ' + redirection, os.path.join(PROGRAMS, program)], capture_output=True)
                self.assertEqual((done.returncode, done.stdout, done.stderr.decode()), (2, b"", "%sstandard input: %s\n" % (prefix, what)))


class NoListing(unittest.TestCase):
    """Bodies that are no listing: what each program says of them. None of them is an answer."""

    LISTING = json.dumps(page([token(id=1), token(id=2)]))
    NOT_JSON = ":1:1: expected a value, found "
    NO_TOKEN = ":1:1: expected a token, found an object without a documented member"
    BODIES = {
        "HTML of a proxy": ("<html><h1>502 Bad Gateway</h1></html>", NOT_JSON + "a punctuation character"),
        "plain text": ("upstream connect error", NOT_JSON + "a letter"),
        "nothing": ("", ": nothing to read"),
        "white space": (" \n", ":2:1: expected a value, found the end of the text"),
        "null": ("null", ":1:1: expected an object or an array, found null"),
        "a number": ("5", ":1:1: expected an object or an array, found a number"),
        "a string": ('"tokens"', ":1:1: expected an object or an array, found a string"),
        "true": ("true", ":1:1: expected an object or an array, found a boolean"),
        "an object without members": ("{}", ": holds no token"),
        "a list of one": ("[{}]", ": holds no token"),
        "a page without tokens or counts": ('{"data": []}', ": holds no token"),
        "GraphQL, no data": ('{"data": null}', ": holds no token"),
        "GraphQL, data": ('{"data": {"tokens": [{"id": 1}]}}', NO_TOKEN),
        "GraphQL, errors": ('{"data": null, "errors": [{"message": "x"}]}', ": the API returned an error"),
        "an API error": ('{"errors": [{"reason": "Invalid Token"}]}', ": the API returned an error: Invalid Token"),
        "an API error of a field": ('{"errors": [{"reason": "Bad", "field": "page"}]}', ": the API returned an error: page: Bad"),
        "an API error of strings": ('{"errors": ["permission denied"]}', ": the API returned an error: permission denied"),
        "no errors": ('{"errors": []}', ": the API returned an error"),
        "errors as an object": ('{"errors": {"reason": "x"}}', NO_TOKEN),
        "a message": ('{"message": "Too Many Requests"}', NO_TOKEN),
        "an error": ('{"error": "unauthorized"}', NO_TOKEN),
        "the v3 API's error": ('{"ERRORARRAY": [{"ERRORCODE": 4}], "DATA": {}, "ACTION": "x"}', NO_TOKEN),
        "the v3 API's answer": ('{"ERRORARRAY": [], "DATA": [{"LABEL": "x"}], "ACTION": "x"}', NO_TOKEN),
        "the listing of 2017": ('{"tokens": [{"id": 1}], "total_pages": 1, "total_results": 1, "page": 1}', NO_TOKEN),
        "wrapped in response": ('{"response": {"data": [{"id": 1}]}}', NO_TOKEN),
        "wrapped in result": ('{"result": [{"id": 1}], "success": true}', NO_TOKEN),
        "names in capitals": ('{"ID": 1, "LABEL": "x"}', NO_TOKEN),
        "data as an object": ('{"data": {"id": 5}}', NO_TOKEN),
        "data as a string": ('{"data": "x"}', NO_TOKEN),
        "an array of strings": ('["a", "b"]', ":1:2: /0: expected an object, found a string"),
        "an array of arrays": ('[[{"id": 1}]]', ":1:2: /0: expected an object, found an array"),
        "null among tokens": ('[null]', ":1:2: /0: expected an object, found null"),
        "UTF-16, little end first": ("[]".encode("utf-16-le"), ": UTF-16; convert it to UTF-8 first"),
        "UTF-16 with a mark": ("[]".encode("utf-16"), ": UTF-16; convert it to UTF-8 first"),
        "UTF-16, big end first, without a mark": ("[]".encode("utf-16-be"), ": UTF-16; convert it to UTF-8 first"),
        "UTF-16, cut": (b"[\0", ": UTF-16; convert it to UTF-8 first"),
        "UTF-16, big end first": ("\ufeff[]".encode("utf-16-be"), ": UTF-16; convert it to UTF-8 first"),
        "UTF-8 with a mark": ("[]".encode("utf-8-sig"), ": starts with a byte order mark, which JSON must not"),
        "gzip": (b"\x1f\x8b\x08\0", ": compressed by gzip; decompress it first"),
        "windows-1252": ('[{"id": 1, "label": "k\xfcche"}]'.encode("cp1252"),
                         ":1:23: /0/label: expected valid UTF-8, found a non-ASCII byte"),
        "an array that is cut": ("[", ":1:2: /0: expected a value, found the end of the text"),
        "lines before an array": (" \n\n [1]", ":3:3: /0: expected an object, found a number"),
        "a log line with JSON in it": ('INFO answer: {"data": [], "results": 0}', NOT_JSON + "a letter"),
        "a notice behind the JSON": (LISTING + "\nA new version is available.", ":2:1: /1: expected a value, found a letter"),
        "garbage behind the JSON": (LISTING + "}", ":1:%d: /1: expected a value, found a closing bracket" % (len(LISTING) + 1)),
        "single quotation marks": ("[{'id': 1}]", ":1:3: /0: expected a member name in quotation marks, found a punctuation character"),
        "NaN": ('[{"id": NaN}]', ":1:9: /0/id: expected a value, found a letter"),
        "chunk sizes left in": ("1a\r\n" + LISTING, ":1:2: expected the end of"),
    }

    def test_no_program_takes_what_is_no_listing_for_one(self):
        for name, (body, expected) in self.BODIES.items():
            for program in ("token_audit", "--expiring-within", "30"), ("token_audit", "--json"), ("token_audit",), ("rotate",):
                with self.subTest(name, program=program):
                    status, output, error = run(*program, text=body)
                    self.assertEqual(status, 2)
                    self.assertTrue(output == "" or expected == ": holds no token" and "no token" not in output, output)
                    if program[0] == "token_audit" and name != "chunk sizes left in":
                        self.assertEqual(error.split("cannot tell\n")[-1], "standard input" + expected)

    def test_a_listing_that_is_cut_at_any_place_is_an_error(self):
        for size in range(1, len(self.LISTING), 10):
            with self.subTest(size=size):
                status, output, _ = run("token_audit", "--expired", text=self.LISTING[:size])
                self.assertEqual((status, output), (2, ""))

    def test_two_listings_one_after_the_other_are_both_read(self):
        status, output, error = run("token_audit", "--now", NOW, "--expired", text=self.LISTING + self.LISTING)
        self.assertEqual((status, error, len(output.splitlines())), (1, "", 5))


def columns_of(text):
    """How many columns a terminal gives a text: an independent count."""
    width = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return width


class Terminal(unittest.TestCase):
    LABELS = ["請求書" * 20, "👨‍👩‍👧‍👦🔑" * 10, "שלום עולם " * 8, "a\nb\x1b[31m\u202e" * 9, "x" * 100, "é" * 60, "e\u0301" * 50, "short"]

    def on_terminal(self, columns, *arguments, tokens=None, terminal="xterm", status=0):
        try:
            master, slave = pty.openpty()
        except OSError as error:  # in a bare root, as for the tests of colour
            self.skipTest("the system has no terminal to give: %s" % error)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        scopes = " ".join("scope%d:read_only" % number for number in range(18))
        if tokens is None:
            tokens = [token(label=label, scopes=scopes) for label in self.LABELS]
        environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
        environment.update({} if terminal is None else {"TERM": terminal})
        process = subprocess.Popen([os.path.join(PROGRAMS, "token_audit"), "--now", NOW, *arguments], stdin=subprocess.PIPE,
                                   stdout=slave, stderr=slave, env=environment)
        process.stdin.write(json.dumps(tokens, ensure_ascii=False).encode())
        process.stdin.close()
        os.close(slave)
        data = b""
        while True:
            try:
                block = os.read(master, 65536)
            except OSError:  # how Linux says that the other side is closed
                break
            if not block:
                break
            data += block
        self.assertEqual(process.wait(timeout=30), status)
        os.close(master)
        return data.decode().replace("\r\n", "\n").splitlines()

    def plain(self, columns, *arguments, **named):
        return self.on_terminal(columns, *arguments, terminal="dumb", **named)

    def test_the_table_fits_the_terminal(self):
        for columns, expiry in ((60, "2026-04-01    "), (80, "2026-04-01    "), (100, "206 days  2026-04-01T00:00:00  "),
                                (130, "206 days  2026-04-01T00:00:00  ")):
            lines = self.plain(columns)
            self.assertEqual(len(lines), 1 + len(self.LABELS))
            where = columns_of(lines[0][:lines[0].index("SCOPES")])
            for line in lines[1:]:
                self.assertLessEqual(columns_of(line), columns, line)
                scopes = line.index("+1" if columns == 60 else "scope0")
                self.assertEqual(columns_of(line[:scopes]), where, line)
                self.assertIn("  " + expiry + "expired 116 days ago", line)

    def test_a_scope_is_shown_whole_or_not_at_all(self):
        scopes = "linodes:read_only,domains:read_write volumes:read_only\tevents:read_only"
        parts = re.split("[ ,\t]", scopes)
        tokens = [token(label=label, scopes=scopes) for label in self.LABELS]
        shown = set()
        for columns in range(60, 180):
            for line in self.plain(columns, tokens=tokens)[1:]:
                match = re.search(r"  ((?:[a-z_]+:\w+ ?)*)(?:(?:, )?\+(\d))?  +(?:206 days  )?2026-04-01", line)
                self.assertTrue(match, line)
                words = match[1].split()
                self.assertEqual(words, parts[:len(words)], line)
                self.assertEqual(int(match[2] or 0), 4 - len(words), line)
                shown.add(len(words))
        self.assertEqual(shown, {0, 1, 2, 3, 4})
        self.assertIn("  linodes:read_only, +3  ", self.plain(80, tokens=tokens)[1])
        self.assertIn("  +1  ", self.plain(80, tokens=[token(scopes="x" * 100)], status=0)[-1])

    def test_marks_without_a_width_are_shortened(self):
        for columns in 80, 130:
            line = self.plain(columns, tokens=[token(label="a" + "\u0301" * 200000, scopes="*")])[1]
            self.assertLess(len(line), 300)
            self.assertIn("…  ", line)

    def test_wide_shows_everything(self):
        lines = self.plain(80, "--wide")
        self.assertIn("x" * 100, lines[5])
        self.assertIn("scope17:read_only", lines[5])

    def test_control_characters_are_escaped_whole_or_cut(self):
        for columns in 60, 80, 100, 130:
            for line in self.plain(columns):
                self.assertFalse(set(line) & set("\x1b\u202e\u200d\x07"), line)

    def test_no_colour_where_the_terminal_is_dumb_or_unknown(self):
        for terminal, colour in ("xterm", True), ("dumb", False), ("", False), (None, False):
            self.assertEqual("\x1b" in "".join(self.on_terminal(80, terminal=terminal)), colour)

    def test_the_colour_says_what_needs_attention(self):
        for expiry, colour in (None, 33), ("2026-08-01T00:00:00", 33), ("2026-12-01T00:00:00", 32), ("2026-07-01T00:00:00", 31), ("unset", 33):
            self.assertIn("\x1b[%dm" % colour, self.on_terminal(80, tokens=[token(expiry=expiry)])[1])

    def test_nothing_selected_is_said_on_a_terminal(self):
        self.assertEqual(self.plain(80, "--never-expires"), ["no token selected"])
        self.assertEqual(self.plain(80, "--never-expires", "--json"), ["[]"])
        self.assertEqual(self.plain(80, "--expired", tokens=[{"id": 5}], status=2),
                         ["token_audit: token 5: expiry is unset; --expired cannot tell"])


class LargeInput(unittest.TestCase):
    def test_a_megabyte_in_one_text_takes_seconds_at_most(self):
        size = 4 << 20
        for members in {"label": "x" * size}, {"label": "é" * (size // 2)}, {"scopes": "x:view " * (size // 7)}, {"scopes": "x" * size}:
            for program in ("token_audit",), ("token_audit", "--json"), ("token_audit", "--superseded"), ("rotate",):
                status = run(*program, "--now", NOW, text=json.dumps(token(**members)))[0]  # within its time limit
                self.assertIn(status, (0, 2))


class LostOutput(unittest.TestCase):
    CASES = {"rotate": ((), json.dumps(token())), "token_audit": ((), json.dumps([token()])),
             "rotate --help": (("--help",), ""), "token_audit --help": (("--help",), ""), "live_tokens --help": (("--help",), ""),
             "rotate --version": (("--version",), ""), "token_audit --json": (("--json",), json.dumps([token()]))}

    def test_output_that_cannot_be_written_is_an_error(self):
        for case, (arguments, text) in self.CASES.items():
            program = case.split()[0]
            if not os.path.exists(os.path.join(PROGRAMS, program)):
                continue
            with self.subTest(case), open("/dev/full", "wb") as full:
                status, _, error = run(program, *arguments, text=text, stdout=full)
                self.assertEqual((status, error), (2, program + ": cannot write to standard output"))

    def test_a_closed_pipe_ends_the_program(self):
        text = json.dumps([token(id=number) for number in range(20000)])
        reading, writing = os.pipe()
        os.close(reading)
        process = subprocess.Popen([os.path.join(PROGRAMS, "token_audit")], stdin=subprocess.PIPE, stdout=writing,
                                   stderr=subprocess.PIPE, preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_DFL))
        os.close(writing)
        _, error = process.communicate(text.encode(), timeout=60)
        self.assertIn(process.returncode, (-signal.SIGPIPE, 2))
        self.assertNotIn(SECRET[:8], error.decode())


class Help(unittest.TestCase):
    def test_help_and_version_are_printed_with_success(self):
        for program in "rotate", "token_audit", "live_tokens":
            if not os.path.exists(os.path.join(PROGRAMS, program)):
                continue
            status, output, error = run(program, "--help")
            self.assertEqual((status, error), (0, ""))
            self.assertIn("--version", output)
            self.assertIn(program, output)
            self.assertRegex(run(program, "--version")[1], r"^%s \d+\.\d+\.\d+\n$" % program)
            self.assertEqual(run(program, "--unknown")[0], 2)


if __name__ == "__main__":
    unittest.main()
