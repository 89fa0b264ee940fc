"""A survey of content/: which files there are, of which editions, and which entries no site can be made of."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest

from broadsheet.model.errors import PressError
from broadsheet.press.plan.survey import Stat, Survey, left_out, look_over, packed_stats, unpacked_stats

TAKE_OUT = "put the file or the folder itself there, or take this out"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def put(content: Path, path: str, size: int = 0, age: int = 1_700_000_000_123_456_789) -> Stat:
    """Write a file of `size` bytes, changed at `age`, and return its stat."""
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x" * size)
    os.utime(file, ns=(age, age))
    return path, size, age


def findings(content: Path) -> list[tuple[str, str, str, str]]:
    with pytest.raises(PressError) as caught:
        look_over(content)
    return [(found.code, found.path, found.message, found.hint) for found in caught.value.findings]


def test_each_file_is_listed_with_its_edition_its_size_and_its_age(content: Path) -> None:
    late = [put(content, "2024-04-16/01/01.md", 5)]
    early = [
        put(content, "2024-04-15/01/01.md", 3, 17),
        put(content, "2024-04-15/01/notes/图.png", 4),
        put(content, "2024-04-15/edition.yaml", 2),
    ]
    outside = [
        put(content, "2024-04-31/01/01.md", 1),  # no date
        put(content, "20240415/01.md", 1),
        put(content, "about.md", 7),
        put(content, "photos/2024-04-15/a.png"),
    ]
    for hidden in (".git/config", "2024-04-15/.draft.md", "2024-04-15/01/.cache/x", "photos/.a.png", ".b.md"):
        put(content, hidden)
    (content / "2024-04-17/01").mkdir(parents=True)  # an edition without files
    found = look_over(content)
    assert {date: unpacked_stats(stats) for date, stats in found.editions.items()} == {
        "2024-04-15": early,
        "2024-04-16": late,
    }
    assert list(found.editions) == ["2024-04-15", "2024-04-16"]
    assert found.outside == outside


Entry = os.DirEntry[str]


class Entries(list[Entry]):
    """What `os.scandir` finds, in a given order."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def scanned(monkeypatch: pytest.MonkeyPatch, change: Callable[[list[Entry]], list[Entry]]) -> None:
    """Let folders hold their entries as `change` makes them of the real ones."""
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: Entries(change(list(scandir(path)))))


@pytest.mark.parametrize("backwards", [False, True])
def test_files_come_in_the_order_of_their_paths_whatever_the_disk_says(
    content: Path, monkeypatch: pytest.MonkeyPatch, *, backwards: bool
) -> None:
    editions = [f"2024-04-{day}" for day in (14, 15, 16)]
    for folder in (*editions, "about", "photos"):
        for file in "abc":
            put(content, f"{folder}/{file}.md")
    scanned(monkeypatch, lambda found: sorted(found, key=lambda entry: entry.name, reverse=backwards))
    found = look_over(content)
    assert list(found.editions) == editions
    for date, stats in found.editions.items():
        assert [path for path, *_ in unpacked_stats(stats)] == [f"{date}/{file}.md" for file in "abc"]
    folders = ("about", "photos")
    assert [path for path, *_ in found.outside] == [f"{name}/{file}.md" for name in folders for file in "abc"]


def test_a_link_to_a_file_or_a_folder_of_pictures_in_content_is_sound(content: Path) -> None:
    _, size, age = put(content, "photos/a.png", 9)
    put(content, "2024-04-15/01/01.md")
    (content / "2024-04-15/01/b.png").symlink_to("../../photos/a.png")
    (content / "2024-04-15/photos").symlink_to("../photos")
    found = look_over(content)
    assert ("2024-04-15/01/b.png", size, age) in unpacked_stats(found.editions["2024-04-15"])
    assert not [path for path, *_ in unpacked_stats(found.editions["2024-04-15"]) if "/photos/" in path]


def test_entries_that_no_site_can_be_made_of_are_all_told(content: Path) -> None:
    put(content, "2024-04-15/01/01.md")
    put(content.parent, "secret.md")
    (content / "2024-04-15/01/02.md").mkdir()
    put(content, "photos/edition.yaml/a.png")
    (content / "2024-04-15/01/03.md").symlink_to("../../../secret.md")
    (content / "out").symlink_to("../secret.md")
    (content / "photos/pipe").mkdir()
    os.mkfifo(content / "photos/pipe/p")
    (content / "2024-04-16").symlink_to("2024-04-15")
    (content / "2024-04-15/02").symlink_to("01")
    told, folder = f"{content}/%s", "this is a folder, and a file belongs here"
    outside = f"this link leads to {content.parent}/secret.md, outside of {content}, and is not followed"
    unread = "this link to a folder is not followed, so what lies there would not be printed"
    assert sorted(findings(content)) == [
        ("bad-link", told % path, message, TAKE_OUT)
        for path, message in (
            ("2024-04-15/01/02.md", folder),
            ("2024-04-15/01/03.md", outside),
            ("2024-04-15/02", unread),
            ("2024-04-16", unread),
            ("out", outside),
            ("photos/edition.yaml", folder),
            ("photos/pipe/p", "this is neither a file nor a folder"),
        )
    ]


@pytest.mark.parametrize("name", [b"2024-04-15/01/\xff.md", b"2024-04-15/\xff/01.md", b"\xff.md"])
def test_a_name_that_is_no_text_is_told_with_its_bytes(content: Path, name: bytes) -> None:
    put(content, "2024-04-15/01/01.md")
    put(content, "about.md")
    put(content, os.fsdecode(name))
    assert findings(content) == [
        (
            "bad-name",
            f"{content}/{name.decode(errors='backslashreplace')}",
            "this name is not UTF-8, so it cannot be part of an address",
            "give the file, or the folder that it is in, another name",
        )
    ]


def test_a_file_that_goes_while_the_folder_is_read_counts_as_gone(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(content, "2024-04-15/01/01.md")
    put(content, "2024-04-15/01/02.md")

    def late(found: list[Entry]) -> list[Entry]:
        for entry in found:
            if entry.name == "02.md":
                Path(entry.path).unlink()
        return found

    scanned(monkeypatch, late)
    paths = [path for path, *_ in unpacked_stats(look_over(content).editions["2024-04-15"])]
    assert paths == ["2024-04-15/01/01.md"]


def test_files_are_left_out_of_editions_and_outside() -> None:
    one, two = ("2024-04-15/01/01.md", 1, 2), ("2024-04-15/01/02.md", 3, 4)
    alone, other = ("2024-04-14/01/01.md", 5, 6), ("2024-04-16/01/01.md", 7, 8)
    about, photo = ("about.md", 9, 10), ("2024-04-31/a.png", 11, 12)
    survey = Survey(
        {
            "2024-04-14": packed_stats([alone]),
            "2024-04-15": packed_stats([one, two]),
            "2024-04-16": packed_stats([other]),
        },
        [about, photo],
    )
    found = left_out(survey, {one[0], alone[0], about[0]})
    assert found == Survey(
        {"2024-04-15": packed_stats([two]), "2024-04-16": packed_stats([other])},
        [photo],
    )
    assert list(found.editions) == ["2024-04-15", "2024-04-16"]
    assert left_out(survey, {"2024-04-15/01/03.md"}) == survey


def test_stats_that_are_not_whole_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        unpacked_stats(b"a.md\x0012\x00")
