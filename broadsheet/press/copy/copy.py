"""Copy (稿件): a manuscript with its body rendered to HTML."""

from pathlib import Path

import msgspec
from markupsafe import Markup

from broadsheet.manuscript import read_article
from broadsheet.model.article import Manuscript, Status
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
        """Whether readers may see it; only a preview shows other articles."""
        return self.manuscript.article.status is Status.PUBLISHED


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
