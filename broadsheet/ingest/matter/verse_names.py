"""Names below the titles of poems, in a run of lines that may be verse."""

import itertools

from broadsheet.ingest.matter.verse_ends import TITLES_MOST
from broadsheet.ingest.matter.verse_lines import LEAST
from broadsheet.ingest.matter.verse_page import VersePage

_LINES_LEAST = 2  # lines of regular verse, which may hold two halves each


def names_of_poets(page: VersePage, start: int, end: int) -> list[int]:
    """Return the names with a title above them and enough lines below, in the run from `start` to `end`.

    A name that no label shows counts where it must be one: near the top of the run, or near a blank line, or over verse
    whose lines all have marks, which the name has not.
    """
    found: list[int] = []
    for n in range(start + 1, end):
        shown = page.is_name(n) and (_is_near_top(page, start, n) or over_marked_verse(page, n, end))
        named = page.is_byline(n) or shown or is_pen_name(page, n, end)
        titled = page.is_title(n - 1) and not page.signs(n - 1)
        if named and titled and n > (found[-1] + 1 if found else start):
            found.append(n)
    return [n for n, below in itertools.pairwise([*found, end]) if below - n > _LINES_LEAST]


def below_names(page: VersePage, name: int, end: int) -> int:
    """Return the line below the name of a poet and those that stand below it, such as the translator's."""
    below = name + 1
    while below < end and (
        page.is_byline(below) or (page.is_name(below) and over_marked_verse(page, below, end))
    ):
        below += 1
    return below


def is_pen_name(page: VersePage, n: int, end: int) -> bool:
    """Return whether line `n` may be any word as a name, and stands between a title and verse with marks."""
    return page.fits(n, "pen") and over_marked_verse(page, n, end)


def over_marked_verse(page: VersePage, n: int, end: int) -> bool:
    """Return whether line `n` has no mark, and all lines of verse below it have one.

    Below the title of several poems (童谣三首) the title of the first one stands between them.
    """
    several = is_title_of_several(page, n - 1)
    first = n + 1 + several
    below = range(first, min(first + (_LINES_LEAST if several else LEAST), end))
    between = all(page.is_title(i) for i in range(n, first) if i < end)
    return between and len(below) >= _LINES_LEAST and all(map(page.is_marked, below))


def is_title_of_several(page: VersePage, n: int) -> bool:
    """Return whether line `n` is the title of several poems that are one article: 童谣三首, 秋日组诗."""
    return page.lexicon.mentions(page.pieces[n].text, "poems")


def titles_above(page: VersePage, start: int, name: int) -> int:
    """Return how many lines above a name are its title: one, or two where the second is a deck or in brackets."""
    second = page.pieces[name - 1]
    more = second.opening == "deck" or second.text[0] in "（("
    return 2 if more and name - 2 >= start and page.is_title(name - 2) else 1


def below_title(page: VersePage, title: int, end: int) -> int:
    """Return the line below a title, which the form of the poem in brackets is part of."""
    below = title + 1
    return below + (below + 1 < end and page.is_form(below))


def _is_near_top(page: VersePage, start: int, n: int) -> bool:
    """Return whether a title and nothing else stands between line `n` and the top of the run, or a blank line."""
    return n - start <= TITLES_MOST or bool(page.apart & set(range(n - TITLES_MOST, n)))
