"""The lock that keeps two builds of one project from running at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding


@contextmanager
def only_build(lock: Path) -> Iterator[None]:
    """Hold the lock file `lock` while the body runs; the system releases it even where the process is killed.

    Raises PressError, with the id of the other process, where another build holds it.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            holder = file.read().strip() or "another process"
            raise PressError(
                Finding(
                    code="build-running",
                    path=str(lock),
                    message=f"{holder} is building this project",
                    hint="wait until it ends, or end it",
                )
            ) from error
        file.truncate(0)
        file.write(f"process {os.getpid()}\n")
        file.flush()
        yield
        file.truncate(0)
