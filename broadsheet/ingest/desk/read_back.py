"""Read manuscripts back before they are written, and check that each one holds exactly the characters of its story."""

from collections.abc import Sequence
from pathlib import PurePath

from broadsheet.manuscript.markdown.dialect import render
from broadsheet.manuscript.markdown.escaping import plain_text
from broadsheet.manuscript.reader import parse_article
from broadsheet.model.article import Article
from broadsheet.model.errors import LedgerError
from broadsheet.model.finding import Finding
from broadsheet.model.ledger import Ledger, balance
from broadsheet.model.page_reading import PageReading, Passage
from broadsheet.model.source import SourceText, is_ink


def read_back(source: SourceText, reading: PageReading, manuscripts: Sequence[str]) -> Ledger:
    """Return the ledger of the page after parsing and rendering `manuscripts`, its articles in print order.

    Raises LedgerError where a character of the page is missing, added or in another article.
    """
    ledger = balance(source, reading.passages())
    articles = [parse_article(text, PurePath(source.path)) for text in manuscripts]
    expected = _expected(source, reading)
    for number, article in enumerate(articles):
        want = expected[number] if number < len(expected) else ""
        got = _ink(printed_text(article))
        if want != got:
            raise LedgerError(_difference(source.path, number + 1, want, got))
    return ledger


def _expected(source: SourceText, reading: PageReading) -> list[str]:
    """Return the inked characters that each article must hold, in the order of `printed_text`."""
    texts = [_ink_of(source, story.passages()) for story in reading.stories]
    if reading.unplaced or not texts:
        texts.append(_ink_of(source, reading.unplaced))
    texts[0] += _ink_of(source, reading.teasers)
    return texts


def _ink_of(source: SourceText, passages: Sequence[Passage]) -> str:
    return _ink("".join(source.slice(span) for passage in passages for span in passage.spans))


def printed_text(article: Article) -> str:
    """Return the text of an article that readers see and print has, field by field."""
    parts = [
        article.kicker,
        "" if article.title_supplied else article.title,
        *article.deck,
        article.byline,
        plain_text(render(article.body)),
        *(photo.caption + photo.credit for photo in article.photos),
        plain_text(render(article.editors_note)),
        article.source_credit,
        article.jump,
        *(teaser.text for teaser in article.teasers),
    ]
    return "".join(parts)


def _ink(text: str) -> str:
    return "".join(filter(is_ink, text))


def _difference(path: str, number: int, want: str, got: str) -> Finding:
    at = next(
        (i for i, (a, b) in enumerate(zip(want, got, strict=False)) if a != b), min(len(want), len(got))
    )
    return Finding(
        code="ledger",
        path=path,
        message=f"article {number} does not read back: “{want[at : at + 12]}” became “{got[at : at + 12]}”",
        hint="nothing was written; please report this page",
    )
