import datetime as dt
from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.manuscript import read_edition
from broadsheet.manuscript.place import address_of, article_path, edition_folders
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
    with pytest.raises(ManuscriptError, match="not an address"):
        address_of(PurePath(path))


def test_an_edition_is_read_from_its_folder(tmp_path: Path) -> None:
    for name in ("2024-04-16", "2024-04-15", "photos"):
        (tmp_path / name).mkdir()
    (tmp_path / "2024-04-15/edition.yaml").write_text(
        "number: 8\npages:\n  01: {name: 要闻}\n  2:\n", "utf-8"
    )
    first, second = edition_folders(tmp_path)
    assert read_edition(first).facts.pages == {1: PrintPage(name="要闻"), 2: PrintPage()}
    assert (read_edition(first).facts.number, read_edition(second).facts.number) == (8, 0)
    with pytest.raises(ManuscriptError, match="named by its date"):
        read_edition(tmp_path / "photos")
