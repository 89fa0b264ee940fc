"""Where a build lays out new files until all of them are there; then they are moved into the site in one go.

The journal is the turning point. Before it is written, output/ is the old site to the last byte. After it, the moves
are only carried out: a build that was killed there is finished by the next one before it does anything else.
docs/decisions/0010-staged-builds.md has the reasons.
"""

import os
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.files.quick_files import move
from broadsheet.press.files.text_rows import joined, parted

HIDDEN = ".broadsheet"
"""The folder in output/ that holds the stage; hidden, so it is never published."""

# Above this many files, one sync of everything is quicker than one for each.
_MOST_SINGLE_SYNCS = 500

# Readers meet new files in this order: first what pages show, then the pages that lists lead to, the lists last.
_FIRST = ("robots.txt", "theme/")
_LAST = (
    "sections/",
    "columns/",
    "authors/",
    "tags/",
    "archive/",
    "index.html",
    "sitemaps/",
    "feed.",
    "rss.xml",
    "sitemap.xml",
)


# A new edition is moved in as one folder, with its pictures; a single picture of an old one comes before its pages.
_EDITION_FOLDER = re.compile(r"\d{4}-\d\d-\d\d/(?:.*/)?$")


class Stage:
    """The stage of one output folder."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.new = output / HIDDEN / "stage"
        self._journal = output / HIDDEN / "journal"
        self._stamp = output / HIDDEN / "stamp"

    def clear(self) -> None:
        """Finish what a killed build had decided, or drop what it had only begun."""
        if self._journal.exists():
            self.move_in()
        elif self.new.exists():
            self._drop(ignore_errors=False)

    def stamp(self) -> str:
        """Return what the site was made of, or nothing for a site of unknown make."""
        return self._stamp.read_text(encoding="utf-8", errors="replace") if self._stamp.is_file() else ""

    def set_stamp(self, stamp: str) -> None:
        """Note what the site was made of, or nothing for a site of unknown make."""
        if stamp:
            self._stamp.write_text(stamp, encoding="utf-8")
        else:
            self._stamp.unlink(missing_ok=True)

    def decide(self, stamp: str, removed: Iterable[str]) -> None:
        """Make sure that everything staged is on the disk, then write the journal: from here on the site is the new one."""
        self.new.mkdir(parents=True, exist_ok=True)
        _flush_below(self.new)
        draft = self._journal.with_suffix(".new")
        draft.write_bytes(joined((stamp, *sorted(removed))))
        _flush(draft)
        draft.replace(self._journal)
        _flush(self._journal.parent)

    def move_in(self) -> None:
        """Carry out the journal; done twice, or from the middle on, it comes to the same."""
        stamp, *removed = self._decided()
        for file in sorted(self._staged(), key=_moment):
            move(f"{self.new}/{file}", f"{self.output}/{file}")
        for file in removed:
            remove(self.output, file)
        self.set_stamp(stamp)
        self._journal.unlink()
        self._drop(ignore_errors=True)

    def _decided(self) -> list[str]:
        """Return the stamp of the new site and the files that it has no more. Raises PressError for a damaged journal."""
        try:
            decided = parted(self._journal.read_bytes())
        except UnicodeDecodeError:
            decided = []
        if not decided:
            hint = f"remove {self._journal.parent}, then: inv build --clean"
            finding = Finding(
                code="damaged-journal", path=str(self._journal), message="this is damaged", hint=hint
            )
            raise PressError(finding)
        return decided

    def _drop(self, *, ignore_errors: bool) -> None:
        import shutil  # noqa: PLC0415  lazy: where nothing changed, nothing was staged

        shutil.rmtree(self.new, ignore_errors=ignore_errors)

    def _staged(self, here: str = "") -> Iterator[str]:
        """Yield what is to be moved: files, and folders as a whole where the site has none of their name."""
        with os.scandir(f"{self.new}/{here}") as entries:
            for entry in entries:
                file = f"{here}{entry.name}"
                if not entry.is_dir():
                    yield file
                elif (self.output / file).exists():
                    yield from self._staged(f"{file}/")
                else:
                    yield f"{file}/"


def remove(output: Path, file: str) -> None:
    """Remove `file` from `output`, and the folders that this leaves empty."""
    (output / file).unlink(missing_ok=True)
    for folder in Path(file).parents[:-1]:
        try:
            (output / folder).rmdir()
        except OSError:  # not empty, or gone already
            return


def _moment(file: str) -> tuple[int, int, str]:
    """Return when `file`, or a folder, is moved in: an article before its page, that before its edition, and the lists after all."""
    is_page = (
        file.endswith((".html", ".xml", ".json")) or _EDITION_FOLDER.match(file) or file.startswith(_LAST)
    )
    if file.startswith(_FIRST) or not is_page:
        return (0, 0, file)
    rank = next((rank for rank, name in enumerate(_LAST, 2) if file.startswith(name)), 1)
    return (rank, -file.count("/"), file)


def _flush_below(folder: Path) -> None:
    found = (f"{here}/{name}" for here, _, names in os.walk(folder) for name in names)
    files = list(islice(found, _MOST_SINGLE_SYNCS + 1))
    if len(files) > _MOST_SINGLE_SYNCS:
        os.sync()
        return
    for file in files:
        _flush(file)


def _flush(path: Path | str) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
