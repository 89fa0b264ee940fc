"""The output folder is the press's own: what vanished from content/ vanishes from it."""

import fnmatch
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from broadsheet.manuscript.place import edition_date
from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.standing.standing_pages import OURS, ROBOTS_FILE


def claim(output: Path, spared: Collection[str]) -> None:
    """Make sure that `output` may be swept: it is new, empty, or was written by a press before.

    Raises PressError for a folder of somebody else's, which a build would empty. `spared` are the patterns of OUTPUT_RETENTION.
    """
    if not output.exists() or not any(_files(output, spared)):
        return
    robots = output / ROBOTS_FILE
    if robots.is_file() and robots.read_bytes().startswith(OURS.encode()):
        return
    raise PressError(
        Finding(
            code="foreign-output",
            path=str(output),
            message="this folder holds files that the press did not write, and a build would remove them",
            hint="empty it, or build into another folder: pelican content -o FOLDER",
        )
    )


def strays(output: Path, written: Collection[str], spared: Collection[str]) -> set[str]:
    """Return every file of `output` that is not in `written`."""
    return {
        file
        for path in _files(output, spared)
        if (file := path.relative_to(output).as_posix()) not in written
    }


def printed_addresses(files: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses of the editions, printed pages and articles among `files` of the site, in order."""
    pages = (file.removesuffix("index.html") for file in files if file.endswith("/index.html"))
    return tuple(sorted(f"/{page}" for page in pages if edition_date(page.partition("/")[0])))


def _files(output: Path, spared: Collection[str]) -> Iterator[Path]:
    """Yield the files of `output`, without hidden ones at its top (.git), and those that are spared, at any depth."""
    patterns = (".*", *spared)
    for folder, folders, files in os.walk(output):
        folders[:] = _not_like(patterns, folders)
        yield from (Path(folder, name) for name in _not_like(patterns, files))
        patterns = tuple(spared)


def _not_like(patterns: Collection[str], names: list[str]) -> list[str]:
    return [name for name in names if not any(fnmatch.fnmatch(name, pattern) for pattern in patterns)]
