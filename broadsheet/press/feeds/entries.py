"""An article as feeds hold it, with its full text, in no feed's own form. The build cache keeps one of each article."""

import datetime as dt
import re

import msgspec
from markupsafe import Markup

from broadsheet.press.copy.galley import Galley
from broadsheet.press.paper.settings import Paper
from broadsheet.press.paper.slugs import normal_names

_SITE_LINK = re.compile(r"""(<(?:a|img)\b[^>]*?\s(?:href|src)=")(?=/(?!/))""")
_SOURCE = re.compile(r"<source\b[^>]*>")  # a reader of feeds takes the picture itself


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """An article in a feed; `html` is its full text, whose links work outside the site. `updated` is a correction's day."""

    href: str
    title: str
    published: dt.date
    updated: dt.date
    authors: tuple[str, ...]
    terms: tuple[str, ...]
    summary: str
    html: str


def feed_entry(galley: Galley, paper: Paper) -> Entry:
    """Return what feeds say of an article."""
    article, date = galley.article, galley.address.date
    return Entry(
        href=paper.links.full(paper.links.page(*galley.address.parts)),
        title=galley.label,
        published=date,
        updated=max((date, *(correction.date for correction in article.corrections))),
        authors=article.authors,
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
