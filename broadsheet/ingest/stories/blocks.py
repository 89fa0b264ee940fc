"""Gather set lines into blocks: whole paragraphs, captions, display lines and labels, in raw order."""

import enum
import re
from collections.abc import Iterable

import msgspec

from broadsheet.ingest.text.labels import REST, Piece
from broadsheet.ingest.typeset.moves import Move, SetLine
from broadsheet.lexicon.hyphens import HYPHENS
from broadsheet.model.page_reading import Passage, Role

# A line end that separates no words: between hanzi, and inside a word that a hyphen divides.
_LETTERS_MEET = re.compile(
    rf"(?<=\w)[{re.escape(HYPHENS)}]\n|(?<![A-Za-zÀ-ɏ.,;:!?])\n|\n(?![A-Za-zÀ-ɏ«„“(\d])"
)


class Kind(enum.Enum):
    """What a block is in its column."""

    PARAGRAPH = enum.auto()
    CAPTION = enum.auto()
    DISPLAY = enum.auto()
    LABEL = enum.auto()


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """Lines that are one paragraph, caption, display line or label.

    `open` says that a paragraph breaks off without its last line, `resumed` that it begins without its first line.
    """

    kind: Kind
    lines: tuple[SetLine, ...]
    open: bool = False
    resumed: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of the lines."""
        return tuple(line.piece for line in self.lines)

    @property
    def text(self) -> str:
        """The words, for comparison only: lines joined, with a space where a line end separates two words."""
        return _LETTERS_MEET.sub("", "\n".join(piece.text for piece in self.pieces)).replace("\n", " ")

    @property
    def role(self) -> Role | None:
        """The role that a label's own words show; None for other kinds."""
        return self.lines[0].piece.role if self.kind is Kind.LABEL else None

    @property
    def inside(self) -> bool:
        """Whether the block is a caption between two lines of a paragraph."""
        return self.lines[0].piece.role is Role.CAPTION

    @property
    def opening(self) -> str:
        """The name of the lexicon's pattern that matches the beginning of the block, or an empty string."""
        return self.lines[0].piece.opening

    def as_label(self, role: Role | None, opening: str) -> "Block":
        """Return the block as a label in `role`, which the lines around it give it."""
        lines = tuple(
            msgspec.structs.replace(
                line, piece=msgspec.structs.replace(line.piece, role=role, opening=opening)
            )
            for line in self.lines
        )
        return msgspec.structs.replace(self, kind=Kind.LABEL, lines=lines)

    def as_caption(self) -> "Block":
        """Return the block as a caption: its place shows that it names a picture."""
        return msgspec.structs.replace(self, kind=Kind.CAPTION)

    def as_display(self) -> "Block":
        """Return the block as a display line: its place shows that the role of its words is not its own."""
        bare = self.as_label(None, "")
        return msgspec.structs.replace(bare, kind=Kind.DISPLAY)

    def as_paragraph(self, opening: str) -> "Block":
        """Return the block as a paragraph that opens so: its place shows that it is text."""
        return msgspec.structs.replace(self.as_label(None, opening), kind=Kind.PARAGRAPH)

    def passage(self, role: Role) -> Passage:
        """Return the characters of the block as a passage in `role`."""
        return Passage(role, tuple(piece.span for piece in self.pieces))


_KINDS = {
    Move.FIRST: Kind.PARAGRAPH,
    Move.SINGLE: Kind.PARAGRAPH,
    Move.MID: Kind.PARAGRAPH,
    Move.LAST: Kind.PARAGRAPH,
    Move.CAPTION_FIRST: Kind.CAPTION,
    Move.CAPTION_SINGLE: Kind.CAPTION,
    Move.CAPTION_MID: Kind.CAPTION,
    Move.CAPTION_LAST: Kind.CAPTION,
    Move.DISPLAY: Kind.DISPLAY,
    Move.LABEL: Kind.LABEL,
    Move.PASSING: Kind.LABEL,
}
_GOES_ON = frozenset({Move.MID, Move.LAST, Move.CAPTION_MID, Move.CAPTION_LAST})
_ENDS = frozenset({Move.LAST, Move.SINGLE, Move.CAPTION_LAST, Move.CAPTION_SINGLE, Move.DISPLAY, Move.LABEL})


def gather(lines: Iterable[SetLine]) -> tuple[Block, ...]:
    """Return the blocks of `lines`. A label inside a paragraph becomes a block right after it."""
    done: list[Block] = []
    passing: list[Block] = []
    column: list[SetLine] = []
    for line in lines:
        if line.piece.opening == REST and done:
            done[-1] = msgspec.structs.replace(done[-1], lines=(*done[-1].lines, line))
            continue
        if line.piece.role is Role.CAPTION and not line.piece.opening and (passing or done):
            labels = passing or done
            labels[-1] = msgspec.structs.replace(labels[-1], lines=(*labels[-1].lines, line))
            continue
        if line.move is Move.PASSING:
            passing.append(_block([line]))
            continue
        if column and (line.move not in _GOES_ON or line.resumes is not None):
            done.append(_block(column))
            column = []
            done += passing
            passing = []
        column.append(line)
        if line.move in _ENDS:
            done += [_block(column), *passing]
            column, passing = [], []
    return (*done, *([_block(column)] if column else []), *passing)


def _block(lines: list[SetLine]) -> Block:
    inside = lines[0].piece.role is Role.CAPTION
    kind = Kind.CAPTION if inside else _KINDS[lines[0].move]
    text = kind in (Kind.PARAGRAPH, Kind.CAPTION) and not inside
    return Block(
        kind=kind,
        lines=tuple(lines),
        open=text and lines[-1].move not in _ENDS,
        resumed=text and lines[0].move in _GOES_ON,
    )
