"""What each segment of a page is: text, display, a caption, or furniture."""

import enum
from collections.abc import Mapping, Sequence

from broadsheet.ingest.layout.barriers import Barriers, across, down
from broadsheet.ingest.layout.page_head import above_rules, is_named, masthead
from broadsheet.ingest.layout.segments import Segment, Type
from broadsheet.ingest.text.labels import line_role
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.marks import Frame, PageMarks
from broadsheet.model.page_reading import Role

_HEAD_BAND = (
    0.2  # of the page's height, in which rules may part the masthead and the folio line from the stories
)
_MASTHEAD_LINES = 8
_FOOT_BAND = 0.04
_SUBHEAD_MOST = 1.45  # times the size of text
_NEAR = 1.3  # lines
_DECK_LINES = 3
_DECK_LEAST = 10  # characters; a shorter line is rather a name
_BELOW_HEADLINE = 1.5  # lines
_NEXT_LINE = 1.15  # times the usual distance of lines
_VERTICAL_TEXT = 24  # characters; fewer in a vertical line or two are rather a headline
_LABELS = frozenset({Role.BYLINE, Role.SOURCE_CREDIT, Role.JUMP})


class Kind(enum.Enum):
    """What a segment is."""

    TEXT = enum.auto()
    LABEL = enum.auto()
    SUBHEAD = enum.auto()
    DISPLAY = enum.auto()
    CAPTION = enum.auto()
    VERSE = enum.auto()
    ROWS = enum.auto()
    TABLE = enum.auto()
    FURNITURE = enum.auto()


def kinds_of(
    found: Sequence[Segment], marks: PageMarks, body: Type, barriers: Barriers, lexicon: Lexicon
) -> dict[Segment, Kind]:
    """Return the kind of each segment, captions aside."""
    head = {*above_rules(found, marks, barriers, body, lexicon), *masthead(found, marks, body, lexicon)}
    kinds: dict[Segment, Kind] = {}
    for one in found:
        if one in head or _is_furniture(one, marks, lexicon):
            kinds[one] = Kind.FURNITURE
        elif body.is_display(one.size) or (one.vertical and not _is_vertical_text(one)):
            kinds[one] = Kind.DISPLAY
        elif all(is_label(line.text, lexicon) for line in one.lines) or _is_closing(one, lexicon):
            kinds[one] = Kind.LABEL
        else:
            kinds[one] = Kind.TEXT
    displays = [one for one, kind in kinds.items() if kind is Kind.DISPLAY and not one.vertical]
    kinds.update({one: Kind.SUBHEAD for one in displays if _is_inside(one, kinds, body, barriers)})
    heads = [one for one in displays if kinds[one] is Kind.DISPLAY]
    texts = [one for one, kind in kinds.items() if kind is Kind.TEXT]
    decks = [
        one for one in texts if _is_deck(one, heads, body, barriers) and not _is_on_text(one, texts, body)
    ]
    kinds.update(dict.fromkeys(decks, Kind.DISPLAY))
    return kinds


def is_label(text: str, lexicon: Lexicon) -> bool:
    """Return whether the words of a line show that it is a byline, a source or a jump."""
    found = line_role(text.strip(), lexicon)
    return found is not None and found[0] in _LABELS


def _is_closing(one: Segment, lexicon: Lexicon) -> bool:
    """Return whether a line by itself ends a text, as a signature does."""
    found = line_role(one.lines[0].text.strip(), lexicon)
    return len(one.lines) == 1 and found is not None and found[0] is Role.CLOSING


def _is_vertical_text(one: Segment) -> bool:
    """Return whether vertical lines of the size of text are text (竖排)."""
    return len(one.lines) > 1 and one.ink >= _VERTICAL_TEXT


def _is_furniture(one: Segment, marks: PageMarks, lexicon: Lexicon) -> bool:
    named = [is_named(line.text, lexicon) for line in one.lines]
    below = one.frame.top >= (1 - _FOOT_BAND) * marks.height
    return all(named) or (below and len(one.lines) == 1 and any(char.isdigit() for char in one.lines[0].text))


def _is_deck(one: Segment, heads: Sequence[Segment], body: Type, barriers: Barriers) -> bool:
    """Return whether a line or two of the size of text, in another face, are a deck: they stand right below a headline."""
    if (
        one.vertical
        or len(one.lines) > _DECK_LINES
        or one.ink < _DECK_LEAST
        or body.face in {line.face for line in one.lines}
    ):
        return False
    return any(
        -3 <= one.frame.top - head.frame.bottom <= _BELOW_HEADLINE * body.leading
        and across(head.frame, one.frame) > 0
        and not barriers.part(head.frame, one.frame)
        for head in heads
    )


def _is_on_text(one: Segment, texts: Sequence[Segment], body: Type) -> bool:
    """Return whether the text below stands as close as the next line, as it does below a subhead at the head of a column."""
    last = one.lines[-1].frame
    return any(
        0 < other.frame.top - last.top <= _NEXT_LINE * body.leading and across(last, other.frame) > 0
        for other in texts
        if other is not one
    )


def _is_inside(one: Segment, kinds: Mapping[Segment, Kind], body: Type, barriers: Barriers) -> bool:
    """Return whether display stands inside a column of text, as a subhead does: text right above it and right below it."""
    if one.size > _SUBHEAD_MOST * body.size or len(one.lines) > 2:
        return False
    texts = [other for other, kind in kinds.items() if kind is Kind.TEXT and _holds(other.frame, one.frame)]
    reach = _NEAR * body.leading
    above = any(
        0 <= one.frame.top - t.frame.bottom <= reach and not barriers.part(t.frame, one.frame) for t in texts
    )
    below = any(
        0 <= t.frame.top - one.frame.bottom <= reach and not barriers.part(t.frame, one.frame) for t in texts
    )
    return above and below


def _holds(column: Frame, one: Frame) -> bool:
    return across(column, one) >= one.width - 2 and down(column, one) <= 2
