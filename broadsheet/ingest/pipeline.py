"""The pipeline: a raw page's characters, moved stage by stage into stories and never retyped."""

import msgspec

from broadsheet.ingest import items, segments
from broadsheet.ingest.blocks import gather
from broadsheet.ingest.gaps import close_gaps, cut
from broadsheet.ingest.headlines import assign
from broadsheet.ingest.items import heads_by_place, weigh_signs
from broadsheet.ingest.labels import label
from broadsheet.ingest.masthead import set_masthead
from broadsheet.ingest.placement import place
from broadsheet.ingest.second_headlines import weigh_headlines
from broadsheet.ingest.segments import body_of, note_blocks, weigh_topics
from broadsheet.ingest.signatures import sign
from broadsheet.ingest.stories import assemble
from broadsheet.ingest.threads import tie
from broadsheet.ingest.typeset import SetLine, typeset
from broadsheet.lexicon.patterns import OF_SCRIPT, Lexicon, load_lexicon
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import PageReading
from broadsheet.model.script import Script
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


def read_page(source: SourceText) -> Reading:
    """Read a raw page: label its lines, set them in columns, gather, cut, tie and place the stories."""
    lexicon = load_lexicon(OF_SCRIPT[source.script])
    letters = source.script is Script.LETTERS
    pieces = label(source, lexicon)
    lines = typeset(set_masthead(pieces, lexicon) if letters else pieces, lexicon, source.script)
    blocks = sign(gather(lines), lexicon) if letters else gather(lines)
    notes = note_blocks(blocks)
    body = body_of(blocks, notes)
    gaps = (
        weigh_signs(blocks, notes, lexicon.words)
        if letters
        else weigh_headlines(blocks, body, weigh_topics(blocks, notes, lexicon.words["lead"]), segments.SURE)
    )
    threads = tie(blocks, cut(body, gaps))
    placed = place(blocks, threads, notes, heads_by_place if letters else assign)
    return Reading(
        source=source,
        lexicon=lexicon,
        lines=lines,
        page=assemble(blocks, threads, placed),
        said=close_gaps(source.path, blocks, gaps, items.SURE if letters else segments.SURE),
    )
