"""The text of an article as search reads it, and the keys under which the index has it."""

import re
from collections.abc import Iterator
from html import unescape

import msgspec

from broadsheet.press.copy.galley import Galley
from broadsheet.press.paper.slugs import normal_names
from broadsheet.press.search.folding import folded

# Elements inside a line. What any other element parts is not found as one phrase; `reading.js` has the same names.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")


class SearchText(msgspec.Struct, frozen=True, array_like=True):
    """What the build cache keeps of an article for the index: its place in print, its names, and its folded text.

    `text` has a line for each block of the article's page. `names` are its section and its authors, as `name_of` gives
    them.
    """

    page: int
    order: int
    names: tuple[str, ...]
    text: str


def search_text(galley: Galley) -> SearchText:
    """Return the text of an article for the index."""
    authors = (name_of("author", name) for name in normal_names(galley.article.authors))
    return SearchText(
        page=galley.address.page,
        order=galley.address.order,
        names=(name_of("section", galley.section), *authors),
        text=folded("\n".join(_blocks(galley))),
    )


def name_of(kind: str, name: str) -> str:
    """Return a section or an author as the index names them, folded and without spaces."""
    return f"{kind}:{''.join(folded(name).split())}"


def _blocks(galley: Galley) -> Iterator[str]:
    """Yield the text in which readers search, in parts that hold whole blocks of the article's page."""
    article, note = galley.article, galley.editors_note
    plain = [article.kicker, galley.title, *article.deck, article.byline]
    plain += [correction.text for correction in article.corrections]
    plain += [words for photo in galley.photos for words in (photo.caption, photo.credit)]
    plain += [article.dateline, article.source_credit, article.jump]
    plain += [teaser.text for teaser in article.teasers]
    yield from (_in_one_line(words) for words in plain if words)
    if note:
        yield _in_one_line(note.label)
        yield _lines(note.html)
    yield _lines(galley.html)


def _lines(html: str) -> str:
    """Return HTML that Markdown made as text, with a line for each block."""
    return unescape(_TAG.sub("\n", _INLINE.sub("", _in_one_line(html))))


def _in_one_line(text: str) -> str:
    return " ".join(str(text).split())
