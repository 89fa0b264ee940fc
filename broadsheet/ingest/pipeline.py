"""The pipeline: a raw page's characters, moved stage by stage into stories and never retyped."""

from broadsheet.ingest.reading import Reading
from broadsheet.ingest.stories import items, segments
from broadsheet.ingest.stories.assembly import assemble
from broadsheet.ingest.stories.blocks import gather
from broadsheet.ingest.stories.gaps import close_gaps, cut
from broadsheet.ingest.stories.headlines import assign
from broadsheet.ingest.stories.items import heads_by_place, weigh_signs
from broadsheet.ingest.stories.placement import place
from broadsheet.ingest.stories.second_headlines import weigh_headlines
from broadsheet.ingest.stories.segments import body_of, note_blocks, weigh_topics
from broadsheet.ingest.stories.signatures import sign
from broadsheet.ingest.stories.threads import tie
from broadsheet.ingest.text.labels import label
from broadsheet.ingest.text.masthead import set_masthead
from broadsheet.ingest.typeset.set_lines import typeset
from broadsheet.lexicon.patterns import OF_SCRIPT, load_lexicon
from broadsheet.model.script import Script
from broadsheet.model.source import SourceText


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
