"""inv lint over output/: what a reader would meet as a dead link, a missing picture or a broken page."""

from pathlib import Path

import pytest

from broadsheet.proof import lint_project
from tests.proof.newsroom import SETTINGS

PAGE = (
    '<!doctype html><html lang="zh-Hans"><head><title>报</title>'
    '<link rel="stylesheet" href="/paper/theme/paper.css"></head><body><h1>报</h1>%s</body></html>'
)
FAULTS = {
    "site-link": '<a href="/paper/gone/">去年</a>',
    "site-origin": '<img src="https://example.org/a.png" alt="">',
    "site-h1": "<h1>又一个</h1>",
    "site-id": '<p id="a"></p><p id="a"></p>',
    "site-mark": "<p>{{ title }}</p>",
}
SOUND = (
    '<a href="/paper/">报</a><a href="#a">下</a><p id="a"></p><a href="2031-05-06/">今日</a>'
    '<a href="/paper/2031-05-06/#a">注</a><a href="https://example.org/">别处</a><pre>{{ title }}</pre>'
)


def site(root: Path, body: str) -> Path:
    for name in ("index.html", "2031-05-06/index.html"):
        path = root / "output" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE % ('<p id="a"></p>' if "/" in name else body), encoding="utf-8")
    (root / "output" / "theme").mkdir()
    (root / "output" / "theme" / "paper.css").write_text("", encoding="utf-8")
    return root


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_found(code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint_project(site(tmp_path, FAULTS[code]), SETTINGS) == 1
    said = capsys.readouterr().out
    assert f"error {code}" in said
    assert "lint: 1 error," in said


def test_a_sound_site_passes_under_its_own_path(tmp_path: Path) -> None:
    assert lint_project(site(tmp_path, SOUND), SETTINGS) == 0


def test_what_a_refused_build_left_aside_is_no_page(tmp_path: Path) -> None:
    aside = site(tmp_path, SOUND) / "output/.broadsheet/stage/index.html"
    aside.parent.mkdir(parents=True)
    aside.write_text("<p>", encoding="utf-8")
    assert lint_project(tmp_path, SETTINGS) == 0


def test_a_link_out_of_the_site_s_path_is_dead(tmp_path: Path) -> None:
    assert lint_project(site(tmp_path, '<a href="/">根</a>'), SETTINGS) == 1


def test_a_page_that_is_not_utf_8_is_looked_at_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("index.html", "theme/paper.css"):
        (site(tmp_path / name, "") / "output" / name).write_bytes(b"\xff\xfe")
        assert lint_project(tmp_path / name, SETTINGS) in (0, 1)
    assert "output/index.html: error site-title" in capsys.readouterr().out
