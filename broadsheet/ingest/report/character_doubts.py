"""Doubts about characters: misprints, changed white space, invisible or lost characters, unpaired brackets."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from broadsheet.ingest.report.checked_page import Check, CheckedPage, doubt
from broadsheet.ingest.text.repairs import SPREAD
from broadsheet.ingest.text.wording import space_changes, word
from broadsheet.lexicon.damage import UNREPAIRABLE, is_double_encoded
from broadsheet.model.finding import Finding
from broadsheet.model.numbers import number_of
from broadsheet.model.page_reading import Passage, Role
from broadsheet.model.source import LINE_END, Span

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")


def _words(page: CheckedPage) -> Iterator[Passage]:
    """Yield the passages that readers see: all but the furniture."""
    return (passage for passage in page.reading.passages() if passage.role is not Role.FURNITURE)


def misprints(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each word that looks misprinted. It stays as printed."""
    for passage in _words(page):
        text = word(page.source, passage)
        ends = [*accumulate(end - start for start, end in passage.spans)]
        for pattern in page.lexicon.words["misprint"]:
            for match in pattern.finditer(text):
                line = page.source.line_at(_offset(passage.spans, ends, match.start())).number
                near = text[max(0, match.start() - 4) : match.end() + 4]
                yield doubt(page, line, "misprint", f"“{near}” may be misprinted", "it stays as printed")


def _offset(spans: Sequence[Span], ends: Sequence[int], index: int) -> int:
    """Return about the page offset of character `index` of a passage's text, whose spans have so many characters up to `ends`."""
    at = bisect_right(ends, index)
    return spans[at].end - (ends[at] - index) if at < len(spans) else spans[-1].start


def spaces(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each white space that the rules removed inside a line."""
    for passage in (one for one in _words(page) if one.role is not Role.ROWS):
        for span in passage.spans:
            for change in space_changes(page.source, span):
                line = page.source.line_at(change.offset).number
                yield doubt(
                    page,
                    line,
                    "space",
                    f"“{change.raw}” is set “{change.now}”",
                    "nothing, unless the space was meant",
                )


def hyphens(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each divided word that the page prints both with a hyphen and without."""
    for division in page.divided:
        if not division.sure:
            line = page.source.line_at(division.at).number
            message = (
                f"“{division.before}|{division.after}” is read “{division.now}”; the page has it both ways"
            )
            yield doubt(page, line, "hyphen", message, "if it is not so, correct the manuscript")


def unseen(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each line with control characters, which no manuscript keeps."""
    text = page.source.text
    by_line: dict[int, list[str]] = {}
    for match in _UNSEEN.finditer(text):
        number = len(LINE_END.findall(text, 0, match.start())) + 1
        by_line.setdefault(number, []).append(f"U+{ord(match[0]):04X}")
    for number, names in by_line.items():
        message = f"control characters do not reach the manuscript: {len(names)} × {', '.join(dict.fromkeys(names))}"
        yield doubt(page, number, "unseen", message, "nothing, unless something is missing there")


def lost_before(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each line with a replacement character, which an earlier tool put in place of a lost one."""
    for line in page.source.lines:
        if "\ufffd" in page.source.slice(line.span):
            message = "U+FFFD stands here: characters were lost before the page came"
            yield doubt(
                page, line.number, "lost-before", message, "get the page anew, or mend the manuscript"
            )


def unpaired(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each kind of quotation mark or bracket that does not pair within a paragraph."""
    for story in page.reading.stories:
        for passage in (*story.body, *story.editors_note, *story.captions):
            text = word(page.source, passage)
            for opening, closing in page.lexicon.brackets:
                if text.count(opening) != text.count(closing):
                    line = page.source.line_at(passage.start).number
                    message = f"{opening} and {closing} do not pair in “{text[:12]}…”"
                    yield doubt(page, line, "unpaired", message, "see whether a line is missing or misplaced")


def damaged(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each line with characters that are not what print shows and cannot be repaired."""
    text = page.source.text
    by_line: dict[int, dict[str, str]] = {}
    for about, pattern in UNREPAIRABLE:
        for match in pattern.finditer(text):
            number = page.source.line_at(match.start()).number
            by_line.setdefault(number, {}).setdefault(about, match[0])
    for line in page.source.lines:
        found = by_line.get(line.number, {})
        if is_double_encoded(page.source.slice(line.span)):
            found["text that was decoded wrongly"] = page.source.slice(line.span)[:12]
        if found:
            message = "; ".join(f"“{_shown(what)}” is {about}" for about, what in found.items())
            yield doubt(page, line.number, "damaged", message, "get the page anew, or mend the manuscript")


def _shown(text: str) -> str:
    """Return `text` in one line, with the number of a character that no font shows."""
    numbered = (f"U+{ord(char):04X}" if unicodedata.category(char) == "Co" else char for char in text)
    return "".join("".join(numbered).split())


def repaired(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each line that rules repaired, and one a page for spaces between all hanzi."""
    spread = [repair for repair in page.source.repairs if repair.kind == SPREAD]
    for repair in (one for one in page.source.repairs if one.kind != SPREAD):
        message = f"{number_of(repair.places, repair.kind)} repaired: “{repair.raw[:24]}” is read “{repair.now[:24]}”"
        yield doubt(page, repair.line, "repaired", message, "nothing, unless it was meant")
    if spread:
        count = sum(repair.places for repair in spread)
        message = f"a space stood between all hanzi; {count:,} were taken out down to line {spread[-1].line}"
        yield doubt(page, spread[0].line, "repaired", message, "nothing, unless it was meant")


CHARACTER_CHECKS: tuple[Check, ...] = (
    misprints,
    spaces,
    hyphens,
    unseen,
    lost_before,
    damaged,
    repaired,
    unpaired,
)
