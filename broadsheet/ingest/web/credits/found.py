"""Day, source and writer of a web article, from the lines around its headline and at its foot.

Each is taken on evidence alone: a label (来源：), the words of the markup (class="source"), what the page declares of
itself, the form of the name, or, last and said as a doubt, a place beside the day.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from broadsheet.ingest.web.credits.evidence import is_called, unlabelled
from broadsheet.ingest.web.credits.labels import labelled, source_behind, writers_behind
from broadsheet.ingest.web.credits.whole_lines import whole_line
from broadsheet.ingest.web.credits.words import DAYS, Credit, Token, tokens
from broadsheet.ingest.web.markup.runs import Run, WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.lexicon.web_pages import DAY_WORDS
from broadsheet.model.page_reading import Role
from broadsheet.model.source import Span

_LINE_MOST = 160
_SENTENCE = re.compile(r"[。！？；]|^(?!.*来\s*源\s*[：:]).*[“”]")  # 来源：“云溪发布”公众号 is none
_JOINS = re.compile(r"[^\S\n]*(?:[、,，&＆和]|,?\s(?:and|et|und)(?=\s))?[^\S\n]*")
_NAME_PARTS = (
    3  # parts of a line in which a writer's label stands before a short day: By Jane Doe and John Roe | May 6
)
_SOURCE_PARTS = 2  # the same for a source's: 来源：云溪日报 04-15
_FIGURES = re.compile(r"\d+")
_FOR_WORDS = ("source", "author", "photo", "editor", "tool")


def credits_of(text: WebText, runs: Sequence[Run], declared: Declared) -> tuple[Credit, ...]:
    """Return the credits in neighbouring lines, in their order; a label may stand in one line and its words in the next."""
    lines = [run for run in runs if run.ink <= _LINE_MOST and not _SENTENCE.search(text.words(run))]
    found: list[Credit] = []
    parts: list[Token] = []
    for run in lines:
        whole = whole_line(text, run, declared)
        found += whole
        parts += [] if whole else tokens(text, run)
    at = 0
    while at < len(parts):
        begun, at = _credits(text, declared, parts, at)
        found += begun
    return _decided(_once(text, _joined(text, sorted(_closed(text, credit) for credit in found))))


def _closed(text: WebText, credit: Credit) -> Credit:
    """Return a credit with the bracket that closes a paper's name in it."""
    words, end = text.source.slice(credit.span), credit.span.end
    is_open = words.count("《") > words.count("》") and text.source.text[end : end + 1] == "》"
    return credit._replace(span=Span(credit.span.start, end + 1)) if is_open else credit


def _joined(text: WebText, found: Sequence[Credit]) -> list[Credit]:
    """Return the credits, names in a row as one byline, unless they are of letters and nothing parts them."""
    joined = list(found[:1])
    for before, credit in pairwise(found):
        gap = text.source.text[before.span.end : credit.span.start]
        in_a_row = before[1:] == credit[1:] == (Role.BYLINE, "markup") and _JOINS.fullmatch(gap)
        if in_a_row and not (gap.isspace() and text.source.slice(credit.span).isascii()):
            joined[-1] = joined[-1]._replace(span=Span(joined[-1].span.start, credit.span.end))
        else:
            joined.append(credit)
    return joined


def _once(text: WebText, found: Sequence[Credit]) -> list[Credit]:
    """Return the credits; a byline that is there already is furniture, and so is a second one of letters, which would run on."""
    kept: list[Credit] = []
    bylines: list[str] = []
    for credit in found:
        words = text.source.slice(credit.span)
        again = words in bylines or (bool(bylines) and words.isascii())
        is_byline = credit.role is Role.BYLINE
        kept.append(credit._replace(role=Role.FURNITURE) if is_byline and again else credit)
        bylines += [words] if is_byline else []
    return kept


def _decided(found: Sequence[Credit]) -> tuple[Credit, ...]:
    """Return the credits; an update of a day that is given is furniture, and a place tells only where nothing else names anybody."""
    named = any(credit.told_by not in ("day", "updated", "place") for credit in found)
    dated = any(credit.told_by == "day" for credit in found)
    by_place = [credit for credit in found if credit.told_by == "place"]
    dropped = by_place if named else by_place[1:]
    return tuple(
        credit._replace(role=Role.FURNITURE) if credit.told_by == "updated" and dated else credit
        for credit in found
        if credit not in dropped
    )


def _credits(text: WebText, declared: Declared, parts: Sequence[Token], at: int) -> tuple[list[Credit], int]:
    """Return the credits that the part at `at` begins, and where the next part stands that it does not take in."""
    token = parts[at]
    behind = parts[at + 1] if at + 1 < len(parts) else None
    if token.kind in DAYS:
        return _day(declared, parts, at, None, behind), at + 1
    if token.kind == "word":
        return list(unlabelled(declared, parts, at)), at + 1
    if behind and token.kind in ("day", "updated") and behind.kind in DAYS:
        clock = parts[at + 2] if at + 2 < len(parts) else None
        return _day(declared, parts, at + 1, token, clock), at + 2
    if behind is None or behind.kind != "word" or token.kind not in _FOR_WORDS:
        return [], at + 1
    if token.kind == "photo":
        return labelled(text, token, behind.span, Role.PHOTO_CREDIT), at + 2
    return (
        writers_behind(text, parts, at)
        if token.kind == "author"
        else (source_behind(text, token, behind), at + 2)
    )


def _day(
    declared: Declared, parts: Sequence[Token], at: int, label: Token | None, behind: Token | None
) -> list[Credit]:
    """Return the day at `at` with its label and its time. A day without its year needs one of them, or other evidence."""
    day = parts[at]
    told_by = "updated" if label and label.kind == "updated" else "day"
    clock = [Credit(behind.span, Role.SOURCE_CREDIT, told_by)] if behind and behind.kind == "clock" else []
    timed = label or clock or ":" in day.text or "：" in day.text
    if day.kind == "short" and not (timed or _is_short_day(declared, parts, at)):
        return []
    first = label.span.start if label and label.block is day.block else day.span.start
    return [Credit(Span(first, day.span.end), Role.SOURCE_CREDIT, told_by), *clock]


def _is_short_day(declared: Declared, parts: Sequence[Token], at: int) -> bool:
    """Say whether a day without its year is the article's: by its element, by who or what is named beside it, or by the page's head."""
    day = parts[at]
    called = day.element.name == "time" or is_called(day, DAY_WORDS)
    signed = any(part.kind == "author" for part in parts[max(at - _NAME_PARTS, 0) : at])
    beside = (*parts[max(at - _SOURCE_PARTS, 0) : at], *parts[at + 1 : at + 2])
    sourced = any(part.kind == "source" for part in beside)
    month_and_day = tuple(map(int, _FIGURES.findall(day.text)[-2:]))
    known = any(tuple(map(int, one.split("-")[1:])) == month_and_day for one in declared.days)
    return called or signed or sourced or known
