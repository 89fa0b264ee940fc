"""What every way of reading a page returns, whether the page was printed or saved from the web."""

import msgspec

from broadsheet.ingest.typeset.set_lines import SetLine
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A page read, with what the reading was made of: its text, its lines as they were set, and the lexicon.

    A web page's lines were never set; `said` is what the reading alone could notice.
    """

    source: SourceText
    lexicon: Lexicon
    lines: tuple[SetLine, ...]
    page: PageReading
    said: tuple[Finding, ...] = ()
