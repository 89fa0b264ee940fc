"""Checks of editions: their articles against edition.yaml, their dates and running numbers, and what is unfinished."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from broadsheet.manuscript.located import Place
from broadsheet.manuscript.place import EDITION_FILE
from broadsheet.model.article import Status
from broadsheet.model.finding import Severity
from broadsheet.model.message import Message, say
from broadsheet.proof.check import Check, Remark
from broadsheet.proof.read.archive import Archive, EditionFolder
from broadsheet.proof.read.located_article import WHOLE_FILE, LocatedArticle

_FAR_AHEAD = dt.timedelta(days=31)  # papers are made ready days ahead, not months
_FAR_APART = 180  # days
_TIMES_AS_FAR = 20  # as editions usually are apart
_ENOUGH = 4  # editions to know what is usual


def unfinished(located: LocatedArticle) -> Iterator[Remark]:
    """An article with status `draft` or `review`: it is not published yet, and should not be forgotten."""
    status = located.article.status
    if status is not Status.PUBLISHED:
        message = say("the article has status %(status)s", status=status.value)
        yield Remark(message, say("finish it and take the line `status` out"), ("status",))


def empty_page(folder: EditionFolder) -> Iterator[Remark]:
    """A page in edition.yaml without an article."""
    places = _places_of_pages(folder)
    for page in sorted(_named(folder) - folder.pages):
        hint = say("add its articles, or take the page out")
        yield _remark(folder, say("page %(page)s has no article", page=page), hint, places[page])


def unnamed_page(folder: EditionFolder) -> Iterator[Remark]:
    """A page with articles that edition.yaml does not name, so that its articles may be in no section."""
    for page in sorted(folder.pages - _named(folder)) if folder.edition else ():
        hint = say("write this file, with `%(page)s: {name: …, section: …}` under `pages`", page=page)
        if folder.has_file:
            hint = say("add `%(page)s: {name: …, section: …}` under `pages`", page=page)
        yield _remark(folder, say("page %(page)s is not named", page=page), hint)


def page_gap(folder: EditionFolder) -> Iterator[Remark]:
    """A page number that is left out between two pages with articles: its text may not have been handed in."""
    printed = folder.pages
    for page in sorted(set(range(1, max(printed, default=0))) - printed - _named(folder)):
        message = say("there is no page %(page)s, and there are pages behind it", page=page)
        yield _remark(folder, message, say("hand it in, or mend the numbers of the folders"))


def _named(folder: EditionFolder) -> set[int]:
    return set(folder.edition.edition.facts.pages) if folder.edition else set()


def _places_of_pages(folder: EditionFolder) -> dict[int, Place]:
    """Return where edition.yaml names each page. A page's key is text to YAML, and may be written 1 or 01."""
    places = folder.edition.places if folder.edition else {}
    return {
        int(route[1]): place for route, place in places.items() if len(route) == 2 and route[0] == "pages"
    }


def _remark(
    folder: EditionFolder, message: Message, hint: Message, place: Place | None = None, key: str = "pages"
) -> Remark:
    """Return a remark at `place`, or where `key` stands in edition.yaml."""
    places = folder.edition.places if folder.edition else {}
    return Remark(message, hint, place or places.get((key,), WHOLE_FILE), str(folder.path / EDITION_FILE))


def future_edition(archive: Archive) -> Iterator[Remark]:
    """An edition that is dated more than a month ahead: a year is easily mistyped."""
    for folder in archive.editions:
        ahead = folder.date - archive.today
        if ahead > _FAR_AHEAD:
            message = say(
                "this edition is dated %(days)s days ahead, and is the newest until then", days=ahead.days
            )
            hint = say("mend its date, or keep it out of content/ until its day comes")
            yield Remark(message, hint, path=str(folder.path))


def far_edition(archive: Archive) -> Iterator[Remark]:
    """An edition that is far from its neighbours: half a year, and 20 times as far as others."""
    gaps = [(after.date - before.date).days for before, after in pairwise(archive.editions)]
    if len(gaps) < _ENOUGH:
        return
    far = max(_FAR_APART, _TIMES_AS_FAR * int(median(gaps)))
    for number, folder in enumerate(archive.editions):
        nearest = min(gaps[max(0, number - 1) : number + 1])
        if nearest > far:
            message = say("the nearest edition is %(days)s days away", days=nearest)
            hint = say("compare its date with print: is the year right?")
            yield Remark(message, hint, path=str(folder.path))


def running_number(archive: Archive) -> Iterator[Remark]:
    """A running number that is not above that of the edition before, or grew faster than two a day."""
    numbered = [
        (folder, folder.edition.edition.facts.number)
        for folder in archive.editions
        if folder.edition and folder.edition.edition.facts.number
    ]
    for (before, last), (folder, number) in pairwise(numbered):
        days = (folder.date - before.date).days
        if not last < number <= last + 2 * days:
            message = say(
                "No. %(number)s does not follow No. %(last)s of %(date)s",
                number=number,
                last=last,
                date=before.date.isoformat(),
            )
            hint = say("compare both with print")
            yield _remark(folder, message, hint, key="number")


ARTICLE = (Check("unfinished", Severity.DOUBT, unfinished),)
EDITION = (
    Check("empty-page", Severity.DOUBT, empty_page),
    Check("unnamed-page", Severity.DOUBT, unnamed_page),
    Check("page-gap", Severity.DOUBT, page_gap),
)
ARCHIVE = (
    Check("future-edition", Severity.DOUBT, future_edition),
    Check("far-edition", Severity.DOUBT, far_edition),
    Check("running-number", Severity.DOUBT, running_number),
)
