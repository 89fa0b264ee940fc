"""Doubts about where an article begins and ends: what stands at its edges, and may belong to it or not."""

import re
from collections.abc import Iterator, Sequence

from broadsheet.ingest.web.article import Article, furniture_elements
from broadsheet.ingest.web.doubts.whole import finding
from broadsheet.ingest.web.headline import bare
from broadsheet.ingest.web.markup.runs import Element, Run, WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.ingest.web.stack import is_of_page
from broadsheet.ingest.web.story import Judged
from broadsheet.lexicon.web_credits import LABELLED, OUTLET, REPORTER, TOOL, WORKS_BY
from broadsheet.lexicon.web_days import DATE
from broadsheet.lexicon.web_pages import (
    ATTACHMENT,
    BADGE,
    CRUMBS,
    FURNITURE_TAGS,
    LINES_OF_PAGE,
    PROMOTION,
    RELATED,
)
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import Role

_ABOVE = 2  # lines above the headline that may belong to it
_KICKER_LEAST = 2  # inked characters
_LINE_MOST = 20  # inked characters of a line between headline and text
_LINES_MOST = 4  # lines above the first paragraph, or below the last; more are a text in short lines
_PARAGRAPH_LEAST = 40  # inked characters of a paragraph beside the article
_SENTENCE_ENDS = ("。", "，", "；", "！", "？", "”", "）", "】", ".", "!", "?", "…", ")")
_RIGHT = re.compile(r"text-align\s*:\s*right", re.IGNORECASE)
_SPEAKS = re.compile(r"[^：:]{1,12}[：:]")  # a line that opens what follows: a salutation, a speaker


def edge_doubts(
    text: WebText, article: Article, judged: Sequence[Judged], declared: Declared
) -> Iterator[Finding]:
    """Yield a doubt for each line at the edges of the article of which only its place tells what it is."""
    yield from _above_headline(text, article, judged, declared)
    yield from _before_text(text, judged)
    yield from _after_text(text, judged)
    yield from _below_related(text, judged)
    yield from _beside(text, article, judged)


def _above_headline(
    text: WebText, article: Article, judged: Sequence[Judged], declared: Declared
) -> Iterator[Finding]:
    """Yield a doubt for each line right above the headline that is left out, and may be its kicker."""
    if not article.headline:
        return
    headline = text.runs[article.headline[0]]
    over = [one for one in judged[: article.headline[0]] if not (one.run.hidden or one.run.picture)]
    for one in over[-_ABOVE:]:
        beside = one.run.block.parent is headline.block.parent and text.words(one.run) != text.words(headline)
        if beside and one.rule == "outside the article" and _may_be_kicker(text, one.run, declared):
            message = f"“{text.words(one.run)[:24]}” stands right above the headline, and is left out"
            yield finding(text, one, "left-out", message, "if it belongs to the article, rule its `role:`")


def _may_be_kicker(text: WebText, run: Run, declared: Declared) -> bool:
    words = text.words(run)
    known = (
        CRUMBS.match(words) or LABELLED.match(words) or DATE.search(words) or LINES_OF_PAGE.fullmatch(words)
    )
    named = any(bare(words) in bare(site) for site in (*declared.sites, *declared.sources))
    if BADGE.fullmatch(words) or run.ink < _KICKER_LEAST:
        return False
    return not (
        known or named or run.linked or run.place.framed or TOOL.fullmatch(words) or is_of_page(text, run)
    )


def _before_text(text: WebText, judged: Sequence[Judged]) -> Iterator[Finding]:
    """Yield a doubt for each short line between headline and text that is kept as text."""
    above = [one for one in judged if one.heads and one.rule == "paragraph" and one.role is Role.PARAGRAPH]
    if len(above) > _LINES_MOST:
        return
    for one in above:
        words = text.words(one.run)
        most = _LINE_MOST * (2 if words.isascii() else 1)
        if one.run.ink < most and not (words.endswith(_SENTENCE_ENDS) or _SPEAKS.fullmatch(words)):
            message = f"“{words}” stands between headline and text, and is taken for text"
            yield finding(text, one, "line-at-edge", message, "if it is none, rule its `role:`")


def _after_text(text: WebText, judged: Sequence[Judged]) -> Iterator[Finding]:
    """Yield a doubt for each short line below the last paragraph that is kept as text, and does not sign it."""
    closing = next((n for n, one in enumerate(judged) if one.last), len(judged))
    below = [one for one in judged[closing + 1 :] if one.within and one.rule in ("paragraph", "subhead")]
    if len(below) > _LINES_MOST:
        return
    for n, one in enumerate(below):
        words = text.words(one.run)
        follows = text.words(below[n + 1].run) if n + 1 < len(below) else ""
        right = any(_RIGHT.search(element.style) for element in one.run.near)
        signs = (
            right
            or WORKS_BY.fullmatch(words)
            or DATE.fullmatch(words)
            or DATE.fullmatch(follows)
            or REPORTER.fullmatch(words)
        )
        if not (
            signs or ATTACHMENT.match(words) or OUTLET.fullmatch(words) or words.endswith(_SENTENCE_ENDS)
        ):
            message = f"“{words[:24]}” stands below the last paragraph, and is taken for text"
            yield finding(text, one, "line-at-edge", message, "if it is none, rule `role: furniture`")


def _below_related(text: WebText, judged: Sequence[Judged]) -> Iterator[Finding]:
    """Yield a doubt for the first line of text below a heading of other stories (延伸阅读): it may be one of these."""
    heading = ""
    for one in judged:
        if one.within and RELATED.fullmatch(text.words(one.run)):
            heading = text.words(one.run)
        elif one.run.linked:
            heading = ""  # the list of stories that it heads
        elif heading and one.within and one.role in (Role.PARAGRAPH, Role.SUBHEAD):
            message = f"“{text.words(one.run)[:24]}” stands below “{heading}”, and is taken for text"
            yield finding(
                text, one, "line-at-edge", message, "if it is another story, rule `role: furniture`"
            )
            heading = ""


def _beside(text: WebText, article: Article, judged: Sequence[Judged]) -> Iterator[Finding]:
    """Yield a doubt for the first paragraph beside the article's block that is left out and is called nothing else."""
    outer = text.elements[article.block].parent
    called = furniture_elements(text, FURNITURE_TAGS)
    for n, one in enumerate(judged):
        own, words = one.run.ink - one.run.linked, text.words(one.run)
        whole = own >= _PARAGRAPH_LEAST and words.endswith(_SENTENCE_ENDS) and not one.run.hidden
        known = LINES_OF_PAGE.fullmatch(words) or PROMOTION.fullmatch(words) or called[one.run.place.number]
        near = outer is not None and _stands_in(one.run.block, outer)
        if (
            whole
            and near
            and not known
            and one.rule == "outside the article"
            and not one.credits
            and n not in article.headline
        ):
            message = f"“{words[:24]}…” stands beside what was taken for the article, and is left out"
            yield finding(
                text, one, "text-beside", message, "if it belongs to the article, rule `role: paragraph`"
            )
            return


def _stands_in(block: Element, outer: Element) -> bool:
    """Say whether `block` is a child of `outer`, or a child of one."""
    parent = block.parent
    return outer in (parent, parent.parent if parent else None)
