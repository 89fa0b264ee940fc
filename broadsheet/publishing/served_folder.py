"""A folder that a web server serves, here or on a host, with a list of the files that `inv publish` put there.

The list, `.published.json`, says what is there without reading the site back, and files of others are left alone. It is
written before the first file is sent and after the last, so that a publish that was broken off is finished by the next.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from broadsheet.press.files.site_stage import links_last
from broadsheet.publishing.changes import Changes
from broadsheet.publishing.tools import failure

LIST = ".published.json"
_UNSURE = ""  # the digest of a file that is being sent


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
            return {str(path): str(digest) for path, digest in json.loads(data).items()}
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
        unsure = dict.fromkeys((*changes.sent, *changes.withdrawn), _UNSURE)
        self._write_list({**made, **unsure})
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
