"""A doubt about a line that shows where a story is puts the story under review; a doubt about any other line does not."""

import pytest

from broadsheet.ingest.report.doubts import stories_in_doubt
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

FIELDS = ("kicker", "headline", "deck", "byline", "text", "more", "closing", "caption")
STACK = {"kicker", "headline", "deck", "byline"}
PUTS_IN_DOUBT = {
    "headline-by-place": STACK | {"text", "more", "closing"},
    "named-otherwise": {"headline"},
    "list-of-links": {"text", "more", "closing"},
    "byline-by-place": STACK,
    "perhaps-one-story": {"text"},
    "closing-by-place": {"closing"},
    "caption-by-place": {"caption"},
    "close-break": set(),
}


def page() -> tuple[SourceText, PageReading]:
    """Return two stories, each field of which is a line: those of the first are lines 1 to 8."""
    source = SourceText.of("01.txt", "\n".join(f"第{n}行" for n in range(2 * len(FIELDS))))
    roles = {"text": Role.PARAGRAPH, "more": Role.PARAGRAPH}
    lines = iter(source.lines)
    stories = []
    for _ in range(2):
        at = {name: Passage(roles.get(name) or Role(name), (next(lines).span,)) for name in FIELDS}
        stack = {name: (at[name],) for name in ("kicker", "headline", "deck", "byline")}
        stories.append(
            Story(**stack, body=(at["text"], at["more"], at["closing"]), captions=(at["caption"],))
        )
    return source, PageReading(stories=tuple(stories))


def doubt(code: str, line: int) -> Finding:
    return Finding(code=code, path="01.txt", line=line, message="", hint="", severity=Severity.DOUBT)


@pytest.mark.parametrize(("code", "fields"), PUTS_IN_DOUBT.items(), ids=PUTS_IN_DOUBT.keys())
def test_a_story_is_in_doubt_by_its_own_lines(code: str, fields: set[str]) -> None:
    source, reading = page()
    for n, field in enumerate(FIELDS, 1):
        first, second = ({0}, {1}) if field in fields else (set(), set())
        assert stories_in_doubt(source, reading, [doubt(code, n)]) == first, field
        assert stories_in_doubt(source, reading, [doubt(code, n + len(FIELDS))]) == second, field


def test_doubts_add_up() -> None:
    source, reading = page()
    doubts = [doubt("named-otherwise", 10), doubt("caption-by-place", 8), doubt("named-otherwise", 3)]
    assert stories_in_doubt(source, reading, doubts) == {0, 1}
