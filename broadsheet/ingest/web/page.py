"""A saved web page → the same reading as a printed page's, its blocks told by the markup instead of by widths."""

import msgspec

from broadsheet.ingest.reading import Reading
from broadsheet.ingest.web.article import find_article
from broadsheet.ingest.web.doubts.lines import doubts_of
from broadsheet.ingest.web.markup.builder import read_runs
from broadsheet.ingest.web.markup.walk import parse
from broadsheet.ingest.web.metadata import declared_by
from broadsheet.ingest.web.passages import passages_of
from broadsheet.ingest.web.story import CAPTION_AS_TEXT, Judged, judge
from broadsheet.lexicon.patterns import OF_SCRIPT, load_lexicon
from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import SET_BY_LINE, PageReading, Role, Story

_FIELDS = {
    "kicker": {Role.KICKER},
    "headline": {Role.HEADLINE},
    "deck": {Role.DECK},
    "byline": {Role.BYLINE},
    "body": {Role.PARAGRAPH, Role.SUBHEAD, Role.VERSE, *SET_BY_LINE},
    "captions": {Role.CAPTION, Role.PHOTO_CREDIT},
    "editors_note": {Role.EDITORS_NOTE},
    "source_credit": {Role.SOURCE_CREDIT},
}


class WebReading(Reading, frozen=True, kw_only=True):
    """The reading of a saved web page, with the role of each run and the rule that gave it."""

    judged: tuple[Judged, ...]


def read_html(path: str, html: str, *, is_alone: bool = True) -> WebReading:
    """Read the saved web page `html`. Raises SourceError where it holds no article.

    The name of its paper and the day in its masthead are credits of a page that `is_alone`; with the paper's own page
    beside it, they are known from there.
    """
    root = parse(path, html)
    if root is None:
        raise _no_text(path)
    text, declared = read_runs(path, root), declared_by(root, html)
    lexicon = load_lexicon(OF_SCRIPT[text.source.script])
    article = find_article(text, declared)
    if article is None:
        raise _no_text(path)
    judged = _with_text(tuple(judge(text, article, declared, lexicon, is_alone=is_alone)))
    passages = tuple(passages_of(text, judged, declared, lexicon))
    fields = {name: tuple(p for p in passages if p.role in roles) for name, roles in _FIELDS.items()}
    if not fields["body"]:
        raise _no_text(path)
    furniture = tuple(p for p in passages if p.role is Role.FURNITURE)
    return WebReading(
        source=text.source,
        lexicon=lexicon,
        lines=(),
        page=PageReading(stories=(Story(**fields),), furniture=furniture),
        said=tuple(doubts_of(text, article, judged, declared)),
        judged=judged,
    )


def _with_text(judged: tuple[Judged, ...]) -> tuple[Judged, ...]:
    """Return the runs of a page; where it has captions and no other text, they are its text."""
    if any(one.role in _FIELDS["body"] for one in judged):
        return judged
    return tuple(
        msgspec.structs.replace(one, role=Role.PARAGRAPH, rule=CAPTION_AS_TEXT)
        if one.role is Role.CAPTION
        else one
        for one in judged
    )


def _no_text(path: str) -> SourceError:
    return SourceError(
        Finding(
            code="no-text",
            path=path,
            message="the page has no sentence of text",
            hint="save the page from the browser once it shows the article",
        )
    )
