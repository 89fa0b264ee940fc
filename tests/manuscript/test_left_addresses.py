"""What addresses.yaml says of addresses that were left: written, then read, it is the same."""

import datetime as dt
from pathlib import Path

from broadsheet.manuscript.records.addresses_file import read_left_addresses
from broadsheet.manuscript.writer import left_addresses_text
from broadsheet.model.left_addresses import LeftAddresses, Move, Withdrawal

LEFT = LeftAddresses(
    moved=(
        Move(address="/2024-04-15/01/03/", to="/2024-04-15/01/04/"),
        Move(address="/2024-04-15/01/05/", to="/archive/版.面/a../"),
    ),
    withdrawn=(Withdrawal(address="/2024-04-15/02/01/", date=dt.date(2024, 5, 1), text="误刊。"),),
)
TEXT = """\
# Addresses that readers had. Made by inv move, inv withdraw and inv publish; edit it with care.
moved:
- {address: /2024-04-15/01/03/, to: /2024-04-15/01/04/}
- {address: /2024-04-15/01/05/, to: /archive/版.面/a../}
withdrawn:
- {address: /2024-04-15/02/01/, date: '2024-05-01', text: 误刊。}
"""


def test_what_was_left_comes_back_with_the_place_of_each_entry(tmp_path: Path) -> None:
    assert left_addresses_text(LEFT) == TEXT
    path = tmp_path / "addresses.yaml"
    path.write_text(TEXT, encoding="utf-8")
    located = read_left_addresses(tmp_path)
    assert (located.left, located.path) == (LEFT, str(path))
    assert located.place_of("/2024-04-15/01/05/") == (4, 4)
    assert located.place_of("/2024-04-15/02/01/") == (6, 4)


def test_an_address_to_which_another_moved_is_told_at_its_own_entry(tmp_path: Path) -> None:
    (tmp_path / "addresses.yaml").write_text(
        "moved:\n- {address: /a/, to: /b/}\n- {address: /b/, to: /c/}\n", encoding="utf-8"
    )
    assert read_left_addresses(tmp_path).place_of("/b/") == (3, 4)


def test_without_the_file_nothing_was_left(tmp_path: Path) -> None:
    located = read_left_addresses(tmp_path)
    assert located == (LeftAddresses(), str(tmp_path / "addresses.yaml"), {})
