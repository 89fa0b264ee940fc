"""The stage of the output folder: a build's new files wait there until all are written; then they become the site.

Before the journal is written, output/ is the old site, byte for byte; `files/stage` says how. The stamp, a digest of
all that the site is made of, is written last. docs/decisions/0010-staged-builds.md has the reasons.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from broadsheet.files.quick_files import write
from broadsheet.files.stage import HIDDEN, Decision, Stage

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
# A page in the paper's other script is moved right after the page that it was made from.
_CONVERTED = re.compile(r"zh-Han[st]/(?=.)")
_EDITION_FOLDER = re.compile(r"\d{4}-\d\d-\d\d/(?:.*/)?$")


class SiteStage:
    """The stage of the output folder `output`; `new` is where new files wait, by their paths below `output`."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self._stage = Stage(output / HIDDEN)
        self._stamp = output / HIDDEN / "stamp"
        self.new = self._stage.new

    def clear(self) -> None:
        """Do what the journal says; where there is none, remove the files that a killed build staged.

        Raises ProjectError for a damaged journal.
        """
        hint = f"remove {self._stage.journal.parent}, then: inv build --clean"
        if decision := self._stage.decision(hint):
            self._carry_out(decision)
        else:
            self._stage.drop()

    def stamp(self) -> str:
        """Return the digest of what the site was made of, or "" where it is unknown."""
        return self._stamp.read_text(encoding="utf-8", errors="replace") if self._stamp.is_file() else ""

    def set_stamp(self, stamp: str) -> None:
        """Note what the site was made of, or nothing for a site of unknown make."""
        if stamp:
            write(str(self._stamp), stamp.encode())
        else:
            self._stamp.unlink(missing_ok=True)

    def decide(self, stamp: str, removed: Iterable[str]) -> None:
        """Flush all staged files to the disk, then write the journal; from here on, the build counts as done.

        `stamp` is the digest of what the new site is made of; `removed` are the files that it no longer has.
        """
        self._stage.decide(stamp, removed)

    def _carry_out(self, decision: Decision) -> None:
        self._stage.move_in(self.output, decision.removed, links_last)
        self.set_stamp(decision.note)
        self._stage.end()


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
