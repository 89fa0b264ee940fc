"""Which lines of a web page are its headline: by markup, by the name that the page gives itself, and by place."""

import re
from collections.abc import Sequence

from broadsheet.ingest.web.markup.runs import Run, WebText
from broadsheet.ingest.web.metadata import Declared, title_parts
from broadsheet.ingest.web.stack import stands_beside
from broadsheet.lexicon.web_credits import LABELLED, TOOL
from broadsheet.lexicon.web_days import DATE
from broadsheet.lexicon.web_pages import BADGE, CRUMBS, HEADLINE_WORDS, RELATED, SECTION, SITE_WORDS

_HEADING = {"h1": 3.0, "h2": 2.0, "h3": 1.0, "h4": 0.5}
_NAMED_HEADLINE = 1.5
_IN_PAGE_NAME = 4.0
_NAMED_ALONE = 2.0  # the head calls the article by exactly these words
_ALL_LINK = -3.0
_IN_ASIDE = -1.5
_ABOVE_THE_DAY = 1.5  # the line of day and source follows at once
_LARGE = 2.0
_SITE = -2.5  # what an h1 with the site's name loses
_EACH_RUN_AWAY = 0.05
_AWAY_MOST = 2.0
_LEAST = 1.2
_SHORTEST = 4  # characters of a line that only its place makes a headline
_NOT_INKED = re.compile(r"\s+")
_LARGE_TYPE = re.compile(
    r"font-size\s*:\s*(?:(?:1[89]|[2-5]\d)(?:\.\d+)?px|(?:1[4-9]|[23]\d)(?:\.\d+)?pt|x+-large)", re.IGNORECASE
)
_ASIDE = frozenset({"aside", "form"})


def headline(text: WebText, declared: Declared, below: int) -> tuple[int, ...]:
    """Return the run most like a headline above the text at `below`, with the other lines of its element."""
    shown = [n for n in range(below + 1) if not text.runs[n].hidden and not text.runs[n].picture]
    following = dict(zip(shown, [*shown[1:], -1], strict=True))
    before = [n for n in shown if _may_head(text, text.runs[n], declared)]
    name, sites = bare(declared.titles), frozenset(map(bare, declared.sites | declared.publishers))
    scored = [(_likeness(text, name, sites, n, below=below, following=following[n]), -n) for n in before]
    alone = frozenset(map(bare, declared.names)) - sites
    scored = [(one + _NAMED_ALONE * (bare(text.words(text.runs[-n])) in alone), n) for one, n in scored]
    if not scored or max(scored)[0] < _LEAST:
        return _called_as_page(text, declared, before)
    best = -max(scored)[1]
    if SECTION.fullmatch(text.words(text.runs[best])):
        under = [one for one in scored if -one[1] > best and one[0] > 0]
        best = -max(under)[1] if under else best
    elif bare(text.words(text.runs[best])) not in name:
        best = _over_deck(text, best, [-n for one, n in scored if one > -_AWAY_MOST], sites)
    element = text.runs[best].block
    lines = [n for n in before if text.runs[n].block is element] if element.name in _HEADING else [best]
    lines = [n for n in lines if n == best or not _is_day(text.words(text.runs[n]))]
    return tuple(_broken_over_lines(text, name, before, lines))


def _called_as_page(text: WebText, declared: Declared, before: Sequence[int]) -> tuple[int, ...]:
    """Return the heading with the whole of the page's title, which ends as a site's name does, where nothing else is a headline."""
    title = set(title_parts(declared.titles))
    named = [n for n in before if {text.words(text.runs[n])} == title and not text.runs[n].linked]
    return tuple(n for n in named if text.runs[n].block.name in _HEADING)[-1:]


def _over_deck(text: WebText, best: int, before: Sequence[int], sites: frozenset[str]) -> int:
    """Return the line of the higher heading right above `best`, whose deck `best` then is, or `best`. No site's name is one.

    Where neither is a heading, a line beside it that has an element of its own is the higher one.
    """
    above = before[before.index(best) - 1] if best != before[0] else best
    upper, lower = text.runs[above], text.runs[best]
    words = text.words(upper)
    if SECTION.fullmatch(words) or _is_site(bare(words), sites) or upper.linked == upper.ink:
        return best
    ranks = _HEADING.get(upper.block.name, 0), _HEADING.get(lower.block.name, 0)
    if any(ranks):
        return above if ranks[0] > ranks[1] > 0 and upper.block.parent is lower.block.parent else best
    is_set_apart = bool(upper.inner) and not lower.inner and upper.ink >= _SHORTEST
    return above if is_set_apart and stands_beside(text, lower, upper) else best


def _is_site(words: str, sites: frozenset[str]) -> bool:
    return any(site.startswith(words) for site in sites)


def _broken_over_lines(text: WebText, name: str, before: Sequence[int], lines: list[int]) -> list[int]:
    """Return the headline with the lines above and below it that continue it in the page's own name."""
    words = bare("".join(text.words(text.runs[n]) for n in lines))
    first, last = before.index(lines[0]), before.index(lines[-1])
    while (
        words in name and first and (more := bare(text.words(text.runs[before[first - 1]])) + words) in name
    ):
        first, words = first - 1, more
    while words in name and last + 1 < len(before):
        more = words + bare(text.words(text.runs[before[last + 1]]))
        if more not in name:
            break
        last, words = last + 1, more
    return list(before[first : last + 1]) if last - first >= len(lines) else lines


def bare(words: str) -> str:
    """Return words without white space, as they are compared."""
    return _NOT_INKED.sub("", words)


def _may_head(text: WebText, run: Run, declared: Declared) -> bool:
    words = text.words(run)
    named = bare(words) in map(bare, (*declared.names, *title_parts(declared.titles)))
    is_credit = not named and (
        LABELLED.match(words) or DATE.match(words) or TOOL.fullmatch(words) or RELATED.fullmatch(words)
    )
    may = run.block.name in _HEADING or not (run.place.framed or is_credit)
    return may and not (CRUMBS.match(words) or BADGE.fullmatch(words))


def _likeness(
    text: WebText, name: str, sites: frozenset[str], n: int, *, below: int, following: int
) -> float:
    run = text.runs[n]
    words = bare(text.words(run))
    is_site = _is_site(words, sites)
    named = len(words) > 3 and words in name and not is_site
    return (
        max((_HEADING.get(element.name, 0.0) for element in run.near), default=0.0)
        + _NAMED_HEADLINE * any(element.words & HEADLINE_WORDS for element in run.near)
        + (_IN_PAGE_NAME * (0.5 + len(words) / (2 * len(name))) if named else 0.0)
        + _ABOVE_THE_DAY
        * (len(words) >= _SHORTEST and following >= 0 and _is_day(text.words(text.runs[following])))
        + _LARGE
        * (any(_LARGE_TYPE.search(element.style) for element in run.near[:-1]) and _is_set_apart(run))
        + _ALL_LINK * (run.linked == run.ink)
        + _IN_ASIDE * (not named and (run.place.framed or _is_aside(text, run, below)))
        + _SITE * (is_site or (not named and any(e.words & SITE_WORDS for e in run.near)))
        - min(_AWAY_MOST, _EACH_RUN_AWAY * (below - n))
    )


def _is_aside(text: WebText, run: Run, below: int) -> bool:
    """Say whether a line stands in an aside or a form that does not hold the text."""
    asides = (element for element in run.near if element.name in _ASIDE)
    return any(not text.holds(element.number, text.runs[below]) for element in asides)


def _is_set_apart(run: Run) -> bool:
    styles = " ".join(element.style for element in run.near)
    return run.strong == run.ink or bool(re.search(r"font-weight\s*:\s*bold|text-align\s*:\s*center", styles))


def _is_day(words: str) -> bool:
    words = words.lstrip("[［【（(")
    return bool(LABELLED.match(words) or DATE.match(words)) and "。" not in words


def is_marked(text: WebText, run: Run, declared: Declared) -> bool:
    """Say whether a headline is one by its markup or by the page's own name, and not by look and place alone."""
    marked = any(element.name in _HEADING or element.words & HEADLINE_WORDS for element in run.near)
    return marked or bare(text.words(run)) in bare(declared.titles)
