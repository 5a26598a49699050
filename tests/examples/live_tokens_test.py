"""Runs live_tokens against a server on the loopback interface, through everything that a server may answer."""

import http.server
import os
import subprocess
import sys
import threading
import time
import unittest

PROGRAM = sys.argv.pop(1)
SECRET = "5ecre7" * 10


class Api(http.server.BaseHTTPRequestHandler):
    """Answers by the first part of the path: /good, /unauthorized, /truncated, /slow, /redirect, /plain."""

    requests = []

    def do_GET(self):
        Api.requests.append((self.path, self.headers.get("Authorization")))
        case = self.path.split("/")[1]
        if case == "good":
            page = int(self.path.split("page=")[1])
            self.answer(200, '{"data": [{"id": %d, "token": "%s"}], "page": %d, "pages": 2, "results": 2}'
                        % (page * 100, SECRET[:16], page))
        elif case == "unauthorized":
            self.answer(401, '{"errors": [{"reason": "Invalid Token"}, {"reason": "Bad\\nluck"}]}')
        elif case == "truncated":
            self.answer(200, '{"data": [{"id": 1, "token": "%s' % SECRET[:16], missing=100)
        elif case == "cut":
            self.answer(200, '{"data": [{"id": 1, "token": "%s' % SECRET[:16])
        elif case == "slow":
            time.sleep(5)
        elif case == "redirect":
            self.send_response(302)
            self.send_header("Location", "/good/profile/tokens?page=1")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.answer(500, "<h1>" + SECRET + "</h1>")

    def answer(self, status, text, missing=0):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) + missing))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *_):
        pass


class LiveTokens(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Api)
        cls.server.daemon_threads = True
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()

    def start(self, case, **environment):
        Api.requests.clear()
        variables = {
            "LINODE_TOKEN": SECRET,
            "LINODE_API_URL": "http://127.0.0.1:%d/%s" % (self.server.server_port, case),
            "LINODE_API_TIMEOUT": "1",
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
        }
        variables.update(environment)
        return subprocess.Popen([PROGRAM], env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run_case(self, case, **environment):
        process = self.start(case, **environment)
        output, error = process.communicate(timeout=30)
        for start in range(len(SECRET) - 8):
            self.assertNotIn(SECRET[start:start + 8], output + error)
        return process.returncode, output, error.strip()

    def test_all_pages_are_followed(self):
        status, output, error = self.run_case("good")
        self.assertEqual((status, error), (0, ""))
        self.assertEqual(output, "PersonalAccessToken{id=100, token=<hidden>}\nPersonalAccessToken{id=200, token=<hidden>}\n")
        self.assertEqual([authorization for _, authorization in Api.requests], ["Bearer " + SECRET] * 2)

    def test_an_error_answer_is_printed_as_its_reasons(self):
        self.assertEqual(self.run_case("unauthorized"), (
            2, "", r"live_tokens: HTTP status 401: 1:1: the API returned an error: Invalid Token; Bad\u000aluck"))

    def test_a_body_shorter_than_announced_is_an_error(self):
        status, output, error = self.run_case("truncated")
        self.assertEqual((status, output), (2, ""))
        self.assertTrue(error.startswith("live_tokens: "), error)

    def test_a_body_that_is_cut_is_an_error_with_its_place(self):
        self.assertEqual(self.run_case("cut"), (
            2, "", "live_tokens: 1:47: /data/0/token: expected a closing quotation mark, found the end of the text"))

    def test_a_slow_answer_times_out(self):
        began = time.monotonic()
        status, output, error = self.run_case("slow")
        self.assertEqual((status, output, error), (2, "", "live_tokens: Timeout was reached"))
        self.assertLess(time.monotonic() - began, 4)

    def test_a_redirect_is_not_followed(self):
        status, output, error = self.run_case("redirect")
        self.assertEqual((status, output, error), (2, "", "live_tokens: HTTP status 302"))
        self.assertEqual(len(Api.requests), 1)

    def test_an_answer_that_is_no_json_is_reported_by_its_status(self):
        self.assertEqual(self.run_case("plain"), (2, "", "live_tokens: HTTP status 500"))

    def test_a_secret_with_a_line_break_is_refused_before_anything_is_sent(self):
        status, _, error = self.run_case("good", LINODE_TOKEN=SECRET + "\r\nX-Forged: 1")
        self.assertEqual((status, error), (2, "live_tokens: LINODE_TOKEN contains invalid characters"))
        self.assertEqual(Api.requests, [])

    def test_without_a_secret_nothing_is_sent(self):
        self.assertEqual(self.run_case("good", LINODE_TOKEN=""), (2, "", "live_tokens: LINODE_TOKEN is not set"))

    def test_an_address_without_tls_elsewhere_is_refused(self):
        for url in "http://api.linode.com/v4", "ftp://127.0.0.1/", "http://127.0.0.1@example.org/", "nonsense://":
            self.assertEqual(self.run_case("good", LINODE_API_URL=url),
                             (2, "", "live_tokens: LINODE_API_URL must be an https URL"))

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
