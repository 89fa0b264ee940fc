"""The process that reads a page file: its bounds, its reply, and what is said where it gives none."""

import io
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from broadsheet.ingest.pdf import process
from broadsheet.ingest.pdf.process import Bounds, RefusedError, Reply, answer, ask
from broadsheet.model.errors import SourceError

BOUNDS = Bounds(seconds=7, memory=123_456)
Run = Callable[[], "subprocess.CompletedProcess[bytes]"]


def ended(code: int, reply: Reply | None = None) -> Run:
    return lambda: subprocess.CompletedProcess([], code, msgspec.msgpack.encode(reply))


def too_slow() -> "subprocess.CompletedProcess[bytes]":
    raise subprocess.TimeoutExpired("python", 28)


FAULTS: dict[str, tuple[Run, tuple[str, str, str]]] = {
    "out of time": (
        ended(-24),
        (
            "refused",
            "reading the page takes more than 7 seconds of the processor",
            "export the page alone, as PDF/X or PDF/A",
        ),
    ),
    "crashed": (
        ended(-11),
        (
            "refused",
            "reading the page takes more than 123,456 bytes of memory, or crashes the program that reads it",
            "export the page alone, as PDF/X or PDF/A",
        ),
    ),
    "never done": (
        too_slow,
        (
            "refused",
            "reading the page takes more than 28 seconds",
            "export the page alone, as PDF/X or PDF/A",
        ),
    ),
    "refused": (
        ended(0, Reply(fault="encrypted", message="the PDF is encrypted")),
        (
            "encrypted",
            "the PDF is encrypted",
            "save it without a password",
        ),
    ),
}


@pytest.mark.parametrize(("run", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, said: tuple[str, str, str]
) -> None:
    here = SimpleNamespace(run=lambda *_, **__: run(), TimeoutExpired=subprocess.TimeoutExpired)
    monkeypatch.setattr(process, "subprocess", here)
    path = tmp_path / "01.pdf"
    path.touch()
    with pytest.raises(SourceError) as raised:
        ask(path, "module", (), BOUNDS)
    (found,) = raised.value.findings
    assert (found.code, found.message, found.hint) == said
    assert found.path == str(path)


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "BYTES_MOST", 3)
    path = tmp_path / "01.pdf"
    path.write_bytes(b"1234")
    with pytest.raises(SourceError, match="this file has 4 bytes, and a page at most 3"):
        ask(path, "module", (), BOUNDS)


def test_a_process_gets_the_file_and_what_to_do_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[list[str], int]] = []

    def run(command: list[str], *, timeout: int, **_: object) -> "subprocess.CompletedProcess[bytes]":
        asked.append((command[1:], timeout))
        return ended(0, Reply(pages=3))()

    here = SimpleNamespace(run=run, TimeoutExpired=subprocess.TimeoutExpired)
    monkeypatch.setattr(process, "subprocess", here)
    path = tmp_path / "01.pdf"
    path.touch()
    assert ask(path, "module", ("2", "folder"), BOUNDS) == Reply(pages=3)
    assert asked == [(["-m", "module", str(path), "2", "folder"], 28)]


def refuses() -> Reply:
    raise RefusedError("blank-page", "the page is blank")


def takes_too_much() -> Reply:
    raise MemoryError


REPLIES: dict[str, tuple[Callable[[], Reply], Reply]] = {
    "marks": (lambda: Reply(pages=2), Reply(pages=2)),
    "a page that is refused": (refuses, Reply(fault="blank-page", message="the page is blank")),
    "too large": (takes_too_much, Reply(fault="refused", message="the page takes too much memory")),
}


@pytest.mark.parametrize(("reply", "printed"), REPLIES.values(), ids=REPLIES.keys())
def test_a_process_holds_to_its_bounds_and_prints_its_reply(
    monkeypatch: pytest.MonkeyPatch, reply: Callable[[], Reply], printed: Reply
) -> None:
    limits: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    out = io.BytesIO()
    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=out))
    answer(BOUNDS, reply)
    assert limits == {resource.RLIMIT_CPU: (7, 12), resource.RLIMIT_AS: (123_456, 123_456)}
    assert msgspec.msgpack.decode(out.getvalue(), type=Reply) == printed
