"""A saved web page → the same reading as a printed page's, its blocks told by the markup instead of by widths."""

from collections.abc import Iterator, Sequence

from broadsheet.ingest.reading import Reading
from broadsheet.ingest.web.article import find_article
from broadsheet.ingest.web.roles import NO_RULE
from broadsheet.ingest.web.runs import WebText, read_runs
from broadsheet.ingest.web.story import Judged, judge
from broadsheet.lexicon import web_pages as web
from broadsheet.lexicon.patterns import Lexicon, load_lexicon
from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import Span, is_ink

_FIELDS = {
    "kicker": {Role.KICKER},
    "headline": {Role.HEADLINE},
    "deck": {Role.DECK},
    "byline": {Role.BYLINE},
    "body": {Role.PARAGRAPH, Role.SUBHEAD},
    "captions": {Role.CAPTION, Role.PHOTO_CREDIT},
    "editors_note": {Role.EDITORS_NOTE},
    "source_credit": {Role.SOURCE_CREDIT},
}
_INFO_ROLES = {"source": Role.SOURCE_CREDIT, "byline": Role.BYLINE, "aside": Role.FURNITURE}
_CREDIT_MOST = 24
_WORTH_SAYING = 6
_BELOW = 2  # runs below the text in which links to its next pages stand
_MUCH = 40  # characters of hidden text that an editor should know of

Cut = tuple[int, int, Role]  # a part of a run's words that has a role of its own


class WebReading(Reading, frozen=True, kw_only=True):
    """The reading of a saved web page, with the role of each run and the rule that gave it."""

    judged: tuple[Judged, ...]


def read_html(path: str, html: str, language: str = "zh") -> WebReading:
    """Read the saved web page `html`. Raises SourceError where it holds no article."""
    lexicon = load_lexicon(language)
    text = read_runs(path, html)
    article = find_article(text)
    if article is None:
        raise SourceError(
            Finding(
                code="no-text",
                path=path,
                message="the page has no sentence of text",
                hint="save the page from the browser once it shows the article",
            )
        )
    judged = tuple(judge(text, article, lexicon))
    passages = [p for one in judged if not one.run.picture for p in _passages(text, one, lexicon)]
    fields = {name: tuple(p for p in passages if p.role in roles) for name, roles in _FIELDS.items()}
    furniture = tuple(p for p in passages if p.role is Role.FURNITURE)
    page = PageReading(stories=(Story(**fields),), furniture=furniture)
    return WebReading(
        source=text.source,
        lexicon=lexicon,
        lines=(),
        page=page,
        said=(*_said(text, judged), *_more_pages(text, judged)),
        judged=judged,
    )


def _passages(text: WebText, judged: Judged, lexicon: Lexicon) -> Iterator[Passage]:
    """Yield the passages of a run: the line of day and source, and a caption with its credit, are more than one."""
    words = text.source.slice(judged.run.span)
    cuts: tuple[Cut, ...] = ()
    rest = judged.role
    if judged.rule == "info":
        cuts, rest = tuple(_info(words)), Role.FURNITURE
    elif judged.role is Role.CAPTION:
        cuts = _credit(words, lexicon)
    start = judged.run.span.start
    at = 0
    for begin, end, role in (*cuts, (len(words), len(words), rest)):
        for low, high, own in ((at, begin, rest), (begin, end, role)):
            if any(map(is_ink, words[low:high])):
                yield Passage(own, (Span(start + low, start + high),))
        at = end


def _info(words: str) -> Iterator[Cut]:
    """Yield the parts of the line between headline and text that are about the article, from left to right."""
    at = 0
    while matches := [(m.start(), n, m) for n, (_, p) in enumerate(web.INFO) if (m := p.search(words, at))]:
        start, number, match = min(matches)
        yield start, match.end(), _INFO_ROLES[web.INFO[number][0]]
        at = match.end()


def _credit(words: str, lexicon: Lexicon) -> tuple[Cut, ...]:
    """Cut the credit off a caption: the whole of its last sentence, where that is short and names who took it."""
    starts = [
        match.start()
        for p in (*lexicon.tails["photo_credit"], web.PICTURE_CREDIT)
        if (match := p.search(words))
    ]
    if not starts or not min(starts):
        return ()
    sentence = words.rfind("。", 0, min(starts)) + 1
    start = sentence if sentence and len(words) - sentence <= _CREDIT_MOST else min(starts)
    return ((start, len(words), Role.PHOTO_CREDIT),)


def _said(text: WebText, judged: Sequence[Judged]) -> Iterator[Finding]:
    """Yield what an editor should know: pictures that text cannot hold, captions told by place, much hidden text."""
    for one in judged:
        if not one.within:
            continue
        words = text.source.slice(one.run.span)
        if one.run.picture:
            message = f"a picture stands here: {one.run.picture}"
            hint = "lay the file beside the manuscript and name it under `photos:`"
            yield _finding(text, one, "picture", message, hint)
        elif one.rule == "likely_caption":
            message = f"“{words[:24]}” is taken for the caption of the picture above it"
            yield _finding(text, one, "caption-by-place", message, "if it is text, rule `role: paragraph`")
        elif one.rule == NO_RULE and one.run.ink - one.run.linked >= _WORTH_SAYING:
            message = f"“{words[:24]}” stands between headline and text, and is left out"
            yield _finding(text, one, "left-out", message, "if it belongs to the article, rule its `role:`")
        elif one.run.hidden and len(words) >= _MUCH and one.run.path[0].name not in web.CODE_TAGS:
            message = f"the page hides this text, and it is left out: “{words[:24]}…”"
            yield _finding(text, one, "hidden", message, "if readers saw it, rule `role: paragraph`")


def _more_pages(text: WebText, judged: Sequence[Judged]) -> Iterator[Finding]:
    """Yield a doubt where links to more pages of the article stand in its text or right below it."""
    within = [n for n, one in enumerate(judged) if one.within]
    for one in judged[within[0] : within[-1] + 1 + _BELOW]:
        words = text.source.slice(one.run.span)
        if one.run.linked and web.PAGER.fullmatch(words):
            message = f"“{words[:24]}” leads to more pages of this article, and this file has one"
            yield _finding(
                text, one, "more-pages", message, "save the whole article on one page, or add the rest"
            )
            return


def _finding(text: WebText, judged: Judged, code: str, message: str, hint: str) -> Finding:
    line = text.source.lines[min(judged.run.line, len(text.source.lines)) - 1].number
    return Finding(
        code=code,
        path=text.source.path,
        line=line,
        message=message,
        hint=hint,
        severity=Severity.DOUBT,
    )
