"""Why a raw line is what it is: the rules and widths that decided it, line by line, for `inv ingest --explain`."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from broadsheet.ingest.desk.page import read
from broadsheet.ingest.reading import Reading
from broadsheet.ingest.rulings.entries import read_rulings
from broadsheet.ingest.rulings.makeup import Place, places
from broadsheet.ingest.rulings.ruled_page import rule
from broadsheet.ingest.stories.blocks import gather
from broadsheet.ingest.text.decode import decode_html
from broadsheet.ingest.text.labels import LINE_ROLES, TAIL_ROLES, Piece
from broadsheet.ingest.text.metrics import extent
from broadsheet.ingest.text.raw_files import is_web_page
from broadsheet.ingest.text.wording import word_lines
from broadsheet.ingest.typeset.line_costs import NEVER
from broadsheet.ingest.typeset.programme import STARTS
from broadsheet.ingest.typeset.set_lines import SetLine
from broadsheet.ingest.web.article import find_article
from broadsheet.ingest.web.runs import Run, read_runs
from broadsheet.ingest.web.story import judge
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.errors import BroadsheetError
from broadsheet.model.page_reading import PageReading
from broadsheet.model.script import Script
from broadsheet.model.source import Line

_PLACE = re.compile(r"(?P<page>.+?)(?::(?P<line>\d+))?")


def explain_page(place: str) -> int:
    """Print why each line of `PAGE`, or the one of `PAGE:LINE`, is what it is; return the exit code."""
    match = _PLACE.fullmatch(place)
    page, line = (Path(match["page"]), int(match["line"] or 0)) if match else (Path(place), 0)
    try:
        for text in _explained(page, line):
            print(text)
    except (BroadsheetError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _explained(raw: Path, wanted: int) -> Iterator[str]:
    reading = read(raw)
    ruled = rule(reading.source, reading.page, read_rulings(raw)).page
    evidence = _of_markup(raw) if is_web_page(raw) else _of_print(reading)
    for line in reading.source.lines:
        if wanted in (0, line.number):
            yield f"{raw}:{line.number}: {reading.source.slice(line.span)[:60]}"
            yield from (f"    {why}" for why in evidence.get(line.number, []))
            yield from (f"    {where}" for where in _ends_up(reading, ruled, line))


def _of_print(reading: Reading) -> dict[int, list[str]]:
    """Return what decided each line of a printed page: its label, its widths, its moves and its block."""
    blocks = {}
    for block in gather(reading.lines):
        numbers = [line.piece.line for line in block.lines]
        kind = block.kind.name.lower() + " (broken off)" * block.open + " (taken up again)" * block.resumed
        blocks.update(dict.fromkeys(block.pieces, f"block   {kind}, lines {min(numbers)}–{max(numbers)}"))
    found: dict[int, list[str]] = {}
    for line in reading.lines:
        tail = line.piece.line in found
        why = [
            _tail(line.piece) if tail else _label(line.piece, reading.lexicon),
            _widths(line, reading),
            _move(line),
        ]
        found.setdefault(line.piece.line, []).extend([*why, blocks[line.piece]])
    return found


def _label(piece: Piece, lexicon: Lexicon) -> str:
    """Say which pattern of the lexicon knows the line."""
    for kind in ("sure", "hint"):
        for name, _ in LINE_ROLES:
            for number, pattern in enumerate(getattr(lexicon.lines[name], kind), 1):
                if pattern.fullmatch(piece.text):
                    return f"label   {name}: pattern {number} of lines.{name}.{kind}"
    if piece.role is not None:
        return f"label   {piece.role}, by what stands around it"
    return f"label   opens as {piece.opening}" if piece.opening else "label   none"


def _tail(piece: Piece) -> str:
    names = [name for name, role in TAIL_ROLES if role is piece.role]
    return f"label   {''.join(names)}, by the end of its line"


def _widths(line: SetLine, reading: Reading) -> str:
    if reading.source.script is Script.LETTERS:
        width = reading.lexicon.face.width(line.piece.text)
        return f"width   about {width:.1f} em, in a measure of about {line.measure:g} em"
    own = extent(line.piece.text, reading.lexicon.characters)
    indent = f", after {line.piece.indent} spaces" * bool(line.piece.indent)
    return f"width   {own.natural:g} em, {own.least:g} squeezed, in a measure of {line.measure:g} em{indent}"


def _move(line: SetLine) -> str:
    """Say what the line is to its column, and by what margin: what the page would cost were it otherwise."""
    other = "goes on with what is above" if line.move in STARTS else "begins something new"
    dearer = f"{line.margin:.1f} dearer" if line.margin < NEVER / 2 else "out of the question"
    return f"move    {line.move.name.lower()}; next best, that it {other}: {dearer}"


def _of_markup(raw: Path) -> dict[int, list[str]]:
    """Return what decided each line of a web page: its rule, and the elements that it stands in."""
    page = read(raw)
    text = read_runs(str(raw), decode_html(str(raw), raw.read_bytes()))
    article = find_article(text)
    judged = judge(text, article, page.lexicon) if article else ()
    return {
        one.run.line: [f"rule    {one.rule}", f"markup  {_path(one.run)}"]
        for one in judged
        if not one.run.picture
    }


def _path(run: Run) -> str:
    named = (f"{e.name}.{'.'.join(sorted(e.words))}" if e.words else e.name for e in reversed(run.path[:4]))
    return " > ".join(named)


def _ends_up(reading: Reading, ruled: PageReading, line: Line) -> Iterator[str]:
    """Yield the role and story of each part of a line, and whether rulings gave it that role."""
    before = {place.passage.role for place in places(reading.page) if _holds(place, line)}
    for place in places(ruled):
        if _holds(place, line):
            role = place.passage.role
            yield f"role    {role}{'' if role in before else ', as ruled'}; story {_story(reading, ruled, place)}"


def _holds(place: Place, line: Line) -> bool:
    return any(line.span.start <= span.start < line.span.end for span in place.passage.spans)


def _story(reading: Reading, ruled: PageReading, place: Place) -> str:
    if place.story is None:
        return "none: the page's own"
    headline = word_lines(reading.source, ruled.stories[place.story].headline)
    return f"{place.story + 1}, {headline or 'without a printed headline'}"
