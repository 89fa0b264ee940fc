"""Find verse on a page of hanzi: its title and name, and where it begins and ends.

Lines in a row that may be verse hold the poems, and at their end the headline of the text below them. A name below a
title shows a poem. Without a name, verse must be regular, or longer than any headline, or much narrower than a column of prose.
"""

import itertools
from collections.abc import Iterator, Sequence

from broadsheet.ingest.matter.kept_matter import KeptMatter
from broadsheet.ingest.matter.text_below import credit_below
from broadsheet.ingest.matter.verse_ends import end_of_marks, end_of_verse, is_full, next_title
from broadsheet.ingest.matter.verse_lines import (
    LEAST,
    is_narrow_verse,
    is_regular,
    is_set_verse,
    is_verse,
    may_be_verse,
)
from broadsheet.ingest.matter.verse_names import (
    below_names,
    below_title,
    is_pen_name,
    is_title_of_several,
    names_of_poets,
    titles_above,
)
from broadsheet.ingest.matter.verse_page import VersePage
from broadsheet.ingest.text.labels import Piece
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_SIGNED_MOST = 3  # lines below a signature: the headline of the next text


def find_verse(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[KeptMatter, ...]:
    """Return the poems among `pieces`, in raw order."""
    page = VersePage.of(pieces, lexicon)
    return tuple(poem for start, end in _runs(page) for poem in _poems(page, start, end))


def _runs(page: VersePage) -> Iterator[tuple[int, int]]:
    """Yield the runs of pieces, from start to end, that may be verse with its titles and names."""
    possible = [
        page.is_byline(n) or may_be_verse(piece, page.lexicon, page.column)
        for n, piece in enumerate(page.pieces)
    ]
    for may_be, run in itertools.groupby(range(len(possible)), possible.__getitem__):
        numbers = list(run)
        start = _below_prose(page, numbers[0], numbers[-1] + 1) if may_be else numbers[-1] + 1
        if start <= numbers[-1]:
            yield start, numbers[-1] + 1


def _below_prose(page: VersePage, start: int, end: int) -> int:
    """Return where the run begins below the paragraphs that go on into it from above, or whose first line is full."""
    while 0 < start < end:
        ended = page.pieces[start - 1].role is not None or page.ends_sentence(start - 1)
        if ended and not is_full(page, start, page.column):
            break
        start = next((n + 1 for n in range(start, end) if page.ends_sentence(n)), end)
    return start


def _poems(page: VersePage, start: int, end: int) -> Iterator[KeptMatter]:
    """Yield the poems in the run of pieces from `start` to `end`."""
    names = _poets(page, start, end)
    tops = [name - titles_above(page, start, name) for name in names]
    if not names:
        yield from _unnamed(page, start, end_of_verse(page, start, end), end)
    elif tops[0] > start:
        yield from _unnamed(page, start, tops[0], tops[0])
    for name, top, below in zip(names, tops, [*tops[1:], end] if names else [], strict=True):
        first = below_names(page, name, end)
        stop = below if below != end else end_of_verse(page, first, end)
        several = any(is_title_of_several(page, n) for n in range(top, name))
        cut = stop if several else next_title(page, first, stop)
        if _is_poem(page, top, first, cut):
            by_place = not page.is_name(name) and is_pen_name(page, name, end)
            headline, byline = tuple(range(top, name)), tuple(range(name, first))
            yield _poem(page, first, cut, headline=headline, byline=byline, by_place=by_place)
            yield from _unnamed(page, cut, stop, stop)


def _poets(page: VersePage, start: int, end: int) -> list[int]:
    """Return the names of poets in the run from `start` to `end`; one that signs the poem above a headline is none."""
    names, signed = names_of_poets(page, start, end), _signature(page, start, end)
    signs = signed is not None and names == [signed] and not _is_poem(page, signed - 1, signed + 1, end)
    return [] if signs else names


def _is_poem(page: VersePage, title: int, first: int, end: int) -> bool:
    """Return whether the lines from `first` to `end` are verse below a title and a name, from line `title` on, and no list of names."""
    texts = page.texts(first, end)
    names = sum(map(page.is_name, range(first, end)))
    set_verse = is_set_verse("".join(page.texts(title, first)), texts, page.lexicon)
    return 2 * names <= len(texts) and (set_verse or is_verse(texts, page.lexicon, named=True))


def _unnamed(page: VersePage, start: int, stop: int, end: int) -> Iterator[KeptMatter]:
    """Yield the poems without a name above them, in the run from `start` to `end` whose verse stops at `stop`.

    One has a signature below, is regular, has many lines without a mark, or lines much narrower than prose.
    """
    start = _below_signature(page, start, stop)
    signed = _signature(page, start, end)
    if signed is not None:
        yield _poem(page, start + 1, signed, headline=(start,), byline=(signed,))
        return
    title = _title_of_marked(page, start, stop)
    first = below_title(page, title, stop)
    headline = tuple(range(title, first))
    cut = min(next_title(page, first, stop), end_of_marks(page, first, stop))
    texts = page.texts(first, cut)
    titled = stop > first and page.is_title(title)
    if is_regular(page.texts(start, stop)):
        yield _poem(page, start, stop)
    elif titled and (
        is_regular(texts) or is_set_verse("".join(page.texts(title, first)), texts, page.lexicon)
    ):
        yield _poem(page, first, cut, headline=headline)
        yield from _unnamed(page, cut, stop, stop)
    elif titled and is_narrow_verse(texts, page.lexicon, page.column):
        yield _poem(page, first, cut, headline=headline, by_place=True)
        yield from _unnamed(page, cut, stop, stop)
    elif is_verse(page.texts(start, stop), page.lexicon, named=False):
        first = below_title(page, start, stop) if page.is_title(start) else start
        by_place = start + 1 not in page.apart
        yield _poem(page, first, stop, headline=tuple(range(start, first)), by_place=by_place)


def _below_signature(page: VersePage, start: int, stop: int) -> int:
    """Return where the run begins below the signature and the date of the text above it."""
    while start < stop and page.signs(start):
        start += 1
    return start


def _signature(page: VersePage, start: int, end: int) -> int | None:
    """Return the name below the poem that begins with its title at `start`, or None."""
    below = range(max(start + LEAST, end - 1 - _SIGNED_MOST), end)
    signed = next((n for n in below if page.is_byline(n)), None)
    if signed is None or not page.is_title(start):
        return None
    return signed if is_verse(page.texts(start + 1, signed), page.lexicon, named=True) else None


def _title_of_marked(page: VersePage, start: int, stop: int) -> int:
    """Return the line right above the first one with a mark, where all lines below have one, or `start`."""
    first = next(filter(page.is_marked, range(start, stop)), stop)
    marked = first > start and all(map(page.is_marked, range(first, min(first + LEAST, stop))))
    if not marked or stop - first <= 1:
        return start
    return max(start, first - 1 - page.is_form(first - 1))


def _poem(
    page: VersePage,
    first: int,
    end: int,
    *,
    headline: tuple[int, ...] = (),
    byline: tuple[int, ...] = (),
    by_place: bool = False,
) -> KeptMatter:
    """Return the poem with its stanzas, which blank lines part."""
    inside = [n for n in range(first + LEAST, end - LEAST) if _may_begin_poem(page, n, first, end)]
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


def _may_begin_poem(page: VersePage, n: int, first: int, end: int) -> bool:
    """Return whether line `n` of a poem may be a name below a title, or a title that the lines below say and those above do not."""
    if not page.is_title(n):
        return False
    text = page.pieces[n].text
    below, above = "".join(page.texts(n + 1, end)), "".join(page.texts(first, n))
    said = len(text) > 1 and text in below and text not in above
    return said or (page.is_name(n) and page.is_title(n - 1))
