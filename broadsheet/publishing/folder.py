"""A folder of this machine as a store of files."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from broadsheet.files.quick_files import move, read, write
from broadsheet.files.stage import HIDDEN, Stage, remove
from broadsheet.press.files.access import readable_by_all
from broadsheet.publishing.tools import failure


class Folder:
    """The folder at `path`, which is made with the first file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, paths: Sequence[str]) -> Mapping[str, bytes]:
        """Return the bytes of files; one that is missing is left out."""
        with self._told():
            return {path: file.read_bytes() for path in paths if (file := self._path / path).is_file()}

    def put(self, source: Path, paths: Sequence[str]) -> None:
        """Copy files from below `source`: all wait in a stage until they are on the disk, then each takes its place at once."""
        stage = Stage(self._path / HIDDEN)
        with self._told(), readable_by_all():
            stage.drop()
            for path in paths:
                write(f"{stage.new}/{path}", read(f"{source}/{path}"))
            stage.flush()
            for path in paths:
                (self._path / path).parent.mkdir(parents=True, exist_ok=True)
                move(f"{stage.new}/{path}", str(self._path / path))
            stage.drop()
            (self._path / HIDDEN).rmdir()

    def delete(self, paths: Sequence[str]) -> None:
        """Delete files, and the folders that this leaves empty."""
        with self._told():
            for path in paths:
                remove(self._path, path)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            hint = "mend this, then again: inv publish"
            raise failure(str(error.filename or self._path), error.strerror or str(error), hint) from error
