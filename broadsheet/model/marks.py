"""What a page file shows and where: glyphs, rules and pictures, before anything is read.

Lengths are in points, from the top left corner of the page as readers see it: turned, and cropped.
"""

from typing import NamedTuple

import msgspec


class Frame(NamedTuple):
    """A rectangle on the page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top


class Face(NamedTuple):
    """What characters are set in: the font's name, its weight (400 is regular, as in OpenType) and colour (RRGGBB)."""

    font: str
    weight: int
    colour: str


class Glyph(NamedTuple):
    """A character at its place.

    `frame` is its em box: as wide as its advance, as high as its size. `base` is where its baseline starts, and `turned`
    how many quarter turns, clockwise, its line is turned. `face` is an index of the page's faces. `sure` is how sure a
    program that read a scan was of it, from 0 to 1. A space is a glyph without ink.
    """

    char: str
    frame: Frame
    base: tuple[float, float]
    size: float
    face: int = 0
    turned: int = 0
    sure: float = 1.0


class Picture(NamedTuple):
    """A picture on the page. `file` names where its own data were put, with the suffix of their format; empty for none."""

    frame: Frame
    file: str = ""


class LeftOut(NamedTuple):
    """Characters that the file holds and print does not show, and why: hidden, off the page, drawn twice."""

    why: str
    characters: int
    text: str


class PageMarks(msgspec.Struct, frozen=True, kw_only=True):
    """All marks of a page. `rules` are lines, and the sides of frames, as thin rectangles; `panels` are tinted areas.

    Where the file says which glyphs are one line, `lines` holds their first number and the one after the last, and
    `articles` the name of each line's article, empty where the file does not say it; `unmatched` is the file of articles
    that names no line of this page, "" without one. `recognised` says that a program has read the characters from a scan.
    """

    width: float
    height: float
    faces: tuple[Face, ...] = ()
    glyphs: tuple[Glyph, ...] = ()
    rules: tuple[Frame, ...] = ()
    panels: tuple[Frame, ...] = ()
    pictures: tuple[Picture, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    articles: tuple[str, ...] = ()
    unmatched: str = ""
    recognised: bool = False
