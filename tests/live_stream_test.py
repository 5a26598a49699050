"""Writes lines to a pipe, and checks that the token of each comes before the next is written:
live_stream_test.py PROGRAM

The pipe is standard input, synchronised with the C library or not, or a FIFO that is opened as a file."""

import os
import pathlib
import subprocess
import sys
import tempfile
import threading

LINES = 20
SECONDS = 10  # a token takes a thousandth of this


def watch(program, source, write_line, close):
    """Whether each token comes before the next line is written."""
    for number in range(1, LINES + 1):
        write_line(b'{"id": %d, "label": "a } b", "expiry": null}\n' % number)
        timer = threading.Timer(SECONDS, program.kill)
        timer.start()
        token = program.stdout.readline()
        timer.cancel()
        if token.strip() != b"%d" % number:
            print("%s: the token of line %d did not come" % (source, number))
            return False
    close()
    return program.wait(SECONDS) == 0


def poll(program, seconds):
    """Whether the program ends at once, as it does where files cannot be read line by line."""
    try:
        return program.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        return False


def main(path):
    is_right = True
    for source in ("synced", "unsynced"):
        program = subprocess.Popen([path, source], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        is_right &= watch(program, source, program.stdin.write, program.stdin.close)
    with tempfile.TemporaryDirectory() as folder:
        fifo = pathlib.Path(folder) / "fifo"
        os.mkfifo(fifo)
        program = subprocess.Popen([path, str(fifo)], stdout=subprocess.PIPE, bufsize=0)
        descriptor = os.open(fifo, os.O_RDWR)  # does not wait for a reader
        with open(descriptor, "wb", buffering=0) as pipe:
            if not poll(program, SECONDS / 100):
                is_right &= watch(program, "a FIFO", pipe.write, pipe.close)
    print("%d lines through each of three pipes: %s" % (LINES, "no token late" if is_right else "LATE"))
    return 0 if is_right else 1


sys.exit(main(sys.argv[1]))
