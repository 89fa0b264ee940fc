"""What stands where on a leaf, in columns and lines of its grid."""

import msgspec


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The place of a story, or of a part of it, on a leaf; measures are in columns and lines of the grid.

    `stack` are the lines of its head, `figure` those of the first figure: over the text where `wide`, else over
    `beside` columns at its right. `lines` are those of the text, whose `pieces` are numbers of the story's pieces, or
    -1, -2… for its figures. `goes_on` says that a further leaf has the rest.
    """

    story: int
    column: int
    span: int
    top: int
    stack: int
    wide: bool = False
    beside: int = 0
    figure: int = 0
    lines: int
    pieces: tuple[int, ...]
    first: bool = True
    goes_on: bool = False

    @property
    def text_top(self) -> int:
        """The line above which the text begins."""
        return self.top + self.stack + (self.figure if self.wide else 0)


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule between slots (vertical) or between stories, above the line `top`; between bands it is `strong`."""

    column: int
    top: int
    span: int = 0
    lines: int = 0
    vertical: bool = False
    strong: bool = False


class Leaf(msgspec.Struct, frozen=True):
    """What stands on a leaf."""

    frames: tuple[Frame, ...] = ()
    rules: tuple[Rule, ...] = ()
