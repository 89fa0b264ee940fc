"""What in the line of a headline is the headline: not its badges, its day, or a kicker or deck in small print."""

import re

from broadsheet.ingest.web.headline import bare
from broadsheet.ingest.web.markup.runs import Element, Run, WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.lexicon.web_credits import LABEL, LABELLED, TOOL
from broadsheet.lexicon.web_days import DATE
from broadsheet.lexicon.web_pages import BADGE
from broadsheet.model.page_reading import Role
from broadsheet.model.source import Span

_STACK_LEAST = 5  # characters of a kicker or deck in the headline's own element
_PARTING = re.compile(r"^[\s|｜丨>》·:：-]+|[\s|｜丨>·-]+$")  # between a badge and the headline
_BESIDE_DAY = re.compile(r"[\s（）()\[\]【】·|]+|第?[A-Z]?\d+版")


def headline_lines(text: WebText, run: Run, declared: Declared) -> tuple[list[Span], list[tuple[Span, Role]]]:
    """Return the parts of a headline's run that are the headline, one for each space, and the others with their roles.

    A badge (原创, 独家, 评论(18)) is a piece of its own at either end that is known for one, or that the page's own name goes
    without. A long one is a kicker or a deck, and a day is the day.
    """
    pieces = text.pieces(run)
    are_badges = [_is_badge(text, run, span, element, declared) for span, element in pieces]
    if len(pieces) < 2 or all(are_badges):
        return at_spaces(text, run.span), []
    before, after = are_badges.index(False), are_badges[::-1].index(False)  # badges at either end
    badges = [span for span, _ in (*pieces[:before], *pieces[len(pieces) - after :])]
    if not badges:
        return at_spaces(text, run.span), []
    first = pieces[before - 1][0].end if before else run.span.start
    last = pieces[-after][0].start if after else run.span.end
    kept = text.source.slice(Span(first, last))
    bare_kept = _PARTING.sub("", kept)
    start = first + kept.index(bare_kept)
    parting = [Span(first, start), Span(start + len(bare_kept), last)]
    others = [(badge, _role_beside(text, run, badge)) for badge in badges]
    others += [(span, Role.FURNITURE) for span in parting if text.source.slice(span)]
    return at_spaces(text, Span(start, start + len(bare_kept))), sorted(others)


def _role_beside(text: WebText, run: Run, piece: Span) -> Role:
    """Return the role of a piece of the headline's run that is no part of the headline."""
    words = text.source.slice(piece)
    if DATE.search(words) and not _BESIDE_DAY.sub("", DATE.sub("", words)):
        return Role.SOURCE_CREDIT
    if (
        len(words) < _STACK_LEAST
        or BADGE.fullmatch(words)
        or LABEL.match(words)
        or TOOL.fullmatch(bare(words))
    ):
        return Role.FURNITURE
    return Role.KICKER if piece.start == run.span.start else Role.DECK


def _is_badge(text: WebText, run: Run, span: Span, element: Element, declared: Declared) -> bool:
    words, name = bare(text.words(run)), bare(declared.titles)
    badge = bare(text.source.slice(span))
    rest = words.removeprefix(badge) if words.startswith(badge) else words.removesuffix(badge)
    rest = _PARTING.sub("", rest)
    named = bool(rest) and words not in name and rest in name
    tool = len(badge) > 1 and TOOL.fullmatch(badge)
    known = (BADGE.fullmatch(badge) or tool or _is_credit(text.source.slice(span))) and words not in name
    return not element.block and bool(rest) and bool(named or known or element.framed)


def _is_credit(words: str) -> bool:
    """Say whether a piece of the headline's run is the day, or a label with its words."""
    return bool(DATE.fullmatch(words.strip("（）()[]【】 ")) or LABELLED.match(words))


def at_spaces(text: WebText, span: Span) -> list[Span]:
    """Return the words of `span`: a space in a headline, kicker or deck is a break that an editor chose."""
    words = re.finditer(r"\S+", text.source.slice(span))
    return [Span(span.start + word.start(), span.start + word.end()) for word in words]
