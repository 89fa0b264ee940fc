"""The demonstration paper as the press prints it, read from its first page to its last."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import serve
from tests.browser.test_reading import TOO_FAINT, box, overflow
from tests.theme.rendering import THEME

pytestmark = pytest.mark.browser

ROOT = THEME.parent
WITH_NOTE = "/2024-04-15/01/03/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's site, built in a folder of its own so that the project's output stays as it is."""
    folder = tmp_path_factory.mktemp("demonstration")
    shutil.copytree(ROOT / "content", folder / "content")
    for settings in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / settings, folder)
    (folder / "theme").symlink_to(THEME)
    subprocess.run(
        [Path(sys.executable).with_name("pelican"), "content", "-s", "pelicanconf.py"], cwd=folder, check=True
    )
    return folder / "output"


@pytest.fixture(scope="module")
def paper(built: Path) -> Iterator[str]:
    """The address of the demonstration."""
    yield from serve(built)


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def test_every_page_is_whole_fits_and_can_be_read(built: Path, paper: str, reader: Page) -> None:
    failed: list[str] = []
    reader.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    reader.on(
        "request", lambda request: None if request.url.startswith(paper) else failed.append(request.url)
    )
    files = [file.relative_to(built).as_posix() for file in built.rglob("*.html")]
    assert "index.html" in files
    for file in files:
        reader.set_viewport_size({"width": 320, "height": 900})
        reader.goto(f"{paper}/{file}", wait_until="networkidle")
        assert overflow(reader) == 0, file
        for scheme in ("light", "dark"):
            reader.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert reader.evaluate(TOO_FAINT) == [], f"{file}, {scheme}"
    assert failed == []


def test_every_link_inside_leads_somewhere(built: Path, paper: str, reader: Page) -> None:
    lost = set()
    for file in built.rglob("*.html"):
        reader.goto(f"{paper}/{file.relative_to(built).as_posix()}")
        paths = reader.locator("a[href]").evaluate_all("all => all.map(a => decodeURIComponent(a.pathname))")
        targets = (built / path.lstrip("/") for path in paths)
        lost |= {target for target in targets if not (target.is_file() or (target / "index.html").is_file())}
    assert lost == set()


def test_note_of_the_real_page_is_beside_its_text_and_before_it_on_a_phone(paper: str, reader: Page) -> None:
    reader.goto(paper + WITH_NOTE)
    note, text = box(reader, "aside"), box(reader, ".article-text")
    assert note["x"] + note["width"] <= text["x"]
    reader.set_viewport_size({"width": 360, "height": 900})
    note, text = box(reader, "aside"), box(reader, ".article-text")
    assert note["y"] + note["height"] <= text["y"]
