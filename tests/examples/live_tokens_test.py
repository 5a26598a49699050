"""Runs live_tokens against a server on the loopback interface, through everything that a server may answer."""

import contextlib
import email.utils
import fcntl
import http.server
import json
import os
import pty
import re
import resource
import shutil
import ssl
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
import traceback
import unittest
import urllib.parse

PROGRAM = sys.argv.pop(1)
FOLDER = os.path.dirname(PROGRAM)
SECRET = "5ecre7" * 10
OTHER = "0f1e2d3c4b5a69788796a5b4c3d2e1f00123456789abcdeffedcba9876543210"  # no eight characters of it come twice


def parts_of(secret):
    return {secret[start:start + 8] for start in range(len(secret) - 7)}


def shown(part):
    """A part of the secret, as it is printed."""
    return part if len(part) < 8 else "*" * len(part)


def cuts(secret):
    """What cutting leaves of the secret, at either end, from one character to all of them."""
    return [secret[:size] for size in range(1, len(secret) + 1)] + [secret[-size:] for size in range(1, len(secret) + 1)]


def page_of(*tokens, **members):
    return dict({"data": list(tokens), "page": 1, "pages": 1, "results": len(tokens)}, **members)


def listing(ids, page, pages=3, results=3, **members):
    return dict({"data": [{"id": number, "token": SECRET[:16] if number == 2 else "x" * 16} for number in ids], "page": page,
                 "pages": pages, "results": results}, **members)


# What a server answers to the request for a page: most of it is what it should not.
PAGES = {
    "good": lambda page: {"data": [{"id": page * 100, "token": SECRET[:16]}], "page": page, "pages": 2, "results": 2},
    "three": lambda page: listing([], page, data=[{
        "id": page, "label": "number %d" % page, "scopes": "linodes:read_only", "created": "2026-01-01T00:00:00", "expiry": None,
        "token": SECRET[:16]}]),
    "shrinking": lambda page: listing([page], page, 2),
    "empty-middle": lambda page: listing([] if page == 2 else [page], page),
    "page-1-for-ever": lambda page: listing([1], 1),
    "no-counts-on-page-2": lambda page: listing([page], page) if page == 1 else {"data": [{"id": page}]},
    "twice": lambda page: listing([1, 2] if page == 1 else [2], page, 2),
    "growing": lambda page: listing([page], page, 2, page + 1),
    "no-ids": lambda page: page_of({"label": "a"}),
    "large": lambda page: listing([], page, 40, 40, data=[{"id": page, "label": "x" * 2_000_000}]),
    "endless": lambda page: listing([page], page, page + 1, 10 ** 6),
    "pages-10-18": lambda page: listing([page], page, 10 ** 18, 10 ** 18),
    "no-counts": lambda page: {"data": [{"id": page}], "page": 1},
    "another-first": lambda page: listing([page], 7),
    "in-use": lambda page: {"page": 1, "pages": 1, "results": 2, "data": [
        {"id": 1, "label": "other", "scopes": "*", "created": "2026-01-01T00:00:00", "expiry": None, "token": "x" * 16},
        {"id": 2, "label": "a label of some length " * 3, "scopes": "linodes:read_only " * 9, "created": "2026-01-01T00:00:00",
         "expiry": "2999-12-12T05:00:00", "token": SECRET[:16]}]},
}


class Api(http.server.BaseHTTPRequestHandler):
    """Answers by the first part of the path: /good, /three, /transient-…, /v4, /truncated, /slow, …"""

    requests = []
    bodies = []
    answers = {}  # by case: a status, a body and headers

    def do_POST(self):
        """Creates a token as the API does, by the rules of its description."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        errors = []
        if set(body) - {"expiry", "label", "scopes"}:
            errors.append({"reason": "Unknown fields"})
        if not 1 <= len(body.get("label", "x")) <= 100:
            errors.append({"reason": "Length must be 1-100 characters", "field": "label"})
        expiry = body.get("expiry")
        if expiry is not None and not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", expiry):
            errors.append({"reason": "Invalid date", "field": "expiry"})
        elif expiry is not None and expiry <= time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime()):
            errors.append({"reason": "Must be in the future", "field": "expiry"})
        Api.bodies.append(body)
        if errors:
            self.answer(400, json.dumps({"errors": errors}))
        else:
            self.answer(200, json.dumps({"id": 7, "label": body.get("label"), "expiry": expiry, "token": SECRET,
                                         "scopes": body.get("scopes", "*")}))  # left out means all

    def do_GET(self):
        Api.requests.append((self.path, self.headers.get("Authorization")))
        case = self.path.split("/")[1]
        secret = self.headers.get("Authorization", "").partition(" ")[2]
        if case == "v4" and secret.startswith("the-case-"):  # the short programs know no other path than /v4
            case = secret[len("the-case-"):]
        if case in Api.answers:
            status, body, headers = Api.answers[case]
            self.answer(status, body, headers=headers)
        elif case in PAGES:
            self.answer(200, json.dumps(PAGES[case](int(self.path.split("page=")[1]))))
        elif case.startswith("transient-"):  # transient-STATUS-TIMES-RETRY_AFTER
            _, status, times, after = case.split("-", 3)
            if sum(path.startswith("/" + case + "/") for path, _ in list(Api.requests)) > int(times):
                self.answer(200, '{"data": [{"id": 9}], "page": 1, "pages": 1, "results": 1}')
            else:
                body = '{"errors": [{"reason": "Too many requests."}]}' if status == "429" else "<html>busy</html>"
                self.answer(int(status), body, retry_after=urllib.parse.unquote(after))
        elif case == "bad-gateway":
            self.answer(502, "<html>busy</html>")
        elif case == "v4" and secret != SECRET:
            self.answer(401, json.dumps({"errors": [{"reason": "Invalid Token " + secret}]}))
        elif case == "v4":
            self.answer(299, json.dumps(listing([int(self.path.split("page=")[1])], int(self.path.split("page=")[1]))))
        elif case == "truncated":
            self.answer(200, '{"data": [{"id": 1, "token": "%s' % SECRET[:16], missing=100)
        elif case == "slow":
            time.sleep(5)
        else:
            self.answer(500, "<h1>" + SECRET + "</h1>")

    def answer(self, status, text, missing=0, retry_after="", headers=()):
        body = text.encode()
        self.send_response(status, headers[0][1] if headers else None)  # a header without a name, in a way
        for name, value in headers[1:]:
            self.send_header(name, value)
        if retry_after:
            self.send_header("Retry-After", retry_after)
        self.send_header("Content-Length", str(len(body) + missing))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 64  # of the ordinary five, those beyond are asked to come again after a second

    def handle_error(self, *_):
        if not isinstance(sys.exc_info()[1], ConnectionError):  # live_tokens hangs up where an answer is too large
            traceback.print_exc()


class LiveTokens(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(("127.0.0.1", 0), Api)
        cls.server.daemon_threads = True
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()

    def test_the_short_programs_read_every_page_and_check_the_status(self):
        for name in "with_libcurl", "with_cpp_httplib":
            program = os.path.join(FOLDER, name)
            if not os.path.exists(program):
                continue
            url = "http://127.0.0.1:%d" % self.server.server_port
            row = "PersonalAccessToken{id=%d, token=<hidden>}\n"
            for secret, expected in {
                SECRET: (0, row % 1 + row % 2 + row % 3, ""),
                "a-wrong-and-long-one": (1, "", "HTTP status 401; Invalid Token ********************\n"),
                "short": (1, "", "LINODE_TOKEN must have at least 16 characters: letters, digits, '-', '_' and '.'\n"),
                "the-case-page-1-for-ever": (1, row % 1, "not the page that was asked for\n"),
                "the-case-no-counts": (1, "", "the server did not say how many pages exist\n"),
                "the-case-bad-gateway": (1, "", "HTTP status 502\n"),
            }.items():
                run = subprocess.run([program, url], capture_output=True, text=True, env={"LINODE_TOKEN": secret}, check=False)
                self.assertEqual((run.returncode, run.stdout, run.stderr), expected, name)
            with open("/dev/full", "wb") as full:
                run = subprocess.run([program, url], stdout=full, stderr=subprocess.PIPE, text=True, env={"LINODE_TOKEN": SECRET}, check=False)
            self.assertEqual((run.returncode, run.stderr), (2, "cannot write to standard output\n"))

    def start(self, case, *arguments, forget=True, **environment):
        if forget:
            Api.requests.clear()
        variables = {
            "LINODE_TOKEN": SECRET,
            "LINODE_API_URL": "http://127.0.0.1:%d/%s" % (self.server.server_port, case),
            "LINODE_API_TIMEOUT": "1",
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
        }
        variables.update(environment)
        return subprocess.Popen([PROGRAM, *arguments], env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run_case(self, case, *arguments, **environment):
        return self.finish(self.start(case, *arguments, **environment), environment.get("LINODE_TOKEN", SECRET))

    def finish(self, process, secret=SECRET):
        output, error = process.communicate(timeout=30)
        for part in parts_of(secret):
            self.assertNotIn(part, output + error)
        return process.returncode, output, error.strip()

    def run_on_terminal(self, case, columns, secret=SECRET):
        """The lines that are printed."""
        try:
            master, slave = pty.openpty()
        except OSError as error:  # in a bare root
            self.skipTest("the system has no terminal to give: %s" % error)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = subprocess.Popen([PROGRAM], stdout=slave, env={
            "LINODE_TOKEN": secret, "NO_COLOR": "1", "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
            "LINODE_API_URL": "http://127.0.0.1:%d/%s" % (self.server.server_port, case)})
        os.close(slave)
        data = b""
        with contextlib.suppress(OSError), open(master, "rb", buffering=0, closefd=False) as terminal:
            while block := terminal.read(65536):
                data += block
        os.close(master)
        self.assertEqual(process.wait(timeout=30), 0)
        return data.decode().replace("\r\n", "\n").splitlines()

    def run_answer(self, body, *arguments, status=200, headers=(), **environment):
        """Runs the program against a server that answers this."""
        Api.answers["answer"] = status, body if isinstance(body, str) else json.dumps(body), headers
        return self.run_case("answer", *arguments, **environment)

    def test_all_pages_are_followed(self):
        status, output, error = self.run_case("good")
        self.assertEqual((status, error), (0, ""))
        self.assertEqual([line.split()[:2] for line in output.splitlines()],
                         [["ID", "LABEL"], ["100", "*"], ["200", "*"]])  # both begin as the secret does
        self.assertEqual(Api.requests, [("/good/profile/tokens?page_size=500&page=%d" % page, "Bearer " + SECRET) for page in (1, 2)])
        self.assertEqual(self.run_answer(page_of({"id": 1}, {"id": 2}, results=1))[::2], (0, ""))

    def test_json_is_one_page_without_secrets_that_token_audit_reads(self):
        status, output, error = self.run_case("three", "--json")
        self.assertEqual((status, error), (0, ""))
        page = json.loads(output)
        self.assertEqual({name: page[name] for name in ("page", "pages", "results")}, {"page": 1, "pages": 1, "results": 3})
        self.assertEqual([one["id"] for one in page["data"]], [1, 2, 3])
        self.assertTrue(all("token" not in one for one in page["data"]))
        audit = subprocess.run([os.path.join(FOLDER, "token_audit"), "--never-expires"], input=output, capture_output=True,
                               text=True)
        self.assertEqual((audit.returncode, audit.stderr), (1, ""))
        self.assertEqual(len(audit.stdout.splitlines()), 4)

    def test_a_listing_that_changed_is_incomplete_to_token_audit(self):
        status, output, error = self.run_case("shrinking", "--json")
        self.assertEqual((status, error), (2, "live_tokens: incomplete: 2 of 3 tokens"))
        audit = subprocess.run([os.path.join(FOLDER, "token_audit")], input=output, capture_output=True, text=True)
        self.assertEqual((audit.returncode, audit.stderr), (2, "standard input: incomplete: 2 of 3 tokens\n"))

    def test_slashes_at_the_end_of_the_address_do_no_harm(self):
        status, output, _ = self.run_case("good", LINODE_API_URL="http://127.0.0.1:%d/good//" % self.server.server_port)
        self.assertEqual((status, len(output.splitlines())), (0, 3))
        self.assertTrue(all(path.startswith("/good/profile/tokens?") for path, _ in Api.requests))

    def test_a_temporary_status_is_asked_at_most_three_times(self):
        processes = {}
        for status in 408, 429, 502, 503, 504:
            for times in 1, 2, 3:
                processes[status, times] = self.start("transient-%d-%d-" % (status, times), forget=not processes,
                                                      LINODE_API_TIMEOUT="20")  # all at once, on a busy machine
        for status, times in processes:
            with self.subTest(status=status, times=times):
                output, error = processes[status, times].communicate(timeout=30)
                code, row, error = processes[status, times].returncode, output.splitlines()[1:2], error.strip()
                requests = [path for path, _ in Api.requests if path.startswith("/transient-%d-%d-/" % (status, times))]
                self.assertEqual(len(requests), min(times + 1, 3))
                if times < 3:
                    self.assertEqual((code, error, row[0].split()[0]), (0, "", "9"))
                else:
                    reason = ": Too many requests." if status == 429 else ""
                    self.assertEqual((code, row, error), (2, [], "live_tokens: HTTP status %d" % status + reason))
        began = time.monotonic()
        self.assertEqual(self.run_case("transient-503-2-")[0], 0)
        self.assertGreaterEqual(time.monotonic() - began, 3)  # 1 second, then 2
        self.assertEqual(self.run_case("transient-500-1-")[::2], (2, "live_tokens: HTTP status 500"))
        self.assertEqual(len(Api.requests), 1)

    def test_the_server_says_how_long_to_wait_within_a_minute(self):
        date = email.utils.formatdate(time.time() + 4, usegmt=True)
        waits = {"3": (3, 5), "-5": (1, 3), "": (1, 3), "soon": (1, 3), date: (2, 6)}
        began = time.monotonic()
        processes = {after: self.start("transient-429-1-" + urllib.parse.quote(after)) for after in waits}
        ended = {}
        while len(ended) < len(waits) and time.monotonic() < began + 20:
            for after, process in processes.items():
                if process.poll() is not None:
                    ended.setdefault(after, time.monotonic() - began)
            time.sleep(0.02)
        for after, (at_least, at_most) in waits.items():
            with self.subTest(after=after):
                self.assertEqual(self.finish(processes[after])[0], 0)
                self.assertTrue(at_least <= ended[after] < at_most, ended[after])
        process = self.start("transient-503-1-3600")
        with self.assertRaises(subprocess.TimeoutExpired):
            process.communicate(timeout=5)
        process.kill()
        process.communicate()

    def test_no_proxy_sees_the_secret_of_an_address_without_tls(self):
        seen = []

        class Proxy(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                seen.append(self.headers.get("Authorization"))
                self.send_error(403)

            def log_message(self, *_):
                pass

        proxy = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        address = "http://127.0.0.1:%d" % proxy.server_port
        for variable in "http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY":
            with self.subTest(variable):
                self.assertEqual(self.run_case("good", **{variable: address})[::2], (0, ""))
        proxy.shutdown()
        proxy.server_close()
        self.assertEqual(seen, [])

    def test_no_output_holds_the_secret_whoever_sent_it_back(self):
        hidden = "*" * len(SECRET)
        self.assertEqual(self.run_answer({"errors": [{"reason": "bad token " + SECRET, "field": SECRET}]}, status=400),
                         (2, "", "live_tokens: HTTP status 400: %s: bad token %s" % (hidden, hidden)))
        self.assertEqual(self.run_answer({"errors": ["permission denied"]}, status=403),
                         (2, "", "live_tokens: HTTP status 403: permission denied"))
        self.assertEqual(self.run_answer('{"data": [{"id": {"%s": tru}, "%s": 1}]}' % (SECRET, SECRET))[::2], (
            2, "live_tokens: 1:%d: /data/0/id/%s: expected null, true or false, found a letter" % (23 + len(SECRET), hidden)))
        page = page_of({"id": 1, "label": "my " + SECRET + " token", "scopes": SECRET})
        for arguments in (), ("--json",):
            status, output, error = self.run_answer(page, *arguments)
            self.assertEqual((status, error), (0, ""))
            self.assertIn("my %s token" % hidden, output)
        for argument in SECRET, "--" + SECRET:
            status, output, error = self.run_case("good", argument)
            self.assertEqual((status, output), (2, ""))
            self.assertIn("*" * len(SECRET), error)
        escaped = "".join("\\u%04x" % ord(character) for character in SECRET)
        self.assertEqual(self.run_answer('{"errors": [{"reason": "%s"}]}' % escaped, status=400),
                         (2, "", "live_tokens: HTTP status 400: " + hidden))

    def test_no_label_or_scopes_show_a_part_of_the_secret(self):
        parts = cuts(OTHER)
        tokens = [{"id": number, "label": "/" + part, "scopes": part + "/"} for number, part in enumerate(parts)]
        status, output, error = self.run_answer(page_of(*tokens), "--json", LINODE_TOKEN=OTHER)
        self.assertEqual((status, error), (0, ""))
        self.assertEqual([(token["label"], token["scopes"]) for token in json.loads(output)["data"]],
                         [("/" + shown(part), shown(part) + "/") for part in parts])
        status, output, error = self.run_answer(page_of(*tokens), LINODE_TOKEN=OTHER)
        self.assertEqual((status, error), (0, ""))
        self.assertEqual([line.split()[:3] for line in output.splitlines()[1:]],
                         [[str(number), "/" + shown(part), shown(part) + "/"] for number, part in enumerate(parts)])

    def test_no_reason_or_field_shows_a_part_of_the_secret(self):
        """At most 20 errors are read of an answer, and each text of them is cut at 500 bytes."""
        parts = cuts(OTHER)
        entries = [({"reason": "/" + part, "field": part + "/"}, shown(part) + "/: /" + shown(part)) for part in parts]
        for size in range(1, len(OTHER)):
            filler = "/" * (500 - size)
            cut = filler + shown(OTHER[:size]) + "…"
            entries.append(({"reason": filler + OTHER + "/" * 9, "field": filler + OTHER + "/" * 9}, cut + ": " + cut))
        for start in range(0, len(entries), 20):
            some = entries[start:start + 20]
            for status, text in (400, "HTTP status 400: "), (299, "warning: HTTP status 299: "):
                name = "errors" if status == 400 else "warnings"
                page = page_of({"id": 7}, **{name: [entry for entry, _ in some]})
                code, output, error = self.run_answer(page, "--json", status=status, LINODE_TOKEN=OTHER)
                self.assertEqual(error, "live_tokens: " + text + "; ".join(expected for _, expected in some))
                self.assertEqual((code, bool(output)), (2, False) if status == 400 else (0, True))

    def test_no_member_name_shows_a_part_of_the_secret(self):
        """A name is cut at 200 bytes."""
        names = {part: shown(part) for part in cuts(OTHER)}
        names.update({"." + part: "." + shown(part) for part in cuts(OTHER)})
        for size in range(1, len(OTHER)):
            filler = "!" * (200 - size)
            names[filler + OTHER + "!" * 9] = filler + shown(OTHER[:size]) + "…"
        processes = []
        for number, (name, expected) in enumerate(names.items()):
            case = "name-%d" % number
            Api.answers[case] = 200, '{"data": [{"id": {"%s": tru}}]}' % name, ()
            processes.append((expected, self.start(case, LINODE_TOKEN=OTHER, LINODE_API_TIMEOUT="20")))
            if len(processes) == 16 or number == len(names) - 1:
                for expected, process in processes:
                    code, output, error = self.finish(process, OTHER)
                    self.assertEqual((code, output), (2, ""))
                    self.assertEqual(error.split(": ")[2], "/data/0/id/" + expected)
                processes = []

    def test_no_header_shows_a_part_of_the_secret(self):
        for part in [OTHER[:size] for size in (7, 8, 64)] + [OTHER]:
            headers = [("", part)] + [(name, value) for value in cuts(OTHER) + [part] for name in ("Warning", "Retry-After")]
            for status in 200, 299, 302, 400:
                for body in page_of({"id": 7}), {"errors": [{"reason": "no"}]}, part:
                    self.assertIn(self.run_answer(body, status=status, headers=headers, LINODE_TOKEN=OTHER)[0], (0, 2))

    def test_no_cell_that_a_terminal_cuts_shows_a_part_of_the_secret(self):
        tokens = [{"id": number, "label": "/" * number + OTHER + "/", "scopes": "/" * number + OTHER} for number in range(64)]
        Api.answers["answer"] = 200, json.dumps(page_of(*tokens)), ()
        for columns in 80, 130:
            lines = self.run_on_terminal("answer", columns, OTHER)
            self.assertEqual(len(lines), 65)
            for part in parts_of(OTHER):
                self.assertNotIn(part, "\n".join(lines))
            for number, line in enumerate(lines[1:]):
                label = line.split()[1]
                self.assertEqual(label[:-1], ("/" * number + shown(OTHER[:max(0, len(label) - 1 - number)]))[:len(label) - 1])
                self.assertEqual(label[-1], "…")

    def test_a_part_of_the_secret_that_json_cannot_hide_is_refused(self):
        error = "live_tokens: the listing holds a part of LINODE_TOKEN that JSON cannot hide"
        for secret, token in {
            "1234567890123456": {"id": 12345678},
            "2026-01-01-abcdef": {"id": 1, "created": "2026-01-01T00:00:00"},
            "u202eabcdefghijk": {"id": 1, "label": "\u202eabcdefghij"},
        }.items():
            with self.subTest(secret):
                self.assertEqual(self.run_answer(page_of(token), "--json", LINODE_TOKEN=secret), (2, "", error))
                self.assertEqual(self.run_answer(page_of(token), LINODE_TOKEN=secret)[0], 0)
        self.assertEqual(self.run_answer(page_of({"id": 1}, results=12345678), LINODE_TOKEN="1234567890123456")[::2],
                         (2, "live_tokens: incomplete: 1 of ******** tokens"))

    def test_a_secret_that_could_not_be_hidden_is_refused_and_not_shown(self):
        for secret in ("hidden", "a" * 15, SECRET + "/", "~" + SECRET, 'a"b' * 20 + "\\", SECRET + " ", SECRET + "é",
                       SECRET + "\r\nX-Forged: 1"):
            with self.subTest(secret):
                self.assertEqual(self.run_case("good", LINODE_TOKEN=secret), (
                    2, "", "live_tokens: LINODE_TOKEN must have at least 16 characters: letters, digits, '-', '_' and '.'"))
        self.assertEqual(Api.requests, [])
        self.assertEqual(self.run_case("good", LINODE_TOKEN="aZ09-_.aZ09-_.aZ")[::2], (0, ""))

    def test_a_timeout_that_is_not_1_to_600_is_refused(self):
        for timeout in "abc", "0", "-5", "1e2", "601", " 5", "5 ", "+5", "5s", "0x5", "99999999999999999999":
            with self.subTest(timeout):
                self.assertEqual(self.run_case("good", LINODE_API_TIMEOUT=timeout),
                                 (2, "", "live_tokens: LINODE_API_TIMEOUT must be a number from 1 to 600"))
        self.assertEqual(Api.requests, [])
        for timeout in "1", "600", "":
            self.assertEqual(self.run_case("good", LINODE_API_TIMEOUT=timeout)[::2], (0, ""))

    def test_every_status_of_success_is_one_and_299_is_said(self):
        page = page_of({"id": 7, "label": "warnings"})
        for status in 200, 201, 206, 299:
            code, output, error = self.run_answer(page, status=status)
            self.assertEqual((code, output.splitlines()[1].split()[:2]), (0, ["7", "warnings"]))
            self.assertEqual(error, "live_tokens: warning: HTTP status 299" if status == 299 else "")
        self.assertEqual(self.run_answer("", status=204)[:2], (2, ""))
        for warnings, said in {
            (("title", "Deprecated"), ("detail", "Use another.")): ": Deprecated: Use another.",
            (("title", "Deprecated"), ("details", "Use \x1b[2J another.")): r": Deprecated: Use \u{1b}[2J another.",
            (("detail", "Use " + SECRET),): ": Use " + "*" * len(SECRET),
            (("unknown", "form"),): "",
        }.items():
            code, output, error = self.run_answer(dict(page, warnings=[dict(warnings)]), status=299)
            self.assertEqual((code, len(output.splitlines()), error), (0, 2, "live_tokens: warning: HTTP status 299" + said))
        page["warnings"] = ["One.", {"title": "Two", "detail": "2"}]
        self.assertEqual(self.run_answer(page, status=299)[2], "live_tokens: warning: HTTP status 299: One.; Two: 2")

    def test_a_page_of_more_tokens_than_asked_for_is_refused(self):
        self.assertEqual(self.run_answer(page_of(*[{"id": number} for number in range(500)]))[::2], (0, ""))
        more = 2, "", "live_tokens: the server sent more than 500 tokens on a page"
        self.assertEqual(self.run_answer(page_of(*[{"id": number} for number in range(501)])), more)
        body = '{"page": 1, "pages": 300, "results": 1, "data": [%s]}'
        self.assertEqual(self.run_answer(body % ("{}," * 690_000 + "{}"), LINODE_API_TIMEOUT="20"), more)
        self.assertEqual(self.run_answer(body % ("{}," * 5_000_000 + "{}"), LINODE_API_TIMEOUT="20"),
                         (2, "", "live_tokens: a response is too large"))
        if "ASAN_OPTIONS" not in os.environ:
            self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 300_000)  # KiB

    def test_a_label_of_a_megabyte_is_printed(self):
        label = "." * 1_000_000
        status, output, error = self.run_answer(page_of({"id": 1, "label": SECRET + label}), "--json", LINODE_API_TIMEOUT="20")
        self.assertEqual((status, error), (0, ""))
        self.assertTrue(json.loads(output)["data"][0]["label"] == "*" * len(SECRET) + label)

    def test_the_server_is_not_believed_about_pages(self):
        for case, error in {
            "page-1-for-ever": "the server sent another page than number 2",
            "no-counts-on-page-2": "the server sent another page than number 2",
            "twice": "the listing changed while it was read: token 2 came twice",
            "pages-10-18": "the server lists more than 1000 pages",
            "another-first": "the server sent another page than the first",
            "no-counts": "the server did not say how many pages exist",
            "growing": "the listing changed while it was read",
            "endless": "the listing changed while it was read",
            "no-ids": "the server sent a token without id",
        }.items():
            for arguments in (), ("--json",):
                with self.subTest(case, arguments=arguments):
                    self.assertEqual(self.run_case(case, *arguments), (2, "", "live_tokens: " + error))
                    self.assertLessEqual(len(Api.requests), 3)

        for member in "page", "pages", "results":
            page = {name: value for name, value in page_of({"id": 1}).items() if name != member}
            self.assertEqual(self.run_answer(page), (2, "", "live_tokens: the server did not say how many pages exist"))
        self.assertEqual(self.run_answer(page_of({"id": 1}, pages=1000))[2], "live_tokens: the server sent another page than number 2")

    def test_a_listing_of_64_megabytes_is_too_large(self):
        self.assertEqual(self.run_case("large", LINODE_API_TIMEOUT="20"), (2, "", "live_tokens: the listing is too large"))
        self.assertEqual(len(Api.requests), 34)

    def test_an_incomplete_listing_is_shown_and_is_an_error(self):
        for arguments in (), ("--json",):
            status, output, error = self.run_case("empty-middle", *arguments)
            self.assertEqual((status, error), (2, "live_tokens: incomplete: 2 of 3 tokens"))
            self.assertIn("3", output)

    def test_what_a_terminal_would_act_on_is_escaped(self):
        for arguments in (), ("--json",):
            output = self.run_answer(page_of({"id": 1, "label": "a\u009b2J\u202e\x1b[31m"}), *arguments)[1]
            self.assertFalse(set(output) & set("\x1b\u009b\u202e"), output)

    def test_an_address_with_a_query_or_a_fragment_is_refused(self):
        for end in "?", "#", "?a=b", "/#x":
            url = "http://127.0.0.1:%d/good%s" % (self.server.server_port, end)
            self.assertEqual(self.run_case("good", LINODE_API_URL=url),
                             (2, "", "live_tokens: LINODE_API_URL must have no query and no fragment"))
        self.assertEqual(Api.requests, [])

    def test_the_token_in_use_is_marked_and_its_row_fits_the_terminal(self):
        for columns in 60, 80, 120:
            lines = self.run_on_terminal("in-use", columns)
            self.assertEqual([line.split()[0:2] for line in lines], [["ID", "LABEL"], ["1", "other"], ["2", "*"]])
            for line in lines:
                self.assertLessEqual(len(line), columns, line)

    def test_help_needs_no_environment(self):
        status, output, error = self.run_case("good", "--help", LINODE_TOKEN="")
        self.assertEqual((status, error), (0, ""))
        self.assertIn("LINODE_API_URL", output)

    @unittest.skipUnless(shutil.which("curl"), "needs curl")
    def test_the_body_that_rotate_prints_is_one_that_the_api_accepts(self):
        url = "http://127.0.0.1:%d/profile/tokens" % self.server.server_port
        for expiry, scopes in ("2026-04-01T00:00:00", "linodes:read_only"), (None, "*"), ("2999-12-12T05:00:00", "lke:read_only"):
            Api.bodies.clear()
            token = json.dumps({"id": 1, "label": "é", "scopes": scopes, "created": "2026-01-01T00:00:00", "expiry": expiry,
                                "token": SECRET})
            command = 'body=$("$0") && curl -sS --json "$body" --oauth2-bearer "$1" "$2"'
            done = subprocess.run(["sh", "-c", command, os.path.join(FOLDER, "rotate"), SECRET, url], input=token,
                                  capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(json.loads(done.stdout)["scopes"], scopes)
            self.assertEqual(Api.bodies[0]["label"], "é")

    def test_an_error_answer_is_printed_as_its_reasons(self):
        self.assertEqual(self.run_answer({"errors": [{"reason": "Invalid Token"}, {"reason": "Bad\nluck"}]}, status=401),
                         (2, "", r"live_tokens: HTTP status 401: Invalid Token; Bad\nluck"))

    def test_a_body_shorter_than_announced_is_an_error(self):
        status, output, error = self.run_case("truncated")
        self.assertEqual((status, output), (2, ""))
        self.assertTrue(error.startswith("live_tokens: "), error)

    def test_a_body_that_is_cut_is_an_error_with_its_place(self):
        self.assertEqual(self.run_answer('{"data": [{"id": 1, "token": "' + SECRET[:16]), (
            2, "", "live_tokens: 1:47: /data/0/token: expected a closing quotation mark, found the end of the text"))

    def test_a_slow_answer_times_out(self):
        began = time.monotonic()
        self.assertEqual(self.run_case("slow"), (2, "", "live_tokens: Timeout was reached"))
        self.assertLess(time.monotonic() - began, 4)

    def test_a_redirect_is_not_followed(self):
        headers = ("", "Found"), ("Location", "/good/profile/tokens?page=1")
        self.assertEqual(self.run_answer("", status=302, headers=headers), (2, "", "live_tokens: HTTP status 302"))
        self.assertEqual(len(Api.requests), 1)

    def test_an_answer_that_is_no_json_is_reported_by_its_status(self):
        self.assertEqual(self.run_case("plain"), (2, "", "live_tokens: HTTP status 500"))

    def test_without_a_secret_nothing_is_sent(self):
        self.assertEqual(self.run_case("good", LINODE_TOKEN=""), (2, "", "live_tokens: LINODE_TOKEN is not set"))

    def test_an_address_without_tls_elsewhere_is_refused(self):
        for url in "http://api.linode.com/v4", "ftp://127.0.0.1/", "http://127.0.0.1@example.org/", "nonsense://":
            self.assertEqual(self.run_case("good", LINODE_API_URL=url),
                             (2, "", "live_tokens: LINODE_API_URL must be an https URL"))

        for host in "localhost:%d/good" % self.server.server_port, "[::1]:9":  # of this machine
            self.assertNotIn("LINODE_API_URL", self.run_case("good", LINODE_API_URL="http://" + host)[2])

    @unittest.skipUnless(shutil.which("openssl"), "needs openssl")
    def test_nothing_is_sent_to_a_server_whose_certificate_nobody_signed(self):
        with tempfile.TemporaryDirectory() as folder:
            key, certificate = os.path.join(folder, "key"), os.path.join(folder, "certificate")
            subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-keyout", key,
                            "-out", certificate], check=True, capture_output=True)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate, key)
        server = Server(("127.0.0.1", 0), Api)
        server.handle_error = lambda *_: None  # live_tokens hangs up
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        status, output, error = self.run_case("good", LINODE_API_URL="https://127.0.0.1:%d/good" % server.server_port)
        server.shutdown()
        server.server_close()
        self.assertEqual((status, output, Api.requests), (2, "", []))
        self.assertIn("certificate", error)

    @unittest.skipUnless(os.path.isdir("/proc/self"), "needs /proc")
    def test_the_secret_is_not_among_the_arguments(self):
        process = self.start("slow")
        while not Api.requests:
            time.sleep(0.01)
        with open("/proc/%d/cmdline" % process.pid, "rb") as arguments:
            self.assertEqual(arguments.read(), PROGRAM.encode() + b"\0")
        process.kill()
        process.communicate()


if __name__ == "__main__":
    unittest.main()
