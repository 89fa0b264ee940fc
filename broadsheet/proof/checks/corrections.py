"""Checks of corrections (更正)."""

from collections.abc import Iterator
from itertools import pairwise

from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Check, Remark
from broadsheet.proof.read.archive import Archive
from broadsheet.proof.read.located_article import LocatedArticle


def early_correction(located: LocatedArticle) -> Iterator[Remark]:
    """A correction that is dated before its edition."""
    for number, correction in enumerate(located.article.corrections):
        if correction.date < located.address.date:
            message = say(
                "the correction of %(date)s is older than its edition", date=correction.date.isoformat()
            )
            yield Remark(message, say("mend its date"), ("corrections", number, "date"))


def correction_order(located: LocatedArticle) -> Iterator[Remark]:
    """A correction that stands below a later one."""
    for number, (above, below) in enumerate(pairwise(located.article.corrections), start=1):
        if below.date < above.date:
            message = say("this correction is older than the one above it")
            yield Remark(message, say("put the oldest first"), ("corrections", number, "date"))


def future_correction(archive: Archive) -> Iterator[Remark]:
    """A correction that is dated after today."""
    today = archive.today.isoformat()
    for folder in archive.editions:
        for article in folder.articles:
            for mention in article.notes.corrected:
                if mention.what > today:
                    message = say("the correction of %(date)s is of a day to come", date=mention.what)
                    yield Remark(message, say("mend its date"), mention.place, article.shown)


ARTICLE = (
    Check("early-correction", Severity.ERROR, early_correction),
    Check("correction-order", Severity.DOUBT, correction_order),
)
ARCHIVE = (Check("future-correction", Severity.DOUBT, future_correction),)
