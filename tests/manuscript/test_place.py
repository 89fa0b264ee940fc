import datetime as dt
from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.manuscript import read_edition
from broadsheet.manuscript.place import (
    address_of,
    article_number,
    article_path,
    bad_name,
    edition_folders,
    page_address,
)
from broadsheet.model.address import Address
from broadsheet.model.edition import PrintPage
from broadsheet.model.errors import ManuscriptError


@given(st.dates(max_value=dt.date(9998, 12, 31)), st.integers(1, 10**4), st.integers(1, 10**4))
def test_path_and_address_are_two_forms_of_one_thing(date: dt.date, page: int, order: int) -> None:
    address = Address(date, page, order)
    assert address_of(article_path(address)) == address


def test_words_after_the_order_are_for_people() -> None:
    path = PurePath("content/2024-04-15/01/03-为民办实事-20年.md")
    assert address_of(path).href == "/2024-04-15/01/03/"


@pytest.mark.parametrize(
    "path",
    [
        "03.md",
        "01/03.md",
        "2024-04-15/1/03.md",
        "2024-04-15/01/3.md",
        "2024-04-15/001/03.md",  # 001 would be another path of page 1
        "2024-04-15/01/003.md",
        "2024-04-15/00/03.md",
        "2024-04-15/01/00.md",
        "2024-04-15/01/123456.md",  # with twenty digits it was an OverflowError of the press
        "2024-04-15/０１/03.md",
        "2024-04-31/01/03.md",
        "9999-12-31/01/03.md",  # its calendar was an OverflowError
        "2024-4-15/01/03.md",
        "2024-04-15/01/03words.md",
        "2024-04-15/01/03.markdown",
    ],
)
def test_any_other_path_is_refused(path: str) -> None:
    with pytest.raises(ManuscriptError) as caught:
        address_of(PurePath(path))
    assert str(caught.value) == (
        f"{path}: error bad-path: this path is not an address\n"
        "    → name it content/<year-month-day>/<page>/<order>.md, for example content/2024-04-15/01/03.md"
    )


def test_an_edition_is_read_from_its_folder(tmp_path: Path) -> None:
    for name in ("2024-04-16", "2024-04-15", "photos"):
        (tmp_path / name).mkdir()
    (tmp_path / "2024-04-15/edition.yaml").write_text(
        "number: 8\npages:\n  01: {name: 要闻}\n  2:\n", "utf-8"
    )
    first, second = edition_folders(tmp_path)
    assert read_edition(first).facts.pages == {1: PrintPage(name="要闻"), 2: PrintPage()}
    assert (read_edition(first).facts.number, read_edition(second).facts.number) == (8, 0)
    with pytest.raises(ManuscriptError) as caught:
        read_edition(tmp_path / "photos")
    assert str(caught.value) == (
        f"{tmp_path / 'photos'}: error bad-path: an edition's folder must be named by its date\n"
        "    → name it like 2024-04-15"
    )


def test_the_number_of_an_article_is_in_its_name() -> None:
    names = ["03.md", "12-words.md", "3.md", "003.md", "03.txt", "photo.jpg"]
    assert [article_number(name) for name in names] == [3, 12, 0, 0, 0, 0]


def test_a_page_map_knows_its_page() -> None:
    page = Address(dt.date(2024, 4, 15), 12)
    assert page_address(PurePath("content/2024-04-15/12/page.yaml")) == page
    assert page_address(PurePath("2024-04-15/12/page.yaml")) == page
    for path in (
        "2024-04-15/12/edition.yaml",
        "2024-04-15/1/page.yaml",
        "12/page.yaml",
        "photos/12/page.yaml",
    ):
        assert page_address(PurePath(path)) is None


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("2024-04-15/01/03-words.md", ""),
        ("photos/汉字 auxiliary.jpg", ""),
        ("photos/a\nb.jpg", "its name holds U+000A, which nobody can read"),
        ("photos/a\tb.jpg", "its name holds U+0009, which nobody can read"),
        ("photos/a\ufffdb.jpg", "its name holds U+FFFD, which nobody can read"),
        ("photos/a\u202eb.jpg", "its name holds U+202E, which nobody can read"),
        ("photos/a\u2067b.jpg", "its name holds U+2067, which nobody can read"),
        ("photos/aux", "`aux` is the name of a device to Windows, which cannot hold such a file"),
        ("CON.d/a.jpg", "`CON.d` is the name of a device to Windows, which cannot hold such a file"),
        ("com1.jpg", "`com1.jpg` is the name of a device to Windows, which cannot hold such a file"),
    ],
)
def test_a_name_that_nobody_can_read_or_windows_cannot_hold_is_told(path: str, problem: str) -> None:
    assert bad_name(path) == problem
