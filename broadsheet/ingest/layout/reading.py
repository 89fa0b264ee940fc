"""Read a page by the places of its marks: a tuple of stages, one after the other, from a draft to the next one."""

from collections.abc import Callable, Mapping

import msgspec

from broadsheet.ingest.layout.accounts import check, left_out, recognised, unclear, unmatched, unsure
from broadsheet.ingest.layout.barriers import Barriers
from broadsheet.ingest.layout.boxes import frames_of
from broadsheet.ingest.layout.columns import columns_of, flow_of
from broadsheet.ingest.layout.draft import LayoutDraft
from broadsheet.ingest.layout.even_sizes import with_even_sizes
from broadsheet.ingest.layout.growth.evidence import Page
from broadsheet.ingest.layout.growth.grow import grow
from broadsheet.ingest.layout.initials import with_initials
from broadsheet.ingest.layout.kinds import Kind, is_label, kinds_of
from broadsheet.ingest.layout.lines import TextLine, text_lines, without_doubles
from broadsheet.ingest.layout.made_up import MadeUp, make_up
from broadsheet.ingest.layout.matter.advertisements import advertised
from broadsheet.ingest.layout.matter.tables import find_tables, without_grids
from broadsheet.ingest.layout.matter.verse import verse_of
from broadsheet.ingest.layout.photos.captions import photos, with_captions
from broadsheet.ingest.layout.photos.loose import loose_pictures
from broadsheet.ingest.layout.photos.owners import with_photo_stories
from broadsheet.ingest.layout.segments import segments, text_type, with_heads_apart
from broadsheet.ingest.layout.stacks import stacks
from broadsheet.ingest.layout.underlines import underlines
from broadsheet.ingest.reading import Facsimile, Reading
from broadsheet.lexicon.patterns import OF_SCRIPT, load_lexicon
from broadsheet.model.marks import Frame, PageMarks
from broadsheet.model.script import script_of

LayoutStage = Callable[[LayoutDraft], LayoutDraft]
_with = msgspec.structs.replace
_RUNNING = frozenset({Kind.TEXT, Kind.SUBHEAD, Kind.LABEL})
_BOX_MOST = 0.5  # of the page
_TABLES = frozenset({Kind.ROWS, Kind.TABLE})
_OF_STORIES = _RUNNING | {Kind.VERSE} | _TABLES


def find_lines(draft: LayoutDraft) -> LayoutDraft:
    """Gather glyphs into lines, and find how text is set."""
    lines = text_lines(draft.marks)
    lines = with_even_sizes(lines) if draft.marks.recognised else lines
    body = text_type(lines)
    lines = lines if draft.marks.lines else with_initials(lines, body)
    tables = find_tables(lines, draft.marks.rules)
    rules = without_grids(draft.marks.rules, tables)
    return _with(draft, lines=lines, body=body, barriers=Barriers.of(rules), tables=tables)


def find_segments(draft: LayoutDraft) -> LayoutDraft:
    """Gather lines into segments of columns and of headlines."""
    cells = {cell for table in draft.tables for cell in table.cells}
    running = [line for line in draft.lines if line not in cells]
    found = segments(running, draft.barriers, draft.body)
    return _with(
        draft, segments=with_heads_apart(found, draft.body, lambda text: is_label(text, draft.lexicon))
    )


def tell_kinds(draft: LayoutDraft) -> LayoutDraft:
    """Tell text, display and furniture apart."""
    kinds = kinds_of(draft.segments, draft.marks, draft.body, draft.barriers, draft.lexicon)
    tables = {
        table.rows: Kind.TABLE if table.has_gaps and table.is_clear else Kind.ROWS for table in draft.tables
    }
    return _with(draft, kinds={**kinds, **tables})


def leave_advertisements(draft: LayoutDraft) -> LayoutDraft:
    """Make furniture of all that stands in a frame or on a panel with the mark of an advertisement."""
    found = advertised(draft.segments, draft.marks, draft.barriers, draft.lexicon)
    return _with(draft, kinds={**draft.kinds, **dict.fromkeys(found, Kind.FURNITURE)})


def find_captions(draft: LayoutDraft) -> LayoutDraft:
    """Find the captions of pictures."""
    found = with_captions(photos(draft.marks), draft.kinds, draft.body, draft.barriers, draft.lexicon)
    captions = {segment: Kind.CAPTION for photo in found for segment in photo.caption}
    return _with(draft, photos=found, kinds={**draft.kinds, **captions})


def find_verse(draft: LayoutDraft) -> LayoutDraft:
    """Find the stanzas of poems."""
    texts = [one for one, kind in draft.kinds.items() if kind is Kind.TEXT]
    columns = columns_of(texts, draft.lexicon.characters)
    found = verse_of(draft.kinds, columns, draft.lexicon.characters)
    return _with(draft, kinds={**draft.kinds, **dict.fromkeys(found, Kind.VERSE)})


def find_stacks(draft: LayoutDraft) -> LayoutDraft:
    """Gather display into the stacks of stories."""
    displays = [segment for segment, kind in draft.kinds.items() if kind is Kind.DISPLAY]
    found = stacks(displays, draft.barriers)
    lines = underlines(found, draft)
    return _with(draft, stacks=found, barriers=draft.barriers.without(lines))


def grow_stories(draft: LayoutDraft) -> LayoutDraft:
    """Give each segment of text to the story that the places of both show."""
    texts = tuple(one for one, kind in draft.kinds.items() if kind in _OF_STORIES)
    running = [text for text in texts if draft.kinds[text] in _RUNNING]
    columns = columns_of(running, draft.lexicon.characters)
    page = Page(
        texts=texts,
        labels=frozenset(one for one in texts if draft.kinds[one] is Kind.LABEL),
        verse=frozenset(one for one in texts if draft.kinds[one] is Kind.VERSE),
        rows=frozenset(one for one in texts if draft.kinds[one] in _TABLES),
        stacks=draft.stacks,
        pictures=tuple(photo.frame for photo in draft.photos),
        flows={text: flow_of(text, columns) for text in texts},
        boxes=tuple(box for box in (*frames_of(draft.barriers), *draft.marks.panels) if _is_part(box, draft)),
        barriers=draft.barriers,
        body=draft.body,
        characters=draft.lexicon.characters,
    )
    return _with(draft, stories=grow(page, _articles(draft)))


def tell_photo_stories(draft: LayoutDraft) -> LayoutDraft:
    """Make the caption of a picture the text of the headline that stands right above or below the picture alone."""
    labels = [one for one, kind in draft.kinds.items() if kind is Kind.LABEL]
    stories, pictures = with_photo_stories(draft.stories, draft.photos, labels, draft.barriers, draft.body)
    return _with(draft, stories=stories, photos=pictures)


def _is_part(box: Frame, draft: LayoutDraft) -> bool:
    """Return whether a box is no frame around all of the page."""
    return box.width * box.height < _BOX_MOST * draft.marks.width * draft.marks.height


def _articles(draft: LayoutDraft) -> dict[TextLine, str]:
    """Return the article of each line for which the file names one."""
    named = zip(draft.lines, draft.marks.articles, strict=False)
    return {line: article for line, article in named if article}


LAYOUT_STAGES: tuple[LayoutStage, ...] = (
    find_lines,
    find_segments,
    tell_kinds,
    leave_advertisements,
    find_captions,
    find_verse,
    find_stacks,
    grow_stories,
    tell_photo_stories,
)


class LayoutReading(Reading, frozen=True, kw_only=True):
    """The reading of a page by its layout, with the last draft."""

    draft: LayoutDraft
    made_up: MadeUp


def read_marks(path: str, marks: PageMarks, files: Mapping[str, bytes], picture: str) -> LayoutReading:
    """Return the reading of the page in the file at `path` with these marks.

    `files` holds its pictures by the names of their files, among them `picture`, the picture of the page, if there is
    one. Raises LedgerError where a glyph is not accounted for.
    """
    glyphs, twice = (marks.glyphs, ()) if marks.lines else without_doubles(marks.glyphs)
    marks = msgspec.structs.replace(marks, glyphs=glyphs, left_out=(*marks.left_out, *twice))
    lexicon = load_lexicon(OF_SCRIPT[script_of("".join(glyph.char for glyph in glyphs))])
    draft = LayoutDraft(marks=marks, lexicon=lexicon)
    for stage in LAYOUT_STAGES:
        draft = stage(draft)
    made_up = make_up(path, draft)
    check(made_up.source, marks)
    return LayoutReading(
        source=made_up.source,
        lexicon=lexicon,
        lines=(),
        page=made_up.page,
        said=(
            *recognised(made_up.source, marks),
            *unmatched(made_up.source, marks),
            *left_out(made_up.source, marks),
            *unsure(made_up.source, made_up.lines),
            *unclear(made_up.source, made_up.lines, draft.tables),
            *loose_pictures(path, made_up.loose, made_up.lines),
        ),
        facsimile=Facsimile(
            width=marks.width,
            height=marks.height,
            frames={number: line.frame for number, line in made_up.lines.items()},
            pictures=made_up.pictures,
            loose=made_up.loose,
            files=files,
            picture=picture,
        ),
        draft=draft,
        made_up=made_up,
    )
