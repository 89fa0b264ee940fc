"""The page that the checks for doubts look at, and the form of a doubt."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from broadsheet.ingest.text.divided_words import Division
from broadsheet.ingest.typeset.moves import SetLine
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText


class CheckedPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page after its rulings, with what a check may need.

    `lines` are its lines as they were set, none for a web page. `titles` holds the headlines that rulings supplied, by the
    index of the story; `divided` the words that are divided at line ends.
    """

    source: SourceText
    lines: tuple[SetLine, ...]
    reading: PageReading
    titles: Mapping[int, str]
    divided: Sequence[Division]
    lexicon: Lexicon


Check = Callable[[CheckedPage], Iterator[Finding]]


def doubt(page: CheckedPage, line: int, code: str, message: str, hint: str) -> Finding:
    """Return a doubt of kind `code` about raw line `line` of `page`. `hint` says what to do about it."""
    return Finding(
        code=code, path=page.source.path, line=line, message=message, hint=hint, severity=Severity.DOUBT
    )
