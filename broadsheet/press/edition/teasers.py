"""Which article a teaser (导读) announces, told by the words they share."""

import re
from collections.abc import Iterable

import msgspec

from broadsheet.lexicon.page_numbers import without_page
from broadsheet.model.address import Address

# A teaser often rewords the headline, so half of its pairs of characters is a match; where its page number did
# not come along, any article of the edition might be meant, and only a clear likeness counts.
_ENOUGH_ON_PAGE = 0.4
_ENOUGH_IN_EDITION = 0.6

_NO_WORD = re.compile(r"[\W_]+")


class Headline(msgspec.Struct, frozen=True):
    """Where an article stands and the words of its headline stack."""

    address: Address
    words: str


def announced(text: str, page: int, headlines: Iterable[Headline]) -> Address | None:
    """Return what `text` announces: an article, else the printed page that it names, else None (未收录).

    `headlines` are those of the same edition without the announcing article's own.
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
    """Return the part of `pairs` that `headline` has, from 0 to 1."""
    return len(pairs & _pairs(headline)) / len(pairs) if pairs else 0.0


def _pairs(text: str) -> frozenset[str]:
    letters = _NO_WORD.sub("", text)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))
