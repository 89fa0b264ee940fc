"""The account of a page's text layer: every inked glyph is in the page's text once, and what is left out is said."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from broadsheet.ingest.layout.lines import TextLine
from broadsheet.ingest.layout.matter.tables import Table
from broadsheet.model.errors import LedgerError
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.marks import PageMarks
from broadsheet.model.source import SourceText, is_ink

_SURE = 0.5  # from 0 to 1; a word of which the recognition was less sure is a doubt
_MANY = 40  # lines
_MANY_OF = 0.25  # of the lines


def check(source: SourceText, marks: PageMarks) -> None:
    """Raise LedgerError unless `source` holds each inked glyph of the page once."""
    printed = Counter(glyph.char for glyph in marks.glyphs if is_ink(glyph.char))
    written = Counter(source.text[at] for at in source.ink())
    if printed != written:
        lost, added = "".join((printed - written).elements()), "".join((written - printed).elements())
        message = f"“{lost[:20]}” is lost and “{added[:20]}” is added between the page and its text"
        hint = "nothing was written; please report this page"
        raise LedgerError(Finding(code="ledger", path=source.path, message=message, hint=hint))


def left_out(source: SourceText, marks: PageMarks) -> Iterator[Finding]:
    """Yield a doubt for each kind of characters that the file holds and print does not show."""
    hint = "look at the printed page; what it shows belongs in the manuscripts"
    for one in marks.left_out:
        message = f"{one.characters:,} characters are {one.why}, and are left out: “{one.text}”"
        yield _of_the_page(source, "unprinted", message, hint)


def recognised(source: SourceText, marks: PageMarks) -> Iterator[Finding]:
    """Yield a doubt for a page whose characters a program has recognised from its picture."""
    if marks.recognised:
        message = f"the {sum(1 for _ in source.ink()):,} characters of this page were recognised from a scan"
        hint = "read headlines, names and numbers against the printed page"
        yield _of_the_page(source, "scan", message, hint)


def unmatched(source: SourceText, marks: PageMarks) -> Iterator[Finding]:
    """Yield a doubt for a file of articles beside the page that names no part of it."""
    if marks.unmatched:
        message = (
            f"{marks.unmatched} names no article on this page: its articles are told by the layout alone"
        )
        yield _of_the_page(
            source, "unmatched-articles", message, "compare the articles with the printed page"
        )


def _of_the_page(source: SourceText, code: str, message: str, hint: str) -> Finding:
    """Return a doubt about the whole page; it stands at its first line."""
    line = source.lines[0].number
    return Finding(code, source.path, message, hint, line=line, severity=Severity.DOUBT)


def unsure(source: SourceText, lines: Mapping[int, TextLine]) -> Iterator[Finding]:
    """Yield a doubt for each line with words of which the recognition of a scan was not sure.

    Where that is so on a good part of the lines, an editor has to read all of them, and one doubt says so.
    """
    found = {number: words for number, line in lines.items() if (words := _unsure_words(line))}
    if len(found) > max(_MANY, _MANY_OF * len(lines)):
        count = sum(map(len, found.values()))
        message = f"the recognition was not sure of {count:,} words on {len(found):,} of {len(lines):,} lines"
        yield _recognised(source, min(found), message, "read the whole page against the printed one")
        return
    for number, words in found.items():
        message = f"the recognition was not sure of “{' … '.join(words)[:60]}”"
        hint = "compare with the printed page; to change it, change the manuscript"
        yield _recognised(source, number, message, hint)


def unclear(source: SourceText, lines: Mapping[int, TextLine], tables: Sequence[Table]) -> Iterator[Finding]:
    """Yield a doubt for each table whose rows have unlike numbers of cells, and whose columns are not clear."""
    first = {table.rows.lines[0] for table in tables if not table.is_clear}
    for number, line in lines.items():
        if line in first:
            message = "rows of this table have unlike numbers of cells, and its columns are not clear"
            hint = "compare with the printed page, and put empty cells into the manuscript"
            yield Finding("table-columns", source.path, message, hint, line=number, severity=Severity.DOUBT)


def _unsure_words(line: TextLine) -> list[str]:
    return "".join(glyph.char if glyph.sure < _SURE else " " for glyph in line.glyphs).split()


def _recognised(source: SourceText, line: int, message: str, hint: str) -> Finding:
    return Finding("recognised", source.path, message, hint, line=line, severity=Severity.DOUBT)
