"""What ingest is not sure of on a page, said aloud: a finding each, with its raw line and what would settle it."""

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from broadsheet.ingest.divided_words import Division
from broadsheet.ingest.jumps import page_beside, pages_named
from broadsheet.ingest.line_costs import Move
from broadsheet.ingest.programme import STARTS
from broadsheet.ingest.quotes import find_quote
from broadsheet.ingest.rulings import rulings_path
from broadsheet.ingest.typeset import SetLine
from broadsheet.ingest.wording import space_changes, word
from broadsheet.lexicon.page_numbers import page_number
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.script import Script
from broadsheet.model.source import SourceText

# A paragraph break with a smaller margin is said to be in doubt; the widths of letters tell less than those of hanzi.
SURE = {Script.HAN: 4.0, Script.LETTERS: 6.0}
SURE_SEAM = 8.0  # so is a column that runs on, where the lines may as well be another story's
_LINE_END = re.compile(r"\r\n|[\r\n\f]")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff]")
_HOW_CLOSE = ((1.0, "if at all: it may as well not"), (2.5, "but not surely"), (math.inf, "most likely"))
_QUOTE_LENGTHS = (12, 16, 24, 48)


class PageInHand(msgspec.Struct, frozen=True, kw_only=True):
    """A page as the checks see it: its text, how its lines were set, what was read, titles supplied, words divided."""

    source: SourceText
    lines: tuple[SetLine, ...]
    reading: PageReading
    titles: Mapping[int, str]
    divided: Sequence[Division]
    lexicon: Lexicon


Check = Callable[[PageInHand], Iterator[Finding]]


def doubts_of(page: PageInHand) -> tuple[Finding, ...]:
    """Return every doubt about `page`, in the order of its raw lines."""
    return by_line(finding for check in CHECKS for finding in check(page))


def by_line(doubts: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return `doubts` in the order of their raw lines."""
    return tuple(sorted(doubts, key=lambda doubt: (doubt.line, doubt.code)))


def _doubt(page: PageInHand, line: int, code: str, message: str, hint: str) -> Finding:
    return Finding(
        code=code, path=page.source.path, line=line, message=message, hint=hint, severity=Severity.DOUBT
    )


def _line(page: PageInHand, story: Story) -> int:
    return page.source.line_at(story.body[0].start).number


def _words(page: PageInHand) -> Iterator[Passage]:
    """Yield what readers get to see: all but the furniture."""
    return (passage for passage in page.reading.passages() if passage.role is not Role.FURNITURE)


def missing_headline(page: PageInHand) -> Iterator[Finding]:
    """A story without a printed headline, until a ruling supplies one."""
    for number, story in enumerate(page.reading.stories):
        if not story.headline and number not in page.titles:
            opening = _quotable(page.source, word(page.source, story.body[0]))
            ruling = f"- {{at: {json.dumps(opening, ensure_ascii=False)}, title: …}}"
            yield _doubt(
                page,
                _line(page, story),
                "no-headline",
                f"the article “{opening}…” has no printed headline",
                f"add to {rulings_path(Path(page.source.path)).name}:  {ruling}",
            )


def _quotable(source: SourceText, text: str) -> str:
    """Return the beginning of `text`, long enough to stand once on the page where a short one does."""
    longer = (text[:length] for length in _QUOTE_LENGTHS if length < len(text))
    return next((words for words in longer if len(find_quote(source, words)) == 1), text)


def unplaced(page: PageInHand) -> Iterator[Finding]:
    """Text that belongs to no story: it becomes an article of its own, for review."""
    for passage in page.reading.unplaced:
        text = word(page.source, passage)
        line = page.source.line_at(passage.start).number
        yield _doubt(page, line, "unplaced", f"“{text[:24]}” has no place", "move it by hand, then publish")


def close_breaks(page: PageInHand) -> Iterator[Finding]:
    """A paragraph break, or the lack of one, that the widths of the lines hardly decide."""
    for line in page.lines:
        if line.margin < SURE[page.source.script] and line.move is not Move.LABEL:
            says = "begins a paragraph" if line.move in STARTS else "goes on with its paragraph"
            how = next(words for most, words in _HOW_CLOSE if line.margin < most)
            yield _doubt(
                page,
                line.piece.line,
                "close-break",
                f"“{line.piece.text[:12]}” {says}, {how}",
                "look at the printed page; in the manuscript a blank line parts paragraphs",
            )


def close_seams(page: PageInHand) -> Iterator[Finding]:
    """A paragraph that is taken up again further down, or a column that may break off: the text alone tells."""
    hint = "look at the printed page: does the sentence go on so? If not, move the lines by hand"
    nearest: dict[int, SetLine] = {}
    for line in page.lines:
        if line.resumes is not None:
            message = (
                f"“{line.piece.text[:12]}” takes up the text that breaks off in line {line.resumes.line}"
            )
            yield _doubt(page, line.piece.line, "close-seam", message, hint)
        elif line.rival is not None and line.seam < SURE_SEAM:
            end = line.rival.line
            nearest[end] = min(nearest.get(end, line), line, key=lambda one: one.seam)
    for end, line in nearest.items():
        message = f"“{line.piece.text[:12]}” may go on from line {end}, and other text stand between"
        yield _doubt(page, line.piece.line, "close-seam", message, hint)


def misprints(page: PageInHand) -> Iterator[Finding]:
    """Words that look misprinted. They stay as printed."""
    for passage in _words(page):
        text = word(page.source, passage)
        for pattern in page.lexicon.words["misprint"]:
            for match in pattern.finditer(text):
                line = page.source.line_at(_offset(passage.spans, match.start())).number
                near = text[max(0, match.start() - 4) : match.end() + 4]
                yield _doubt(page, line, "misprint", f"“{near}” may be misprinted", "it stays as printed")


def _offset(spans: tuple[tuple[int, int], ...], index: int) -> int:
    """Return the page offset of character `index` of a passage's text, near enough to name its line."""
    for start, end in spans:
        if index < end - start:
            return start + index
        index -= end - start
    return spans[-1][0]


def spaces(page: PageInHand) -> Iterator[Finding]:
    """White space that the rules took out of a line."""
    for passage in _words(page):
        for span in passage.spans:
            for change in space_changes(page.source, span):
                line = page.source.line_at(change.offset).number
                yield _doubt(
                    page,
                    line,
                    "space",
                    f"“{change.raw}” is set “{change.now}”",
                    "nothing, unless the space was meant",
                )


def hyphens(page: PageInHand) -> Iterator[Finding]:
    """A word divided at a line's end that the page has with a hyphen and without. All others are told in the report."""
    for division in page.divided:
        if not division.sure:
            line = page.source.line_at(division.at).number
            message = (
                f"“{division.before}|{division.after}” is read “{division.now}”; the page has it both ways"
            )
            yield _doubt(page, line, "hyphen", message, "if it is not so, correct the manuscript")


def unseen(page: PageInHand) -> Iterator[Finding]:
    """Control characters, which print does not show and no manuscript keeps: one doubt a line."""
    text = page.source.text
    by_line: dict[int, list[str]] = {}
    for match in _UNSEEN.finditer(text):
        number = len(_LINE_END.findall(text, 0, match.start())) + 1
        by_line.setdefault(number, []).append(f"U+{ord(match[0]):04X}")
    for number, names in by_line.items():
        message = f"control characters do not reach the manuscript: {len(names)} × {', '.join(dict.fromkeys(names))}"
        yield _doubt(page, number, "unseen", message, "nothing, unless something is missing there")


def lost_before(page: PageInHand) -> Iterator[Finding]:
    """Replacement characters, which some earlier tool put where it could not read one."""
    for line in page.source.lines:
        if "\ufffd" in page.source.slice(line.span):
            message = "U+FFFD stands here: characters were lost before the page came"
            yield _doubt(
                page, line.number, "lost-before", message, "get the page anew, or mend the manuscript"
            )


def unpaired(page: PageInHand) -> Iterator[Finding]:
    """A paragraph that opens a quotation or bracket and does not close it, or the other way round."""
    for story in page.reading.stories:
        for passage in (*story.body, *story.editors_note, *story.captions):
            text = word(page.source, passage)
            for opening, closing in page.lexicon.brackets:
                if text.count(opening) != text.count(closing):
                    line = page.source.line_at(passage.start).number
                    message = f"{opening} and {closing} do not pair in “{text[:12]}…”"
                    yield _doubt(
                        page, line, "unpaired", message, "see whether a line is missing or misplaced"
                    )


def taken_out(page: PageInHand) -> Iterator[Finding]:
    """A line that was read as folio or teaser although a paragraph goes on around it."""
    for line in page.lines:
        if line.move is Move.PASSING:
            yield _doubt(
                page,
                line.piece.line,
                "taken-out",
                f"“{line.piece.text[:24]}” was taken out of the paragraph around it",
                "look at the printed page; if it is text, put it back by hand",
            )


def no_end(page: PageInHand) -> Iterator[Finding]:
    """A story whose last paragraph does not end like a sentence, with no jump to another page."""
    terminal = page.lexicon.characters.terminal | page.lexicon.characters.after_terminal
    for story in page.reading.stories:
        last = story.body[-1]
        text = word(page.source, last)
        if not story.jump and last.role is Role.PARAGRAPH and text[-1] not in terminal:
            line = page.source.line_at(last.spans[-1].start).number
            yield _doubt(
                page, line, "no-end", f"the article ends in “{text[-8:]}”", "look for its last lines"
            )


def lost_jump(page: PageInHand) -> Iterator[Finding]:
    """A jump to a page that has not come, or that has no jump to this one."""
    raw = Path(page.source.path)
    for passage in (passage for story in page.reading.stories for passage in story.jump):
        text = word(page.source, passage)
        number = page_number(text)
        if not number or not raw.stem.isdecimal():
            continue
        other = page_beside(raw, number)
        if other.is_file() and int(raw.stem) in pages_named(other):
            continue
        why = f"says nothing of page {int(raw.stem)}" if other.is_file() else "has not come"
        line = page.source.line_at(passage.start).number
        hint = f"look for the rest of the text on page {number}"
        yield _doubt(page, line, "lost-jump", f"“{text}” leads to page {number}, which {why}", hint)


CHECKS: tuple[Check, ...] = (
    missing_headline,
    unplaced,
    close_breaks,
    close_seams,
    misprints,
    spaces,
    hyphens,
    unseen,
    lost_before,
    unpaired,
    taken_out,
    no_end,
    lost_jump,
)
