"""Doubts about characters: misprints, changed white space, invisible or lost characters, unpaired brackets."""

import re
from collections.abc import Iterator

from broadsheet.ingest.report.checked_page import Check, CheckedPage, doubt
from broadsheet.ingest.text.wording import space_changes, word
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import Passage, Role

_LINE_END = re.compile(r"\r\n|[\r\n\f]")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff]")


def _words(page: CheckedPage) -> Iterator[Passage]:
    """Yield the passages that readers see: all but the furniture."""
    return (passage for passage in page.reading.passages() if passage.role is not Role.FURNITURE)


def misprints(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each word that looks misprinted. It stays as printed."""
    for passage in _words(page):
        text = word(page.source, passage)
        for pattern in page.lexicon.words["misprint"]:
            for match in pattern.finditer(text):
                line = page.source.line_at(_offset(passage.spans, match.start())).number
                near = text[max(0, match.start() - 4) : match.end() + 4]
                yield doubt(page, line, "misprint", f"“{near}” may be misprinted", "it stays as printed")


def _offset(spans: tuple[tuple[int, int], ...], index: int) -> int:
    """Return about the page offset of character `index` of a passage's text, to find its line."""
    for start, end in spans:
        if index < end - start:
            return start + index
        index -= end - start
    return spans[-1][0]


def spaces(page: CheckedPage) -> Iterator[Finding]:
    """Yield a doubt for each white space that the rules removed inside a line."""
    for passage in _words(page):
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
        number = len(_LINE_END.findall(text, 0, match.start())) + 1
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


CHARACTER_CHECKS: tuple[Check, ...] = (misprints, spaces, hyphens, unseen, lost_before, unpaired)
