"""The twin of the output folder: the same files by hard links. A build is laid out in it, then both are exchanged.

It lies in .cache/. Between two builds it holds what the site holds, so that a build links only what changes. Files of others at the top of
output/ whose names begin with a dot, such as `.git`, are not in it: they move to the new folder after the exchange.
docs/decisions/0032-one-moment.md has the reasons.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from broadsheet.files.exchange import exchange
from broadsheet.files.stage import HIDDEN, Stage, remove
from broadsheet.model.errors import ProjectError
from broadsheet.model.finding import Finding

_TWINS = Path(".cache", "twin")


class Twin:
    """The twin of the folder `output`; `folder` is where it lies, from the project's folder."""

    def __init__(self, output: Path) -> None:
        self._output = output.resolve()
        below = os.path.relpath(self._output)
        self._may_be = below.partition(os.sep)[0] not in ("..", _TWINS.parts[0])
        self.folder = _TWINS / below
        self._draft = self.folder.with_name(f"{self.folder.name}.part")

    def make(self) -> bool:
        """Make the twin where there is none; return False where the system or the disk has no links or no exchange.

        A site outside of the project has no twin, and neither has one in .cache/, which is made for a comparison.
        Raises ProjectError for a link in the site, which holds files only.
        """
        if not self._may_be or self.folder.exists():
            return self._may_be
        _clear(self._draft)
        try:
            self._draft.mkdir(parents=True)
            can = self._can_be_exchanged()
            if can:
                _link_below(self._output, self._draft)
                _copy_mode(self._output, self._draft)
                self._draft.rename(self.folder)
        except OSError:  # a disk without hard links, or with no room for the folders
            can = False
        _clear(self._draft)
        return can

    def _can_be_exchanged(self) -> bool:
        """Whether two folders beside the site can be, and a file of the site can have a second name there."""
        one, other = self._draft / "one", self._draft / "other"
        one.mkdir()
        other.mkdir()
        probe = self._output / HIDDEN / "probe"
        probe.touch()
        try:
            os.link(probe, one / "probe")
        finally:
            probe.unlink()
        can = exchange(one, other)
        _clear(self._draft)
        self._draft.mkdir()  # it must hold nothing of the probe: what it holds is published
        return can

    def lay_out(self, stage: Path, removed: Iterable[str]) -> None:
        """Link the files in the folder `stage` into the twin, and remove those of `removed` from it."""
        for file in _files(stage):
            _link(f"{stage}/{file}", f"{self.folder}/{file}")
        for file in removed:
            remove(self.folder, file)

    def take_over(self) -> bool:
        """Make the twin the site, and the old site the twin, in one moment; return False where the system cannot."""
        return exchange(self._output, self.folder)

    def catch_up(self) -> None:
        """Bring the old site, which is the twin now, up to the new one by the journal and the stage that it holds."""
        if not self._may_be:
            return
        stage = Stage(self.folder / HIDDEN)
        if decision := stage.decision(f"remove {self.folder}"):
            self._return_hidden()
            try:
                stage.move_in(self.folder, decision.removed)
                stage.end()
            except OSError:  # the site is the new one already, and a twin can be made anew
                self.drop()

    def _return_hidden(self) -> None:
        """Move the hidden entries of others from the old site to the new one."""
        for entry in self.folder.iterdir():
            if (
                entry.name.startswith(".")
                and entry.name != HIDDEN
                and not (self._output / entry.name).exists()
            ):
                entry.rename(self._output / entry.name)

    def drop(self) -> None:
        """Remove the twin; the next build makes it anew. A folder that is half removed is not taken for it."""
        if not self._may_be:
            return
        if self.folder.exists():
            _clear(self._draft)
            self.folder.rename(self._draft)
        _clear(self._draft)


def _link_below(folder: Path, twin: Path) -> None:
    for file in _files(folder, spared="."):
        _link(f"{folder}/{file}", f"{twin}/{file}")


def _files(folder: str | Path, above: str = "", *, spared: str = "/") -> Iterator[str]:
    """Yield the files below `folder`, with `above` before their paths, without those whose path begins with `spared`.

    Raises ProjectError for a link.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            file = f"{above}{entry.name}"
            if file.startswith(spared):
                continue
            if entry.is_symlink():
                message, hint = "this is a link, and a site holds files only", "take it out, then build again"
                raise ProjectError(Finding("bad-link", entry.path, message, hint))
            if entry.is_dir():
                yield from _files(entry.path, f"{file}/", spared=spared)
            else:
                yield file


def _link(file: str, target: str) -> None:
    """Give `file` the second name `target`, in the place of what has this name."""
    try:
        os.link(file, target)
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        os.link(file, target)
    except FileExistsError:
        Path(target).unlink()
        os.link(file, target)


def _clear(folder: Path) -> None:
    from shutil import rmtree  # noqa: PLC0415  slow to load, and most builds change nothing

    rmtree(folder, ignore_errors=True)


def _copy_mode(folder: Path, other: Path) -> None:
    from shutil import copystat  # noqa: PLC0415  the same

    copystat(folder, other)
