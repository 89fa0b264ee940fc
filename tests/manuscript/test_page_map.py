"""A page map: written, then read, it is the same; each mistake in one is told at its place."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from broadsheet.manuscript.records.page_file import PAGE_PICTURES, page_map_text, read_page_map
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.page_map import Area, Box, PageMap

CASES = json.loads((Path(__file__).parent / "cases/page_map_mistakes.json").read_text(encoding="utf-8"))

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


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_a_mistake_in_a_page_map_is_told_at_its_place(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "page.yaml"
    path.write_text(case["input"], encoding="utf-8")
    with pytest.raises(ManuscriptError) as caught:
        read_page_map(path)
    told = [(f.line, f.column, f.code) for f in caught.value.findings]
    assert told == [tuple(expected[:3]) for expected in case["expect"]]
    for finding, (*_, message, hint) in zip(caught.value.findings, case["expect"], strict=True):
        assert message in finding.message
        assert hint in finding.hint
