"""Whoever prints for a build goes home with it."""

import signal
import subprocess
import sys

CREW = """
import threading
from broadsheet.press.processes import print_in_processes

def print_edition(task):
    if task:  # the first one is the build's own
        print("at work", flush=True)
        threading.Event().wait()
    return task

list(print_in_processes(2, list(range(20)), print_edition))
"""


def test_a_build_that_is_killed_leaves_nobody_behind_who_holds_its_lock() -> None:
    build = subprocess.Popen([sys.executable, "-c", CREW], stdout=subprocess.PIPE, text=True)
    assert build.stdout
    assert [build.stdout.readline() for _ in range(2)] == ["at work\n"] * 2
    build.send_signal(signal.SIGKILL)
    build.communicate(timeout=60)  # which ends with the last process that could write
