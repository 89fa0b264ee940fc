"""Entries of a folder that must not be read: links that lead out of it or nowhere, pipes, devices.

Whoever may put a file into content/, raw/ or the theme could otherwise publish any file of this machine, or stop every
command with a pipe that no one writes to.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from broadsheet.model.finding import Finding
from broadsheet.model.message import say


def unsound(path: str | Path, root: str | Path) -> Finding | None:
    """Return the finding about `path`, where it is neither a file nor a folder; None for a missing one.

    A link may lead to any place below `root`, which may be a link itself. The folders above `path` are not looked at.
    """
    path = Path(path)
    try:
        if not path.is_symlink() and (path.is_file() or path.is_dir()):
            return None
        mode = path.stat().st_mode
    except OSError as error:
        if not path.is_symlink():
            return None
        return _finding(path, say("this link leads nowhere: %(reason)s", reason=str(error.strerror)))
    target = path.resolve()
    if not target.is_relative_to(Path(root).resolve()):
        message = say(
            "this link leads to %(target)s, outside of %(root)s, and is not followed",
            target=str(target),
            root=str(root),
        )
        return _finding(path, message)
    if not (S_ISREG(mode) or S_ISDIR(mode)):
        return _finding(path, say("this is neither a file nor a folder"))
    return None


def linked_folder(folder: str | Path) -> Finding | None:
    """Return the finding about `folder`, the folder of a day or of a printed page, where a link stands in its place."""
    if not Path(folder).is_symlink():
        return None
    message = say("this link to a folder is not followed, so what lies there would not be printed")
    return _finding(Path(folder), message)


def unsound_below(folder: str | Path, root: str | Path) -> Iterator[Finding]:
    """Yield the finding about each entry below `folder`, at any depth, that is `unsound` for `root`.

    Hidden entries are left out, and links to folders are not entered.
    """
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from unsound_below(entry.path, root)
            elif not entry.is_file(follow_symlinks=False) and (finding := unsound(entry.path, root)):
                yield finding


def _finding(path: Path, message: str) -> Finding:
    hint = say("put the file or the folder itself there, or take this out")
    return Finding(code="bad-link", path=str(path), message=message, hint=hint)
