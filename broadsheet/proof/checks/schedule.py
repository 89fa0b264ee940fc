"""Checks of `publish_at`, when an article is released."""

import datetime as dt
from collections.abc import Iterator

from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Check, Remark
from broadsheet.proof.read.located_article import LocatedArticle

_FAR = dt.timedelta(days=7)
_ONE_DAY = dt.timedelta(days=1)  # by which an offset may change a date


def early_release(located: LocatedArticle) -> Iterator[Remark]:
    """A `publish_at` before the day of the edition: the article is released with its edition, so it changes nothing."""
    publish_at, date = located.article.publish_at, located.address.date
    if publish_at and publish_at.date() < date - (_ONE_DAY if publish_at.tzinfo else dt.timedelta()):
        message = say("`publish_at` is before the day of the edition, so it changes nothing")
        yield Remark(message, say("mend it, or take the line out"), ("publish_at",))


def late_release(located: LocatedArticle) -> Iterator[Remark]:
    """A `publish_at` more than a week after the day of the edition: a month or a year is easily mistyped."""
    publish_at, date = located.article.publish_at, located.address.date
    if publish_at and publish_at.date() - date > _FAR:
        days = (publish_at.date() - date).days
        message = say("`publish_at` is %(days)s days after the edition", days=days)
        hint = say("mend it, or move the article to the edition of that day")
        yield Remark(message, hint, ("publish_at",))


ARTICLE = (
    Check("early-release", Severity.WARNING, early_release),
    Check("late-release", Severity.DOUBT, late_release),
)
