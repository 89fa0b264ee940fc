"""The stages that read a printed page: each is a function from one draft of the page to the next.

A stage decides one thing and fills one field of the draft. None of them changes a character.
"""

from collections.abc import Callable, Sequence

import msgspec

from broadsheet.ingest.matter.kept_matter import KeptMatter, matter_doubts, story_of, with_matter
from broadsheet.ingest.matter.rows import find_tables
from broadsheet.ingest.matter.verse import find_verse
from broadsheet.ingest.stories.assembly import assemble
from broadsheet.ingest.stories.blocks import Block, gather
from broadsheet.ingest.stories.body_blocks import body_blocks, note_blocks
from broadsheet.ingest.stories.captions import doubtful_captions
from broadsheet.ingest.stories.gaps import SURE, Gap, close_gaps, cut
from broadsheet.ingest.stories.headline_gaps import weigh_headlines
from broadsheet.ingest.stories.heads.assignment import assign_headlines
from broadsheet.ingest.stories.heads.below import heads_by_place
from broadsheet.ingest.stories.heads.doubts import doubtful_lines
from broadsheet.ingest.stories.heads.evidence import HEADLINE_BY_PLACE, doubts_about, weigh_evidence
from broadsheet.ingest.stories.heads.letters import doubtful_heads
from broadsheet.ingest.stories.letter_places import with_letter_places
from broadsheet.ingest.stories.mark_gaps import weigh_marks
from broadsheet.ingest.stories.picture_stories import find_picture_stories, picture_story
from broadsheet.ingest.stories.place_labels import doubts_by_place, with_place_labels
from broadsheet.ingest.stories.placement import Placed, doubtful_subheads, place
from broadsheet.ingest.stories.running_text import Heads, RunningText
from broadsheet.ingest.stories.threads import Thread, tie
from broadsheet.ingest.stories.topic_gaps import weigh_topics
from broadsheet.ingest.text.caption_openings import with_caption_openings
from broadsheet.ingest.text.inner_captions import with_inner_captions
from broadsheet.ingest.text.labels import Piece, label
from broadsheet.ingest.text.letters_to_the_editor import with_letter_signatures
from broadsheet.ingest.text.masthead import with_masthead
from broadsheet.ingest.text.turns import with_turns
from broadsheet.ingest.typeset.moves import SetLine
from broadsheet.ingest.typeset.set_lines import typeset
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import PageReading, Story
from broadsheet.model.source import SourceText


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A page as far as the stages have read it. A field is empty until its stage has run.

    `notes`, `body`, `gaps`, `threads` and `heads` hold indices of `blocks`; `placed` has one entry a block.
    """

    source: SourceText
    lexicon: Lexicon
    pieces: tuple[Piece, ...] = ()
    matter: tuple[Story, ...] = ()
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


def label_openings(draft: Draft) -> Draft:
    """Mark the lines that the page shows to begin a caption or a turn of an interview, and captions inside a text."""
    pieces = with_caption_openings(with_turns(draft.pieces, draft.lexicon), draft.lexicon)
    return _with(draft, pieces=with_inner_captions(pieces, draft.lexicon))


def label_masthead(draft: Draft) -> Draft:
    """Label the lines of the masthead as furniture."""
    return _with(draft, pieces=with_masthead(draft.pieces, draft.lexicon))


def label_letters(draft: Draft) -> Draft:
    """Give the signatures of letters to the editor their role."""
    return _with(draft, pieces=with_letter_signatures(draft.pieces, draft.lexicon))


def set_tables_apart(draft: Draft) -> Draft:
    """Make a story of each table and list; its lines are no part of a column."""
    return _set_apart(draft, find_tables(draft.pieces, draft.lexicon, draft.source.script))


def set_verse_apart(draft: Draft) -> Draft:
    """Make a story of each poem; its lines are no part of a column."""
    return _set_apart(draft, find_verse(draft.pieces, draft.lexicon))


def _set_apart(draft: Draft, found: Sequence[KeptMatter]) -> Draft:
    stories = (story_of(one, draft.pieces) for one in found)
    doubts = matter_doubts(found, draft.source.path, draft.pieces)
    return _with(
        draft,
        pieces=with_matter(draft.pieces, found),
        matter=(*draft.matter, *stories),
        doubts=(*draft.doubts, *doubts),
    )


def set_lines(draft: Draft) -> Draft:
    """Find what each piece is: the first, a middle or the last line of a paragraph, a caption, or display."""
    return _with(draft, lines=typeset(draft.pieces, draft.lexicon, draft.source.script))


def gather_blocks(draft: Draft) -> Draft:
    """Gather set lines into paragraphs, captions, display lines and labels."""
    return _with(draft, blocks=gather(draft.lines))


def set_pictures_apart(draft: Draft) -> Draft:
    """Make a story of each headline with captions and no other text; its blocks are no part of a column."""
    found = find_picture_stories(draft.blocks, draft.lexicon)
    taken = {i for one in found for i in (*one.head, *one.captions)}
    bare = [i for one in found for i in one.doubtful]
    return _with(
        draft,
        blocks=tuple(block for i, block in enumerate(draft.blocks) if i not in taken),
        matter=(*draft.matter, *(picture_story(draft.blocks, one) for one in found)),
        doubts=(*draft.doubts, *doubts_about(draft.source.path, draft.blocks, bare)),
    )


def label_by_place(draft: Draft) -> Draft:
    """Turn display lines that their place shows to be bylines, signatures or closing lines into labels."""
    blocks = with_place_labels(draft.blocks, draft.lexicon)
    return _with(
        draft,
        blocks=blocks,
        doubts=(*draft.doubts, *doubts_by_place(draft.source.path, blocks, draft.lexicon)),
    )


def label_letters_by_place(draft: Draft) -> Draft:
    """Label a name at a story's foot or under its headline, and a sentence over a photo credit."""
    blocks = with_letter_places(draft.blocks, draft.lexicon)
    doubts = doubts_by_place(draft.source.path, blocks, draft.lexicon)
    return _with(draft, blocks=blocks, doubts=(*draft.doubts, *doubts))


def find_body(draft: Draft) -> Draft:
    """Tell body text from the paragraphs of editors' notes."""
    notes = note_blocks(draft.blocks)
    return _with(draft, notes=notes, body=body_blocks(draft.blocks, notes))


def weigh_gaps_by_topic(draft: Draft) -> Draft:
    """Weigh each gap between paragraphs by the terms that the text above and below it share."""
    return _with(draft, gaps=weigh_topics(draft.blocks, draft.body, draft.lexicon.words))


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
    close = close_gaps(draft.source.path, draft.blocks, draft.gaps, sure)
    return _with(draft, doubts=(*draft.doubts, *close))


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


def weigh_headline_evidence(draft: Draft) -> Draft:
    """Take the lines for which nothing speaks out of the headlines; note a doubt for those that only their place keeps."""
    evidence = weigh_evidence(draft.blocks, draft.text, draft.heads, draft.lexicon)
    doubts = doubts_about(draft.source.path, draft.blocks, evidence.doubtful)
    return _with(draft, heads=evidence.heads, doubts=(*draft.doubts, *doubts))


def doubt_headlines(draft: Draft) -> Draft:
    """Note a doubt for each line of letters for which only its place says that it is a headline."""
    doubtful = doubtful_heads(draft.blocks, draft.text, draft.heads)
    doubts = doubts_about(draft.source.path, draft.blocks, doubtful)
    return _with(draft, doubts=(*draft.doubts, *doubts))


def place_blocks(draft: Draft) -> Draft:
    """Give each block its story and the role that it plays there."""
    placed = place(draft.blocks, draft.text, draft.notes, draft.heads)
    subheads = doubtful_subheads(draft.source.path, draft.blocks, placed)
    captions = doubtful_captions(draft.source.path, draft.blocks, draft.heads)
    return _with(draft, placed=placed, doubts=(*draft.doubts, *subheads, *captions))


def doubt_places(draft: Draft) -> Draft:
    """Note a doubt for each line that may as well be something else than what it was read as."""
    said = {one.line for one in draft.doubts if one.code == HEADLINE_BY_PLACE}
    found = doubtful_lines(draft.blocks, draft.text, draft.placed, draft.lexicon, draft.source.script)
    lines = [i for i in found if draft.blocks[i].pieces[0].line not in said]
    return _with(draft, doubts=(*draft.doubts, *doubts_about(draft.source.path, draft.blocks, lines)))


def assemble_stories(draft: Draft) -> Draft:
    """Make the stories of the page from the placed blocks, and put verse, tables and picture stories among them."""
    return _with(draft, page=assemble(draft.blocks, draft.threads, draft.placed, draft.matter))
