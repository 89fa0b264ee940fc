"""Texts from one script to the other: by phrase, with the words of a region, names and quotations kept."""

import pytest
from babel.messages.pofile import read_po

from broadsheet.press.paper.almanac import language_of
from broadsheet.press.paper.message_catalogues import OUR_WORDS, THEME_WORDS, same_messages
from broadsheet.press.paper.scripts import other_script
from broadsheet.press.scripts.texts import TextConverter
from tests.theme.rendering import THEME


def converter(other: str, own: str = "zh-Hans", names: dict[str, str] | None = None) -> TextConverter:
    script = other_script([own, other], own)
    assert script
    return TextConverter(script, names or {}, {})


@pytest.mark.parametrize(
    ("own", "other", "text", "expected"),
    [
        ("zh-Hans", "zh-Hant", "皇后在后面，头发发白", "皇后在後面，頭髮發白"),
        ("zh-Hans", "zh-Hant", "打印机和软件", "打印機和軟件"),
        ("zh-Hans", "zh-Hant-TW", "打印机和软件", "印表機和軟體"),
        ("zh-Hans", "zh-Hant-HK", "台湾的里面", "台灣的裏面"),
        ("zh-Hant", "zh-Hans", "皇后在後面，頭髮發白", "皇后在后面，头发发白"),
        ("zh-Hant-TW", "zh-Hans", "印表機和軟體", "打印机和软件"),
    ],
)
def test_phrases_and_the_words_of_a_region(own: str, other: str, text: str, expected: str) -> None:
    assert converter(other, own).converted(text) == expected


@pytest.mark.parametrize("marks", ["“”", "「」", "『』", "《》", "〈〉"])
def test_in_quotation_and_title_marks_no_word_is_replaced(marks: str) -> None:
    said = converter("zh-Hant-TW").converted(f"软件{marks[0]}软件世界{marks[1]}软件")
    assert said == f"軟體{marks[0]}軟件世界{marks[1]}軟體"


def test_names_are_as_the_paper_says_inside_of_quotes_too() -> None:
    names = {"范文澜": "范文瀾", "范文": "範文", "人民日报": "人民日报", "A&B": "C<D"}
    convert = converter("zh-Hant", names=names).converted
    assert convert("范文澜读范文，《人民日报》发。") == "范文瀾讀範文，《人民日报》發。"
    assert convert("后A&amp;B") == "後C&lt;D"


def test_no_part_of_a_reference_is_a_name() -> None:
    names = {"amp": "安培", "q": "丘", "“后”": "“后”", 'a"后': 'a"后'}
    convert = converter("zh-Hant", names=names).converted
    assert convert('后&amp;amp&quot;q&#34;“后”a"后&后amp;') == '後&amp;安培&quot;丘&#34;“后”a"后&後安培;'


def test_words_of_the_catalogues_are_those_of_the_other_catalogue() -> None:
    own, other = language_of("zh-Hans"), language_of("zh-Hant")
    said = dict(same_messages(THEME / THEME_WORDS, own, other))
    assert said["阅读设置"] == "閱讀設定"
    assert dict(same_messages(OUR_WORDS, own, other))["检索"] == "檢索"
    with (THEME / THEME_WORDS / "zh-Hant.po").open("rb") as lines:
        texts = {str(message.string) for message in read_po(lines) if message.id and not message.pluralizable}
    assert {text for text in texts if "%" not in text} == set(said.values())
