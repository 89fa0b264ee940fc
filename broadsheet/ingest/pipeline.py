"""The pipeline: a raw page's characters, moved stage by stage into stories and never retyped."""

from broadsheet.ingest.blocks import gather
from broadsheet.ingest.labels import label
from broadsheet.ingest.placement import place
from broadsheet.ingest.segments import cut, note_blocks
from broadsheet.ingest.stories import assemble
from broadsheet.ingest.threads import tie
from broadsheet.ingest.typeset import typeset
from broadsheet.lexicon.patterns import load_lexicon
from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText


def read_page(source: SourceText, language: str = "zh") -> PageReading:
    """Read a raw page: label its lines, set them in columns, gather, cut, tie and place the stories."""
    lexicon = load_lexicon(language)
    pieces = label(source, lexicon)
    blocks = gather(typeset(pieces, lexicon))
    notes = note_blocks(blocks)
    threads = tie(blocks, cut(blocks, notes))
    placed = place(blocks, threads, notes)
    return assemble(blocks, threads, placed)
