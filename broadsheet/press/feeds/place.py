"""Where feeds stand: beside the page whose articles they hold."""

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

import msgspec

from broadsheet.press.paper.settings import Paper

_AT_PRESS_TIME = dt.time(6)


class FeedPlace(msgspec.Struct, frozen=True):
    """A place with feeds: what they are called, and the parts of its page's address, none for the front page."""

    title: str
    parts: tuple[str, ...] = ()

    def file(self, name: str) -> str:
        """Return the file in output/ of the feed `name`."""
        return "/".join((*self.parts, name))

    def href(self, name: str, paper: Paper) -> str:
        """Return the full address of the feed `name`."""
        return paper.links.full(paper.links.at(self.file(name)))

    def page_href(self, paper: Paper) -> str:
        """Return the full address of the page."""
        return paper.links.full(paper.links.page(*self.parts))


def paper_place(paper: Paper) -> FeedPlace:
    """Return where the paper's own feeds stand."""
    return FeedPlace(paper.sitename)


@lru_cache(maxsize=256)
def _at_press_time(date: dt.date, timezone: str) -> dt.datetime:
    return dt.datetime.combine(date, _AT_PRESS_TIME, ZoneInfo(timezone))


def moment(date: dt.date, paper: Paper) -> dt.datetime:
    """Return when a paper of `date` comes out: feeds count in moments, print in days."""
    return _at_press_time(date, paper.timezone)
