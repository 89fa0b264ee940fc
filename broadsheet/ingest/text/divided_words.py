"""Join words that are divided at a line end, and keep each hyphen that is removed as a passage of its own.

A hyphen at a line end was added by the typesetter, or it belongs to the word (Saint-|Sébastien). It is removed unless
there is evidence for a compound: a pattern of the lexicon, a capital after the hyphen, or the same compound inside
another line of the page.
"""

import re
from collections import Counter
from itertools import pairwise

import msgspec

from broadsheet.ingest.text.wording import word
from broadsheet.lexicon.hyphens import HYPHENS, TRANSCRIBED
from broadsheet.lexicon.patterns import OF_SCRIPT, Lexicon, load_lexicon
from broadsheet.model.page_reading import LINES_KEPT, SET_BY_LINE, PageReading, Passage, Role, Story
from broadsheet.model.script import Script
from broadsheet.model.source import SourceText, Span

_RUNNING = ("headline", "deck", "body", "captions", "editors_note")
_SIGN = f"[{re.escape(HYPHENS)}]"
_BEFORE = re.compile(rf"(?:\w|['’]|{_SIGN})*\w(?={_SIGN}\Z)")
_AFTER = re.compile(r"\w[\w'’]*")
_WORD = re.compile(rf"\w+(?:{_SIGN}\w+)*")


class Division(msgspec.Struct, frozen=True, order=True):
    """A word that is divided at a line end.

    `at` is the offset of its hyphen, `before` and `after` are its halves, `now` is the joined word. `stays` says whether
    the hyphen is kept. `sure` is False where the page prints the word both with the hyphen and without.
    """

    at: int
    before: str
    after: str
    now: str
    stays: bool
    sure: bool


def divisions(source: SourceText, page: PageReading) -> tuple[Division, ...]:
    """Return the divided words in the running text of `page`, in reading order. A page of hanzi has none."""
    if source.script is not Script.LETTERS:
        return ()
    lexicon = load_lexicon(OF_SCRIPT[source.script])
    known = _words_inside_lines(source)
    passages = (p for story in page.stories for name in _RUNNING for p in getattr(story, name))
    return tuple(
        division
        for passage in (*passages, *page.unplaced)
        if passage.role not in SET_BY_LINE | LINES_KEPT
        for one, other in pairwise(passage.spans)
        if (division := _judge(source, one, other, known, lexicon)) is not None
    )


def _words_inside_lines(source: SourceText) -> Counter[str]:
    """Count the words, case folded, that stand whole inside the lines of the page."""
    return Counter(
        word.casefold()
        for line in source.lines
        for word in _WORD.findall(source.slice(line.span).rpartition(" ")[0])
    )


def _judge(
    source: SourceText, one: Span, other: Span, known: Counter[str], lexicon: Lexicon
) -> Division | None:
    """Return the division between the lines at spans `one` and `other`, or None where no word is divided there.

    `known` counts the words inside the lines of the page.
    """
    line, below = source.slice(one), source.slice(other)
    before, after = _BEFORE.search(line), _AFTER.match(below)
    if not before or not after:
        return None
    hyphen, left, right = line[-1], before[0], after[0]
    closed, open_ = known[(left + right).casefold()], known[(left + hyphen + right).casefold()]
    compound = _is_compound(left, right, line, lexicon)
    stays = hyphen not in TRANSCRIBED and (open_ > closed or (compound and not closed))
    now = word(source, Passage(Role.PARAGRAPH, (Span(one.end - len(left) - 1, one.end - (not stays)), other)))
    sure = hyphen in TRANSCRIBED or not (open_ and closed)
    return Division(one.end - 1, left, right, now[: now.index(right, len(left)) + len(right)], stays, sure)


def _is_compound(left: str, right: str, line: str, lexicon: Lexicon) -> bool:
    """Return whether the word has a hyphen inside a line too.

    It has one before a capital, in a compound of the lexicon, and before a conjunction (Handels- und Gewerbekammer).
    """
    return (
        _capital_below(left, right)
        or lexicon.mentions(f"{line}|{right}", "compound")
        or lexicon.fits(right, "suspended")
    )


def _capital_below(left: str, right: str) -> bool:
    """Return whether the second half begins with a capital in a word that is not all capitals."""
    return right[0].isupper() and not (left.isupper() and len(left) > 1)


def close_up(page: PageReading, found: tuple[Division, ...]) -> PageReading:
    """Return `page` without the hyphens of `found` that do not stay; each becomes a passage in `hyphens`."""
    gone = {division.at + 1: Span(division.at, division.at + 1) for division in found if not division.stays}
    stories = tuple(_closed(story, gone) for story in page.stories)
    hyphens = tuple(Passage(Role.HYPHEN, (span,)) for span in sorted(gone.values()))
    unplaced = tuple(_shortened(passage, gone) for passage in page.unplaced)
    return msgspec.structs.replace(page, stories=stories, unplaced=unplaced, hyphens=hyphens)


def _closed(story: Story, gone: dict[int, Span]) -> Story:
    fields = {name: tuple(_shortened(p, gone) for p in getattr(story, name)) for name in _RUNNING}
    return msgspec.structs.replace(story, **fields)


def _shortened(passage: Passage, gone: dict[int, Span]) -> Passage:
    return Passage(passage.role, tuple(Span(s.start, s.end - (s.end in gone)) for s in passage.spans))
