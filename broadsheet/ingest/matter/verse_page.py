"""A page of hanzi as verse is looked for on it: which lines may be titles, names and lines of a poem."""

from collections.abc import Sequence

import msgspec

from broadsheet.ingest.matter.verse_lines import MARKS, has_inner_mark
from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.text.metrics import extent
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

TITLE_MOST = 10.0
"""Em of the title of a poem inside a run of verse."""

_COLUMN_LEAST = 15.0  # em, where a page shows none
_USUAL = 75  # percentile of the widths of lines with marks inside that is taken as a column's
_BLANKS_MOST = 0.5  # share of lines with a blank line above them; with more, blank lines mean nothing


class VersePage(msgspec.Struct, frozen=True):
    """The pieces of a page; `apart` are those below a blank line, `column` is the width of a column of prose, in em."""

    pieces: Sequence[Piece]
    lexicon: Lexicon
    apart: frozenset[int]
    column: float

    @classmethod
    def of(cls, pieces: Sequence[Piece], lexicon: Lexicon) -> "VersePage":
        """Return the page of `pieces`."""
        apart = [n for n in range(1, len(pieces)) if pieces[n].line - pieces[n - 1].line > 1]
        few = len(apart) <= _BLANKS_MOST * len(pieces)
        prose = sorted(
            extent(piece.text, lexicon.characters).natural for piece in pieces if has_inner_mark(piece.text)
        )
        column = max([_COLUMN_LEAST, *prose[_USUAL * len(prose) // 100 :][:1]])
        return cls(pieces, lexicon, frozenset(apart if few else ()), column)

    def fits(self, n: int, *names: str) -> bool:
        """Return whether line `n` as a whole is one of the lexicon's words of these names."""
        return self.lexicon.fits(self.pieces[n].text, *names)

    def is_byline(self, n: int) -> bool:
        """Return whether a label shows a name that may be a poet's: no reporter's."""
        reports = self.lexicon.mentions(self.pieces[n].text, "reporter")
        return self.pieces[n].role is Role.BYLINE and not reports

    def is_name(self, n: int) -> bool:
        """Return whether line `n` is a name and nothing else; a tune has the form of one (浣溪沙·采茶)."""
        return self.fits(n, "poet") and not self.names_form(n)

    def names_form(self, n: int) -> bool:
        """Return whether line `n` names the form or the tune of a poem."""
        return self.lexicon.mentions(self.pieces[n].text, "verse_title")

    def is_form(self, n: int) -> bool:
        """Return whether line `n` names the form of a poem in brackets, as print sets it below a title: （组诗）."""
        return self.pieces[n].text[0] in "（(" and self.names_form(n)

    def signs(self, n: int) -> bool:
        """Return whether line `n` is a body that signs a text, or its date. A name may as well be a title (江上行)."""
        return self.fits(n, "sender", "closing_date") and not self.fits(n, "poet")

    def is_marked(self, n: int) -> bool:
        """Return whether line `n` ends with a mark, as lines of regular verse do."""
        return self.pieces[n].text[-1] in MARKS

    def is_title(self, n: int) -> bool:
        """Return whether line `n` may be the title of a poem; a long line with marks inside is one of prose."""
        runs_on = has_inner_mark(self.pieces[n].text) and self.width(n) > TITLE_MOST
        return self.pieces[n].role is None and not self.is_marked(n) and not runs_on

    def ends_sentence(self, n: int) -> bool:
        """Return whether line `n` ends with a sentence."""
        bare = self.pieces[n].text.rstrip("”’」』）")
        return bare[-1:] in self.lexicon.characters.terminal

    def width(self, n: int) -> float:
        """Return the width of line `n`, in em."""
        return extent(self.pieces[n].text, self.lexicon.characters).natural

    def texts(self, first: int, end: int) -> list[str]:
        """Return the lines from `first` to `end`."""
        return [piece.text for piece in self.pieces[first:end]]
