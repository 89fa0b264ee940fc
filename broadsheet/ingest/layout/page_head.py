"""The head of a page: the masthead and the folio line, which belong to no story."""

from collections.abc import Sequence

from broadsheet.ingest.layout.barriers import Barriers, across, down
from broadsheet.ingest.layout.segments import Segment, Type
from broadsheet.ingest.text.labels import line_role
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.marks import PageMarks
from broadsheet.model.page_reading import Role

_BAND = 0.2  # of the page's height, in which rules may part the masthead and the folio line from the stories
_ACROSS = 0.7  # of the page's width
_TEXT_LINES = 3
_MASTHEAD_LINES = 8


def above_rules(
    found: Sequence[Segment], marks: PageMarks, barriers: Barriers, body: Type, lexicon: Lexicon
) -> tuple[Segment, ...]:
    """Return the segments above the rules across the page that stand above all headlines and text."""
    text = [
        one.frame.top
        for one in found
        if len(one.lines) >= _TEXT_LINES and not body.is_display(one.size) and not _has_folio(one, lexicon)
    ]
    reach = min((*text, _BAND * marks.height))
    head = 0.0
    for rule in sorted(rule.top for rule in barriers.level if rule.width >= _ACROSS * marks.width):
        band = [one for one in found if head - 1 <= one.frame.top and one.frame.bottom <= rule + 1]
        if rule > reach or any(_is_headline(one, band, body, lexicon) for one in band):
            break
        head = rule
    return tuple(one for one in found if one.frame.bottom <= head + 1)


def _is_headline(one: Segment, band: Sequence[Segment], body: Type, lexicon: Lexicon) -> bool:
    """Return whether display at the head of a page is a headline: no date, page number or the like stands beside or below it."""
    return (
        body.is_display(one.size)
        and not _is_of_page(one, lexicon)
        and all(other.frame.bottom <= one.frame.top for other in band if _has_folio(other, lexicon))
    )


def masthead(found: Sequence[Segment], marks: PageMarks, body: Type, lexicon: Lexicon) -> tuple[Segment, ...]:
    """Return the paper's name at the head of the page, and the lines around it that give its date, number and the like."""
    top = [one for one in found if one.frame.bottom <= _BAND * marks.height]
    names = [one for one in top if body.is_display(one.size) and _is_of_page(one, lexicon)]
    about = [
        one
        for one in top
        if one not in names
        and _has_folio(one, lexicon)
        and len(one.lines) <= _MASTHEAD_LINES
        and not any(line.text.rstrip()[-1:] in lexicon.characters.terminal for line in one.lines)
        and any(
            max(-across(name.frame, one.frame), -down(name.frame, one.frame)) <= name.size for name in names
        )
    ]
    return (*names, *about) if about else ()


def _is_of_page(one: Segment, lexicon: Lexicon) -> bool:
    """Return whether the words of all lines may be about the paper or the page."""
    found = [line_role(line.text.strip(), lexicon) for line in one.lines]
    return all(role is not None and role[0] is Role.FURNITURE for role in found)


def _has_folio(one: Segment, lexicon: Lexicon) -> bool:
    return any(is_named(line.text, lexicon) for line in one.lines)


def is_named(text: str, lexicon: Lexicon) -> bool:
    """Return whether the words of a line show that it belongs to the page alone, as its date and number do."""
    found = line_role(text.strip(), lexicon)
    return found is not None and found[0] is Role.FURNITURE and found[1].kind == "sure"
