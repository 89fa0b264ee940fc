"""An editor's rulings: decisions about a raw page, kept beside it and keyed by words of the page itself.

    - at: 推动新质生产力加快发展
      title: 一个补上的标题

Because a ruling quotes the page, it holds however the rules of ingest change; one that no longer matches is an error.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from broadsheet.ingest.quotes import find_quote
from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.located_yaml import Located, load_mapping
from broadsheet.manuscript.schema import convert
from broadsheet.model.errors import RulingError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import PageReading, Story
from broadsheet.model.source import SourceText


class Ruling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Decisions about the story that holds the words `at`: the headline that print lost, the column it is part of.

    `why` is for people.
    """

    at: str
    title: str = ""
    column: str = ""
    why: str = ""


class Rulings(msgspec.Struct, frozen=True, kw_only=True):
    """The rulings on one page, in the order of their file."""

    rulings: tuple[Ruling, ...] = ()


def rulings_path(raw: Path) -> Path:
    """Return where the rulings on the page `raw` lie: `01.rulings.yaml` beside `01.txt`."""
    return raw.with_suffix(".rulings.yaml")


def read_rulings(raw: Path) -> tuple[Ruling, ...]:
    """Read the rulings on the page `raw`; without a file there are none. Raises ManuscriptError for a bad form."""
    path = rulings_path(raw)
    if not path.exists():
        return ()
    located: Located = load_mapping(read_utf8(path), str(path))
    return convert(located, Rulings, str(path)).rulings


def decide(source: SourceText, reading: PageReading, rulings: Iterable[Ruling]) -> Mapping[int, Ruling]:
    """Return what is ruled on each story, by its place in `reading.stories`; a later ruling adds to an earlier one.

    Raises RulingError for each ruling whose words are not on the page, or not just once, and for each headline
    where print has one.
    """
    path = str(rulings_path(Path(source.path)))
    decisions: dict[int, Ruling] = {}
    findings: list[Finding] = []
    for ruling in rulings:
        problem, story = _target(source, reading, ruling)
        if problem:
            findings.append(
                Finding(
                    code="ruling",
                    path=path,
                    message=f"“{ruling.at}”: {problem}",
                    hint="quote words that stand once on the page, in the story that the ruling is about",
                )
            )
            continue
        earlier = decisions.get(story, ruling)
        decisions[story] = msgspec.structs.replace(
            earlier, title=ruling.title or earlier.title, column=ruling.column or earlier.column
        )
    raise_if_any(RulingError, findings)
    return decisions


def _target(source: SourceText, reading: PageReading, ruling: Ruling) -> tuple[str, int]:
    """Return what is wrong with the ruling, or nothing, and the story that it is about."""
    places = find_quote(source, ruling.at)
    if len(places) != 1:
        return (
            "these words are not on the page" if not places else "these words stand there more than once"
        ), -1
    for number, story in enumerate(reading.stories):
        if _holds(story, places[0]):
            return ("this story has a printed headline" if story.headline and ruling.title else ""), number
    return "these words are in no story", -1


def _holds(story: Story, offset: int) -> bool:
    return any(span.start <= offset < span.end for passage in story.passages() for span in passage.spans)
