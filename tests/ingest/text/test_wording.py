"""Lines → words: what a line's end means between hanzi, figures and letters."""

import pytest

from broadsheet.ingest.text.wording import SpaceChange, space_changes, word
from broadsheet.model.page_reading import Passage, Role
from broadsheet.model.source import SourceText


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("转型\n升级", "转型升级"),
        ("共产出20\n24件", "共产出2024件"),
        ("来自Internet\nArchive的", "来自Internet Archive的"),
        ("il fut dit,\nhier, que", "il fut dit, hier, que"),
        ("am Sonn-\nabend", "am Sonn-abend"),
        ("à la fin\n« demain »", "à la fin « demain »"),
        ("产值达\n9.5亿元", "产值达9.5亿元"),
        ("由ABC\n公司", "由ABC公司"),
    ],
)
def test_a_line_s_end_parts_words_of_letters_alone(raw: str, text: str) -> None:
    source = SourceText.of("01.txt", raw)
    passage = Passage(Role.PARAGRAPH, tuple(line.span for line in source.lines))
    assert word(source, passage) == text


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("去年 10 月", [SpaceChange(2, "去年 10 月", "去年10月"), SpaceChange(5, "去年 10 月", "去年10月")]),
        (
            "学员三十人走进了 12 间教室，人人都到齐了",
            [
                SpaceChange(8, "三十人走进了 12 间教室", "三十人走进了12间教室"),
                SpaceChange(11, "走进了 12 间教室，人人", "走进了12间教室，人人"),
            ],
        ),
        (
            "产值增长 5%　的",
            [
                SpaceChange(4, "产值增长 5%　的", "产值增长5%的"),
                SpaceChange(7, "值增长 5%　的", "值增长5%的"),
            ],
        ),
        ("小镇 的夜校 A 班", []),
    ],
)
def test_each_space_that_is_closed_up_is_told_with_the_words_around_it(
    line: str, changes: list[SpaceChange]
) -> None:
    source = SourceText.of("01.txt", line)
    assert list(space_changes(source, source.lines[0].span)) == changes
