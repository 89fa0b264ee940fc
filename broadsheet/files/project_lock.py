"""The lock of a project: one command at a time changes content/ or output/."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from broadsheet.files.links import unsound
from broadsheet.model.errors import ProjectError
from broadsheet.model.finding import Finding

LOCK = Path(".cache", "project.lock")
"""The lock file, from the project's folder."""


@contextmanager
def only_command(lock: Path = LOCK, *, patient: bool = False) -> Iterator[None]:
    """Hold the lock file `lock` while the body runs; the system releases it even where the process is killed.

    Where another process holds it, wait for it if `patient`, else raise ProjectError with the id of that process. Raises
    ProjectError also where a pipe or a device stands in its place.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    if finding := unsound(lock, lock.parent):
        raise ProjectError(finding)
    with lock.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if patient else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            holder = file.read().strip() or "another process"
            message = f"{holder} is at work on this project"
            hint = "wait until it ends, or end it"
            raise ProjectError(Finding("project-busy", str(lock), message, hint)) from error
        file.truncate(0)
        file.write(f"process {os.getpid()}\n")
        file.flush()
        yield
        file.truncate(0)
