"""The printed page in the review report: its picture, and its lines with their stories and doubts."""

from broadsheet.ingest.reading import Facsimile
from broadsheet.ingest.report.facsimile import OutlinedLine, shown_page
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.marks import Frame
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

SOURCE = SourceText.of("01.pdf", "第一篇\n第一段。\n第二篇的一段。\n报眉")
LINES = [line.span for line in SOURCE.lines]
FRAMES = {n: Frame(0, 10 * n, 100, 10 * n + 9) for n in range(1, 5)}


def reading() -> PageReading:
    first = Story(
        headline=(Passage(Role.HEADLINE, (LINES[0],)),), body=(Passage(Role.PARAGRAPH, (LINES[1],)),)
    )
    second = Story(body=(Passage(Role.PARAGRAPH, (LINES[2],)),))
    return PageReading(stories=(first, second), furniture=(Passage(Role.FURNITURE, (LINES[3],)),))


def facsimile(picture: str, files: dict[str, bytes]) -> Facsimile:
    return Facsimile(width=100, height=80, frames=FRAMES, pictures=(), files=files, picture=picture)


def test_each_line_is_outlined_with_its_story_and_its_doubts() -> None:
    doubts = [
        Finding(code="no-end", path="01.pdf", line=line, message="", hint="", severity=Severity.DOUBT)
        for line in (3, 2, 3)
    ]
    page = shown_page(facsimile("", {}), SOURCE, reading(), doubts)
    assert (page.width, page.height) == (100, 80)
    assert page.lines == (
        OutlinedLine(1, FRAMES[1], 1, ()),
        OutlinedLine(2, FRAMES[2], 1, (2,)),
        OutlinedLine(3, FRAMES[3], 2, (1, 3)),
        OutlinedLine(4, FRAMES[4], 0, ()),
    )


def test_the_picture_is_in_the_report_itself() -> None:
    files = {"page.webp": b"abc", "01-1.jpg": b"photo"}
    page = shown_page(facsimile("page.webp", files), SOURCE, reading(), [])
    assert page.picture == "data:image/webp;base64,YWJj"


def test_a_page_without_a_picture_has_none() -> None:
    for found in (facsimile("", {}), facsimile("page.webp", {})):
        assert shown_page(found, SOURCE, reading(), []).picture == ""
