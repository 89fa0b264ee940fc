"""Credits by the index of the run that each stands in, and what they tell together."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from broadsheet.ingest.web.credits.found import credits_of
from broadsheet.ingest.web.credits.words import Credit
from broadsheet.ingest.web.headline import bare
from broadsheet.ingest.web.markup.runs import WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.lexicon.web_credits import LABELLED
from broadsheet.lexicon.web_days import DAY
from broadsheet.model.page_reading import Role

_BRACKETS = re.compile(r"[（()）《》【】\[\]“”]")
_FIGURES = re.compile(r"\d+")
_OF_DAY = ("day", "updated")

Found = Mapping[int, tuple[Credit, ...]]


def by_run(text: WebText, lines: Sequence[int], declared: Declared) -> dict[int, tuple[Credit, ...]]:
    """Return the credits in neighbouring lines by the line that each stands in."""
    found: dict[int, tuple[Credit, ...]] = {}
    for credit in credits_of(text, [text.runs[n] for n in lines], declared):
        n = lines[bisect_right(lines, credit.span.start, key=lambda line: text.runs[line].span.start) - 1]
        found[n] = (*found.get(n, ()), credit)
    return found


def told(found: Found, by: set[str]) -> dict[int, tuple[Credit, ...]]:
    """Return the credits that one of `by` told."""
    kept = {n: tuple(c for c in line if c.told_by in by) for n, line in found.items()}
    return {n: line for n, line in kept.items() if line}


def all_of(found: Found) -> Iterator[Credit]:
    """Yield the credits without their lines."""
    return (credit for line in found.values() for credit in line)


def is_dated(found: Found) -> bool:
    """Say whether a credit gives the day."""
    return any(credit.told_by in _OF_DAY for credit in all_of(found))


def has_source(found: Found) -> bool:
    """Say whether a credit says where the text is from."""
    return any(c.role is Role.SOURCE_CREDIT and c.told_by not in _OF_DAY for c in all_of(found))


def names_source(text: WebText, found: Found, declared: Declared) -> bool:
    """Say whether a credit names a writer, or a source that is not the page's own name."""
    own = {bare(name) for name in declared.own_names}
    named = (credit for credit in all_of(found) if credit.told_by not in _OF_DAY)
    return any(credit.told_by == "label" or said_by(text, credit) not in own for credit in named)


def said_by(text: WebText, credit: Credit) -> str:
    """Return what a credit says: its words without their label, or its day with it."""
    words = text.source.slice(credit.span)
    if credit.told_by == "day" and (day := DAY.search(words)) and day[0][:4].isdecimal():
        return words[: day.start()] + _joined(_FIGURES.findall(day[0]))
    return bare(_BRACKETS.sub("", LABELLED.sub("", words))) or words


def _joined(figures: Iterable[str]) -> str:
    return "-".join(str(int(figure)) for figure in figures)
