"""A plugin of pytest that reads page files in the tests' own process: pytest -p tests.one_process.

Mutation tests need it: mutmut sees only what is called in its own process, and the process that reads a PDF or a scan
would run the code without the mutant.
"""

import io
import subprocess
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from importlib import import_module
from types import SimpleNamespace

import pytest

from broadsheet.ingest.pdf import process


@pytest.fixture(autouse=True)
def page_files_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call the module that a process would run. The bounds of such a process are not set: they would hold for all tests."""

    def run(command: Sequence[str], **_: object) -> "subprocess.CompletedProcess[bytes]":
        printed = io.TextIOWrapper(io.BytesIO(), "utf-8")
        with monkeypatch.context() as patch, redirect_stdout(printed):
            patch.setattr(sys, "argv", command[2:])
            import_module(command[2]).main()
        return subprocess.CompletedProcess(command, 0, printed.buffer.getvalue())

    here = SimpleNamespace(run=run, TimeoutExpired=subprocess.TimeoutExpired)
    monkeypatch.setattr(process, "subprocess", here)
    monkeypatch.setattr(process.Bounds, "set", lambda _: None)
