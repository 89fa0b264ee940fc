"""Channels: what can be followed by feeds. The term is RSS's."""

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

import msgspec

from broadsheet.press.paper.settings import Paper

_PRESS_TIME = dt.time(6)


class Channel(msgspec.Struct, frozen=True):
    """What a feed follows: its title, and the address in parts of its page, () for the front page.

    The channel's feeds, one in each format, are files in the folder of its page.
    """

    title: str
    parts: tuple[str, ...] = ()

    def file(self, name: str) -> str:
        """Return the path below output/ of the feed whose file is called `name`."""
        return "/".join((*self.parts, name))

    def href(self, name: str, paper: Paper) -> str:
        """Return the absolute address of the feed whose file is called `name`."""
        return paper.links.full(paper.links.at(self.file(name)))

    def page_href(self, paper: Paper) -> str:
        """Return the absolute address of the channel's page."""
        return paper.links.full(paper.links.page(*self.parts))


def paper_channel(paper: Paper) -> Channel:
    """Return the channel of the whole paper."""
    return Channel(paper.sitename)


@lru_cache(maxsize=256)
def _at_press_time(date: dt.date, timezone: str) -> dt.datetime:
    return dt.datetime.combine(date, _PRESS_TIME, ZoneInfo(timezone))


def publication_time(date: dt.date, paper: Paper) -> dt.datetime:
    """Return the time that feeds give to an edition of `date`: six in the morning in the paper's time zone."""
    return _at_press_time(date, paper.timezone)
