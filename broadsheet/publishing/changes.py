"""The files of a site by path and digest, and what differs between two sites."""

import os
from collections.abc import Mapping
from hashlib import sha1
from pathlib import Path
from typing import NamedTuple

from broadsheet.files.stage import HIDDEN

NO_JEKYLL = ".nojekyll"
# What a host is set up with, and no build makes.
_KEPT = frozenset({NO_JEKYLL, "CNAME"})

MAYBE_MISSING, UNKNOWN = "?", ""
"""The digests of files that a publish began to send or to delete: one may not be there, one has old bytes or new ones."""


class Changes(NamedTuple):
    """The paths of files that a site has and the published one has not, has with other bytes, and has no more."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    withdrawn: tuple[str, ...]

    @property
    def sent(self) -> tuple[str, ...]:
        """The paths of the files to send."""
        return (*self.added, *self.changed)


def compare(published: Mapping[str, str], made: Mapping[str, str]) -> Changes:
    """Return how the files `made` differ from those `published`; both are digests by path.

    `.nojekyll` and `CNAME` are never withdrawn: they are the host's settings. A file that may be missing counts as added,
    so that it is sent before what links to it.
    """
    there = {path for path, digest in published.items() if digest != MAYBE_MISSING}
    return Changes(
        added=tuple(sorted(made.keys() - there)),
        changed=tuple(sorted(path for path in made.keys() & there if published[path] != made[path])),
        withdrawn=tuple(sorted(published.keys() - made.keys() - _KEPT)),
    )


def site_files(output: Path) -> dict[str, str]:
    """Return the digest of each file of the site in `output`, by its path below it with slashes."""
    found: dict[str, str] = {}
    for folder, folders, names in os.walk(output):
        folders[:] = [name for name in folders if name != HIDDEN]
        for name in names:
            file = Path(folder, name)
            found[file.relative_to(output).as_posix()] = file_digest(file.read_bytes())
    return found


def file_digest(data: bytes) -> str:
    """Return the id that git gives to a file of these bytes (gitformat-pack: a blob, in SHA-1)."""
    return sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()
