"""What ingest reads off a raw page: passages of characters with their roles, gathered into stories."""

import enum

import msgspec

from broadsheet.model.source import Span


class Role(enum.StrEnum):
    """What a passage is to a newspaper. The names are those of docs/glossary.md."""

    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    CLOSING = "closing"
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


class Passage(msgspec.Struct, frozen=True):
    """Characters that belong together, as spans in reading order. One span a raw line, or a part of one."""

    role: Role
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Offset of the first character: the passage's place on the raw page."""
        return self.spans[0].start


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The passages of one article. Every field is in print order; a missing headline is an empty tuple.

    `body` mixes paragraphs, subheads and closing lines; `captions` mixes captions and photo credits, each credit after its caption.
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

    def passages(self) -> tuple[Passage, ...]:
        """Return every passage of the story, field by field."""
        return sum((getattr(self, name) for name in self.__struct_fields__), ())


class PageReading(msgspec.Struct, frozen=True, kw_only=True):
    """A raw page read: its stories in print order and what belongs to the page alone.

    `hyphens` are those that divided a word at a line's end, and went when the word was closed up.
    """

    stories: tuple[Story, ...]
    teasers: tuple[Passage, ...] = ()
    furniture: tuple[Passage, ...] = ()
    unplaced: tuple[Passage, ...] = ()
    hyphens: tuple[Passage, ...] = ()

    def passages(self) -> tuple[Passage, ...]:
        """Return every passage of the page."""
        own = (*self.teasers, *self.furniture, *self.unplaced, *self.hyphens)
        return sum((story.passages() for story in self.stories), ()) + own
