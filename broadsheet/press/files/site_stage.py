"""The stage of the output folder: a build's new files wait there until all are written; then they become the site.

Before the journal is written, output/ is the old site, byte for byte; `files/stage` says how. Then the site is exchanged
for its `twin`, which has the new files, in one moment. Where the system knows no exchange, the files move in one by
one, in an order in which no link leads nowhere. docs/decisions/0010-staged-builds.md and 0032-one-moment.md have the
reasons.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from broadsheet.files.quick_files import write
from broadsheet.files.stage import HIDDEN, Decision, Stage
from broadsheet.press.files.twin import Twin

# How a build goes into the site: exchanged for its twin, or file by file.
_EXCHANGE, _MOVE = "exchange", "move"
_LONGEST_STAMP = 100  # bytes; a digest has fewer, and a damaged file may have any number

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
    "newest.json",
    "sitemaps/",
    "feed.",
    "rss.xml",
    "sitemap.xml",
)


# A new edition is moved in as one folder with its pictures. A new picture of an old edition is moved before its pages.
# A page in the paper's other script is moved right after the page that it was made from.
_CONVERTED = re.compile(r"zh-Han[st]/(?=.)")
_EDITION_FOLDER = re.compile(r"\d{4}-\d\d-\d\d/(?:.*/)?$")


class SiteStage:
    """The stage of the output folder `output`; `new` is where new files wait, by their paths below `output`."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self._stage = Stage(output / HIDDEN)
        self._twin = Twin(output)
        self._stamp = output / HIDDEN / "stamp"
        self.new = self._stage.new

    def clear(self) -> None:
        """Do what the journal says; where there is none, remove the files that a killed build staged.

        Raises ProjectError for a damaged journal.
        """
        self._twin.catch_up()
        hint = f"remove {self._stage.journal.parent}, then: inv build --clean"
        if decision := self._stage.decision(hint):
            self._carry_out(decision)
        else:
            self._stage.drop()

    def stamp(self) -> str:
        """Return the digest of what the site was made of, or "" where it is unknown."""
        if not self._stamp.is_file():
            return ""
        with self._stamp.open("rb") as file:
            return file.read(_LONGEST_STAMP).decode(errors="replace")

    def set_stamp(self, stamp: str) -> None:
        """Note what the site was made of, or nothing for a site of unknown make."""
        _write_stamp(self.output, stamp)

    def decide(
        self, stamp: str, removed: Iterable[str], *, anew: bool = False, in_place: bool = False
    ) -> None:
        """Flush all staged files to the disk, then write the journal; from here on, the build counts as done.

        `stamp` is the digest of what the new site is made of; `removed` are the files that it no longer has. With `anew`,
        the twin is made again from the whole site. With `in_place`, there is none, and files move in one by one: others
        keep files in the site, which must stay where they are.
        """
        if anew or in_place:
            self._twin.drop()
        way = _EXCHANGE if not in_place and self._twin.make() else _MOVE
        self._stage.decide(f"{way} {stamp}", removed)

    def _carry_out(self, decision: Decision) -> None:
        way, _, stamp = decision.note.partition(" ")
        if way == _EXCHANGE and self._twin.make():
            self._twin.lay_out(self.new, decision.removed)
            _write_stamp(self._twin.folder, stamp)
            if self._twin.take_over():
                self._twin.catch_up()
                return
        self._stage.move_in(self.output, decision.removed, self._new_first)
        self.set_stamp(stamp)
        self._stage.end()
        self._twin.drop()

    def _new_first(self, file: str) -> tuple[bool, int, int, str]:
        """Return the sort key that moves in what replaces nothing first: no page leads there yet."""
        return (not file.endswith("/") and (self.output / file).exists(), *links_last(file))


def _write_stamp(output: Path, stamp: str) -> None:
    path = output / HIDDEN / "stamp"
    if stamp:
        write(str(path), stamp.encode())
    else:
        path.unlink(missing_ok=True)


def links_last(file: str) -> tuple[int, int, str]:
    """Return the sort key of a file or folder to move, so that what links to another one comes after it.

    Its first part is 0 for what pages load, 1 for articles, printed pages and editions in this order, above 1 for lists.
    """
    plain = _CONVERTED.sub("", file, count=1) if file.startswith("zh-") else file
    is_page = (
        plain.endswith((".html", ".xml", ".json")) or _EDITION_FOLDER.match(plain) or plain.startswith(_LAST)
    )
    if plain.startswith(_FIRST) or not is_page:
        return (0, 0, file)
    rank = next((rank for rank, name in enumerate(_LAST, 2) if plain.startswith(name)), 1)
    return (rank, -plain.count("/"), file)
