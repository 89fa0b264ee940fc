"""The output folder, which belongs to the press: a build removes files that it does not make."""

import fnmatch
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from broadsheet.manuscript.place import edition_date
from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.standing.standing_pages import OURS, ROBOTS_FILE


def claim(output: Path, spared: Collection[str]) -> None:
    """Raise PressError unless a build may remove files in `output`: it is missing, empty, or made by an earlier build.

    `spared` are the patterns of OUTPUT_RETENTION.
    """
    if not output.exists() or not any(_files(output, spared)):
        return
    robots = output / ROBOTS_FILE
    if robots.is_file() and robots.read_bytes().startswith(OURS.encode()):
        return
    plugin = "; robots.txt is not the press’s: does a plugin write it?" if robots.is_file() else ""
    raise PressError(
        Finding(
            code="foreign-output",
            path=str(output),
            message=f"this folder holds files that the press did not write, and a build would remove them{plugin}",
            hint="empty it, or build into another folder: pelican content -o FOLDER",
        )
    )


def strays(output: Path, written: Collection[str], spared: Collection[str]) -> set[str]:
    """Return the files in `output`, as relative paths, that are neither in `written` nor spared."""
    return {
        file
        for path in _files(output, spared)
        if (file := path.relative_to(output).as_posix()) not in written
    }


def printed_addresses(files: Iterable[str]) -> tuple[str, ...]:
    """Return the sorted addresses of the editions, printed pages and articles among `files`, paths below output/."""
    pages = (file.removesuffix("index.html") for file in files if file.endswith("/index.html"))
    return tuple(sorted(f"/{page}" for page in pages if edition_date(page.partition("/")[0])))


def is_spared(file: str, spared: Collection[str]) -> bool:
    """Whether a build leaves `file`, a path below output/, alone."""
    return any(fnmatch.fnmatch(part, pattern) for part in file.split("/") for pattern in spared)


def _files(output: Path, spared: Collection[str]) -> Iterator[Path]:
    """Yield the files in `output`, without those that are spared, at any depth, and those at its top that are hidden."""
    patterns = (".*", *spared)
    for folder, folders, files in os.walk(output):
        folders[:] = _not_like(patterns, folders)
        yield from (Path(folder, name) for name in _not_like(patterns, files))
        patterns = tuple(spared)


def _not_like(patterns: Collection[str], names: list[str]) -> list[str]:
    return [name for name in names if not any(fnmatch.fnmatch(name, pattern) for pattern in patterns)]
