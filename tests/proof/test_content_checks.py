"""inv lint over content/: each code fires on what it is for, and keeps still on a sound edition."""

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest
from PIL import Image

from broadsheet.model.limits import Limits
from broadsheet.proof import lint_project
from tests.proof.newsroom import DAY, EDITION, SETTINGS, SOUND, findings

PHOTO = "photos:\n  - {file: %s, caption: 教室, credit: 罗溪 摄, alt: 一间教室}\n"


def with_field(line: str) -> str:
    return SOUND.replace("title: 夜校开课\n", f"title: 夜校开课\n{line}")


CASES = {
    "unfinished": {"01/01.md": with_field("status: review\n")},
    "no-title": {"01/01.md": SOUND.replace("title: 夜校开课\n", "")},
    "no-text": {"01/01.md": SOUND.split("晚上", maxsplit=1)[0]},
    "early-correction": {"01/01.md": with_field("corrections:\n  - {date: 2031-05-01, text: 应为八点}\n")},
    "unpaired": {"01/01.md": SOUND.replace("晚上", "“晚上")},
    "unknown-author": {"01/01.md": SOUND.replace("authors: 罗溪", "authors: 秦岭")},
    "no-alt": {
        "01/01.md": with_field("photos:\n  - {file: a.svg}\n"),
        "01/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    },
    "same-address": {"01/01.md": SOUND, "01/01-yexiao.md": SOUND},
    "bad-path": {"01/01.md": SOUND, "notes.md": SOUND},
    "missing-photo": {"01/01.md": with_field(PHOTO % "gone.jpg")},
    "unused-picture": {"01/01.md": SOUND, "01/room.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"},
    "empty-page": {"01/01.md": SOUND, "edition.yaml": EDITION + "  2: {name: 文化}\n"},
    "unnamed-page": {"01/01.md": SOUND, "02/01.md": SOUND},
    "unknown-key": {"01/01.md": with_field("titel: 夜校\n")},
    "no-front-matter": {"01/01.md": "晚上七点。\n"},
}
DOUBTS = {
    "unfinished",
    "unpaired",
    "unknown-author",
    "no-alt",
    "unused-picture",
    "empty-page",
    "unnamed-page",
}


def project(root: Path, files: dict[str, str]) -> Path:
    for name, text in {"edition.yaml": EDITION, **files}.items():
        path = root / "content" / "2031-05-06" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("code", CASES)
def test_a_check_fires_on_what_it_is_for(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, CASES[code])
    found = findings(root / "content")
    assert {finding.code for finding in found} == {code}
    assert all(finding.path.startswith(str(tmp_path)) and finding.hint for finding in found)
    assert lint_project(root, SETTINGS) == (0 if code in DOUBTS else 1)
    assert code in capsys.readouterr().out


def test_a_sound_edition_passes(tmp_path: Path) -> None:
    files = {
        "01/01.md": with_field(PHOTO % "room.svg"),
        "01/room.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    root = project(tmp_path, files)
    assert not findings(root / "content")
    assert lint_project(root, SETTINGS) == 0


def test_every_mistake_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    bad = with_field("titel: 夜校\nstatus: reviw\n")
    root = project(tmp_path, {"01/01.md": bad, "01/02.md": bad})
    places = [finding.place.removeprefix(str(tmp_path)) for finding in findings(root / "content")]
    assert places == [
        f"/content/2031-05-06/01/{name}:{line}:{column}"
        for name in ("01.md", "02.md")
        for line, column in ((3, 1), (4, 1))
    ]


def test_a_text_that_is_too_large_or_no_file_is_told_and_not_read(tmp_path: Path) -> None:
    root = project(tmp_path, {"01/01.md": SOUND})
    folder = root / "content/2031-05-06/01"
    os.mkfifo(folder / "02.md")
    (folder / "03.md").touch()
    os.truncate(folder / "03.md", 10**12)  # a hole: it takes no room on the disk
    said = [(finding.code, finding.place) for finding in findings(root / "content")]
    assert said == [("bad-link", str(folder / "02.md")), ("too-large", f"{folder / '03.md'}:1:1")]
    small = Limits(manuscript=10, edition=10)
    places = {
        finding.path
        for finding in findings(root / "content", SETTINGS._replace(limits=small))
        if finding.code == "too-large"
    }
    assert places == {str(folder / "01.md"), str(folder / "03.md"), str(folder.parent / "edition.yaml")}


def test_an_edition_of_a_day_far_ahead_is_doubted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = project(tmp_path, {"01/01.md": SOUND}) / "content"
    for ahead, expected in ((31, []), (32, ["future-edition"])):
        found = findings(content, SETTINGS._replace(today=DAY - dt.timedelta(ahead)))
        assert [(f.code, f.path) for f in found] == [(code, str(content / "2031-05-06")) for code in expected]
    shutil.copytree(content / "2031-05-06", content / "9998-05-06")
    assert lint_project(tmp_path, SETTINGS) == 0
    assert "content/9998-05-06: doubt future-edition" in capsys.readouterr().out


def test_what_stands_in_a_file_s_place_is_told_beside_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "content/2031-05-06"
    (folder / "edition.yaml").mkdir(parents=True)
    (folder / "01").mkdir()
    (folder / "01/01.md").write_text(SOUND, encoding="utf-8")
    (folder / "01/02.md").symlink_to("nowhere.md")
    said = {(finding.code, finding.path) for finding in findings(tmp_path / "content")}
    assert said >= {
        ("unreadable", str(folder / "edition.yaml")),
        ("bad-link", str(folder / "01/02.md")),
    }


def test_picture_that_a_page_map_names_is_used_and_has_the_shape_of_the_page(tmp_path: Path) -> None:
    folder = tmp_path / "2031-05-06/01"
    folder.mkdir(parents=True)
    (folder / "01.md").write_text(SOUND, encoding="utf-8")
    (folder.parent / "edition.yaml").write_text(EDITION, encoding="utf-8")
    Image.new("RGB", (2, 3)).save(folder / "page.png")
    assert [finding.code for finding in findings(tmp_path) if finding.code != "small-picture"] == [
        "unused-picture"
    ]
    for height, expected in ((3, []), (2, ["page-shape"])):
        page_map = f"width: 2\nheight: {height}\npicture: page.png\n"
        (folder / "page.yaml").write_text(page_map, encoding="utf-8")
        assert [finding.code for finding in findings(tmp_path) if finding.code != "small-picture"] == expected
