"""The PDFs of the demonstration and of the tests' own papers: all words, in order, tagged, and the same bytes each time."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from broadsheet.press.share_images.face import face_of
from tests.press.epub.epubs import ADDRESS, EDITIONS, LANGUAGES, NAMES, Epub
from tests.printed import ROOT, printed

pytestmark = pytest.mark.skipif(
    face_of("", "zh-Hans") is None, reason="no Song face; `make test` installs fonts-noto-cjk"
)
SETTINGS = 'EDITION_FILES = ["epub", "pdf"]\n'
_LEFT_OUT = ("folio", "citation")  # the head of each leaf says where an article stands
_NOT_WORDS = re.compile(r"[\s\u200b\u00ad\ufffe\x02-]+")


class Case(NamedTuple):
    project: Path
    epub: Epub
    pdf: pypdfium2.PdfDocument

    def words(self) -> str:
        """Return the text of all leaves without spaces."""
        return squeezed("".join(page.get_textpage().get_text_bounded() for page in self.pdf))

    def articles(self) -> Iterator[list[str]]:
        """Yield the runs of text of each article, in print order."""
        for path in self.epub.spine:
            for article in self.epub.xml(path).iterfind(".//h:article", NAMES):
                parts = (part for part in article if part.get("class") not in _LEFT_OUT)
                runs = (squeezed(run) for part in parts for run in part.itertext())
                yield [run for run in runs if run]


def squeezed(text: str) -> str:
    return _NOT_WORDS.sub("", text)


@pytest.fixture(params=EDITIONS, ids=lambda edition: f"{LANGUAGES[edition[0]]}-{edition[1]}")
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    project, date = request.param
    site = printed(tmp_path_factory, project, address=ADDRESS if project == ROOT else "", settings=SETTINGS)
    pdf = pypdfium2.PdfDocument(site / date / "edition.pdf")
    return Case(project, Epub((site / date / "edition.epub").read_bytes()), pdf)


def test_every_run_of_text_stands_on_its_sheets(case: Case) -> None:
    words = case.words()
    for runs in case.articles():
        assert [run for run in runs if run not in words] == []


def test_bookmarks_lead_to_pages_and_to_articles_below_them(case: Case) -> None:
    marks = [(mark.level, squeezed(mark.get_title())) for mark in case.pdf.get_toc()]
    headlines = [
        squeezed("".join(headline.itertext()))
        for path in case.epub.spine
        for headline in case.epub.xml(path).iterfind(".//h:article/h:hgroup/h:h1", NAMES)
    ]
    assert [title for level, title in marks if level == 1] == headlines
    assert next(level for level, _ in marks) == 0


def test_it_says_its_title_its_language_and_its_structure(case: Case) -> None:
    data = case.pdf.get_metadata_dict()
    assert data["Title"]
    assert data["CreationDate"].startswith("D:20240")
    assert case.pdf.is_tagged()
