"""Apply an editor's rulings to a page, one after the other."""

import difflib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from broadsheet.ingest.rulings.acts import ACTS
from broadsheet.ingest.rulings.makeup import in_order, location_at
from broadsheet.ingest.rulings.roles import ImpossibleRulingError, ResolvedRuling, give_role, name_lines
from broadsheet.ingest.text.quotes import find_in_text
from broadsheet.ingest.text.wording import word_lines
from broadsheet.manuscript.records.rulings_file import Entry, Ruling
from broadsheet.model.errors import RulingError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import PageReading, Role
from broadsheet.model.source import SourceText, Span

_TAKES_TO = ("join", "merge", "move")
_QUOTE_HINT = "quote words that stand once on the page, in the story that the ruling is about"


class RuledPage(NamedTuple):
    """A page after its rulings.

    `decisions` holds the titles and columns that rulings gave, by the index of the story; `lines` the numbers of the raw
    lines that rulings are about.
    """

    page: PageReading
    decisions: Mapping[int, Ruling]
    lines: frozenset[int]


def rule(source: SourceText, reading: PageReading, entries: Iterable[Entry]) -> RuledPage:
    """Return the page `reading` after the rulings `entries`, applied in order.

    Raises RulingError with a finding for each ruling that cannot be applied, such as one whose words are not on the page.
    """
    page = reading
    findings: list[Finding] = []
    applied: list[tuple[Entry, Span]] = []
    for entry in entries:
        try:
            at = _find(source, page, entry.ruling.at)
            page = _apply(source, page, entry.ruling, at)
            applied.append((entry, at))
        except ImpossibleRulingError as error:
            findings.append(_finding(entry, error))
    page = in_order(page)
    decisions: dict[int, Ruling] = {}
    for entry, at in applied:
        try:
            decisions |= _decided(source, page, entry.ruling, at, decisions)
        except ImpossibleRulingError as error:
            findings.append(_finding(entry, error))
    raise_if_any(RulingError, findings)
    return RuledPage(page, decisions, frozenset(source.line_at(at.start).number for _, at in applied))


def _finding(entry: Entry, error: ImpossibleRulingError) -> Finding:
    line, column = entry.place
    return Finding(
        code="ruling",
        path=entry.path,
        line=line,
        column=column,
        message=f"“{entry.ruling.at}”: {error.message}",
        hint=error.hint,
    )


def _find(source: SourceText, page: PageReading, quote: str) -> Span:
    """Return the span of `quote` on the page. Raises ImpossibleRulingError unless it stands there exactly once."""
    found = find_in_text(source, page, quote)
    if len(found) == 1:
        return found[0]
    if not found:
        raise ImpossibleRulingError(f"the words “{quote}” are not on the page", _QUOTE_HINT)
    raise ImpossibleRulingError(f"the words “{quote}” stand there more than once", _QUOTE_HINT)


def _apply(source: SourceText, page: PageReading, ruling: Ruling, at: Span) -> PageReading:
    """Return `page` after one ruling, whose quote stands at `at`."""
    _check(ruling)
    role = ruling.role if ruling.role is not Role.UNPLACED else None
    if ruling.do:
        to = _find(source, page, ruling.to) if ruling.to else None
        page = ACTS[ruling.do](page, ResolvedRuling(at, to, role))
    elif role:
        page = give_role(page, ResolvedRuling(at, None, role))
    for named, words in (
        (Role.KICKER, ruling.kicker),
        (Role.HEADLINE, ruling.title),
        (Role.DECK, ruling.deck),
    ):
        if words:
            page = _with_lines(source, page, ResolvedRuling(at, None, named), words)
    return page


def _check(ruling: Ruling) -> None:
    """Raise ImpossibleRulingError for a ruling that decides nothing or contradicts itself."""
    if ruling.do and ruling.do not in ACTS:
        near = difflib.get_close_matches(ruling.do, ACTS, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"write one of: {', '.join(ACTS)}"
        raise ImpossibleRulingError(f"`do` cannot be “{ruling.do}”", hint)
    if ruling.to and ruling.do not in _TAKES_TO:
        raise ImpossibleRulingError(
            "`to` is for `do: join`, `merge` and `move`", "take it out, or say what to do"
        )
    if ruling.role is Role.HYPHEN:
        raise ImpossibleRulingError(
            "a hyphen at a line's end has no role to be ruled", "correct the word in the manuscript"
        )
    if ruling.role is not Role.UNPLACED and ruling.do not in ("", "move"):
        raise ImpossibleRulingError(
            f"`role` cannot stand with `do: {ruling.do}`", "make it a ruling of its own"
        )
    if msgspec.structs.replace(ruling, why="") == Ruling(at=ruling.at):
        raise ImpossibleRulingError(
            "this ruling says nothing", "add what you decide: `do`, `role`, `title` …"
        )


def _with_lines(source: SourceText, page: PageReading, ruling: ResolvedRuling, words: str) -> PageReading:
    """Return `page` with the printed lines `words` as headline, kicker or deck.

    A headline need not be on the page: an editor may supply one.
    """
    for quote in find_in_text(source, page, words):
        if (changed := name_lines(page, ruling._replace(to=quote))) is not None:
            return changed
    if ruling.role is Role.HEADLINE:
        return page
    raise ImpossibleRulingError(
        f"“{words}” is no line of the page", "quote the printed line whole; only a title can be supplied"
    )


def _bare(words: str) -> str:
    """Return `words` without white space."""
    return "".join(words.split())


def _decided(
    source: SourceText, page: PageReading, ruling: Ruling, at: Span, earlier: Mapping[int, Ruling]
) -> dict[int, Ruling]:
    """Return the title and column that a ruling gives to its story, added to what `earlier` rulings gave it."""
    story = location_at(page, at.start).story
    if not ruling.title and not ruling.column:
        return {}
    if story is None:
        raise ImpossibleRulingError("these words are in no story", _QUOTE_HINT)
    lines = [_bare(word_lines(source, [passage])) for passage in page.stories[story].headline]
    title = ruling.title
    if title and lines:
        if _bare(title) not in (*lines, "".join(lines)):
            message = f"this story has a printed headline: “{''.join(lines)}”"
            raise ImpossibleRulingError(
                message, "rule those lines out of it, or change the headline in the manuscript"
            )
        title = ""
    before = earlier.get(story, Ruling(at=ruling.at))
    return {
        story: msgspec.structs.replace(
            before, title=title or before.title, column=ruling.column or before.column
        )
    }
