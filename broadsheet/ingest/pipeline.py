"""Read a printed page: a tuple of stages for each script, run one after the other.

`PrintedReading.record` keeps the draft that each stage returned, and `inv ingest --explain` reports from it.
"""

from collections.abc import Mapping

from broadsheet.ingest.reading import Reading
from broadsheet.ingest.stages import (
    Draft,
    Stage,
    assemble_stories,
    doubt_close_gaps,
    doubt_headlines,
    doubt_places,
    find_body,
    gather_blocks,
    head_by_place,
    head_by_words,
    label_by_place,
    label_letters,
    label_letters_by_place,
    label_lines,
    label_masthead,
    label_openings,
    place_blocks,
    set_lines,
    set_pictures_apart,
    set_tables_apart,
    set_verse_apart,
    tie_threads,
    weigh_gaps_by_headline,
    weigh_gaps_by_mark,
    weigh_gaps_by_topic,
    weigh_headline_evidence,
)
from broadsheet.lexicon.patterns import OF_SCRIPT, load_lexicon
from broadsheet.model.script import Script
from broadsheet.model.source import SourceText

HANZI_STAGES: tuple[Stage, ...] = (
    label_lines,
    label_openings,
    set_tables_apart,
    set_verse_apart,
    set_lines,
    gather_blocks,
    set_pictures_apart,
    label_by_place,
    find_body,
    weigh_gaps_by_topic,
    weigh_gaps_by_headline,
    doubt_close_gaps,
    tie_threads,
    head_by_words,
    weigh_headline_evidence,
    place_blocks,
    doubt_places,
    assemble_stories,
)
LETTER_STAGES: tuple[Stage, ...] = (
    label_lines,
    label_masthead,
    label_letters,
    set_tables_apart,
    set_lines,
    gather_blocks,
    label_letters_by_place,
    find_body,
    weigh_gaps_by_mark,
    doubt_close_gaps,
    tie_threads,
    head_by_place,
    doubt_headlines,
    place_blocks,
    doubt_places,
    assemble_stories,
)
STAGES = {Script.HAN: HANZI_STAGES, Script.LETTERS: LETTER_STAGES}


class PrintedReading(Reading, frozen=True, kw_only=True):
    """The reading of a printed page, with the draft that each stage returned, in the order of the stages."""

    record: Mapping[Stage, Draft]


def read_page(source: SourceText) -> PrintedReading:
    """Return the reading of a printed page after the stages of its script."""
    draft = Draft(source=source, lexicon=load_lexicon(OF_SCRIPT[source.script]))
    record = {stage: (draft := stage(draft)) for stage in STAGES[source.script]}
    return PrintedReading(
        source=source,
        lexicon=draft.lexicon,
        lines=draft.lines,
        page=draft.page,
        said=draft.doubts,
        record=record,
    )
