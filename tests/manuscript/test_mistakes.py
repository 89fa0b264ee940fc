"""An editor's mistake is told with path, line and column, and with what to do."""

from pathlib import Path, PurePath

import pytest

from broadsheet.manuscript import parse_article, read_article, read_edition
from broadsheet.model.errors import ManuscriptError

PATH = PurePath("content/2031-05-06/01/01.md")


def mistake(front: str) -> tuple[str, str]:
    with pytest.raises(ManuscriptError) as caught:
        parse_article(f"---\n{front}\n---\n\n正文。\n", PATH)
    finding = caught.value.findings[0]
    return finding.place.removeprefix(f"{PATH}:"), f"{finding.message} {finding.hint}"


@pytest.mark.parametrize(
    ("front", "place", "says"),
    [
        ("titel: 夜校", "2:1", "`title`"),
        ("title: 夜校\nphotos:\n  - fil: a.jpg", "4:5", "`file`"),
        ("status: reviw", "2:1", "`review`"),
        ("title_supplied: maybe", "2:1", "true or false"),
        ("corrections:\n  - {date: 2031-13-01, text: 应为八点}", "3:6", "2024-04-15"),
        ("corrections:\n  - text: 应为八点", "3:5", "date"),
        ("title: 夜校\ntitle: 夜校", "3:1", "twice"),
        ("title: &a 夜校\nkicker: *a", "2:8", ""),
        ("title: !!int 3", "2:8", ""),
        ("title: 夜校: 开课", "2:", ""),
        ("title: “夜校\n  kicker: 三版", "", ""),
        ("- title", "2:1", "key: value"),
    ],
)
def test_a_mistake_has_its_place_and_a_remedy(front: str, place: str, says: str) -> None:
    where, what = mistake(front)
    assert where.startswith(place)
    assert says in what
    assert what.strip()


def test_several_mistakes_are_told_together() -> None:
    with pytest.raises(ManuscriptError) as caught:
        parse_article("---\ntitel: 夜校\nstatus: reviw\ndeck: {a: b}\n---\n", PATH)
    assert [finding.line for finding in caught.value.findings] == [2, 3, 4]


@pytest.mark.parametrize("text", ["正文。\n", "---\ntitle: 夜校\n正文。\n", ""])
def test_a_missing_front_matter_is_said(text: str) -> None:
    with pytest.raises(ManuscriptError, match="front matter"):
        parse_article(text, PATH)


def test_words_that_yaml_would_read_as_numbers_and_no_stay_words() -> None:
    article = parse_article("---\ntitle: 1949\nsection: no\nkicker: 12:30\nsummary: 2031-05-06\n---\n", PATH)
    assert (article.title, article.section, article.kicker, article.summary) == (
        "1949",
        "no",
        "12:30",
        "2031-05-06",
    )


def test_a_deck_may_be_one_line_or_several() -> None:
    assert parse_article("---\ndeck: 一行\n---\n", PATH).deck == ("一行",)
    assert parse_article("---\ndeck: [一, 二]\n---\n", PATH).deck == ("一", "二")
    assert parse_article("---\ndeck:\n---\n", PATH).deck == ()


def test_a_file_with_a_byte_order_mark_and_windows_line_ends_is_read(tmp_path: Path) -> None:
    path = tmp_path / "2031-05-06" / "01" / "03-yexiao.md"
    path.parent.mkdir(parents=True)
    path.write_bytes("\ufeff---\r\ntitle: 夜校\r\n---\r\n\r\n一。\r\n\r\n二。\r\n".encode())
    manuscript = read_article(path)
    assert manuscript.address.href == "/2031-05-06/01/03/"
    assert (manuscript.article.title, manuscript.article.body) == ("夜校", "一。\n\n二。")


def test_bytes_that_are_not_utf_8_are_named(tmp_path: Path) -> None:
    path = tmp_path / "2031-05-06" / "01" / "01.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"---\ntitle: \xb0\xa1\n---\n")
    with pytest.raises(ManuscriptError, match=r"01\.md:2: .*byte 11 is not UTF-8"):
        read_article(path)


@pytest.mark.parametrize(
    "name", ["notes.md", "2031-05-06/1/01.md", "2031-02-30/01/01.md", "2031-05-06/01/1.md"]
)
def test_a_path_that_is_no_address_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("---\n---\n", encoding="utf-8")
    with pytest.raises(ManuscriptError, match="not an address"):
        read_article(path)


def test_edition_facts_are_read_and_their_mistakes_told(tmp_path: Path) -> None:
    folder = tmp_path / "2031-05-06"
    folder.mkdir()
    assert read_edition(folder).facts.number == 0
    (folder / "edition.yaml").write_text(
        "number: 12\npages:\n  1: {name: 要闻, section: 时政}\n", encoding="utf-8"
    )
    facts = read_edition(folder).facts
    assert (facts.number, facts.pages[1].name, facts.pages[1].section) == (12, "要闻", "时政")
    (folder / "edition.yaml").write_text("number: 十二\npages:\n  1: {nam: 要闻}\n", encoding="utf-8")
    with pytest.raises(ManuscriptError) as caught:
        read_edition(folder)
    assert [finding.line for finding in caught.value.findings] == [1, 3]
