"""A folder on a host that rsync reaches, as a store of files."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from broadsheet.publishing.tools import run

_HINT = "make the folder if it is not there, and see that rsync reaches it; then again: inv publish"


class RsyncFolder:
    """The folder at `place`, as rsync names it: `user@host:/srv/www/paper`. It must exist: a typing error makes none."""

    def __init__(self, place: str) -> None:
        self._place = f"{place.rstrip('/')}/"

    def get(self, paths: Sequence[str]) -> Mapping[str, bytes]:
        """Return the bytes of files; one that is missing is left out."""
        with TemporaryDirectory() as folder:
            _rsync("--ignore-missing-args", self._place, f"{folder}/", paths=paths)
            return {path: file.read_bytes() for path in paths if (file := Path(folder, path)).is_file()}

    def put(self, source: Path, paths: Sequence[str]) -> None:
        """Copy files from below `source`; all take their places together, at the end."""
        _rsync(
            "--ignore-times",
            "--perms",
            "--chmod=D755,F644",
            "--delay-updates",
            f"{source}/",
            self._place,
            paths=paths,
        )

    def delete(self, paths: Sequence[str]) -> None:
        """Delete files, and the folders that this leaves empty."""
        folders = {folder.as_posix() for path in paths for folder in Path(path).parents[:-1]}
        by_depth = groupby(sorted(folders, key=_depth, reverse=True), key=_depth)
        for names in (paths, *(list(group) for _, group in by_depth)):
            self._delete(names)

    def _delete(self, names: Sequence[str]) -> None:
        """Delete files, or folders if they are empty: names that a folder with nothing but their parents does not have."""
        with TemporaryDirectory() as nothing:
            for name in names:
                Path(nothing, name).parent.mkdir(parents=True, exist_ok=True)
            _rsync("--delete-missing-args", f"{nothing}/", self._place, paths=names)


def _depth(folder: str) -> int:
    return folder.count("/")


def _rsync(*arguments: str, paths: Sequence[str]) -> None:
    names = "\0".join(paths).encode(errors="surrogateescape")
    run("rsync", "--times", "--from0", "--files-from=-", *arguments, given=(names,), hint=_HINT)
