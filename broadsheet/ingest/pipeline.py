"""The pipeline: a raw page's characters, moved stage by stage into stories and never retyped."""

import msgspec

from broadsheet.ingest.blocks import gather
from broadsheet.ingest.labels import label
from broadsheet.ingest.placement import place
from broadsheet.ingest.segments import cut, note_blocks
from broadsheet.ingest.stories import assemble
from broadsheet.ingest.threads import tie
from broadsheet.ingest.typeset import SetLine, typeset
from broadsheet.lexicon.patterns import Lexicon, load_lexicon
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A page read, with what the reading was made of: its text, its lines as they were set, and the lexicon.

    A web page's lines were never set; `said` is what its reading alone could notice.
    """

    source: SourceText
    lexicon: Lexicon
    lines: tuple[SetLine, ...]
    page: PageReading
    said: tuple[Finding, ...] = ()


def read_page(source: SourceText, language: str = "zh") -> Reading:
    """Read a raw page: label its lines, set them in columns, gather, cut, tie and place the stories."""
    lexicon = load_lexicon(language)
    lines = typeset(label(source, lexicon), lexicon)
    blocks = gather(lines)
    notes = note_blocks(blocks)
    threads = tie(blocks, cut(blocks, notes, lexicon.words["lead"]))
    placed = place(blocks, threads, notes)
    return Reading(source=source, lexicon=lexicon, lines=lines, page=assemble(blocks, threads, placed))
