"""The reading of a raw page: passages of characters with their roles, gathered into stories."""

import enum

import msgspec

from broadsheet.model.source import Span


class Role(enum.StrEnum):
    """What a passage is in a newspaper. docs/glossary.md explains the names."""

    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    CLOSING = "closing"
    TABLE = "table"
    NUMBERED = "numbered"
    BULLETED = "bulleted"
    QUOTE = "quote"
    CODE = "code"
    VERSE = "verse"
    ROWS = "rows"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    CAPTION = "caption"
    PHOTO_CREDIT = "photo_credit"
    EDITORS_NOTE = "editors_note"
    SOURCE_CREDIT = "source_credit"
    JUMP = "jump"
    TEASER = "teaser"
    FURNITURE = "furniture"
    UNPLACED = "unplaced"
    HYPHEN = "hyphen"


SET_BY_LINE = frozenset({Role.TABLE, Role.NUMBERED, Role.BULLETED, Role.QUOTE, Role.CODE})
"""The roles of body passages each of whose spans stays a line, item or paragraph of its own."""

LINES_KEPT = frozenset({Role.VERSE, Role.ROWS})
"""The roles of body passages of a printed page whose lines stay lines in a manuscript."""


class Passage(msgspec.Struct, frozen=True):
    """Characters that belong together, as spans of the raw text in reading order.

    Each span is a raw line or a part of one: in a table a row with its cells parted by tabs, in a quotation a paragraph, in
    code a line, in a list an item. For each level at which an item is nested, white space stands before it: four spaces
    for a list with bullets, a tab for one with numbers.
    """

    role: Role
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """The offset of the first character in the raw text."""
        return self.spans[0].start


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The passages of one article, by field and in print order; a field without passages is empty.

    `body` holds paragraphs, subheads, closing lines and passages of the roles in `SET_BY_LINE`, or the stanzas or rows of
    a poem or a table; it is empty for a picture story. `captions` holds captions and photo credits, each credit after its caption.
    """

    kicker: tuple[Passage, ...] = ()
    headline: tuple[Passage, ...] = ()
    deck: tuple[Passage, ...] = ()
    byline: tuple[Passage, ...] = ()
    body: tuple[Passage, ...] = ()
    captions: tuple[Passage, ...] = ()
    editors_note: tuple[Passage, ...] = ()
    source_credit: tuple[Passage, ...] = ()
    jump: tuple[Passage, ...] = ()

    @property
    def start(self) -> int:
        """The offset in the raw text at which its text begins, or its captions where it has no other text."""
        return (*self.body, *self.captions)[0].start

    def passages(self) -> tuple[Passage, ...]:
        """Return all passages of the story, field by field."""
        return sum((getattr(self, name) for name in self.__struct_fields__), ())


class PageReading(msgspec.Struct, frozen=True, kw_only=True):
    """A raw page as it was read: its stories in print order, and the passages that belong to the page alone.

    `hyphens` holds the hyphens that divided a word at a line end and were removed when the word was joined.
    """

    stories: tuple[Story, ...]
    teasers: tuple[Passage, ...] = ()
    furniture: tuple[Passage, ...] = ()
    unplaced: tuple[Passage, ...] = ()
    hyphens: tuple[Passage, ...] = ()

    def passages(self) -> tuple[Passage, ...]:
        """Return all passages of the page, stories first."""
        own = (*self.teasers, *self.furniture, *self.unplaced, *self.hyphens)
        return sum((story.passages() for story in self.stories), ()) + own
