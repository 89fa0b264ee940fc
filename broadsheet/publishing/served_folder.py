"""A folder that a web server serves, here or on a host, with a list of the files that `inv publish` put there.

The list, `.published.json`, says what is there without reading the site back, and files of others are left alone. It is
written before the first file is sent and after the last, so that a publish that was broken off is finished by the next.
"""

import json
import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from broadsheet.press.files.site_stage import links_last
from broadsheet.publishing.changes import MAYBE_MISSING, UNKNOWN, Changes
from broadsheet.publishing.tools import failure

LIST = ".published.json"
# No path of a site: an absolute one, or one with a step up, an empty step or a control. A list that somebody else wrote
# would have files outside of the folder deleted.
_NO_PATH = re.compile(r"(?:^|/)(?:\.{0,2}(?:/|$))|[\x00-\x1f\x7f]")


class FileStore(Protocol):
    """A folder, wherever it is. Every method raises PublishError; paths are below it, with slashes."""

    def get(self, paths: Sequence[str]) -> Mapping[str, bytes]:
        """Return the bytes of files; one that is missing is left out."""

    def put(self, source: Path, paths: Sequence[str]) -> None:
        """Copy the files at `paths` below `source` to the same paths."""

    def delete(self, paths: Sequence[str]) -> None:
        """Delete files, and the folders that this leaves empty."""


class ServedFolder:
    """The target that keeps its files in `store`."""

    def __init__(self, name: str, store: FileStore) -> None:
        self.name = name
        self._store = store

    def published(self) -> Mapping[str, str]:
        """Return the digests of the files that are published, by path. Raises PublishError for a damaged list."""
        data = self._store.get([LIST]).get(LIST, b"{}")
        try:
            return {_path(name): str(digest) for name, digest in json.loads(data).items()}
        except (ValueError, AttributeError) as error:
            hint = (
                "remove it there: the next publish sends every file, and leaves those that it no longer knows"
            )
            raise failure(self.name, f"{LIST} is damaged", hint) from error

    def read(self, paths: Sequence[str]) -> Mapping[str, bytes]:
        """Return the bytes of published files; one that is missing is left out."""
        return self._store.get(paths)

    def send(self, output: Path, changes: Changes, made: Mapping[str, str]) -> None:
        """Send new files first, since no page leads to them yet, then changed ones, and delete what is withdrawn last.

        Of either, what pages load comes first, then editions, then lists: at no moment does a link lead nowhere.
        """
        changing = dict.fromkeys(changes.changed, UNKNOWN)
        coming_or_going = dict.fromkeys((*changes.added, *changes.withdrawn), MAYBE_MISSING)
        self._write_list({**made, **changing, **coming_or_going})
        for files in (changes.added, changes.changed):
            ordered = sorted(files, key=links_last)
            for _, paths in groupby(ordered, key=lambda path: min(links_last(path)[0], 2)):
                self._store.put(output, list(paths))
        if changes.withdrawn:
            self._store.delete(changes.withdrawn)
        self._write_list(made)

    def _write_list(self, files: Mapping[str, str]) -> None:
        with TemporaryDirectory() as folder:
            text = json.dumps(files, ensure_ascii=False, indent=0, sort_keys=True)
            Path(folder, LIST).write_text(text, encoding="utf-8")
            self._store.put(Path(folder), [LIST])


def _path(name: str) -> str:
    if _NO_PATH.search(name):
        raise ValueError(name)
    return name
