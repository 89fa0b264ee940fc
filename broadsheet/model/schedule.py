"""When readers get an article: from the moment at which its edition's day begins, or from a later one that it names."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

NEVER = 1 << 60
"""A moment, in seconds since 1970, that is later than any date, and with a minus earlier."""


class Clock(NamedTuple):
    """The moment of a command, in seconds since 1970, and the time zone of the paper."""

    now: int
    zone: dt.tzinfo = dt.UTC

    @property
    def today(self) -> dt.date:
        """The date that it is where the paper appears."""
        return self.at(self.now).date()

    def at(self, moment: int) -> dt.datetime:
        """Return `moment`, in seconds since 1970, as date and time where the paper appears."""
        return dt.datetime.fromtimestamp(moment, self.zone)

    def told(self, moment: int) -> str:
        """Return `moment` as people are told it: 2024-04-15 18:00."""
        return f"{self.at(moment):%Y-%m-%d %H:%M}"

    def begin(self, date: dt.date) -> int:
        """Return the moment at which a day begins where the paper appears."""
        return self._moment(dt.datetime.combine(date, dt.time()))

    def release(self, date: dt.date, publish_at: dt.datetime | None) -> int:
        """Return the moment from which readers get an article of the edition of `date`."""
        begin = self.begin(date)
        return max(begin, self._moment(publish_at)) if publish_at else begin

    def is_held(self, date: dt.date, publish_at: dt.datetime | None = None) -> bool:
        """Whether readers do not get an article yet; without `publish_at`, whether they get none of its edition."""
        return self.release(date, publish_at) > self.now

    def _moment(self, time: dt.datetime) -> int:
        """Return `time`, which without an offset is one of the paper's time zone, in seconds since 1970."""
        return int((time if time.tzinfo else time.replace(tzinfo=self.zone)).timestamp())


class Schedule(NamedTuple):
    """The moments between which an edition stays as it was printed, in seconds since 1970.

    At `since` the last of its articles was released, at `until` the next one will be. `held` are the addresses of those
    that are released after their edition, each with its date and time: 2024-04-15 18:00.
    """

    since: int
    until: int
    held: tuple[tuple[str, str], ...] = ()

    def holds(self, now: int) -> bool:
        """Whether nothing was released since, nor the clock set back."""
        return self.since <= now < self.until


def schedule_of(date: dt.date, articles: Iterable[tuple[str, dt.datetime | None]], clock: Clock) -> Schedule:
    """Return the schedule of the edition of `date`; `articles` are their addresses, each with its `publish_at`."""
    begin = clock.begin(date)
    releases = [(clock.release(date, publish_at), address) for address, publish_at in articles if publish_at]
    moments = [begin, *(moment for moment, _ in releases)]
    return Schedule(
        since=max((moment for moment in moments if moment <= clock.now), default=-NEVER),
        until=min((moment for moment in moments if moment > clock.now), default=NEVER),
        held=tuple(
            (address, clock.told(moment))
            for moment, address in sorted(releases)
            if moment > max(begin, clock.now)
        ),
    )
