"""Faults of the machine, one at a time: a command is killed, or the disk fails, at any one of its file operations.

Counted are the operations that change files in the project's folder: opening a file to write, writing, renaming and
removing, making and removing a folder, flushing. The command runs once as it is, and once more for each of them, in a
process of its own, where that one fails.
"""

import errno
import io
import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from broadsheet.files import quick_files

KINDS = ("killed", "EIO", "ENOSPC")
"""How an operation fails: the process is killed, or the system reports this error."""

Command = Callable[[], int]


class Faults(Protocol):
    """What can fail: it counts the operations of a command, and fails at one of them."""

    @property
    def operations(self) -> list[str]:
        """Those of the command that is watched."""

    @property
    def first(self) -> int:
        """The operation at which to begin, where not all fail: another one for each kind of fault."""

    def watch(self, folder: Path, failing: int) -> None:
        """Count the operations from now on, below `folder`, and fail at that of number `failing`; at none for 0."""

    def leave(self) -> None:
        """Count no more."""


_CHANGES = {
    "os.rename": (1, 3),
    "os.link": (1, 3),
    "os.remove": (0, 1),
    "os.mkdir": (0, 2),
    "os.rmdir": (0, 1),
}  # where the audit event holds the path, and the folder that is open there or -1
_CRASHED = 70
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class Failed(NamedTuple):
    """The operation that failed, the project's folder after it, and the command's exit code, below 0 for a signal."""

    operation: str
    folder: Path
    code: int


def fail_each(
    command: Command, before: Path, into: Path, faults: Faults, *, every: int = 1
) -> Iterator[Failed]:
    """Run `command` in copies of the folder `before`, which lie in `into`, and yield what became of each.

    In the first, nothing fails; its operation is "". Then fails each operation, or one of `every` so many: the kinds of
    faults begin at different ones, so that three kinds together take each operation of every three once.
    """
    processes = multiprocessing.get_context("forkserver")  # it has no threads, whose locks a fork would copy
    ours, its = processes.Pipe(duplex=False)
    process = processes.Process(target=_fail_each, args=(command, before, into, faults, every, its))
    process.start()
    its.close()
    try:
        while True:
            operation, folder, code = ours.recv()
            assert code != _CRASHED, operation
            yield Failed(operation, folder, code)
    except EOFError:
        process.join()


def _fail_each(  # noqa: PLR0917  as `Process` calls it
    command: Command, before: Path, into: Path, faults: Faults, every: int, told: Connection
) -> None:
    ours, its = multiprocessing.Pipe(duplex=False)
    child = os.fork()
    if not child:
        code = _run(command, before, into / "0", faults)
        its.send(faults.operations)
        os._exit(code)
    its.close()
    operations = ours.recv()
    told.send(("", into / "0", _code_of(child)))
    numbered = list(enumerate(operations, 1))
    for number, operation in numbered[faults.first % every :: every]:
        child = os.fork()
        if not child:
            os._exit(_run(command, before, into / f"{number}", faults, number))
        told.send((operation, into / f"{number}", _code_of(child)))


def _code_of(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _run(command: Command, before: Path, folder: Path, faults: Faults, failing: int = 0) -> int:
    shutil.copytree(before, folder, symlinks=True)
    os.chdir(folder)
    sys.stdout = sys.stderr = io.StringIO()
    faults.watch(folder, failing)
    try:
        return command()
    except Exception:  # noqa: BLE001  a user would see a traceback
        return _CRASHED
    finally:
        faults.leave()


class Disk:
    """Operations of this process on files, `below` a folder in the one that is watched; `kind` is one of KINDS."""

    def __init__(self, kind: str, below: str = "") -> None:
        self.kind = kind
        self.below = below
        self.folder: Path | None = None
        self.first = KINDS.index(kind)

    def leave(self) -> None:
        self.folder = None

    def watch(self, folder: Path, failing: int) -> None:
        self.folder, self.failing = folder, failing
        self.operations: list[str] = []
        sys.addaudithook(self._event)
        flush, sync = os.fsync, os.sync

        def flushed(handle: int) -> None:
            self.do("fsync", str(Path(f"/proc/self/fd/{handle}").readlink()))
            flush(handle)

        def synced() -> None:
            self.do("sync", ".")
            sync()

        os.fsync, os.sync = flushed, synced  # type: ignore[assignment]
        quick_files.open = self._open  # type: ignore[attr-defined]

    def do(self, name: str, path: str) -> None:
        path = os.path.normpath(Path.cwd() / path)
        if self.folder is None or not Path(path).is_relative_to(self.folder / self.below):
            return
        self.operations.append(f"{name} {os.path.relpath(path, self.folder)}")
        if len(self.operations) == self.failing:
            if self.kind == "killed":
                os.kill(os.getpid(), signal.SIGKILL)
            number = getattr(errno, self.kind)
            raise OSError(number, os.strerror(number), path)

    def _event(self, event: str, of: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(of[0], str) and of[2] & _WRITING:
            self.do("open", of[0])
        elif event in _CHANGES:
            path, folder = (of[place] for place in _CHANGES[event])
            above = Path(f"/proc/self/fd/{folder}").readlink() if folder >= 0 else Path()
            self.do(event.removeprefix("os."), str(above / path))

    def _open(self, path: str, mode: str, **_: int) -> io.FileIO:
        file = _Torn(path, mode)
        file.disk = self
        return file


class _Torn(io.FileIO):
    """A file that is half written when the operation fails."""

    disk: Disk

    def write(self, data: Any) -> int:
        half = super().write(data[: len(data) // 2])
        self.disk.do("write", self.name)
        return half + super().write(data[half:])
