"""How much an encoding must have for itself before it is taken, and what is said of one that is refused."""

import pytest

from broadsheet.ingest.text.decode import decode, decode_html
from broadsheet.model.errors import SourceError

HEAD = '<meta charset="{}"><p>{}</p>'
SCHOOL = "小镇的夜校昨晚开课，首批学员三十人走进了教室。"
TOWN = "小鎮的夜校昨晚開課，首批學員三十人走進了教室。"


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("gb2312", "gb18030", SCHOOL),
        ("GBK", "gb18030", "开课"),  # too short to be guessed
        ("gb18030", "gb18030", SCHOOL + "㐀𠀀"),
        ("big5", "big5hkscs", "開課"),
        ("gb2312", "utf-8", SCHOOL),  # declared wrongly
        ("big5", "gb18030", SCHOOL),  # bytes that are no Big5
        ("utf-8", "gb18030", SCHOOL * 3),
        ("shift_jis", "utf-8", SCHOOL),
    ],
)
def test_a_web_page_is_read_in_its_declared_encoding_where_that_fits(
    declared: str, encoding: str, text: str
) -> None:
    page = HEAD.format(declared, text)
    assert decode_html("01.html", page.encode(encoding)) == page


@pytest.mark.parametrize("attribute", ["charset=gbk", "CharSet = 'gbk'", 'charset= "gbk"'])
def test_the_declaration_has_many_forms(attribute: str) -> None:
    page = f"<meta {attribute}><p>开课</p>"
    assert decode_html("01.html", page.encode("gbk")) == page


def test_a_declaration_far_down_the_page_is_none() -> None:
    page = f"{' ' * 4096}<meta charset=gbk>开课"
    assert decode_html("01.html", page[1:].encode("gbk")[:4096] + b"<p>") == page[1:4097] + "<p>"
    with pytest.raises(SourceError, match="the page may be"):
        decode_html("01.html", page.encode("gbk"))


def test_a_web_page_with_a_nul_is_refused_at_its_line() -> None:
    with pytest.raises(SourceError, match=r"01.html:2: error bad-bytes: the page holds a NUL character"):
        decode_html("01.html", "<meta charset=gbk>开\n课\0".encode("gbk"))


def western(letters: int, lone: int = 0) -> bytes:
    """Return Windows-1252 with so many accented letters inside words, and so many alone."""
    return " ".join(["née"] * letters + ["à"] * lone).encode("cp1252")


@pytest.mark.parametrize(("letters", "lone"), [(16, 0), (18, 2), (30, 3)])
def test_western_letters_in_words_are_windows_1252(letters: int, lone: int) -> None:
    assert decode("01.txt", western(letters, lone)) == western(letters, lone).decode("cp1252")


@pytest.mark.parametrize(("letters", "lone"), [(15, 0), (17, 2), (8, 30)])
def test_few_western_letters_or_many_alone_are_refused(letters: int, lone: int) -> None:
    with pytest.raises(SourceError, match="byte"):
        decode("01.txt", western(letters, lone))


@pytest.mark.parametrize("mark", "¼°§«»—\xa0")
def test_marks_of_western_print_are_windows_1252(mark: str) -> None:
    assert decode("01.txt", western(16) + mark.encode("cp1252")).endswith(mark)


@pytest.mark.parametrize("mark", "¤¦Ð÷×")
def test_other_marks_are_no_western_print(mark: str) -> None:
    with pytest.raises(SourceError, match="byte"):
        decode("01.txt", western(16) + mark.encode("cp1252"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            f"{SCHOOL}\n".encode() + f"{SCHOOL}\n".encode("gbk"),
            "01.txt:2: error bad-bytes: this line is not UTF-8, and other lines are: the file mixes encodings",
        ),
        (
            f"{SCHOOL}\n".encode("gbk") + b"plain\n" + f"{SCHOOL}\n".encode(),
            "01.txt:3: error bad-bytes: this line is UTF-8, and lines above it are not: the file mixes encodings",
        ),
        (
            f"plain\n{SCHOOL}\n".encode() + b"plain\n" + "夜校的灯\n".encode("gbk"),
            "01.txt:4: error bad-bytes: this line is not UTF-8, and other lines are: the file mixes encodings",
        ),
        (
            "à la fin de l’été\n".encode() + "née à la fin de l'été\n".encode("cp1252"),
            "01.txt:2: error bad-bytes: this line is not UTF-8, and other lines are: the file mixes encodings",
        ),
        (
            "开课".encode("gbk"),
            "01.txt:1: error bad-bytes: byte 0 is not UTF-8, and the page may be Big5 (“羲諺”) or GB18030 (“开课”)",
        ),
        (
            "plain\nnée".encode("cp1252"),
            "01.txt:2: error bad-bytes: byte 7 is not UTF-8, and the page may be Windows-1252 (“plain ”) or Big5 (“plain ”) or GB18030 (“plain ”)",
        ),
        (
            SCHOOL.encode("gbk") + b"\n\xff\xff",
            "01.txt:2: error bad-bytes: byte 47 is not GB18030, nor any other encoding known here",
        ),
        ("一\n二\0".encode(), "01.txt:2: error bad-bytes: the page holds a NUL character: it is not text"),
        (b"\xef\xbb\xbf\xe4\xb8\x80\n\xff", "01.txt:2: error bad-bytes: byte 7 is not UTF-8"),
    ],
)
def test_what_is_said_of_bytes_that_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(SourceError) as error:
        decode("01.txt", data)
    assert str(error.value) == f"{said}\n    → save the page as UTF-8; no character is guessed"


@pytest.mark.parametrize(("line", "mixes"), [("seven: né", False), ("eleven: né", True)])
def test_a_short_line_may_be_utf_8_by_chance(line: str, mixes: bool) -> None:
    data = f"{SCHOOL}\n".encode("gbk") + f"{line}\n".encode()
    if mixes:
        with pytest.raises(SourceError, match="this line is UTF-8, and lines above it are not"):
            decode("01.txt", data)
    else:
        assert decode("01.txt", data).startswith(SCHOOL)
