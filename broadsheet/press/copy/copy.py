"""Copy (稿件): a manuscript with its body rendered to HTML."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec
from markupsafe import Markup

from broadsheet.manuscript import read_article
from broadsheet.model.article import Manuscript, Status
from broadsheet.model.schedule import Clock, Schedule, schedule_of
from broadsheet.press.copy.body import BodyRenderer
from broadsheet.press.copy.summaries import stand_in, summary
from broadsheet.press.copy.text_links import Origin, TextLink
from broadsheet.press.paper.words import Words


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """A manuscript with its body as HTML, the pictures in the body as paths below content/, and its links to this site.

    `title` and `summary` are the manuscript's, else the first words of the body. `title` is never empty.
    """

    manuscript: Manuscript
    title: str
    summary: str
    html: Markup
    pictures: tuple[str, ...]
    links: tuple[TextLink, ...]

    @property
    def is_published(self) -> bool:
        """Whether it is finished: readers may see it once its time has come; only a preview shows other articles."""
        return self.manuscript.article.status is Status.PUBLISHED

    def is_held(self, clock: Clock) -> bool:
        """Whether its time has not come."""
        return clock.is_held(self.manuscript.address.date, self.manuscript.article.publish_at)


class EditionCopy(NamedTuple):
    """The copy of one edition that its site shows, and the schedule of all of its articles."""

    shown: list[Copy]
    schedule: Schedule


def schedule_of_copy(date: dt.date, copies: Iterable[Copy], clock: Clock) -> Schedule:
    """Return the schedule of the edition of `date`, which has `copies`."""
    manuscripts = (copy.manuscript for copy in copies)
    return schedule_of(date, ((one.address.href, one.article.publish_at) for one in manuscripts), clock)


def read_copy(path: Path, renderer: BodyRenderer, words: Words) -> Copy:
    """Read and render the manuscript at `path`. Raises ManuscriptError, with the line of each mistake."""
    manuscript = read_article(path)
    article = manuscript.article
    body = renderer.render(article.body, origin_of(manuscript))
    captions = (photo.caption for photo in article.photos if photo.caption)
    return Copy(
        manuscript=manuscript,
        title=" ".join(article.title_lines) or stand_in(body.html, captions, words.fit) or words.untitled,
        summary=article.summary or summary(body.html, words.fit),
        html=body.html,
        pictures=body.pictures,
        links=body.links,
    )


def origin_of(manuscript: Manuscript) -> Origin:
    """Return where the texts of a manuscript come from."""
    address = manuscript.address
    return Origin(Path(manuscript.path), "/".join(address.on_page().parts), address.href)
