"""What reading a page returns, whether the page was printed or saved from the web."""

import msgspec

from broadsheet.ingest.typeset.set_lines import SetLine
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it was read: its raw text, its stories, and what the doubts and the report need besides.

    `lines` are its lines as they were set, none for a web page. `said` holds the doubts that were found while reading.
    """

    source: SourceText
    lexicon: Lexicon
    lines: tuple[SetLine, ...]
    page: PageReading
    said: tuple[Finding, ...] = ()
