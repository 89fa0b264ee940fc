"""Finding the article that a teaser (导读) announces, by pairs of characters that both contain."""

import re
from collections.abc import Iterable

import msgspec

from broadsheet.lexicon.page_numbers import without_page
from broadsheet.model.address import Address

# The parts of a teaser's pairs of characters that a headline must contain. Teasers often reword the headline, so less
# than half is enough on the page that the teaser names; without a page, any article may be meant, so it must be more.
_ENOUGH_ON_PAGE = 0.4
_ENOUGH_IN_EDITION = 0.6

_NO_WORD = re.compile(r"[\W_]+")


class Headline(msgspec.Struct, frozen=True):
    """The address of an article and the text of its headline stack."""

    address: Address
    words: str


def announced(text: str, page: int, headlines: Iterable[Headline]) -> Address | None:
    """Return the address of the article that `text` announces, else that of the printed page `page`, else None (未收录).

    `page` is 0 where the teaser names none. `headlines` are those of the other articles of the edition.
    """
    known = tuple(headlines)
    if page:
        known = tuple(headline for headline in known if headline.address.page == page)
    enough = _ENOUGH_ON_PAGE if page else _ENOUGH_IN_EDITION
    words = _pairs(without_page(text))
    best = max(known, key=lambda headline: _likeness(words, headline.words), default=None)
    if best is None:
        return None
    if _likeness(words, best.words) >= enough:
        return best.address
    return best.address.on_page() if page else None


def _likeness(pairs: frozenset[str], headline: str) -> float:
    """Return the part of `pairs` that `headline` contains, from 0 to 1."""
    return len(pairs & _pairs(headline)) / len(pairs) if pairs else 0.0


def _pairs(text: str) -> frozenset[str]:
    letters = _NO_WORD.sub("", text)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))
