"""A build is one moment: whatever fails, readers see the old site or the new one, and the next build settles it."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from broadsheet.press import build_site
from broadsheet.press.files import twin
from broadsheet.proof.read.site_page import read_page
from tests.faults import KINDS, Disk, fail_each
from tests.press.project import CONF, PUBLISH, THEME

ARTICLE = "---\ntitle: {title}\nsection: {section}\nauthors: 张三\n---\n\n{title}的正文。\n"


def build() -> int:
    return build_site(publish=False)


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A paper that is built, after which an article was added, one changed, one deleted and one moved."""
    folder = tmp_path / "old"
    theme = getattr(request, "param", THEME)
    files = {"pelicanconf.py": f"{CONF}THEME = 'plain_theme'\n", "publishconf.py": PUBLISH}
    for order, title in enumerate(("甲", "乙", "丙"), 1):
        files[f"content/2024-05-01/01/{order:02d}.md"] = ARTICLE.format(title=title, section="要闻")
    for name, text in files.items():
        write(folder / name, text)
    (folder / "plain_theme").symlink_to(theme)
    monkeypatch.chdir(folder)
    monkeypatch.syspath_prepend(folder)
    assert build() == 0
    day = folder / "content/2024-05-01"
    write(day / "01/01.md", ARTICLE.format(title="甲改", section="副刊"))
    (day / "01/02.md").unlink()
    (day / "02").mkdir()
    (day / "01/03.md").rename(day / "02/01.md")
    write(folder / "content/2024-05-02/01/01.md", ARTICLE.format(title="丁", section="文化"))
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def digest(files: dict[str, bytes]) -> str:
    """Return the digest of a site: where two differ, pytest would take minutes to show how."""
    return hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()


def site(folder: Path) -> dict[str, bytes]:
    """Return what readers can get of the site."""
    output = folder / "output"
    found = (path for path in output.rglob("*") if ".broadsheet" not in path.parts)
    return {str(path.relative_to(output)): path.read_bytes() for path in found if path.is_file()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("is_first", [False, True], ids=["next", "first"])
def test_a_fault_at_any_operation_leaves_the_old_site_or_the_new_one(
    paper: Path,
    tmp_path: Path,
    kind: str,
    sparing: int,
    record_property: Callable[[str, object], None],
    *,
    is_first: bool,
) -> None:
    if is_first:
        shutil.rmtree(paper / "output")
        shutil.rmtree(paper / ".cache")
    old = site(paper)
    whole, *failed = fail_each(build, paper, tmp_path, Disk(kind), every=sparing)
    new = site(whole.folder)
    assert (whole.code, old == new) == (0, False)
    names = {digest(old): "old", digest(new): "new"}
    for operation, folder, code in failed:
        seen = names.get(digest(site(folder)), "mixed")
        assert (operation, seen) in {(operation, "new"), (operation, "new" if code == 0 else "old")}
        os.chdir(folder)
        assert (operation, build()) == (operation, 0)
        assert (operation, names.get(digest(site(folder)), "mixed")) == (operation, "new")
    assert len(failed) > 30
    record_property("faults", len(failed))


@pytest.mark.parametrize("paper", [THEME.parents[2] / "theme"], indirect=True, ids=["theme"])
def test_where_files_move_in_one_by_one_no_link_leads_nowhere_at_any_moment(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = 0
    replace, unlink = os.replace, Path.unlink

    def moved(path: str, target: str) -> None:
        nonlocal moments
        replace(path, target)
        if target.startswith("output/") and ".broadsheet" not in target:
            moments += 1
            assert dead_links(paper / "output") == [], target

    def removed(path: Path, *, missing_ok: bool = False) -> None:
        unlink(path, missing_ok=missing_ok)
        assert dead_links(paper / "output") == [], path

    monkeypatch.setattr(twin, "exchange", lambda *_: False)
    assert dead_links(paper / "output") == []
    monkeypatch.setattr(os, "replace", moved)
    monkeypatch.setattr(Path, "unlink", removed)
    assert build() == 0
    assert moments > 20


def dead_links(output: Path) -> list[tuple[str, str]]:
    """Return the links that lead nowhere from pages that readers come to from the front page."""
    waiting, seen, dead = ["index.html"], set(), []
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        for named in read_page(page, (output / page).read_text(encoding="utf-8")).named:
            target = unquote(urlsplit(named.target).path)
            if not target.startswith("/") or urlsplit(named.target).netloc:
                continue
            file = target.lstrip("/") + ("index.html" if target.endswith("/") else "")
            if not (output / file).is_file():
                dead.append((page, target))
            elif file.endswith(".html"):
                waiting.append(file)
    return dead
