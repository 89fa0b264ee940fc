"""The processes that print editions for a build end when the build ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress

import pytest

CREW = """
import os, threading
from broadsheet.press.processes import print_in_processes

def print_edition(task):
    if task:  # the first one is the build's own
        os.write(1, b"+")  # one byte: what two processes write into one pipe cannot mix
        threading.Event().wait()
    return task

list(print_in_processes(2, list(range(20)), print_edition))
"""


@pytest.fixture
def build() -> Iterator[subprocess.Popen[bytes]]:
    """A build whose two processes never finish; it and they form a group, which is killed after the test."""
    with subprocess.Popen(
        [sys.executable, "-c", CREW], stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        yield process
        with suppress(ProcessLookupError):  # all of them are gone
            os.killpg(process.pid, signal.SIGKILL)


def test_a_build_that_is_killed_leaves_nobody_behind_who_holds_its_lock(
    build: subprocess.Popen[bytes],
) -> None:
    assert build.stdout
    assert build.stdout.read(2) == b"++"
    build.kill()
    build.communicate(timeout=60)  # which ends with the last process that could write
