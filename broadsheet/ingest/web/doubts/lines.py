"""What an editor should know of a saved web page that was read: a finding each, with its line of the page's text."""

import re
from collections.abc import Iterator, Sequence

from broadsheet.ingest.web.article import Article
from broadsheet.ingest.web.credits.words import left_words
from broadsheet.ingest.web.doubts.edges import edge_doubts
from broadsheet.ingest.web.doubts.whole import finding, page_doubts
from broadsheet.ingest.web.headline import is_marked
from broadsheet.ingest.web.markup.runs import WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.ingest.web.roles import NO_RULE
from broadsheet.ingest.web.story import CAPTION_AS_TEXT, Judged
from broadsheet.lexicon import web_pages as web
from broadsheet.lexicon.web_credits import LABEL, PERSON, TOOL
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import Role
from broadsheet.model.source import Span

_WORTH_SAYING = 2
_SENTENCE_LEAST = 12  # characters
_SENTENCE = re.compile(r"[，。！？；]|[.!?]$")
_STRUCK = ("del", "s", "strike")
_NAME = re.compile(r"[\u3400-\u9fff]{2,8}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}")
_MUCH = 40  # characters of hidden text that an editor should know of
_SHOWN_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎\W]+|[\[【(（〔]\d+[\]】)）〕]|st|nd|rd|th|TM")
_PLACES = {
    "likely_caption": (
        "caption-by-place",
        "the caption of the picture above it by its place",
        "if it is text, rule `role: paragraph`",
    ),
    "byline_by_place": (
        "byline-by-place",
        "the byline by its form and place",
        "if it names no writer, rule `role: furniture`",
    ),
    CAPTION_AS_TEXT: (
        "caption-as-text",
        "text, since the page has no other",
        "if it is a caption, move it to `photos:` in the manuscript",
    ),
    "deck_by_place": ("stack-by-place", "the deck by its place", "if it is not, rule its `role:`"),
    "kicker_by_place": ("stack-by-place", "the kicker by its place", "if it is not, rule its `role:`"),
}


def doubts_of(
    text: WebText, article: Article, judged: Sequence[Judged], declared: Declared
) -> Iterator[Finding]:
    """Yield every doubt about the page."""
    for one in judged:
        if one.within:
            yield from _about_run(text, one)
        if one.within or _has_name_beside(text, one):
            yield from _about_words(text, one, declared)
    yield from edge_doubts(text, article, judged, declared)
    yield from page_doubts(text, article, judged, declared)


def _has_name_beside(text: WebText, one: Judged) -> bool:
    """Say whether a name is all that a line outside of the article has beside its day."""
    dated = any(credit.told_by == "day" for credit in one.credits)
    return dated and bool(PERSON.fullmatch(left_words(text, one.run, one.credits)))


def _about_run(text: WebText, one: Judged) -> Iterator[Finding]:
    words = text.words(one.run)
    if one.run.picture:
        message = f"a picture stands here: {one.run.picture}"
        hint = "lay the file beside the manuscript and name it under `photos:`"
        yield finding(text, one, "picture", message, hint)
    elif one.rule in _PLACES:
        code, what, hint = _PLACES[one.rule]
        yield finding(text, one, code, f"“{words[:24]}” is taken for {what}", hint)
    elif one.rule == NO_RULE and _is_worth_saying(text, one):
        message = f"“{words[:24]}” stands between headline and text, and is left out"
        yield finding(text, one, "left-out", message, "if it belongs to the article, rule its `role:`")
    elif one.rule == "furniture" and one.heads and _is_name_left_out(text, one):
        message = f"“{words[:24]}” stands between headline and text, and is left out"
        yield finding(text, one, "left-out", message, "if it names a writer or a source, rule its `role:`")
    elif one.rule == "furniture" and one.amid and _is_text_left_out(text, one):
        message = (
            f"“{words[:24]}” stands in the text, in an element for other matter or as links, and is left out"
        )
        yield finding(text, one, "left-out", message, "if it belongs to the article, rule its `role:`")
    elif one.run.hidden and len(words) >= _MUCH and one.run.parts[0][1].name not in web.CODE_TAGS:
        message = f"the page hides this text, and it is left out: “{words[:24]}…”"
        yield finding(text, one, "hidden", message, "if readers saw it, rule `role: paragraph`")
    elif one.role is not Role.FURNITURE:
        yield from _raised(text, one)


def _is_worth_saying(text: WebText, one: Judged) -> bool:
    """Say whether a line that was left out has words beside its links, and beside labels such as 索引号：."""
    own = one.run.ink - one.run.linked
    return own >= _WORTH_SAYING and bool(left_words(text, one.run, ()))


def _is_name_left_out(text: WebText, one: Judged) -> bool:
    """Say whether a link above the text may be a writer's or a source's name: a few hanzi that are no tool."""
    words = text.words(one.run)
    is_name = _NAME.fullmatch(words) and not TOOL.fullmatch(words) and not LABEL.match(words)
    return one.run.linked == one.run.ink and not one.run.hidden and bool(is_name)


def _is_text_left_out(text: WebText, one: Judged) -> bool:
    """Say whether furniture amid the text has a sentence of its own, or is an item of a list."""
    own, words = one.run.ink - one.run.linked, text.words(one.run)
    known = web.LINES_OF_PAGE.fullmatch(words) or web.PROMOTION.fullmatch(words) or web.PAGER.fullmatch(words)
    known = known or TOOL.fullmatch(words)
    sentence = own >= _SENTENCE_LEAST and _SENTENCE.search(words)
    return not one.run.hidden and not known and bool(sentence or one.run.form)


def _about_words(text: WebText, one: Judged, declared: Declared) -> Iterator[Finding]:
    """Yield the doubts about parts of a line: a headline by its look, a source by its place, words that no credit holds."""
    if one.role is Role.HEADLINE and not is_marked(text, one.run, declared):
        message = f"“{text.words(one.run)[:24]}” is taken for the headline by its look and place"
        yield finding(
            text, one, "headline-by-place", message, "if it is not, rule its `role:` and the `title:`"
        )
    for credit in one.credits:
        if credit.told_by == "place" and credit.role is Role.SOURCE_CREDIT:
            message = (
                f"“{text.source.slice(credit.span)}” is taken for the source by its place beside the day"
            )
            hint = "if it names no source, rule `role: furniture`"
            yield finding(text, one, "credit-by-place", message, hint)
        elif credit.told_by == "name":
            message = f"“{text.source.slice(credit.span)}” is taken for the writer by its form and place beside the day"
            yield finding(
                text, one, "byline-by-place", message, "if it names no writer, rule `role: furniture`"
            )
    left = left_words(text, one.run, one.credits) if one.credits else ""
    if len(left) >= _WORTH_SAYING:
        message = f"“{left[:24]}” stands in the line of day and source, and is left out"
        yield finding(
            text, one, "left-out", message, "if it belongs to the article, add it to the manuscript"
        )


def _raised(text: WebText, one: Judged) -> Iterator[Finding]:
    """Yield a doubt for characters that the page raises, lowers or strikes out, and text cannot."""
    for span, element in text.pieces(one.run):
        if element.name in _STRUCK:
            message = f"“{text.source.slice(span)}” is struck out on the page, and stands in the text"
            yield finding(text, one, "struck", message, "take it out if readers should not read it")
    for span, element in text.pieces(one.run) if any(e.raised for _, e in one.run.parts) else ():
        words = text.source.slice(span)
        if element.raised and not _SHOWN_RAISED.fullmatch(words):
            near = text.source.slice(Span(max(one.run.span.start, span.start - 6), span.end))
            how = "raised" if element.raised == "sup" else "lowered"
            message = f"“{words}” is {how} on the page, and not in “{near}”"
            yield finding(
                text, one, "raised", message, "if it changes the sense, write it otherwise in the manuscript"
            )
