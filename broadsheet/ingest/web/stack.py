"""Which lines beside a headline may be its kicker or its deck."""

import re

from broadsheet.ingest.web.markup.runs import Element, Run, WebText
from broadsheet.lexicon.web_credits import LABELLED, REPORTER, TOOL
from broadsheet.lexicon.web_days import DATE
from broadsheet.lexicon.web_pages import (
    COLUMN_WORDS,
    CRUMBS,
    KICKER_WORDS,
    LINES_OF_PAGE,
    PROMOTION,
    RELATED,
    SECTION,
)

_SENTENCE = re.compile(r"[，。！？；,.!?;]")
_DISPLAYED = re.compile(r"text-align\s*:\s*center|font-size|font-weight", re.IGNORECASE)
_LONGEST = 60  # characters
_LEAD_MOST = 160
_SENTENCE_END = re.compile(r"[。；]")
_CELLS = frozenset({"td", "th"})


def is_of_page(text: WebText, run: Run) -> bool:
    """Say whether a line is of the page's tools, the heading of other stories, or the name of the site or its part."""
    words = text.words(run)
    named = any(element.words & COLUMN_WORDS for element in (*run.inner, run.block))
    return bool(named or TOOL.fullmatch(words) or RELATED.fullmatch(words) or SECTION.fullmatch(words))


def is_marked_kicker(run: Run, headline: Run) -> bool:
    """Say whether the markup makes the line above the headline its kicker: by a name, or as a heading beside it."""
    named = any(element.words & KICKER_WORDS for element in run.near)
    grouped = any(element.name == "hgroup" for element in run.near)
    return (
        named
        or grouped
        or (run.block.name in ("h2", "h3", "h4", "h5") and run.block.parent is headline.block.parent)
    )


def stands_beside(text: WebText, headline: Run, run: Run) -> bool:
    """Say whether `run` is a line of the same place and kind as the headline's, and is displayed."""
    same_place = run.block.name == headline.block.name and _place(run.block) is _place(headline.block)
    return same_place and _is_display_line(text, run) and _is_displayed(run)


def stands_in_header(text: WebText, headline: Run, run: Run) -> bool:
    """Say whether `run` is a line of the article's own header, in which the headline stands."""
    around = run.block.parent
    is_header = around is not None and (around.name == "header" or "header" in around.words)
    return is_header and around is headline.block.parent and _is_display_line(text, run)


def is_deck_in_headline(text: WebText, run: Run) -> bool:
    """Say whether a further line of the headline's element is a deck: by its dashes, or as small print."""
    words = text.words(run)
    small = any(element.name == "small" for element in run.inner)
    return words.startswith("—") or (small and not DATE.search(words))


def is_lead_line(text: WebText, run: Run) -> bool:
    """Say whether a line may be the sentence in which an article is summed up, outside of its text."""
    words = text.words(run)
    is_pages = LINES_OF_PAGE.fullmatch(words) or PROMOTION.fullmatch(words) or LABELLED.match(words)
    sentence = bool(_SENTENCE.search(words)) and len(words) <= _LEAD_MOST
    return sentence and not (run.picture or run.hidden or run.linked or is_pages or DATE.search(words))


def _is_display_line(text: WebText, run: Run) -> bool:
    """Say whether the words of a line may be a kicker or a deck."""
    words = text.words(run)
    no_line = (
        _SENTENCE_END.search(words) or DATE.search(words) or LABELLED.match(words) or TOOL.fullmatch(words)
    )
    if run.picture or run.hidden or run.linked or len(words) > _LONGEST or no_line:
        return False
    return not CRUMBS.match(words) and not REPORTER.fullmatch(words)


def _place(block: Element) -> Element | None:
    """Return what holds the lines: for the cell of a table, the table's part that holds its row."""
    return block.parent.parent if block.name in _CELLS and block.parent else block.parent


def _is_displayed(run: Run) -> bool:
    styles = " ".join(element.style for element in run.near)
    tags = {element.name for element in run.near}
    return bool(_DISPLAYED.search(styles)) or bool(tags & {"center", "strong", "b", "font"})
