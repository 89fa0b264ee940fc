"""Find verse on a page of hanzi: its title and name, and where it begins and ends.

Lines in a row that may be verse hold the poems, and at their end the headline of the text below them. A name below a
title shows a poem. Without a name, verse must be regular, or longer than any headline.
"""

import itertools
from collections.abc import Iterator, Sequence

import msgspec

from broadsheet.ingest.matter.kept_matter import KeptMatter
from broadsheet.ingest.matter.text_below import above_headline, credit_below
from broadsheet.ingest.matter.verse_lines import (
    LEAST,
    MARKS,
    has_inner_mark,
    is_regular,
    is_set_verse,
    is_verse,
    may_be_verse,
)
from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.text.metrics import extent
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_TITLES_MOST = 2
_LINES_LEAST = 2  # lines of regular verse, which may hold two halves each
_SIGNED_MOST = 3  # lines below a signature: the headline of the next text
_COLUMN_LEAST = 15.0  # em, where a page shows none
_USUAL = 75  # percentile of the widths of lines with marks inside that is taken as a column's
_COLUMN = 4  # lines of it that show how wide its column is
_FIRST_LINES = 2  # lines of it without a mark
_INDENT = 3.0  # em by which a full line is narrower than its column at most
_MARKED = 0.7  # share of the lines of verse with a mark at the end, which all of them have then
_BLANKS_MOST = 0.5  # share of lines with a blank line above them; with more, blank lines mean nothing


class _Page(msgspec.Struct, frozen=True):
    """The pieces of a page; `apart` are those below a blank line."""

    pieces: Sequence[Piece]
    lexicon: Lexicon
    apart: frozenset[int]

    def is_byline(self, n: int) -> bool:
        """Return whether a label shows a name that may be a poet's: no reporter's."""
        reports = any(pattern.search(self.pieces[n].text) for pattern in self.lexicon.words["reporter"])
        return self.pieces[n].role is Role.BYLINE and not reports

    def is_name(self, n: int) -> bool:
        return any(pattern.fullmatch(self.pieces[n].text) for pattern in self.lexicon.words["poet"])

    def is_title(self, n: int) -> bool:
        return self.pieces[n].role is None and self.pieces[n].text[-1] not in MARKS

    def width(self, n: int) -> float:
        return extent(self.pieces[n].text, self.lexicon.characters).natural


def find_verse(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[KeptMatter, ...]:
    """Return the poems among `pieces`, in raw order."""
    apart = [n for n in range(1, len(pieces)) if pieces[n].line - pieces[n - 1].line > 1]
    page = _Page(pieces, lexicon, frozenset(apart if len(apart) <= _BLANKS_MOST * len(pieces) else ()))
    return tuple(poem for start, end in _runs(page) for poem in _poems(page, start, end))


def _runs(page: _Page) -> Iterator[tuple[int, int]]:
    """Yield the runs of pieces, from start to end, that may be verse with its titles and names."""
    prose = sorted(page.width(n) for n, piece in enumerate(page.pieces) if has_inner_mark(piece.text))
    column = max([_COLUMN_LEAST, *prose[_USUAL * len(prose) // 100 :][:1]])
    possible = [
        page.is_byline(n) or may_be_verse(piece, page.lexicon, column) for n, piece in enumerate(page.pieces)
    ]
    for may_be, run in itertools.groupby(range(len(possible)), possible.__getitem__):
        numbers = list(run)
        start = _below_prose(page, numbers[0], numbers[-1] + 1, column) if may_be else numbers[-1] + 1
        if start <= numbers[-1]:
            yield start, numbers[-1] + 1


def _below_prose(page: _Page, start: int, end: int, column: float) -> int:
    """Return where the run begins below the paragraphs that go on into it from above, or whose first line is full."""
    while 0 < start < end:
        ended = page.pieces[start - 1].role is not None or _ends_sentence(page, start - 1)
        full = column >= page.width(start) >= column - _INDENT
        if ended and not full:
            break
        start = next((n + 1 for n in range(start, end) if _ends_sentence(page, n)), end)
    return start


def _ends_sentence(page: _Page, n: int) -> bool:
    bare = page.pieces[n].text.rstrip("”’」』）")
    return bare[-1:] in page.lexicon.characters.terminal


def _poems(page: _Page, start: int, end: int) -> Iterator[KeptMatter]:
    """Yield the poems in the run of pieces from `start` to `end`."""
    names = _names(page, start, end)
    tops = [name - _titles_above(page, start, name) for name in names]
    for name, top, below in zip(names, tops, [*tops[1:], end] if names else [], strict=True):
        stop = below if below != end else _end(page, name + 1, end)
        if _is_poem(page, top, name + 1, stop):
            yield _poem(page, name + 1, stop, headline=tuple(range(top, name)), byline=(name,))
    if not names:
        yield from _unnamed(page, start, end)


def _is_poem(page: _Page, title: int, first: int, end: int) -> bool:
    """Return whether the lines from `first` to `end` are verse below a title and a name, and no list of names."""
    texts = _texts(page, first, end)
    names = sum(map(page.is_name, range(first, end)))
    set_verse = is_set_verse(page.pieces[title].text, texts, page.lexicon)
    return 2 * names <= len(texts) and (set_verse or is_verse(texts, page.lexicon, named=True))


def _names(page: _Page, start: int, end: int) -> list[int]:
    """Return the names with a title above them and enough lines below, in the run from `start` to `end`.

    A name that no label shows counts where it must be one: near the top of the run, or near a blank line.
    """
    found: list[int] = []
    for n in range(start + 1, end):
        named = page.is_byline(n) or (page.is_name(n) and _is_near_top(page, start, n))
        if named and page.is_title(n - 1) and n > (found[-1] + 1 if found else start):
            found.append(n)
    return [n for n, below in itertools.pairwise([*found, end]) if below - n > _LINES_LEAST]


def _is_near_top(page: _Page, start: int, n: int) -> bool:
    """Return whether a title and nothing else stands between line `n` and the top of the run, or a blank line."""
    return n - start <= _TITLES_MOST or bool(page.apart & set(range(n - _TITLES_MOST, n)))


def _titles_above(page: _Page, start: int, name: int) -> int:
    """Return how many lines above a name are its title: one, or two where the second is a deck or in brackets."""
    second = page.pieces[name - 1]
    more = second.opening == "deck" or second.text[0] in "（("
    return 2 if more and name - 2 >= start and page.is_title(name - 2) else 1


def _unnamed(page: _Page, start: int, end: int) -> Iterator[KeptMatter]:
    """Yield the poem without a name above it: one with a signature below, regular verse, or many lines without a mark."""
    signed = next(
        (n for n in range(max(start + LEAST, end - 1 - _SIGNED_MOST), end) if page.is_byline(n)), None
    )
    if (
        signed is not None
        and page.is_title(start)
        and is_verse(_texts(page, start + 1, signed), page.lexicon, named=True)
    ):
        yield _poem(page, start + 1, signed, headline=(start,), byline=(signed,))
        return
    stop = _end(page, start, end)
    titled = stop > start + 1 and page.is_title(start)
    if is_regular(_texts(page, start, stop)):
        yield _poem(page, start, stop)
    elif titled and (
        is_regular(texts := _texts(page, start + 1, stop))
        or is_set_verse(page.pieces[start].text, texts, page.lexicon)
    ):
        yield _poem(page, start + 1, stop, headline=(start,))
    elif is_verse(_texts(page, start, stop), page.lexicon, named=False):
        headline = (start,) if titled else ()
        yield _poem(page, start + titled, stop, headline=headline, by_place=start + 1 not in page.apart)


def _texts(page: _Page, first: int, end: int) -> list[str]:
    return [piece.text for piece in page.pieces[first:end]]


def _poem(
    page: _Page,
    first: int,
    end: int,
    *,
    headline: tuple[int, ...] = (),
    byline: tuple[int, ...] = (),
    by_place: bool = False,
) -> KeptMatter:
    """Return the poem with its stanzas, which blank lines part."""
    inside = (n for n in range(first + LEAST, end - LEAST) if page.is_name(n) and page.is_title(n - 1))
    cuts = [first, *(n for n in range(first + 1, end) if n in page.apart), end]
    stanzas = tuple(tuple(range(one, other)) for one, other in itertools.pairwise(cuts))
    return KeptMatter(
        role=Role.VERSE,
        groups=stanzas,
        headline=headline,
        byline=byline,
        credit=credit_below(page.pieces, end),
        by_place=by_place,
        perhaps_names=tuple(inside),
    )


def _end(page: _Page, first: int, end: int) -> int:
    """Return where verse from `first` on ends: above the headline and the first lines of the text below `end`.

    The last line above a text is its headline, whatever its words.
    """
    if end == len(page.pieces):
        return _above_name(page, first, end)
    heads = page.pieces[end].role is Role.BYLINE or page.pieces[end].opening == "dateline"
    text = end if heads or page.pieces[end].role is not None else _above_text(page, first, end)
    top = _above_name(page, first, text)
    if top < text or heads:
        return _in_form(page, first, min(top - 1, above_headline(page.pieces, first, top, text)))
    if page.pieces[end].role is not None:
        return end
    gap = max((n for n in page.apart if top - _TITLES_MOST <= n < top and n > first), default=None)
    if gap is not None:
        return gap
    return _in_form(page, first, min(top - 1, above_headline(page.pieces, first, top, top)))


def _in_form(page: _Page, first: int, end: int) -> int:
    """Return where the lines from `first` to `end` stop above a kicker; if most end with a mark, all do, and the rest is a headline."""
    while end > first and page.pieces[end - 1].opening == "kicker":
        end -= 1
    marked = [n for n in range(first, end) if page.pieces[n].text[-1] in MARKS]
    return marked[-1] + 1 if marked and len(marked) >= _MARKED * (end - first) else end


def _above_name(page: _Page, first: int, end: int) -> int:
    """Return where the lines from `first` to `end` stop above a name or a line in brackets."""
    while end > first and (page.is_byline(end - 1) or page.pieces[end - 1].text[0] in "（("):
        end -= 1
    return end


def _above_text(page: _Page, first: int, end: int) -> int:
    """Return where the text begins whose second or third line is at `end`: its first lines are full, or have its indent."""
    text = itertools.takewhile(
        lambda n: page.pieces[n].role is None, range(end, min(end + _COLUMN, len(page.pieces)))
    )
    column = max(map(page.width, text), default=0.0)
    top = end
    while top > max(first, end - _FIRST_LINES) and (
        column >= page.width(top - 1) >= column - _INDENT
        or page.pieces[top - 1].indent > page.pieces[first].indent
    ):
        top -= 1
    return top
