"""The report of a build."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from broadsheet.files.text_rows import joined, paired, parted
from broadsheet.model.finding import Finding
from broadsheet.model.numbers import number_of
from broadsheet.model.schedule import NEVER, Schedule

_MOST_ADDRESSES = 10


class Waiting(NamedTuple):
    """What readers do not get yet, and `until` when nothing of this changes, in seconds since 1970.

    `early` are the dates of editions whose day has not begun; `held` are the addresses of other articles whose time has
    not come, each with its date and time.
    """

    early: tuple[str, ...] = ()
    held: tuple[tuple[str, str], ...] = ()
    until: int = NEVER

    def lines(self) -> list[str]:
        """Return a line about the editions, and one about the articles."""
        articles = [f"{address} ({time})" for address, time in self.held]
        return [
            f"not published before {its if len(names) == 1 else their}: {', '.join(names)}"
            for names, its, their in (
                (self.early, "its day", "their days"),
                (articles, "its time", "their times"),
            )
            if names
        ]


def waiting(early: tuple[str, ...], schedules: Iterable[Schedule]) -> Waiting:
    """Return what is waiting of a paper whose editions have `schedules`; `early` are the dates of those to come."""
    known = list(schedules)
    held = sorted(chain.from_iterable(schedule.held for schedule in known))
    return Waiting(early, tuple(held), min((schedule.until for schedule in known), default=NEVER))


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
    waiting: Waiting = Waiting()
    left: tuple[tuple[str, str], ...] = ()
    """The addresses that articles have left, each with the one that readers are led to, "" where it was withdrawn."""

    def __str__(self) -> str:
        site = f"{number_of(self.editions, 'edition')}, {number_of(self.articles, 'article')}"
        made = f"{number_of(self.pages, 'page')} made" if self.pages else "nothing to make"
        files = f"{number_of(self.changed, 'file')} written, {self.removed} removed"
        return f"{self.paper}: {site}; {made} in {self.seconds:.1f} s ({files}){self._farewell()}{self._waiting()}"

    def _farewell(self) -> str:
        """Return a line with the removed addresses, since editions should be permanent."""
        if not self.gone:
            return ""
        more = len(self.gone) - _MOST_ADDRESSES
        names = [*self.gone[:_MOST_ADDRESSES], *([f"and {more:,} more"] if more > 0 else [])]
        return f"\n    no longer on the site, and links to them break: {', '.join(names)}"

    def _waiting(self) -> str:
        return "".join(f"\n    {line}" for line in self.waiting.lines())


def packed_left(left: Iterable[tuple[str, str]]) -> str:
    """Return `Report.left` as the build cache holds it."""
    return joined(chain.from_iterable(left)).decode()


def unpacked_left(fact: str) -> tuple[tuple[str, str], ...]:
    """Return what `packed_left` packed."""
    return paired(parted(fact.encode()))
