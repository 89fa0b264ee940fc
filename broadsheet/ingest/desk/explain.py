"""Explain a reading line by line, for `inv ingest --explain`: the patterns, widths and margins that decided it."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from broadsheet.ingest.desk.explain_layout import of_layout
from broadsheet.ingest.desk.page import read
from broadsheet.ingest.layout.reading import LayoutReading
from broadsheet.ingest.pipeline import PrintedReading
from broadsheet.ingest.reading import Reading
from broadsheet.ingest.rulings.makeup import Location, locations
from broadsheet.ingest.rulings.ruled_page import rule
from broadsheet.ingest.stages import gather_blocks
from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.text.metrics import extent
from broadsheet.ingest.text.wording import word_lines
from broadsheet.ingest.typeset.moves import NEVER, STARTS, SetLine
from broadsheet.ingest.web.markup.runs import Element, Run
from broadsheet.ingest.web.page import WebReading
from broadsheet.ingest.web.story import Judged
from broadsheet.manuscript.records.rulings_file import read_rulings
from broadsheet.model.errors import BroadsheetError, told
from broadsheet.model.page_reading import PageReading
from broadsheet.model.script import Script
from broadsheet.model.source import Line

_TARGET = re.compile(r"(?P<page>.+?)(?::(?P<line>\d+))?")
_PAGE = ("", "html", "body")
_BLOCKS_SHOWN = 4  # from the innermost outward


def explain_page(target: str) -> int:
    """Print what decided each line of a raw page, or one line of it, and return the exit code: 0, or 1 for an error.

    `target` is `PAGE` or `PAGE:LINE`.
    """
    match = _TARGET.fullmatch(target)
    page, line = (Path(match["page"]), int(match["line"] or 0)) if match else (Path(target), 0)
    try:
        for text in _explained(page, line):
            print(text)
    except (BroadsheetError, OSError) as error:
        print(told(error), file=sys.stderr)
        return 1
    return 0


def _explained(raw: Path, wanted: int) -> Iterator[str]:
    """Yield the lines to print about raw line `wanted`, or about every line for 0."""
    reading = read(raw)
    ruled = rule(reading.source, reading.page, read_rulings(raw)).page
    evidence = _evidence(reading)
    for line in reading.source.lines:
        if wanted in (0, line.number):
            yield f"{raw}:{line.number}: {reading.source.slice(line.span)[:60]}"
            yield from (f"    {why}" for why in evidence.get(line.number, []))
            yield from (f"    {where}" for where in _ends_up(reading, ruled, line))


def _evidence(reading: PrintedReading | WebReading | LayoutReading) -> dict[int, list[str]]:
    """Return what decided each line of a page, by its number."""
    match reading:
        case PrintedReading():
            return _of_print(reading)
        case LayoutReading():
            return of_layout(reading)
        case _:
            return _of_markup(reading)


def _of_print(reading: PrintedReading) -> dict[int, list[str]]:
    """Return what decided each line of a printed page: its label, its width, its move and its block."""
    blocks = {}
    for block in reading.record[gather_blocks].blocks:
        numbers = [line.piece.line for line in block.lines]
        kind = block.kind.name.lower() + " (broken off)" * block.open + " (taken up again)" * block.resumed
        blocks.update(dict.fromkeys(block.pieces, f"block   {kind}, lines {min(numbers)}–{max(numbers)}"))
    found: dict[int, list[str]] = {}
    for line in reading.lines:
        why = [_label(line.piece), _width(line, reading), _move(line), blocks[line.piece]]
        found.setdefault(line.piece.line, []).extend(why)
    return found


def _label(piece: Piece) -> str:
    """Return the pattern of the lexicon that gave the piece its role."""
    if matched := piece.matched:
        if matched.kind == "tails":
            return f"label   {matched.name}, by the end of its line"
        return f"label   {matched.name}: pattern {matched.number} of lines.{matched.name}.{matched.kind}"
    if piece.role is not None:
        return f"label   {piece.role}, by what stands around it"
    return f"label   opens as {piece.opening}" if piece.opening else "label   none"


def _width(line: SetLine, reading: Reading) -> str:
    """Return the line's width, with punctuation at full width, and its measure."""
    if reading.source.script is Script.LETTERS:
        width = reading.lexicon.face.width(line.piece.text)
        return f"width   about {width:.1f} em, in a measure of about {line.measure:g} em"
    own = extent(line.piece.text, reading.lexicon.characters)
    indent = f", after {line.piece.indent} spaces" * bool(line.piece.indent)
    return f"width   {own.natural:g} em, {own.least:g} squeezed, in a measure of {line.measure:g} em{indent}"


def _move(line: SetLine) -> str:
    """Return the line's move, and by how much the page would cost more under the next best one."""
    other = "goes on with what is above" if line.move in STARTS else "begins something new"
    dearer = f"{line.margin:.1f} dearer" if line.margin < NEVER / 2 else "out of the question"
    return f"move    {line.move.name.lower()}; next best, that it {other}: {dearer}"


def _of_markup(reading: WebReading) -> dict[int, list[str]]:
    """Return what decided each line of a web page: its rule, and the elements that it stands in."""
    return {
        one.run.line: [f"rule    {_rule(one)}", f"markup  {_path(one.run)}"]
        for one in reading.judged
        if not one.run.picture
    }


def _rule(one: Judged) -> str:
    """Return the name of the rule that gave a run its role, and what told each of the credits in it."""
    return " ".join([one.rule, *(credit.told_by for credit in one.credits)])


def _path(run: Run) -> str:
    blocks: list[Element] = []
    block: Element | None = run.block
    while block is not None and block.name not in _PAGE and len(blocks) < _BLOCKS_SHOWN:
        blocks.append(block)
        block = block.parent
    named = (f"{e.name}.{'.'.join(sorted(e.words))}" if e.words else e.name for e in reversed(blocks))
    return " > ".join(named)


def _ends_up(reading: Reading, ruled: PageReading, line: Line) -> Iterator[str]:
    """Yield the role and story of each passage in a line after the rulings, and whether a ruling gave the role."""
    before = {at.passage.role for at in locations(reading.page) if _holds(at, line)}
    for at in locations(ruled):
        if _holds(at, line):
            role = at.passage.role
            yield f"role    {role}{'' if role in before else ', as ruled'}; story {_story(reading, ruled, at)}"


def _holds(at: Location, line: Line) -> bool:
    return any(line.span.start <= span.start < line.span.end for span in at.passage.spans)


def _story(reading: Reading, ruled: PageReading, at: Location) -> str:
    if at.story is None:
        return "none: the page's own"
    headline = word_lines(reading.source, ruled.stories[at.story].headline)
    return f"{at.story + 1}, {headline or 'without a printed headline'}"
