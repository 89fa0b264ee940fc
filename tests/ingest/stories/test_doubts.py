"""What a doubt about a page says: where, what may be otherwise, and what to do."""

import pytest

from broadsheet.ingest.pipeline import read_page
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.source import SourceText
from tests.ingest.stories.test_make_up import CLOCK, LIBRARY, lines

BOOKS, TOWER = "三千册书上了盘山路", "钟楼重新报时"
LOOK = "look at the printed page"
PUBLISH = "look at the printed page; if it is right, publish the article"
LETTERS = """\
Nothing but rain
Peter Miller
The town opened its new library on Main
Street on Saturday with a parade, two bands
and free ice cream for every child.
The budget
The council turned down the budget on Monday
night by six votes to three.
"""


def doubt(code: str, line: int, message: str, hint: str = LOOK) -> Finding:
    return Finding(code=code, path="01.txt", line=line, message=message, hint=hint, severity=Severity.DOUBT)


@pytest.mark.parametrize(
    ("page", "doubts"),
    [
        (
            lines(BOOKS, "老渔夫", LIBRARY),
            [doubt("byline-by-place", 2, "“老渔夫” is read as byline, by its place alone")],
        ),
        (
            lines(BOOKS, LIBRARY[:2], "临江县图书馆 2031年5月6日", TOWER, CLOCK[:2]),
            [
                doubt(
                    "closing-by-place",
                    9,
                    "“临江县图书馆 2031年5月6日” is read as the end of the text above, by its place alone",
                )
            ],
        ),
        (
            lines(BOOKS, LIBRARY[:1], "孩子们在车旁挑书，司机在一旁修", "车，喇叭响了三声。", "罗溪 摄", LIBRARY[1:]),
            [doubt("caption-by-place", 6, "“孩子们在车旁挑书，司机在一旁修” is read as a caption, by its place alone")],
        ),
        (
            lines(BOOKS, LIBRARY[:2], "今日气象", "云海漫过山头。罗溪 摄", TOWER, CLOCK[:2]),
            [
                doubt("perhaps-one-story", 12, "“临江老城的钟楼昨天正午敲响了十二” begins a story, but not surely"),
                doubt("caption-by-place", 10, "“云海漫过山头。” may belong to the line “今日气象” above it"),
            ],
        ),
        (
            lines(BOOKS, LIBRARY[:1], "文化", LIBRARY[1:]),
            [doubt("subhead-by-place", 6, "“文化” is read as subhead, and may belong to the page")],
        ),
        (
            lines("手艺", LIBRARY),
            [
                doubt(
                    "headline-by-place",
                    1,
                    "“手艺” may be a headline, a subhead or text; only its place shows which",
                    PUBLISH,
                )
            ],
        ),
        (
            lines(BOOKS, LIBRARY, CLOCK),
            [doubt("perhaps-two-stories", 13, "“临江老城的钟楼昨天正午敲响了十二” goes on with the story above, but not surely")],
        ),
        (
            LETTERS,
            [
                doubt("byline-by-place", 2, "“Peter Miller” is read as byline, by its place alone"),
                doubt("perhaps-one-story", 7, "“The council turned down ” begins a story, but not surely"),
                doubt(
                    "headline-by-place",
                    1,
                    "“Nothing but rain” may be a headline, a subhead or text; only its place shows which",
                    PUBLISH,
                ),
            ],
        ),
    ],
)  # fmt: skip
def test_a_doubt_says_where_what_and_what_to_do(page: str, doubts: list[Finding]) -> None:
    assert list(read_page(SourceText.of("01.txt", page)).said) == doubts
