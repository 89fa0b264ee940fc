"""The parts of the review report: raw lines by passage, articles by part, doubts by kind, divided words."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from broadsheet.ingest.report.names import KINDS, ROLE_NAMES
from broadsheet.ingest.report.suggestions import QuotablePage, Suggestion, suggestions
from broadsheet.ingest.text.divided_words import Division
from broadsheet.ingest.text.wording import kept_lines, word, word_lines
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import LINES_KEPT, PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

_FOLDED_LEAST = 4  # lines of furniture in a row from which the report folds them
_LONGEST = 240  # characters of a folded line that the report shows


class Doubt(NamedTuple):
    """A doubt, its number in the report from 1, and the rulings that would settle it."""

    number: int
    finding: Finding
    suggestions: tuple[Suggestion, ...]


class DoubtKind(NamedTuple):
    """The doubts of one kind, with its name and an explanation."""

    name: str
    about: str
    doubts: tuple[Doubt, ...]


class RawPart(NamedTuple):
    """A raw line, or the part of one that belongs to one passage.

    `first` says that it is the first part of its line, `starts` that a passage begins with it. `role` is the name of the
    role. `story` counts from 1 and is 0 for the page itself. `doubts` are the numbers of the doubts about the line.
    """

    line: int
    first: bool
    text: str
    role: str
    story: int
    starts: bool
    doubts: tuple[int, ...]


class RawGroup(NamedTuple):
    """Raw parts in a row; `folded` if they are many lines of furniture."""

    folded: bool
    parts: tuple[RawPart, ...]


class DividedWord(NamedTuple):
    """A divided word: its raw line, the word as printed (`raw`) and as it is read `now`."""

    line: int
    raw: str
    now: str


class ReadPart(NamedTuple):
    """A passage as readers will see it, with its raw lines and the numbers of the doubts about them."""

    role: Role
    name: str
    text: str
    first_line: int
    last_line: int
    doubts: tuple[int, ...]


class ReadStory(NamedTuple):
    """A story as readers will see it. `number` counts from 1; `supplied` says that a ruling gave the title."""

    number: int
    title: str
    supplied: bool
    parts: tuple[ReadPart, ...]


def doubts_by_kind(page: QuotablePage, doubts: Sequence[Finding]) -> tuple[DoubtKind, ...]:
    """Return `doubts` by kind, the most serious kinds first. Doubts are numbered in the order in which they come."""
    numbered = [Doubt(n, doubt, suggestions(page, doubt)) for n, doubt in enumerate(doubts, 1)]
    codes = dict.fromkeys([*KINDS, *sorted(doubt.code for doubt in doubts)])
    found = ((code, tuple(d for d in numbered if d.finding.code == code)) for code in codes)
    return tuple(DoubtKind(*KINDS.get(code, (code, "")), mine) for code, mine in found if mine)


def raw_groups(source: SourceText, reading: PageReading, doubts: Sequence[Finding]) -> tuple[RawGroup, ...]:
    """Return the parts of the raw page in raw order, furniture of many lines folded."""
    grouped = itertools.groupby(_raw_parts(source, reading, doubts), key=_is_plain_furniture)
    groups: list[RawGroup] = []
    for plain, parts in ((plain, tuple(parts)) for plain, parts in grouped):
        folded = plain and len(parts) >= _FOLDED_LEAST
        shown = tuple(p._replace(text=_shortened(p.text)) for p in parts) if folded else parts
        groups.append(RawGroup(folded, shown))
    return tuple(groups)


def _is_plain_furniture(part: RawPart) -> bool:
    return part.role == ROLE_NAMES[Role.FURNITURE] and not part.doubts


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……（共 {len(text)} 字）"


def _raw_parts(source: SourceText, reading: PageReading, doubts: Sequence[Finding]) -> Iterator[RawPart]:
    """Yield the parts of the raw page in raw order; a removed hyphen is shown at the end of its line."""
    owners = [(p, n) for n, story in enumerate(reading.stories, 1) for p in story.passages()]
    owners += [(p, 0) for p in (*reading.teasers, *reading.furniture, *reading.unplaced)]
    spans = sorted(
        (span, ROLE_NAMES[passage.role], story, span.start == passage.start)
        for passage, story in owners
        for span in passage.spans
    )
    about = doubts_by_line(doubts)
    gone = {span.start: source.slice(span) for hyphen in reading.hyphens for span in hyphen.spans}
    before = 0
    for span, role, story, starts in spans:
        line = source.line_at(span.start).number
        here = () if line == before else about.get(line, ())
        text = source.slice(span) + gone.get(span.end, "")
        yield RawPart(line, line != before, text, role, story, starts, here)
        before = line


def divided_words(source: SourceText, divided: Sequence[Division]) -> tuple[DividedWord, ...]:
    """Return the divided words in the order of their raw lines."""
    found = sorted((source.line_at(one.at).number, one) for one in divided)
    return tuple(
        DividedWord(line, f"{one.before}{source.text[one.at]}|{one.after}", one.now) for line, one in found
    )


def doubts_by_line(doubts: Sequence[Finding]) -> dict[int, tuple[int, ...]]:
    """Return the numbers of the doubts about each raw line that has any."""
    found: dict[int, list[int]] = {}
    for number, doubt in enumerate(doubts, 1):
        found.setdefault(doubt.line, []).append(number)
    return {line: tuple(numbers) for line, numbers in found.items()}


def read_stories(
    source: SourceText, reading: PageReading, titles: Mapping[int, str], doubts: Sequence[Finding]
) -> tuple[ReadStory, ...]:
    """Return the stories in print order, each with its parts in reading order."""
    about = doubts_by_line(doubts)
    return tuple(
        ReadStory(
            number=n + 1,
            title=word_lines(source, story.headline) or titles.get(n, ""),
            supplied=n in titles,
            parts=tuple(_read_part(source, passage, about) for passage in _in_reading_order(story)),
        )
        for n, story in enumerate(reading.stories)
    )


def _in_reading_order(story: Story) -> tuple[Passage, ...]:
    head = (*story.kicker, *story.headline, *story.deck, *story.byline, *story.editors_note)
    return (*head, *story.body, *story.captions, *story.source_credit, *story.jump)


def _read_part(source: SourceText, passage: Passage, about: Mapping[int, tuple[int, ...]]) -> ReadPart:
    lines = [source.line_at(span.start).number for span in passage.spans]
    return ReadPart(
        role=passage.role,
        name=ROLE_NAMES[passage.role],
        text=_read_text(source, passage),
        first_line=min(lines),
        last_line=max(lines),
        doubts=tuple(sorted(number for line in set(lines) for number in about.get(line, ()))),
    )


def _read_text(source: SourceText, passage: Passage) -> str:
    if passage.role in LINES_KEPT:
        return "\n".join(kept_lines(source, passage))
    running = passage.role in (Role.PARAGRAPH, Role.EDITORS_NOTE, Role.CAPTION)
    return word(source, passage) if running else word_lines(source, [passage])
