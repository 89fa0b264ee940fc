"""What was read from a page, in lines of text: a test compares them, and an editor can read them."""

from collections.abc import Iterator

from broadsheet.ingest.reading import Reading
from broadsheet.model.page_reading import LINES_KEPT, Passage, Role
from broadsheet.model.script import Script


def passages(reading: Reading) -> Iterator[str]:
    """Yield each passage: the number of its story, if it has one, its role and its text; kept lines are parted by slashes."""
    page = reading.page
    for n, story in enumerate(page.stories, 1):
        yield from (f"{n} {one.role} | {_text(one, reading)}" for one in story.passages())
    for one in (*page.teasers, *page.furniture, *page.unplaced):
        yield f"{one.role} | {_text(one, reading)}"


def doubts(reading: Reading) -> Iterator[str]:
    """Yield each doubt: its code, its line and its message."""
    yield from (f"doubt {one.code} in line {one.line}: {one.message}" for one in reading.said)


def _text(passage: Passage, reading: Reading) -> str:
    letters = " " if reading.source.script is Script.LETTERS else ""
    return (" / " if passage.role in {*LINES_KEPT, Role.TABLE} else letters).join(
        reading.source.slice(span) for span in passage.spans
    )
