"""The doubts about a page: what ingest is not sure of. Each is a finding with its raw line and a hint."""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from broadsheet.ingest.report.character_doubts import CHARACTER_CHECKS
from broadsheet.ingest.report.checked_page import Check, CheckedPage, doubt
from broadsheet.ingest.text.jumps import page_beside, pages_named
from broadsheet.ingest.text.quotes import InkedText
from broadsheet.ingest.text.raw_files import TEXT
from broadsheet.ingest.text.wording import word
from broadsheet.ingest.typeset.moves import STARTS, Move, SetLine
from broadsheet.lexicon.page_numbers import page_number
from broadsheet.manuscript.records.rulings_file import rulings_path
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import PageReading, Role, Story
from broadsheet.model.script import Script
from broadsheet.model.source import SourceText, Span

# A paragraph break with a smaller margin, in nats, is a doubt. Widths of letters are weaker evidence than widths of hanzi.
SURE = {Script.HAN: 4.7, Script.LETTERS: 6.0}
SURE_SEAM = 6.0  # the same for a line that may resume another paragraph than the one above it
_HOW_CLOSE = ((1.0, "if at all: it may as well not"), (2.5, "but not surely"), (math.inf, "most likely"))
_QUOTE_LENGTHS = (12, 16, 24, 48, 96)  # characters


def doubts_of(page: CheckedPage) -> tuple[Finding, ...]:
    """Return the doubts of all checks about `page`, in the order of its raw lines."""
    return by_line(finding for check in CHECKS for finding in check(page))


def by_line(doubts: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return `doubts` sorted by raw line, then by kind."""
    return tuple(sorted(doubts, key=lambda one: (one.line, one.code)))


def stories_in_doubt(source: SourceText, reading: PageReading, doubts: Iterable[Finding]) -> frozenset[int]:
    """Return the stories of `reading`, by their number, of whose headline, byline or subheads one of `doubts` says it is unsure."""
    lines: dict[str, set[int]] = defaultdict(set)
    for one in doubts:
        lines[one.code].add(one.line)
    return frozenset(
        number
        for number, story in enumerate(reading.stories)
        for code, span in _told(story)
        if source.line_at(span.start).number in lines[code]
    )


def _told(story: Story) -> Iterator[tuple[str, Span]]:
    """Yield the lines of `story`, each with the code of a doubt about it that puts the headline in doubt.

    A line of text that may be a headline heads another story; a closing line or a caption in doubt may belong to another
    story or be text.
    """
    stack = (*story.kicker, *story.headline, *story.deck, *story.byline)
    closings = tuple(passage for passage in story.body if passage.role is Role.CLOSING)
    told = {
        "headline-by-place": (*stack, *story.body),
        "named-otherwise": story.headline,
        "list-of-links": story.body,
        "byline-by-place": stack,
        "perhaps-one-story": story.body[:1],
        "closing-by-place": closings,
        "caption-by-place": story.captions,
    }
    for code, passages in told.items():
        yield from ((code, span) for passage in passages for span in passage.spans)


def _line(page: CheckedPage, story: Story) -> int:
    return page.source.line_at(story.start).number


def missing_headline(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each story without a headline, printed or supplied by a ruling."""
    inked = InkedText.of(page.source)
    for number, story in enumerate(page.reading.stories):
        if not story.headline and number not in page.titles:
            opening = _quotable(inked, word(page.source, (*story.body, *story.captions)[0]))
            ruling = f"- {{at: {json.dumps(opening, ensure_ascii=False)}, title: …}}"
            yield doubt(
                page,
                _line(page, story),
                "no-headline",
                f"the article “{opening}…” has no printed headline",
                f"add to {rulings_path(Path(page.source.path)).name}:  {ruling}",
            )


def _quotable(inked: InkedText, text: str) -> str:
    """Return the shortest beginning of `text` that is unique on the page, or the longest one that is tried."""
    longer = (text[:length] for length in _QUOTE_LENGTHS if length < len(text))
    return next((words for words in longer if len(inked.find(words)) == 1), text[: _QUOTE_LENGTHS[-1]])


def unplaced(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each passage without a story: it becomes an article of its own, under review."""
    for passage in page.reading.unplaced:
        text = word(page.source, passage)
        line = page.source.line_at(passage.start).number
        yield doubt(page, line, "unplaced", f"“{text[:24]}” has no place", "move it by hand, then publish")


def close_breaks(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each line whose paragraph break, or lack of one, has a small margin."""
    for line in page.lines:
        if line.margin < SURE[page.source.script] and line.move is not Move.LABEL:
            says = "begins a paragraph" if line.move in STARTS else "goes on with its paragraph"
            how = next(words for most, words in _HOW_CLOSE if line.margin < most)
            yield doubt(
                page,
                line.piece.line,
                "close-break",
                f"“{line.piece.text[:12]}” {says}, {how}",
                "look at the printed page; in the manuscript a blank line parts paragraphs",
            )


def close_seams(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each paragraph that resumes further down, or that may as well do so."""
    hint = "look at the printed page: does the sentence go on so? If not, move the lines by hand"
    nearest: dict[int, SetLine] = {}
    for line in page.lines:
        if line.resumes is not None:
            message = (
                f"“{line.piece.text[:12]}” takes up the text that breaks off in line {line.resumes.line}"
            )
            yield doubt(page, line.piece.line, "close-seam", message, hint)
        elif line.rival is not None and line.seam < SURE_SEAM:
            end = line.rival.line
            nearest[end] = min(nearest.get(end, line), line, key=lambda one: one.seam)
    for end, line in nearest.items():
        message = f"“{line.piece.text[:12]}” may go on from line {end}, and other text stand between"
        yield doubt(page, line.piece.line, "close-seam", message, hint)


def taken_out(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each line that was read as folio or teaser inside a paragraph."""
    for line in page.lines:
        if line.move is Move.PASSING:
            yield doubt(
                page,
                line.piece.line,
                "taken-out",
                f"“{line.piece.text[:24]}” was taken out of the paragraph around it",
                "look at the printed page; if it is text, put it back by hand",
            )


def no_end(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each story whose text does not end a sentence, but for its closing lines, unless it jumps to another page."""
    terminal = page.lexicon.characters.terminal | page.lexicon.characters.after_terminal
    for story in filter(lambda one: one.body, page.reading.stories):
        last = next((one for one in reversed(story.body) if one.role is not Role.CLOSING), story.body[-1])
        text = word(page.source, last)
        if not story.jump and last.role is Role.PARAGRAPH and text[-1] not in terminal:
            line = page.source.line_at(last.spans[-1].start).number
            yield doubt(page, line, "no-end", f"the article ends in “{text[-8:]}”", "look for its last lines")


def lost_jump(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each jump to a page that is missing or has no jump back to this one."""
    raw = Path(page.source.path)
    for passage in (passage for story in page.reading.stories for passage in story.jump):
        text = word(page.source, passage)
        number = page_number(text)
        if not number or not raw.stem.isdecimal():
            continue
        other = page_beside(raw, number)
        if other.is_file() and (other.suffix != TEXT or int(raw.stem) in pages_named(other)):
            continue
        why = f"says nothing of page {int(raw.stem)}" if other.is_file() else "has not come"
        line = page.source.line_at(passage.start).number
        hint = f"look for the rest of the text on page {number}"
        yield doubt(page, line, "lost-jump", f"“{text}” leads to page {number}, which {why}", hint)


CHECKS: tuple[Check, ...] = (
    missing_headline,
    unplaced,
    close_breaks,
    close_seams,
    *CHARACTER_CHECKS,
    taken_out,
    no_end,
    lost_jump,
)
