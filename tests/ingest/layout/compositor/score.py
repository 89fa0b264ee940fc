"""How well a page was read: its neutral form beside the truth, white space aside."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Neutral = Mapping[str, Any]
Element = tuple[int, str, str]
"""The number of an article, -1 for the page; a type; a text without white space."""

_WINDOW = 8  # characters by which a text is recognised
_SAME = 0.99  # of the windows of two bodies: the same text
_FIELDS = ("kicker", "title", "deck", "byline", "note", "credit", "jump")
_STACK = ("kicker", "title", "deck")
_OF_PAGE = ("teasers", "furniture", "unplaced")


class Score(NamedTuple):
    """Counts of one page or of several: of characters, of articles, of elements made, read and read exactly."""

    characters: int
    lost: int
    invented: int
    windows: int
    windows_placed: int
    articles: int
    articles_exact: int
    stacks_exact: int
    elements: int
    elements_read: int
    elements_exact: int

    @property
    def segmentation(self) -> float:
        return self.windows_placed / max(1, self.windows)

    @property
    def exact_articles(self) -> float:
        return self.articles_exact / max(1, self.articles)

    @property
    def exact_stacks(self) -> float:
        return self.stacks_exact / max(1, self.articles)

    @property
    def exact_elements(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.elements_exact / max(1, self.elements + self.elements_read)


def score(read: Neutral, truth: Neutral) -> Score:
    """Compare a page as it was read with its truth."""
    made, found = list(elements(truth)), list(elements(read))
    matched = match(read, truth)
    ours = {theirs: mine for mine, theirs in matched.items()}
    renumbered = [(ours.get(number, -2) if number >= 0 else -1, kind, text) for number, kind, text in found]
    printed, written = (Counter("".join(text for _, _, text in one)) for one in (made, found))
    bodies = [_windows(article) for article in truth["articles"]]
    others = [
        _windows(read["articles"][matched[n]]) if n in matched else Counter() for n in range(len(bodies))
    ]
    return Score(
        characters=printed.total(),
        lost=(printed - written).total(),
        invented=(written - printed).total(),
        windows=sum(body.total() for body in bodies),
        windows_placed=sum((body & other).total() for body, other in zip(bodies, others, strict=True)),
        articles=len(bodies),
        articles_exact=sum(
            (body & other).total() >= _SAME * (body | other).total()
            for body, other in zip(bodies, others, strict=True)
        ),
        stacks_exact=sum(
            n in matched and _stack(article) == _stack(read["articles"][matched[n]])
            for n, article in enumerate(truth["articles"])
        ),
        elements=len(made),
        elements_read=len(found),
        elements_exact=(Counter(made) & Counter(renumbered)).total(),
    )


def total(scores: Iterable[Score]) -> Score:
    """Add up the counts of pages."""
    return Score(*map(sum, zip(*scores, strict=True)))


def match(read: Neutral, truth: Neutral) -> dict[int, int]:
    """Return the article as read of each article as made that has one: pairs that share the most, the largest first."""
    made, found = ([_windows(one, whole=True) for one in page["articles"]] for page in (truth, read))
    shared = sorted(
        ((-(one & other).total(), n, m) for n, one in enumerate(made) for m, other in enumerate(found)),
    )
    matched: dict[int, int] = {}
    for negative, n, m in shared:
        if negative and n not in matched and m not in matched.values():
            matched[n] = m
    return matched


def elements(page: Neutral) -> Iterator[Element]:
    """Yield what a page consists of."""
    for number, article in enumerate(page["articles"]):
        parts = [(name, article.get(name, "")) for name in _FIELDS]
        parts += [(part["type"], part["text"]) for part in article["body"]]
        parts += [("caption", one["text"]) for one in article["captions"]]
        parts += [("photo credit", one["credit"]) for one in article["captions"]]
        yield from ((number, kind, squeezed(text)) for kind, text in parts if squeezed(text))
    for kind in _OF_PAGE:
        yield from ((-1, kind, squeezed(text)) for text in page[kind] if squeezed(text))


def squeezed(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def _stack(article: Neutral) -> Sequence[str]:
    return [squeezed(article[name]) for name in _STACK]


def _windows(article: Neutral, *, whole: bool = False) -> Counter[str]:
    """Return the windows of an article's body, or of all of it."""
    texts = [squeezed(part["text"]) for part in article["body"]]
    if whole:
        texts = [
            text
            for _, _, text in elements(
                {"articles": [article], "teasers": [], "furniture": [], "unplaced": []}
            )
        ]
    return Counter(
        text[start : start + _WINDOW] for text in texts for start in range(max(1, len(text) - _WINDOW + 1))
    )
