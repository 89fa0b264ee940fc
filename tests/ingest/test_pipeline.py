"""The stages of a printed page: which ones a script has, what each leaves on record, and that no other state counts."""

import pytest

from broadsheet.ingest.pipeline import HANZI_STAGES, LETTER_STAGES, read_page
from broadsheet.ingest.stages import Draft, Stage
from broadsheet.lexicon.patterns import OF_SCRIPT, load_lexicon
from broadsheet.model.source import SourceText

HANZI = """小镇开办夜校
本报记者 张三
小镇的夜校昨晚开课，首批学员三十人走进了教室，课桌早已摆
好，灯也亮着；教室由旧粮仓改成，能坐五十人，灯光比别处亮。
老渡口停航
云溪江上的渡船昨日最后一次靠岸。张三 摄
"""
LETTERS = """THE NIGHT SCHOOL
The night school of the little town was opened yesterday evening, and thirty pu-
pils came into the room, which was a granary until the spring of this year.
JOHN SMITH.
"""


@pytest.mark.parametrize(("text", "stages"), [(HANZI, HANZI_STAGES), (LETTERS, LETTER_STAGES)])
def test_each_stage_of_the_script_leaves_the_draft_that_it_made(text: str, stages: tuple[Stage, ...]) -> None:
    source = SourceText.of("01.txt", text)
    reading = read_page(source)
    assert tuple(reading.record) == stages
    draft = Draft(source=source, lexicon=load_lexicon(OF_SCRIPT[source.script]))
    for stage, after in reading.record.items():
        assert stage(draft) == after
        draft = after
    assert draft.page == reading.page
    assert draft.lines == reading.lines
    assert reading.page.stories


def test_a_stage_changes_no_draft_on_record() -> None:
    record = read_page(SourceText.of("01.txt", HANZI)).record
    first, *_, last = record.values()
    assert first.pieces == last.pieces
    assert (first.lines, first.blocks, first.page.stories) == ((), (), ())
    assert last.lines
    assert last.blocks
