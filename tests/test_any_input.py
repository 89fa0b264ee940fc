"""Any bytes at all: what comes in from outside is read, or refused by a finding, and never ends in another exception.

`inv fuzz` runs these for as long as one likes, with other inputs each time.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.ingest.desk.page import make_page
from broadsheet.ingest.layout.reading import read_marks
from broadsheet.ingest.pdf.reader import read_pdf
from broadsheet.manuscript.drawing import drawing_size
from broadsheet.manuscript.markdown.dialect import render
from broadsheet.manuscript.photo_file import opened_photo
from broadsheet.manuscript.reader import read_manuscript
from broadsheet.manuscript.records.edition_file import read_edition
from broadsheet.manuscript.records.rulings_file import read_rulings
from broadsheet.model.errors import BroadsheetError
from tests.ingest.alto.test_alto import two_stories

ROOT = Path(__file__).parents[1]
HOSTILE = ROOT / "tests/hostile"


def seeds(*patterns: str) -> list[bytes]:
    """Return the bytes of the files of the tree that `patterns` name, without very long ones."""
    found = (
        path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern)) if path.is_file()
    )
    return [data for data in found if len(data) < 20_000]


def mutated(*patterns: str) -> st.SearchStrategy[bytes]:
    """Return a strategy of real files with some of their bytes replaced by others, by those of another file, or by none."""
    return damaged(seeds(*patterns))


def damaged(known: list[bytes]) -> st.SearchStrategy[bytes]:
    """Return a strategy of the files `known` with some of their bytes replaced by others."""
    assert known
    pieces = st.one_of(
        st.binary(max_size=8), st.sampled_from(known).map(lambda data: data[:200]), st.just(b"")
    )
    cuts = st.tuples(st.floats(0, 1), st.integers(0, 60), pieces)
    return st.builds(_cut, st.sampled_from(known), st.lists(cuts, max_size=4))


def _cut(data: bytes, cuts: list[tuple[float, int, bytes]]) -> bytes:
    for at, length, piece in cuts:
        start = int(at * len(data))
        data = data[:start] + piece + data[start + length :]
    return data


def loaded(path: Path) -> None:
    with opened_photo(path) as photo:
        photo.load()


def laid_out(path: Path) -> None:
    """Read a PDF as ingest does, but for what has no text: recognising characters takes long."""
    page = read_pdf(path)
    read_marks(str(path), page.marks, page.pictures, page.page_picture)


PAGES_IN_PDF = [typst.compile(f"= {title}\n#columns(2)[#lorem(40)]".encode()) for title in ("One", "Two")]
INPUTS: list[tuple[str, Callable[[Path], object], st.SearchStrategy[bytes]]] = [
    ("raw/2024-05-01/01.txt", make_page, mutated("tests/ingest/golden/*/in/raw/*/*.txt", "raw/*/*.txt")),
    ("raw/2024-05-01/02.html", make_page, mutated("tests/hostile/web/*/in/raw/*/*.html")),
    ("raw/2024-05-01/03.xml", make_page, damaged([two_stories().encode()])),
    (
        "raw/2024-05-01/04.pdf",
        laid_out,
        damaged([*PAGES_IN_PDF, *seeds("tests/hostile/pdf/*/in/raw/*/*.pdf")]),
    ),
    (
        "content/2024-05-01/01/01.md",
        read_manuscript,
        mutated("content/*/*/*.md", "tests/hostile/*/*/in/content/*/*/*.md"),
    ),
    (
        "content/2024-05-01/edition.yaml",
        lambda path: read_edition(path.parent),
        mutated("content/*/edition.yaml", "tests/hostile/edition/*/in/content/*/*.yaml"),
    ),
    (
        "raw/2024-05-01/01.rulings.yaml",
        lambda path: read_rulings(path.with_name("01.txt")),
        mutated("raw/*/*.yaml", "tests/hostile/rulings/*/in/raw/*/*.yaml"),
    ),
    (
        "content/a.svg",
        drawing_size,
        mutated("content/*/*/*.svg", "tests/hostile/pictures/*/in/content/*/*/*.svg"),
    ),
    ("content/a.jpg", loaded, mutated("tests/hostile/pictures/*/in/content/*/*/*.jpg")),
    ("content/a.png", loaded, mutated("tests/hostile/pictures/ok-*/in/content/*/*/*.png")),
]


SLOW = {"raw/2024-05-01/04.pdf": 20}
"""Inputs that are tried so many times less often: each needs a process of its own."""


@pytest.mark.parametrize(("name", "read", "inputs"), INPUTS, ids=[name for name, _, _ in INPUTS])
def test_any_bytes_are_read_or_refused_by_a_finding(
    name: str,
    read: Callable[[Path], object],
    inputs: st.SearchStrategy[bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path(name)
    path.parent.mkdir(parents=True)
    (tmp_path / "raw/2024-05-01").mkdir(parents=True, exist_ok=True)

    @settings(max_examples=-(-settings().max_examples // SLOW.get(name, 1)))
    @given(inputs)
    def check(data: bytes) -> None:
        path.write_bytes(data)
        with suppress(BroadsheetError):
            read(path)

    check()


@given(st.text(alphabet=st.sampled_from("甲乙a1 \n\t#>-*_`~[]()!<>&|\\:.\"'"), max_size=200))
def test_any_text_is_markdown(text: str) -> None:
    with suppress(BroadsheetError):
        html = render(text)
        assert "<script" not in html
