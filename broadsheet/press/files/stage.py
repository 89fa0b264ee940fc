"""The stage: a folder that holds a build's new files until all are written; then they are moved into the site.

A journal lists what to move and remove. Before it is written, output/ is the old site, byte for byte. After it is
written, only the moves are left: where a build is killed there, the next build finishes them first.
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
"""The folder in output/ that holds the stage. Its name begins with a dot, so it is not published."""

# Above this number of files, one sync of the whole disk is quicker than one of each file.
_MOST_SINGLE_SYNCS = 500

# Files are moved in this order, so that no page links to one that is missing: first what pages load, then articles and
# editions, last the lists that link to them.
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


# A new edition is moved in as one folder with its pictures. A new picture of an old edition is moved before its pages.
_EDITION_FOLDER = re.compile(r"\d{4}-\d\d-\d\d/(?:.*/)?$")


class Stage:
    """The stage of the output folder `output`."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.new = output / HIDDEN / "stage"
        self._journal = output / HIDDEN / "journal"
        self._stamp = output / HIDDEN / "stamp"

    def clear(self) -> None:
        """Finish the moves of a killed build that wrote its journal; delete the files of one that did not.

        Raises PressError for a damaged journal.
        """
        if self._journal.exists():
            self.move_in()
        elif self.new.exists():
            self._drop(ignore_errors=False)

    def stamp(self) -> str:
        """Return the digest of what the site was made of, or "" where it is unknown."""
        return self._stamp.read_text(encoding="utf-8", errors="replace") if self._stamp.is_file() else ""

    def set_stamp(self, stamp: str) -> None:
        """Note what the site was made of, or nothing for a site of unknown make."""
        if stamp:
            self._stamp.write_text(stamp, encoding="utf-8")
        else:
            self._stamp.unlink(missing_ok=True)

    def decide(self, stamp: str, removed: Iterable[str]) -> None:
        """Flush all staged files to the disk, then write the journal; from here on, the build counts as done.

        `stamp` is the digest of what the new site is made of; `removed` are the files that it no longer has.
        """
        self.new.mkdir(parents=True, exist_ok=True)
        _flush_below(self.new)
        draft = self._journal.with_suffix(".new")
        draft.write_bytes(joined((stamp, *sorted(removed))))
        _flush(draft)
        draft.replace(self._journal)
        _flush(self._journal.parent)

    def move_in(self) -> None:
        """Do what the journal says. It may be done again after an interruption: the result is the same.

        Raises PressError for a damaged journal.
        """
        stamp, *removed = self._decided()
        for file in sorted(self._staged(), key=links_last):
            move(f"{self.new}/{file}", f"{self.output}/{file}")
        for file in removed:
            remove(self.output, file)
        self.set_stamp(stamp)
        self._journal.unlink()
        self._drop(ignore_errors=True)

    def _decided(self) -> list[str]:
        """Return the new site's stamp and the files to remove. Raises PressError for a damaged journal."""
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
        """Yield what to move below the folder `here`: single files, and whole folders where the site has none there."""
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


def links_last(file: str) -> tuple[int, int, str]:
    """Return the sort key of a file or folder to move, so that what links to another one comes after it.

    Its first part is 0 for what pages load, 1 for articles, printed pages and editions in this order, above 1 for lists.
    """
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
