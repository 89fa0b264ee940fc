"""Golden pages: `in/` holds raw pages (and rulings), `golden/` what ingest makes of them. A new folder is a new test.

`golden/review/` holds the words of the review report; `golden/explained.txt`, where a page has one, what `inv ingest
--explain` says of each line.

pytest tests/ingest/golden --rewrite-goldens
"""

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from broadsheet.ingest.text.raw_files import find_raw_pages
from tests.ingest.golden_files import compare
from tests.ingest.newsroom import Newsroom

HERE = Path(__file__).parent
PAGES = sorted(folder.name for folder in HERE.iterdir() if (folder / "in").is_dir())
EXPLAINED = sorted(path.parents[1].name for path in HERE.glob("*/golden/explained.txt"))
FOLDERS = ("content", "neutral", "review")
TEXT = {".json", ".md", ".txt", ".yaml"}  # pictures of pages are drawn with the fonts of the machine


def made_of(folder: Path, root: Path) -> Newsroom:
    """Ingest `folder`/in in a new project at `root`, once into content/ and once into neutral/; read the reports."""
    shutil.copytree(folder / "in", root, dirs_exist_ok=True)
    newsroom = Newsroom(root)
    for json_dir in ("", "neutral"):
        run = newsroom.ingest(json_dir=json_dir)
        assert run.code == 0, run.err
    for report in root.glob("raw/*/*.review.html"):
        name = report.relative_to(root / "raw").with_suffix(".txt").as_posix()
        newsroom.file(f"review/{name}", words(report.read_text(encoding="utf-8")))
    return newsroom


def words(report: str) -> str:
    """Return the words of a review report, each text of it in a line of its own."""
    page = BeautifulSoup(report, "html.parser").body
    assert page is not None
    return "".join(f"{text}\n" for text in page.stripped_strings)


def texts(newsroom: Newsroom, folder: str) -> dict[str, str]:
    """Return the text of each file below `folder`."""
    files = newsroom.files(folder)
    return {path: data.decode() for path, data in files.items() if Path(path).suffix in TEXT}


def explained(newsroom: Newsroom) -> str:
    """Return what `inv ingest --explain` says of each raw page."""
    with newsroom.open():
        pages = find_raw_pages([Path("raw")])
    return "".join(newsroom.explain(page.as_posix()) for page in pages)


@pytest.mark.parametrize("name", PAGES)
def test_golden_page(name: str, tmp_path: Path, *, rewrites: bool) -> None:
    golden = HERE / name / "golden"
    newsroom = made_of(HERE / name, tmp_path)
    if rewrites:
        for folder in FOLDERS:
            shutil.rmtree(golden / folder, ignore_errors=True)
            for path, text in texts(newsroom, folder).items():
                Newsroom(golden).file(f"{folder}/{path}", text)
    for folder in FOLDERS:
        assert texts(newsroom, folder) == texts(Newsroom(golden), folder)


@pytest.mark.parametrize("name", EXPLAINED)
def test_golden_page_explained(name: str, tmp_path: Path, *, rewrites: bool) -> None:
    golden = HERE / name / "golden/explained.txt"
    shutil.copytree(HERE / name / "in", tmp_path, dirs_exist_ok=True)
    compare(golden, explained(Newsroom(tmp_path)), rewrites=rewrites)
