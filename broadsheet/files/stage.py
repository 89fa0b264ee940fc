"""A stage: a folder that holds new files until all are written; a journal then makes moving them in one transaction.

The journal lists what to remove; what to move is what the stage holds. Before it is written, the old files are all in
place. After it is written, only the moves are left: where a command is killed there, the next one finishes them first.
A journal is believed on the disk that it was written on: one that came with somebody's files, as in a pull request,
could have any file written or deleted.
docs/decisions/0010-staged-builds.md has the reasons.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from broadsheet.files.quick_files import flush, move, write
from broadsheet.files.text_rows import joined, parted
from broadsheet.model.errors import ProjectError
from broadsheet.model.finding import Finding

HIDDEN = ".broadsheet"
"""The folder that holds a stage. Its name begins with a dot, so it is neither a manuscript's nor published."""

# Above this number of files, one sync of the whole disk is quicker than one of each file.
_MOST_SINGLE_SYNCS = 500


class Decision(NamedTuple):
    """What a journal says: a note of the command that wrote it, and the files to remove, as paths below the root."""

    note: str
    removed: tuple[str, ...]


class Stage:
    """The stage in the hidden folder `folder`. `new` is where new files wait, by their paths below the root.

    Raises ProjectError where the folder is a link, which could lead anywhere, or a file or a pipe.
    """

    def __init__(self, folder: Path) -> None:
        self.new = folder / "stage"
        self.journal = folder / "journal"
        for path in (folder, self.new):
            if path.is_symlink():
                message = "a link stands in the place of the folder of new files"
                raise ProjectError(Finding("bad-link", str(folder), message, "take it out"))
            if path.exists() and not path.is_dir():
                message = "no folder stands in the place of the folder of new files"
                raise ProjectError(Finding("bad-link", str(path), message, "take it out"))

    def decide(self, note: str, removed: Iterable[str]) -> None:
        """Flush all staged files to the disk, then write the journal; from here on, the transaction counts as done."""
        self.new.mkdir(parents=True, exist_ok=True)
        self.flush()
        draft = str(self.journal.with_suffix(".new"))
        write(draft, joined((self._seal(), note, *sorted(removed))))
        flush(draft)
        move(draft, str(self.journal))
        flush(str(self.journal.parent))

    def flush(self) -> None:
        """Wait until all staged files are on the disk."""
        _flush_below(self.new)

    def decision(self, hint: str) -> Decision | None:
        """Return what the journal says, or None without one.

        Raises ProjectError with `hint` for a damaged one, and for one that was not written here.
        """
        if not os.path.lexists(self.journal):
            return None
        if self.journal.is_symlink() or not self.journal.is_file():
            raise ProjectError(Finding("damaged-journal", str(self.journal), "this is no file", hint))
        try:
            seal, note, *removed = parted(self.journal.read_bytes())
        except (ValueError, MemoryError) as error:
            # not UTF-8, or empty; or larger than any that is written here
            finding = Finding("damaged-journal", str(self.journal), "this is damaged", hint)
            raise ProjectError(finding) from error
        if not self.new.is_dir() or seal != self._seal():
            message = "this was not written here, and is not believed"
            raise ProjectError(Finding("damaged-journal", str(self.journal), message, hint))
        return Decision(note, tuple(removed))

    def _seal(self) -> str:
        """Return the number that the disk gave to the folder of new files: nobody can foresee it."""
        return str(self.new.stat().st_ino)

    def move_in(
        self, root: Path, removed: Iterable[str], order: Callable[[str], Any] = lambda file: file
    ) -> None:
        """Move the staged files below `root`, in the order of the sort key `order`, then remove the files `removed`.

        A folder is given to `order` with a slash at its end. All this may be done again after an interruption: the
        result is the same.
        """
        for file in sorted(self._staged(root), key=order):
            move(f"{self.new}/{file}", f"{root}/{file}")
        for file in removed:
            remove(root, file)

    def end(self) -> None:
        """Remove the journal, whose moves are done, and what is left of the stage."""
        self.journal.unlink()
        self._clear(ignore_errors=True)

    def drop(self) -> None:
        """Remove the staged files, such as those of a command that was killed before it wrote its journal."""
        if self.new.exists():
            self._clear(ignore_errors=False)

    def _clear(self, *, ignore_errors: bool) -> None:
        from shutil import rmtree  # noqa: PLC0415  lazy: where nothing changed, nothing was staged

        rmtree(self.new, ignore_errors=ignore_errors)

    def _staged(self, root: Path, here: str = "") -> Iterator[str]:
        """Yield what to move from the folder `here`: single files, and whole folders where `root` has none there."""
        with os.scandir(f"{self.new}/{here}") as entries:
            for entry in entries:
                file = f"{here}{entry.name}"
                if not entry.is_dir():
                    yield file
                elif _is_own_folder(root / file):
                    yield from self._staged(root, f"{file}/")
                else:
                    yield f"{file}/"


def _is_own_folder(path: Path) -> bool:
    """Whether there is a folder at `path`; a link there is removed, since what moves in must not go through it."""
    if path.is_symlink():
        path.unlink()
    return path.exists()


def remove(root: Path, file: str) -> None:
    """Remove `file` below `root`, and the folders that this leaves empty; nothing behind a link is removed."""
    if any((root / folder).is_symlink() for folder in Path(file).parents[:-1]):
        return
    (root / file).unlink(missing_ok=True)
    for folder in Path(file).parents[:-1]:
        try:
            (root / folder).rmdir()
        except FileNotFoundError:  # gone before an interruption
            continue
        except OSError:  # not empty
            return


def _flush_below(folder: Path) -> None:
    found = (f"{here}/{name}" for here, _, names in os.walk(folder) for name in names)
    files = list(islice(found, _MOST_SINGLE_SYNCS + 1))
    if len(files) > _MOST_SINGLE_SYNCS:
        os.sync()
        return
    for file in files:
        flush(file)
