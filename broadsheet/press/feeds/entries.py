"""Feed entries: an article with its full text, before it is put into a format. The build cache keeps them."""

import datetime as dt
import re

import msgspec
from markupsafe import Markup

from broadsheet.press.copy.galley import Galley
from broadsheet.press.paper.settings import Paper
from broadsheet.press.paper.slugs import normal_names

_SITE_LINK = re.compile(r"""(<(?:a|img)\b[^>]*?\s(?:href|src)=")(?=/(?!/))""")
_SOURCE = re.compile(r"<source\b[^>]*>")  # feed readers take the <img>


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """An article in a feed; `html` is its full text with absolute links, `updated` the date of its last correction."""

    href: str
    title: str
    published: dt.date
    updated: dt.date
    authors: tuple[str, ...]
    terms: tuple[str, ...]
    summary: str
    html: str


def feed_entry(galley: Galley, paper: Paper) -> Entry:
    """Return the feed entry of an article."""
    article, date = galley.article, galley.address.date
    return Entry(
        href=paper.links.full(paper.links.page(*galley.address.parts)),
        title=galley.label,
        published=date,
        updated=max((date, *(correction.date for correction in article.corrections))),
        authors=normal_names(article.authors),
        terms=normal_names((galley.section, article.column, *article.tags)),
        summary=galley.summary,
        html=_full_text(galley, paper),
    )


def _full_text(galley: Galley, paper: Paper) -> str:
    """Return the article's text below its corrections, its editor's note and its photos."""
    parts = [
        Markup("<p><strong>{}</strong> {} {}</p>").format(
            paper.words.correction, paper.words.long_date(correction.date), correction.text
        )
        for correction in galley.article.corrections
    ]
    if galley.editors_note:
        note = galley.editors_note
        parts.append(Markup("<aside><p><strong>{}</strong></p>{}</aside>").format(note.label, note.html))
    parts += [
        Markup('<figure><img src="{}" alt="{}"><figcaption>{} {}</figcaption></figure>').format(
            photo.src, photo.alt, photo.caption, photo.credit
        )
        for photo in galley.photos
        if photo.src
    ]
    text = _SOURCE.sub("", "".join((*parts, galley.html)))
    return _SITE_LINK.sub(rf"\g<1>{paper.links.origin}", text)
