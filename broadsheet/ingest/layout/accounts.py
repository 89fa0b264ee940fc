"""The account of a page's text layer: every inked glyph is in the page's text once, and what is left out is said."""

from collections import Counter
from collections.abc import Iterator

from broadsheet.model.errors import LedgerError
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.marks import PageMarks
from broadsheet.model.source import SourceText, is_ink


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
    for one in marks.left_out:
        yield Finding(
            code="unprinted",
            path=source.path,
            line=source.lines[0].number,
            message=f"{one.characters:,} characters are {one.why}, and are left out: “{one.text}”",
            hint="look at the printed page; what it shows belongs in the manuscripts",
            severity=Severity.DOUBT,
        )
