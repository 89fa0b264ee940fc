"""A survey of content/: the path, size and age of each file, without reading any.

In an incremental build this is the only part whose time grows with the archive, so it makes one string for each file
and no object.
"""

import datetime as dt
import os
from collections.abc import Collection, Iterable
from itertools import starmap
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from broadsheet.files.links import unsound
from broadsheet.files.text_rows import joined, parted
from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding

Stat = tuple[str, int, int]
"""A file's path below content/, its size in bytes, and its age: when it was last changed, in nanoseconds since the epoch."""


class Survey(NamedTuple):
    """The files in content/, sorted by path: packed stats of each edition by date, and the stats of files elsewhere."""

    editions: dict[str, bytes]
    outside: list[Stat]


def look_over(content: Path) -> Survey:
    """Return the files below `content`, without hidden ones.

    Raises PressError for a name that is not UTF-8, and with a finding for each entry that cannot be read.
    """
    editions: dict[str, list[str]] = {}
    outside: list[str] = []
    bad: list[Finding] = []
    with os.scandir(content) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            if not entry.is_dir(follow_symlinks=False):
                outside += _looked_at(entry, "", content, bad)
            elif _is_date(entry.name):
                editions[entry.name] = _files_below(entry, "", content, bad)
            else:
                outside += _files_below(entry, "", content, bad)
    raise_if_any(PressError, bad)
    packed = {date: _joined(files, content) for date, files in editions.items() if files}
    return Survey(packed, unpacked_stats(_joined(outside, content)))


def left_out(survey: Survey, files: Collection[str]) -> Survey:
    """Return `survey` without `files`, paths below content/."""
    editions = dict(survey.editions)
    for date in {path.partition("/")[0] for path in files} & editions.keys():
        kept = packed_stats(stat for stat in unpacked_stats(editions.pop(date)) if stat[0] not in files)
        editions |= {date: kept} if kept else {}
    return Survey(dict(sorted(editions.items())), [stat for stat in survey.outside if stat[0] not in files])


def packed_stats(stats: Iterable[Stat]) -> bytes:
    """Return stats as bytes."""
    return joined(starmap(_packed, stats))


def unpacked_stats(data: bytes) -> list[Stat]:
    """Return the stats that `packed_stats` packed into `data`."""
    texts = parted(data)
    files = zip(texts[::3], texts[1::3], texts[2::3], strict=True)
    return [(path, int(size), int(age)) for path, size, age in files]


def _packed(path: str, size: int, age: int) -> str:
    return f"{path}\0{size}\0{age}"


def _joined(files: list[str], content: Path) -> bytes:
    try:
        return joined(sorted(files))
    except UnicodeEncodeError as error:
        path, *_ = next(file for file in files if error.object[error.start] in file).split("\0")
        raise PressError(
            Finding(
                code="bad-name",
                path=f"{content}/{os.fsencode(path).decode(errors='backslashreplace')}",
                message="this name is not UTF-8, so it cannot be part of an address",
                hint="give the file, or the folder that it is in, another name",
            )
        ) from error


def _is_date(name: str) -> bool:
    """Whether `name` is an ISO 8601 date. `manuscript.place` has this too; importing it would import msgspec."""
    try:
        return dt.date.fromisoformat(name).isoformat() == name
    except ValueError:
        return False


def _files_below(folder: "os.DirEntry[str]", above: str, content: Path, bad: list[Finding]) -> list[str]:
    """Return the packed stats of the files below `folder`, whose path below `content` is `above` and its name.

    Findings about entries that cannot be read are added to `bad`.
    """
    found: list[str] = []
    prefix = f"{above}{folder.name}/"
    if folder.name.endswith((".md", ".yaml")):
        bad.append(_no_file(folder, "this is a folder, and a file belongs here"))
    with os.scandir(folder.path) as entries:
        for entry in entries:
            if entry.name[0] == ".":
                continue
            if entry.is_dir(follow_symlinks=False):
                found += _files_below(entry, prefix, content, bad)
            else:
                found += _looked_at(entry, prefix, content, bad)
    return found


def _looked_at(entry: "os.DirEntry[str]", prefix: str, content: Path, bad: list[Finding]) -> tuple[str, ...]:
    """Return the packed stat of `entry`, or nothing for a link to a folder of pictures and for a file just deleted.

    A finding about an entry that cannot be read is added to `bad`.
    """
    if not entry.is_file(follow_symlinks=False) and (finding := unsound(entry.path, content)):
        bad.append(finding)
        return ()
    try:
        stat = entry.stat()
    except FileNotFoundError:
        return ()
    if S_ISREG(stat.st_mode):
        return (_packed(prefix + entry.name, stat.st_size, stat.st_mtime_ns),)
    if _is_date(entry.name) or entry.name.isdecimal():
        bad.append(
            _no_file(entry, "this link to a folder is not followed, so what lies there would not be printed")
        )
    return ()


def _no_file(entry: "os.DirEntry[str]", message: str) -> Finding:
    hint = "put the file or the folder itself there, or take this out"
    return Finding(code="bad-link", path=entry.path, message=message, hint=hint)
