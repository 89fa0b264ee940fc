"""A page in hand: what the checks for doubts look at, and how they word one."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from broadsheet.ingest.text.divided_words import Division
from broadsheet.ingest.typeset.set_lines import SetLine
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText


class CheckedPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page as the checks see it: its text, how its lines were set, what was read, titles supplied, words divided."""

    source: SourceText
    lines: tuple[SetLine, ...]
    reading: PageReading
    titles: Mapping[int, str]
    divided: Sequence[Division]
    lexicon: Lexicon


Check = Callable[[CheckedPage], Iterator[Finding]]


def doubt(page: CheckedPage, line: int, code: str, message: str, hint: str) -> Finding:
    """Return a doubt about raw line `line` of `page`; `hint` says what would settle it."""
    return Finding(
        code=code, path=page.source.path, line=line, message=message, hint=hint, severity=Severity.DOUBT
    )
