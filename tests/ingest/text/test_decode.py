"""Bytes of many an encoding: read right or refused, never guessed at and never patched."""

import pytest

from broadsheet.ingest.text.decode import decode
from broadsheet.model.errors import SourceError
from tests.ingest.newsroom import Newsroom

PLAIN = """小镇开办夜校
本报记者 张三
小镇的夜校昨晚开课，首批学员三十人走进了教室。
教室由旧粮仓改成，能坐五十人；学员当中，年纪最大的已经七十二岁。
"""
TRADITIONAL = """小鎮開辦夜校
本報記者 張三
小鎮的夜校昨晚開課，首批學員三十人走進了教室。
教室由舊糧倉改成，能坐五十人；學員當中，年紀最大的已經七十二歲。
"""
FRENCH = (
    "L'été dernier, les élèves de l'école du village étaient déjà prêts à réciter leurs leçons.\n"
    "Le préfet a été reçu à la mairie, où l'on avait élevé une estrade décorée de drapeaux.\n"
)
GERMAN = "Die „Neue Zeitung“ schreibt – nicht ohne Grund –, daß über den Straßenbau verhandelt wird.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (PLAIN, "utf-8"),
        (PLAIN, "utf-8-sig"),
        (PLAIN, "utf-16"),
        ("\ufeff" + PLAIN, "utf-16-be"),
        (PLAIN, "utf-32"),
        ("\ufeff" + PLAIN, "utf-32-be"),
        (PLAIN, "gb2312"),
        (PLAIN, "gbk"),
        (PLAIN + "㐀𠀀", "gb18030"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "big5"),
        (FRENCH, "latin-1"),
        (FRENCH + GERMAN, "cp1252"),
    ],
)
def test_each_encoding_gives_the_same_characters(text: str, encoding: str) -> None:
    assert decode("01.txt", text.encode(encoding)) == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("第一行\n第二".encode() + b"\xff\xfe\n", ("01.txt:2:", "byte 16 is not UTF-8")),
        (
            "第一行\n第二行".encode("utf-16")[:-1],
            (
                "01.txt:2:",
                "byte 14 is not UTF-16",
            ),
        ),
        ("一\n二".encode("utf-32") + b"\x00\x00\x11\x00", ("01.txt:2:", "byte 16 is not UTF-32")),
        (PLAIN.encode("gb18030")[:-3] + b"\xff\n", ("01.txt:4:", "GB18030")),
        ("第一行".encode("gbk"), ("byte 0 is not UTF-8", "GB18030 (“第一行”)")),
        (
            "Les élèves étaient prêts.".encode("latin-1"),
            ("01.txt:1:", "byte 4 is not UTF-8", "Windows-1252 (“Les él”)"),
        ),
        (FRENCH.encode() + b"\xe9t\xe9", ("01.txt:3:", "is not")),
        ((FRENCH + "Ðþ¶").encode("latin-1"), ("byte 4 is not",)),
        (PLAIN.encode("euc-jp", "ignore"), ("byte",)),
        (PLAIN.encode("utf-16-le"), ("01.txt:1:",)),
        ("一\0二".encode(), ("NUL",)),
    ],
)
def test_a_wrong_or_unsure_guess_names_the_byte_and_what_to_do(data: bytes, says: tuple[str, ...]) -> None:
    with pytest.raises(SourceError) as error:
        decode("01.txt", data)
    assert all(words in str(error.value) for words in says)
    assert "save the page as UTF-8" in str(error.value)


def test_an_old_encoding_leaves_no_trace(newsroom: Newsroom) -> None:
    newsroom.page(PLAIN.encode("gbk"))
    assert newsroom.ingest().code == 0
    assert newsroom.article(1).title == "小镇开办夜校"


def test_two_hanzi_that_are_utf_8_by_chance_are_no_mixture() -> None:
    page = f"{PLAIN}<li><a href='photo'>图片</a></li>\n"
    assert page.encode("gb18030").splitlines()[-1].decode("utf-8") != "<li><a href='photo'>图片</a></li>"
    assert decode("01.html", page.encode("gb18030")) == page


def test_lines_end_at_form_feeds_and_odd_spaces_are_no_text(newsroom: Newsroom) -> None:
    lines = PLAIN.splitlines()
    newsroom.page("\f".join(lines[:2]) + "\r\n\u3000\xa0\t\r\n" + "\r".join(lines[2:]) + "\f")
    assert newsroom.ingest().code == 0
    assert newsroom.article(1).body == "\n\n".join(lines[2:])


def test_a_control_character_is_left_out_and_said(newsroom: Newsroom) -> None:
    newsroom.page(PLAIN.replace("走进", "走\x07进\x1f"))
    assert newsroom.ingest().code == 0
    report = (newsroom.root / "raw/2031-05-06/01.review.html").read_text(encoding="utf-8")
    assert "U+0007, U+001F" in report
    assert "走进 了教室" in newsroom.article(1).body
