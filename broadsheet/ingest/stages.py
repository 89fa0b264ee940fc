"""The stages that read a printed page: each is a function from one draft of the page to the next.

A stage decides one thing and fills one field of the draft. None of them changes a character.
"""

from collections.abc import Callable

import msgspec

from broadsheet.ingest.stories.assembly import assemble
from broadsheet.ingest.stories.blocks import Block, gather
from broadsheet.ingest.stories.body_blocks import body_blocks, note_blocks
from broadsheet.ingest.stories.gaps import SURE, Gap, close_gaps, cut
from broadsheet.ingest.stories.headline_gaps import weigh_headlines
from broadsheet.ingest.stories.headlines import assign_headlines
from broadsheet.ingest.stories.headlines_by_place import heads_by_place
from broadsheet.ingest.stories.mark_gaps import weigh_marks
from broadsheet.ingest.stories.placement import Placed, place
from broadsheet.ingest.stories.running_text import Heads, RunningText
from broadsheet.ingest.stories.signatures import with_signatures
from broadsheet.ingest.stories.threads import Thread, tie
from broadsheet.ingest.stories.topic_gaps import weigh_topics
from broadsheet.ingest.text.labels import Piece, label
from broadsheet.ingest.text.masthead import with_masthead
from broadsheet.ingest.typeset.set_lines import SetLine, typeset
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A page as far as the stages have read it. A field is empty until its stage has run.

    `notes`, `body`, `gaps`, `threads` and `heads` hold indices of `blocks`; `placed` has one entry a block.
    """

    source: SourceText
    lexicon: Lexicon
    pieces: tuple[Piece, ...] = ()
    lines: tuple[SetLine, ...] = ()
    blocks: tuple[Block, ...] = ()
    notes: frozenset[int] = frozenset()
    body: tuple[int, ...] = ()
    gaps: tuple[Gap, ...] = ()
    doubts: tuple[Finding, ...] = ()
    threads: tuple[Thread, ...] = ()
    text: RunningText = RunningText.of((), ())
    heads: Heads = {}
    placed: tuple[Placed, ...] = ()
    page: PageReading = PageReading(stories=())


Stage = Callable[[Draft], Draft]
_with = msgspec.structs.replace


def label_lines(draft: Draft) -> Draft:
    """Cut lines into pieces, and label those whose own words show their role."""
    return _with(draft, pieces=label(draft.source, draft.lexicon))


def label_masthead(draft: Draft) -> Draft:
    """Label the lines of the masthead as furniture."""
    return _with(draft, pieces=with_masthead(draft.pieces, draft.lexicon))


def set_lines(draft: Draft) -> Draft:
    """Find what each piece is: the first, a middle or the last line of a paragraph, a caption, or display."""
    return _with(draft, lines=typeset(draft.pieces, draft.lexicon, draft.source.script))


def gather_blocks(draft: Draft) -> Draft:
    """Gather set lines into paragraphs, captions, display lines and labels."""
    return _with(draft, blocks=gather(draft.lines))


def label_signatures(draft: Draft) -> Draft:
    """Label a name alone at a story's foot as a byline."""
    return _with(draft, blocks=with_signatures(draft.blocks, draft.lexicon))


def find_body(draft: Draft) -> Draft:
    """Tell body text from the paragraphs of editors' notes."""
    notes = note_blocks(draft.blocks)
    return _with(draft, notes=notes, body=body_blocks(draft.blocks, notes))


def weigh_gaps_by_topic(draft: Draft) -> Draft:
    """Weigh each gap between paragraphs by the terms that the text above and below it share."""
    return _with(draft, gaps=weigh_topics(draft.blocks, draft.body, draft.lexicon.words["lead"]))


def weigh_gaps_by_headline(draft: Draft) -> Draft:
    """Raise the weight of a gap where a second headline names the text below it."""
    bonus = SURE[draft.source.script]
    return _with(draft, gaps=weigh_headlines(draft.blocks, draft.body, draft.gaps, bonus))


def weigh_gaps_by_mark(draft: Draft) -> Draft:
    """Weigh each gap between paragraphs by headings, datelines and the marks of short items."""
    return _with(draft, gaps=weigh_marks(draft.blocks, draft.body, draft.lexicon.words))


def doubt_close_gaps(draft: Draft) -> Draft:
    """Note a doubt for each gap whose weight is close to 0."""
    sure = SURE[draft.source.script]
    return _with(draft, doubts=close_gaps(draft.source.path, draft.blocks, draft.gaps, sure))


def tie_threads(draft: Draft) -> Draft:
    """Cut the paragraphs into segments at the gaps, and join the segments of one story to a thread."""
    threads = tie(draft.blocks, cut(draft.body, draft.gaps))
    return _with(draft, threads=threads, text=RunningText.of(draft.blocks, threads))


def head_by_words(draft: Draft) -> Draft:
    """Give each display line to the story that suits its words and its place best."""
    return _with(draft, heads=assign_headlines(draft.blocks, draft.text))


def head_by_place(draft: Draft) -> Draft:
    """Give each display line to the story below it."""
    return _with(draft, heads=heads_by_place(draft.blocks, draft.text))


def place_blocks(draft: Draft) -> Draft:
    """Give each block its story and the role that it plays there."""
    return _with(draft, placed=place(draft.blocks, draft.text, draft.notes, draft.heads))


def assemble_stories(draft: Draft) -> Draft:
    """Make the stories of the page from the placed blocks."""
    return _with(draft, page=assemble(draft.blocks, draft.threads, draft.placed))
