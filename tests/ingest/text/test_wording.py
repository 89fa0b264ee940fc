"""Lines → words: what a line's end means between hanzi, figures and letters."""

import pytest

from broadsheet.ingest.text.wording import word
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
