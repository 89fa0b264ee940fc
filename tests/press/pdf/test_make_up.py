"""The make-up of leaves, over stories of all lengths: each piece stands once and in order, and no frames overlap."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.press.pdf.columns import Piece, fill, least_lines
from broadsheet.press.pdf.frames import Frame, Leaf
from broadsheet.press.pdf.grid import GRIDS
from broadsheet.press.pdf.make_up import HigherThanLeafError, made_up
from broadsheet.press.pdf.shapes import Measures, Shapes

HEADS = (10, 3)
LONGEST = 600


@st.composite
def some_pieces(draw: st.DrawFn) -> list[Piece]:
    lines = draw(st.lists(st.integers(1, 40), min_size=1, max_size=12))
    kinds = draw(
        st.lists(st.sampled_from(["text", "subhead", "whole"]), min_size=len(lines), max_size=len(lines))
    )
    return [
        Piece(number, 2 if kind == "subhead" else count, divisible=kind == "text", sticky=kind == "subhead")
        for number, (count, kind) in enumerate(zip(lines, kinds, strict=True))
    ]


@st.composite
def some_stories(draw: st.DrawFn) -> list[Shapes]:
    stories = []
    for _ in range(draw(st.integers(1, 8))):
        pieces = draw(some_pieces())
        figures = draw(st.lists(st.integers(4, 14), max_size=2))
        measures = Measures(
            pieces=tuple(piece.lines for piece in pieces),
            figures=tuple(tuple(lines * columns for columns in range(1, 6)) for lines in figures),
            stack=(6, 5, 5, 4, 4),
        )
        stories.append(Shapes(pieces, 0, measures, has_picture=bool(figures)))
    return stories


@given(some_pieces(), st.integers(1, 5))
def test_the_least_height_holds_all_pieces_and_one_line_less_does_not(
    pieces: list[Piece], columns: int
) -> None:
    lines = least_lines(pieces, columns)
    assert fill(pieces, columns, lines) == len(pieces)
    assert lines * columns >= sum(piece.lines for piece in pieces)
    if lines > 1:
        assert fill(pieces, columns, lines - 1) < len(pieces)


def test_no_line_of_a_paragraph_stands_alone() -> None:
    three = Piece(0, 3)
    assert fill([Piece(1, 2), three], 2, 4) == 2  # all three lines in the second column
    assert fill([Piece(1, 3), three], 2, 4) == 2
    assert fill([Piece(1, 3), Piece(0, 4)], 2, 4) == 2
    assert fill([Piece(1, 2), Piece(0, 5)], 2, 4) == 2  # two, and three
    assert fill([Piece(1, 1), Piece(0, 7)], 2, 4) == 2
    assert fill([Piece(1, 3), Piece(0, 5)], 2, 4) == 1  # one line would stand alone


def test_a_subhead_stays_with_its_text() -> None:
    subhead = Piece(1, 2, sticky=True)
    assert fill([Piece(0, 5), subhead, Piece(2, 4)], 2, 8) == 3
    assert fill([Piece(0, 5), subhead, Piece(2, 7)], 2, 8) == 2


@given(some_stories(), st.sampled_from(sorted(GRIDS)))
def test_each_piece_stands_once_and_frames_do_not_overlap(stories: list[Shapes], size: str) -> None:
    grid = GRIDS[size]
    leaves = made_up(stories, grid, HEADS)
    for number, shapes in enumerate(stories):
        frames = [frame for leaf in leaves for frame in leaf.frames if frame.story == number]
        placed = [piece for frame in frames for piece in frame.pieces]
        if any(frame.wide or frame.beside for frame in frames):
            placed.insert(0, -1)
        assert sorted(placed) == sorted(piece.number for piece in shapes.shape(1).pieces)
        assert [piece for piece in placed if piece >= 0] == sorted(piece for piece in placed if piece >= 0)
        assert [frame.first for frame in frames] == [True] + [False] * (len(frames) - 1)
        assert [frame.goes_on for frame in frames] == [True] * (len(frames) - 1) + [False]
    for at, leaf in enumerate(leaves):
        assert _overlaps(leaf) == []
        for frame in leaf.frames:
            assert frame.column + frame.span <= grid.columns
            assert HEADS[min(at, 1)] <= frame.top
            assert _bottom(frame) <= grid.lines


def _bottom(frame: Frame) -> int:
    return frame.text_top + max(frame.lines, frame.figure if frame.beside else 0)


def _overlaps(leaf: Leaf) -> list[tuple[Frame, Frame]]:
    return [
        (one, other)
        for at, one in enumerate(leaf.frames)
        for other in leaf.frames[at + 1 :]
        if one.column < other.column + other.span
        and other.column < one.column + one.span
        and one.top < _bottom(other)
        and other.top < _bottom(one)
    ]


def test_the_first_story_has_the_widest_headline() -> None:
    stories = [_story([8] * 6), _story([6] * 3), _story([6] * 3), _story([4] * 2)]
    (leaf,) = made_up(stories, GRIDS["a3"], HEADS)
    first, *others = leaf.frames
    assert first.span > max(frame.span for frame in others) or first.span == GRIDS["a3"].columns


def test_a_long_story_goes_on_on_the_next_sheet() -> None:
    grid = GRIDS["a4"]
    leaves = made_up([_story([9] * 40)], grid, HEADS)
    assert len(leaves) > 1
    assert all(len(leaf.frames) == 1 and leaf.frames[0].span == grid.columns for leaf in leaves)


def test_what_is_higher_than_a_sheet_is_refused() -> None:
    whole = Shapes([Piece(0, 99, divisible=False)], 0, _measures([99]), has_picture=False)
    with pytest.raises(HigherThanLeafError):
        made_up([whole], GRIDS["a3"], HEADS)


def _story(lines: Sequence[int]) -> Shapes:
    pieces = [Piece(number, count) for number, count in enumerate(lines)]
    return Shapes(pieces, 0, _measures(lines), has_picture=False)


def _measures(lines: Sequence[int]) -> Measures:
    return Measures(pieces=tuple(lines), figures=(), stack=(5, 5, 5, 5, 5))
