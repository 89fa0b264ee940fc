"""Where verse ends on a page of hanzi: above the headline and the first lines of the text below it, or another poem."""

import itertools

from broadsheet.ingest.matter.text_below import above_headline
from broadsheet.ingest.matter.verse_page import TITLE_MOST, VersePage
from broadsheet.model.page_reading import Role

TITLES_MOST = 2
_COLUMN = 4  # lines of the text below that show how wide its column is
_FIRST_LINES = 2  # lines of it without a mark
_INDENT = 3.0  # em by which a full line is narrower than its column at most
_MARKED = 0.7  # share of the lines of verse with a mark at the end, which all of them have then
_LEAST = 4  # lines of a poem without marks below its title
_LEAST_MARKED = 2


def is_full(page: VersePage, n: int, column: float) -> bool:
    """Return whether line `n` is about as wide as a column of `column` em."""
    return column >= page.width(n) >= column - _INDENT


def end_of_verse(page: VersePage, first: int, end: int) -> int:
    """Return where verse from `first` on ends, in a run that ends at `end`.

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
    gap = max((n for n in page.apart if top - TITLES_MOST <= n < top and n > first), default=None)
    if gap is not None:
        return gap
    return _in_form(page, first, min(top - 1, above_headline(page.pieces, first, top, top)))


def next_title(page: VersePage, first: int, end: int) -> int:
    """Return the line from `first` to `end` that is the title of another poem, or `end`.

    It has no mark, stands below the end of a sentence and above lines with marks, or above lines that all have none.
    """
    for n in range(first + _LEAST_MARKED, end - _LEAST_MARKED):
        below = [page.is_marked(i) for i in range(n + 1, end)]
        begins = all(below[:_LEAST_MARKED]) or (len(below) >= _LEAST and not any(below))
        short = page.is_title(n) and page.width(n) <= TITLE_MOST
        if begins and short and page.ends_sentence(n - 1) and all(map(page.is_marked, range(first, n))):
            return n
    return end


def end_of_marks(page: VersePage, first: int, end: int) -> int:
    """Return where the lines with marks end that begin at `first`, if they are a poem's and end a sentence, or `end`."""
    stop = next((n for n in range(first, end) if not page.is_marked(n)), end)
    return stop if stop - first >= _LEAST and page.ends_sentence(stop - 1) else end


def _in_form(page: VersePage, first: int, end: int) -> int:
    """Return where the lines from `first` to `end` stop above a kicker; if most end with a mark, all do, and the rest is a headline."""
    while end > first and (page.pieces[end - 1].opening == "kicker" or page.fits(end - 1, "series")):
        end -= 1
    marked = [n for n in range(first, end) if page.is_marked(n)]
    titled = first < end and page.is_title(first)
    return marked[-1] + 1 if marked and len(marked) >= _MARKED * (end - first - titled) else end


def _above_name(page: VersePage, first: int, end: int) -> int:
    """Return where the lines from `first` to `end` stop above a name or a line in brackets."""
    while end > first and (page.is_byline(end - 1) or page.pieces[end - 1].text[0] in "（("):
        end -= 1
    return end


def _above_text(page: VersePage, first: int, end: int) -> int:
    """Return where the text begins whose second or third line is at `end`: its first lines are full, or have its indent."""
    text = itertools.takewhile(
        lambda n: page.pieces[n].role is None, range(end, min(end + _COLUMN, len(page.pieces)))
    )
    column = max(map(page.width, text), default=0.0)
    top = end
    while top > max(first, end - _FIRST_LINES) and (
        is_full(page, top - 1, column) or page.pieces[top - 1].indent > page.pieces[first].indent
    ):
        top -= 1
    return top
