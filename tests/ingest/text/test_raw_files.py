"""Files below raw/: which are pages, which stand beside one, which are not read, and which printed page each one is."""

from datetime import date
from pathlib import Path

import pytest

from broadsheet.ingest.text.jumps import page_beside, pages_named
from broadsheet.ingest.text.raw_files import (
    editions_in,
    files_beside,
    find_raw_pages,
    is_paper_page,
    mets_beside,
    not_read,
    page_address,
    papers_in,
    read_bytes,
    read_source,
    unread_files,
)
from broadsheet.model.address import Address
from broadsheet.model.errors import SourceError

DAY = "2031-05-06"


def lay(root: Path, *names: str) -> Path:
    """Make an empty file of each name below raw/, and return raw/."""
    for name in names:
        path = root / "raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return root / "raw"


def names(raw: Path, *paths: Path) -> list[str]:
    return [path.relative_to(raw).as_posix() for path in paths]


PAGES: dict[str, tuple[list[str], list[str] | None]] = {  # the files, and those that are pages; None: all
    "text": (["01.txt"], ["01.txt"]),
    "formats": (["01.HTM", "02.mhtml", "03.mht", "04.xml", "05.hocr", "06.pdf", "07.html", "08.TXT"], None),
    "text and what shows how it was printed": (["01.txt", "01.pdf", "01.xml", "01.png"], ["01.txt"]),
    "web page and its scan": (["01.html", "01.pdf", "01.jpg"], ["01.html"]),
    "recognised text and its scan": (["01.xml", "01.tif", "02.hocr", "02.webp"], ["01.xml", "02.hocr"]),
    "PDF and its picture": (["01.pdf", "01.jpeg"], ["01.pdf"]),
    "web archive and its picture": (["01.mht", "01.png"], ["01.mht"]),
    "scans": (["01.png", "02.JPG", "3.tiff", "00.png", "cover.png", "123456.png"], ["01.png", "02.JPG", "3.tiff"]),
    "reports": (["01.txt", "01.review.html"], ["01.txt"]),
    "parts of a saved page": (["01.html", "01_files/ad.html", "01.files/x.txt"], ["01.html"]),
    "METS": (["01.xml", "mets.xml", "paper.mets.xml"], ["01.xml"]),
    "edition": (["01.txt", "edition.pdf"], ["01.txt"]),
    "digital paper": (["node_2.htm", "content_1.htm", "layout-3.html", "nw.D1.html", "article.5.htm", "01.jpg"], []),
    "nodes in text": (["node_2.txt"], ["node_2.txt"]),
    "other": (["01.docx", "01.yaml", "01.json", "notes.md"], []),
}  # fmt: skip


@pytest.mark.parametrize("case", PAGES)
def test_which_files_are_pages(case: str, tmp_path: Path) -> None:
    files, pages = PAGES[case]
    raw = lay(tmp_path, *(f"{DAY}/{name}" for name in files))
    expected = sorted(f"{DAY}/{name}" for name in (files if pages is None else pages))
    assert names(raw, *find_raw_pages([raw])) == expected
    assert names(raw, *find_raw_pages([raw, raw / DAY])) == expected


def test_scans_are_pages_in_folders_of_days_alone(tmp_path: Path) -> None:
    raw = lay(tmp_path, "photos/01.png", f"{DAY}/01.png", "2031-13-40/02.png")
    assert names(raw, *find_raw_pages([raw])) == [f"{DAY}/01.png"]


def test_a_file_that_is_named_is_a_page_whatever_its_name(tmp_path: Path) -> None:
    raw = lay(tmp_path, f"{DAY}/notes.md", f"{DAY}/edition.pdf", f"{DAY}/02.txt")
    assert names(raw, *find_raw_pages([raw / DAY / "notes.md"])) == [f"{DAY}/notes.md"]
    assert names(raw, *find_raw_pages([raw / DAY / "edition.pdf"])) == [f"{DAY}/02.txt"]


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        find_raw_pages([tmp_path / "none"])
    assert (
        str(error.value)
        == f"{tmp_path}/none: error no-raw-page: there is no such file or folder\n    → check the path"
    )


def test_editions_and_papers(tmp_path: Path) -> None:
    raw = lay(tmp_path, f"{DAY}/edition.pdf", f"{DAY}/01.pdf", "2031-05-07/node_2.htm", "2031-05-08/x/layout_1.html", "a/node_1.html")  # fmt: skip
    assert names(raw, *editions_in([raw])) == [f"{DAY}/edition.pdf"]
    assert names(raw, *editions_in([raw / DAY / "edition.pdf", raw / DAY / "01.pdf"])) == [
        f"{DAY}/edition.pdf"
    ]
    assert names(raw, *papers_in([raw, raw / DAY / "01.pdf"])) == ["2031-05-07", "2031-05-08"]
    assert [is_paper_page(Path(name)) for name in ("Node_2.htm", "nbs.D1.html", "node.pdf", "nodes.htm")] == [True, True, False, False]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "unread"),
    [
        (["01.txt", "02.docx"], ["02.docx"]),
        (["01.txt", "01.docx"], []),
        (["01.yaml", "01.rulings.yaml", "01.json", "02.HEIC", "03.gif"], []),
        ([".02.docx", ".git/02.docx"], []),
        (["01_files/02.docx", "01.review.docx", "mets.xml", "edition.pdf"], []),
        (["content_1.htm", "02.docx"], ["02.docx", "content_1.htm"]),
        (["node_1.htm", "content_1.htm"], []),
    ],
)
def test_which_files_are_not_read(files: list[str], unread: list[str], tmp_path: Path) -> None:
    raw = lay(tmp_path, *(f"{DAY}/{name}" for name in files))
    assert names(raw, *unread_files([raw])) == [f"{DAY}/{name}" for name in unread]
    assert list(unread_files([raw / DAY / files[0]])) == []


def test_a_file_that_is_not_read_is_told_with_what_to_do() -> None:
    assert str(not_read(Path("raw/2.docx"))) == (
        "raw/2.docx: error not-read: this file was not read: a raw page is plain text, a saved web page, a PDF, ALTO or a scan"
        "\n    → save its text as 2.txt, or keep the file outside raw/"
    )


@pytest.mark.parametrize(
    ("path", "page"),
    [(f"raw/{DAY}/01.txt", 1), (f"{DAY}/0012.html", 12), (f"{DAY}/99999.pdf", 99999)],
)
def test_the_path_says_which_page_it_is(path: str, page: int) -> None:
    assert page_address(Path(path)) == Address(date.fromisoformat(DAY), page)


@pytest.mark.parametrize("path", ["raw/01.txt", f"raw/{DAY}/00.txt", f"raw/{DAY}/a1.txt", f"raw/{DAY}/100000.txt", "2031-02-30/01.txt"])  # fmt: skip
def test_a_path_that_says_no_page_is_an_error(path: str) -> None:
    with pytest.raises(SourceError) as error:
        page_address(Path(path))
    assert str(error.value) == (
        f"{path}: error bad-path: this path does not say which printed page it is"
        "\n    → name it raw/<year-month-day>/<page>.txt, for example raw/2024-04-15/01.txt"
    )


def test_what_is_read_with_a_page_of_recognised_text(tmp_path: Path) -> None:
    raw = lay(tmp_path, f"{DAY}/01.xml", f"{DAY}/01.png", f"{DAY}/01.jpg", f"{DAY}/02.png", f"{DAY}/b.mets.xml", f"{DAY}/01.txt")  # fmt: skip
    page = raw / DAY / "01.xml"
    assert names(raw / DAY, *files_beside(page)) == ["b.mets.xml", "01.png", "01.jpg"]
    assert names(raw / DAY, *mets_beside(page)) == ["b.mets.xml"]
    assert files_beside(raw / DAY / "01.txt") == []


def test_a_page_too_large_or_without_text_is_told_with_what_to_do(tmp_path: Path) -> None:
    page = tmp_path / "01.txt"
    page.write_bytes(b"a" * (8 * 1024 * 1024))
    assert len(read_bytes(page)) == 8 * 1024 * 1024
    page.write_bytes(b"a" * (8 * 1024 * 1024 + 1))
    with pytest.raises(SourceError) as error:
        read_bytes(page)
    assert str(error.value) == (
        f"{page}: error too-large: this file has 8,388,609 bytes, and a raw page at most 8,388,608"
        "\n    → keep one page a file, and pictures in files of their own"
    )
    page.write_text(" \n\t\n", encoding="utf-8")
    with pytest.raises(SourceError) as error:
        read_source(page)
    assert str(error.value) == f"{page}: error no-text: the page has no text\n    → remove it"


def test_which_pages_the_jumps_of_a_page_name(tmp_path: Path) -> None:
    page = tmp_path / "01.txt"
    page.write_text(
        "书还在。（下转第3版）\n　（上接第十二版）\n报上的5版都看完了\n（下转封底）\n书。（详见7版）\n",
        "utf-8",
    )
    assert pages_named(page) == {3, 7, 12}
    page.write_bytes(b"\xff\xfe\xff")
    assert pages_named(page) == frozenset()


def test_where_another_page_of_the_edition_is(tmp_path: Path) -> None:
    raw = lay(tmp_path, f"{DAY}/01.html", f"{DAY}/3.html", f"{DAY}/04.txt", f"{DAY}/4.html", f"{DAY}/a.txt")
    page = raw / DAY / "01.html"
    assert [page_beside(page, n).name for n in (3, 4, 5)] == ["3.html", "04.txt", "05.txt"]
