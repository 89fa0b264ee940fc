"""A page map: written, then read, it is the same; what it names is there."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from broadsheet.manuscript.records.page_file import PAGE_PICTURES, read_page_map
from broadsheet.manuscript.writer import page_map_text
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.page_map import Area, Box, PageMap

sizes = st.floats(min_value=1e-300, max_value=1e9)
sides = st.lists(st.floats(0, 1), min_size=2, max_size=2, unique=True).map(sorted)
boxes = st.builds(lambda x, y: Box(x[0], y[0], x[1], y[1]), sides, sides)
areas = st.builds(
    Area, article=st.integers(1, 99_999), boxes=st.lists(boxes, min_size=1, max_size=4).map(tuple)
)
maps = st.builds(
    lambda width, shape, **others: PageMap(width=width, height=width * shape, **others),
    width=sizes,
    shape=st.floats(0.1, 10),
    picture=st.sampled_from(("", *PAGE_PICTURES)),
    pdf=st.sampled_from(("", "page.pdf")),
    areas=st.lists(areas, max_size=5, unique_by=lambda area: area.article).map(tuple),
)


@given(page_map=maps)
@example(page_map=PageMap(width=5e-324, height=1e-323))
@example(page_map=PageMap(width=1e308, height=1e308))
def test_a_page_map_comes_back(page_map: PageMap, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "page.yaml"
    path.write_text(page_map_text(page_map), encoding="utf-8", newline="")
    assert read_page_map(path) == page_map


def test_a_page_map_is_written_as_an_editor_would(tmp_path: Path) -> None:
    text = """\
width: 1123.0
height: 1587.0
picture: page.webp
areas:
- article: 1
  boxes:
  - [0.05, 0.1, 0.48, 0.42]
  - [0.5, 0.1, 1.0, 0.2]
"""
    path = tmp_path / "page.yaml"
    path.write_text(text, encoding="utf-8")
    page_map = read_page_map(path)
    assert page_map.areas == (Area(article=1, boxes=(Box(0.05, 0.1, 0.48, 0.42), Box(0.5, 0.1, 1, 0.2))),)
    assert page_map_text(page_map) == text


def test_a_page_map_names_files_and_articles_that_are_there(tmp_path: Path) -> None:
    text = """\
width: 3
height: 4
picture: page.webp
pdf: page.pdf
areas:
- article: 1
  boxes:
  - [0.0, 0.0, 1.0, 0.5]
- article: 12
  boxes:
  - [0.0, 0.5, 1.0, 1.0]
"""
    path = tmp_path / "page.yaml"
    path.write_text(text, encoding="utf-8")
    assert read_page_map(path, beside={"page.webp", "page.pdf", "01.md", "12-words.md"}) == read_page_map(
        path
    )
    with pytest.raises(ManuscriptError) as caught:
        read_page_map(path, beside=["page.webp", "01.txt", "12.md"])
    assert str(caught.value).split("\n") == [
        f"{path}:4:1: error bad-value: `pdf` names page.pdf, which is not there",
        "    → put the file there, or take the line out",
        f"{path}:6:3: error bad-value: `areas[1].article` is 1, and there is no such manuscript",
        "    → mend the number, or take the area out",
    ]


def test_a_page_map_has_a_size_that_people_write(tmp_path: Path) -> None:
    path = tmp_path / "page.yaml"
    path.write_text("width: 3\nheight: 4\n", encoding="utf-8")
    with pytest.raises(ManuscriptError, match="too-large"):
        read_page_map(path, 5)


@pytest.mark.parametrize("height", [0.5, 200])
def test_a_column_that_was_cut_out_may_be_narrow(tmp_path: Path, height: float) -> None:
    path = tmp_path / "page.yaml"
    path.write_text(f"width: 10\nheight: {height}\n", encoding="utf-8")
    assert read_page_map(path).height == height
