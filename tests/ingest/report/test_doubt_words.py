"""What the run and the review report say of each doubt about a printed page: its kind, its line, its words, what to do."""

import re

import pytest

from tests.ingest.newsroom import Newsroom

HEAD = "小镇开办夜校\n本报记者 张三\n　　夜校昨晚开课，首批学员三十人走进教室。\n"
FOLIO_AMID = """小镇开办夜校
本报记者 张三
　　小镇的夜校昨晚开课，首批学员三十人走进了教室，课桌早已摆
2031年5月6日 星期二 第1版
好，灯也亮着；教室由旧粮仓改成，能坐五十人，灯光比别处亮。
　　教室由旧粮仓改成，能坐五十人，灯光比镇上任何一间屋子都亮。
"""
ANEW = "get the page anew, or mend the manuscript"
IF_MEANT = "nothing, unless it was meant"
MISPLACED = "see whether a line is missing or misplaced"
SPREAD = "小 镇 开 办 夜 校\n　　夜 校 昨 晚 开 课 ， 首 批 学 员 三 十 人 走 进 教 室 。\n"

Said = tuple[str, int, str, str]
PAGES: dict[str, tuple[str, Said]] = {
    "a folio line amid a paragraph": (
        FOLIO_AMID,
        ("taken-out", 4, "“2031年5月6日 星期二 第1版” was taken out of the paragraph around it", "如是正文"),
    ),
    "control characters": (
        HEAD + "　　教室\x01由\x02旧\x01粮仓改成。\n",
        (
            "unseen",
            4,
            "control characters do not reach the manuscript: 3 × U+0001, U+0002",
            "nothing, unless something is missing there",
        ),
    ),
    "a lost character": (
        HEAD + "　　教室由旧\ufffd粮仓改成。\n",
        ("lost-before", 4, "U+FFFD stands here: characters were lost before the page came", ANEW),
    ),
    "a character of one font": (
        HEAD + "　　教室由旧\ue000粮仓改成。\n",
        ("damaged", 4, "“U+E000” is a private-use character: its font alone knew what it shows", ANEW),
    ),
    "two boxes and a glyph number": (
        HEAD + "　　教室由旧□粮仓改成，□能坐(cid:123)五十人。\n",
        (
            "damaged",
            4,
            "“(cid:123)” is a glyph number instead of a character; “□” is an empty box instead of a character",
            ANEW,
        ),
    ),
    "text that was decoded wrongly": (
        HEAD + "　　教室由旧粮仓改成，æ•™å®¤ç”±æ—§ç²®ä»，能坐五十人。\n",
        ("damaged", 4, "“教室由旧粮仓改成，æ•™” is text that was decoded wrongly", ANEW),
    ),
    "a misprint": (
        HEAD + "　　夜里，为了为学员照明，镇里装了新灯。\n",
        ("misprint", 4, "“夜里，为了为学员照明” may be misprinted", "it stays as printed"),
    ),
    "a space that print sets": (
        HEAD + "　　教室能坐 50人。\n",
        ("space", 4, "“教室能坐 50人。” is set “教室能坐50人。”", "nothing, unless the space was meant"),
    ),
    "a quotation that does not end": (
        HEAD + "　　老师说：“灯很亮。\n",
        ("unpaired", 4, "“ and ” do not pair in “老师说：“灯很亮。…”", MISPLACED),
    ),
    "a text that does not end": (
        HEAD + "　　教室由旧粮仓改成，能坐五十人，大家都\n",
        ("no-end", 4, "the article ends in “坐五十人，大家都”", "look for its last lines"),
    ),
    "a jump to a page that has not come": (
        HEAD + "（下转第3版）\n",
        (
            "lost-jump",
            4,
            "“（下转第3版）” leads to page 3, which has not come",
            "look for the rest of the text on page 3",
        ),
    ),
    "a text without a headline": (
        "　　夜校昨晚开课，首批学员三十人走进教室。\n",
        ("no-headline", 1, "the article “夜校昨晚开课，首批学员三…” has no printed headline", "裁定"),
    ),
    "a line alone": ("小镇开办夜校\n", ("unplaced", 1, "“小镇开办夜校” has no place", "归入某篇")),
    "a page in spaced type": (
        SPREAD,
        ("repaired", 1, "a space stood between all hanzi; 23 were taken out down to line 2", IF_MEANT),
    ),
    "a radical in place of a hanzi": (
        HEAD + "　　教室由旧⼩粮仓改成。\n",
        (
            "repaired",
            4,
            "1 radical repaired: “　　教室由旧⼩粮仓改成。” is read “　　教室由旧小粮仓改成。”",
            IF_MEANT,
        ),
    ),
    "two ligatures in a long line": (
        HEAD + "　　The oﬃce ﬁnds 教室由旧粮仓改成，能坐五十人。\n",
        (
            "repaired",
            4,
            "2 ligatures repaired: “　　The oﬃce ﬁnds 教室由旧粮仓改成” is read “　　The office finds 教室由旧粮”",
            IF_MEANT,
        ),
    ),
}


@pytest.mark.parametrize(("text", "said"), PAGES.values(), ids=PAGES.keys())
def test_a_doubt_is_said_with_its_line_and_what_to_do(newsroom: Newsroom, text: str, said: Said) -> None:
    code, line, message, hint = said
    newsroom.page(text)
    assert f"1 {code}" in newsroom.ingest().out
    found = re.findall(r"第 (\d+) 行\n(.*)\n(.*)\n", newsroom.doubts())
    assert (str(line), message, hint) in found
