"""The report of a build."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from broadsheet.files.text_rows import joined, paired, parted
from broadsheet.model.finding import Finding
from broadsheet.model.numbers import number_of

_MOST_ADDRESSES = 10


class Report(NamedTuple):
    """What a build made; as a string, the line that it prints.

    `editions` and `articles` are the numbers of those on the site, `pages` of the pages rendered now, `changed` and
    `removed` of files written and removed.
    """

    paper: str
    editions: int
    articles: int
    pages: int
    changed: int
    removed: int
    seconds: float
    doubts: tuple[Finding, ...] = ()
    gone: tuple[str, ...] = ()
    """The sorted addresses of articles, printed pages and editions that this build removed."""
    early: tuple[str, ...] = ()
    """The dates of editions whose day has not begun."""
    left: tuple[tuple[str, str], ...] = ()
    """The addresses that articles have left, each with the one that readers are led to, "" where it was withdrawn."""

    def __str__(self) -> str:
        site = f"{number_of(self.editions, 'edition')}, {number_of(self.articles, 'article')}"
        made = f"{number_of(self.pages, 'page')} made" if self.pages else "nothing to make"
        files = f"{number_of(self.changed, 'file')} written, {self.removed} removed"
        return (
            f"{self.paper}: {site}; {made} in {self.seconds:.1f} s ({files}){self._farewell()}{self._early()}"
        )

    def _farewell(self) -> str:
        """Return a line with the removed addresses, since editions should be permanent."""
        if not self.gone:
            return ""
        more = len(self.gone) - _MOST_ADDRESSES
        names = [*self.gone[:_MOST_ADDRESSES], *([f"and {more:,} more"] if more > 0 else [])]
        return f"\n    no longer on the site, and links to them break: {', '.join(names)}"

    def _early(self) -> str:
        return f"\n    {not_yet(self.early)}" if self.early else ""


def not_yet(dates: Sequence[str]) -> str:
    """Return the words for editions whose day has not begun."""
    days = "its day" if len(dates) == 1 else "their days"
    return f"not published before {days}: {', '.join(dates)}"


def packed_left(left: Iterable[tuple[str, str]]) -> str:
    """Return `Report.left` as the build cache holds it."""
    return joined(chain.from_iterable(left)).decode()


def unpacked_left(fact: str) -> tuple[tuple[str, str], ...]:
    """Return what `packed_left` packed."""
    return paired(parted(fact.encode()))
