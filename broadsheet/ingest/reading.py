"""What reading a page returns, whether the page was printed or saved from the web."""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from broadsheet.ingest.typeset.moves import SetLine
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.finding import Finding
from broadsheet.model.marks import Frame, Picture
from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText


class PlacedPicture(NamedTuple):
    """A picture, and the offset of the first character of its caption, or of its story where it has none.

    `captioned` says that the words there are a caption in a story.
    """

    picture: Picture
    at: int
    captioned: bool


class Facsimile(msgspec.Struct, frozen=True, kw_only=True):
    """The page as it was printed: its size, the frame of each line of text by number, and its pictures.

    `files` holds the bytes of the pictures' files by name; `picture` is the name of the page's own, empty for none.
    `loose` are the pictures that belong to no story.
    """

    width: float
    height: float
    frames: Mapping[int, Frame]
    pictures: tuple[PlacedPicture, ...] = ()
    loose: tuple[Picture, ...] = ()
    files: Mapping[str, bytes] = {}
    picture: str = ""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it was read: its raw text, its stories, and what the doubts and the report need besides.

    `lines` are its lines as they were set, none for a web page. `said` holds the doubts that were found while reading.
    `facsimile` is the printed page, where its file shows it.
    """

    source: SourceText
    lexicon: Lexicon
    lines: tuple[SetLine, ...]
    page: PageReading
    said: tuple[Finding, ...] = ()
    facsimile: Facsimile | None = None
