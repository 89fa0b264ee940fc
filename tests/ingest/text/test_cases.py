"""The case files: one line of print, one outcome. A case that is known to fail says so, and passing one by chance fails."""

import json
from pathlib import Path
from typing import Any

import pytest

from broadsheet.ingest.desk.articles import names
from broadsheet.ingest.text.divided_words import close_up, divisions
from broadsheet.ingest.text.labels import label
from broadsheet.ingest.text.quotes import InkedText
from broadsheet.ingest.text.wording import word
from broadsheet.lexicon.patterns import Lexicon, load_lexicon
from broadsheet.model.ledger import balance
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

CASES = Path(__file__).parent / "cases"
ZH = load_lexicon("zh")
LATIN = load_lexicon("latin")


def cases(name: str) -> list[Any]:
    """Return the cases of a file as parameters; `known_failure` marks those that await their fix."""
    listed = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [
        pytest.param(case, id=case["label"], marks=[pytest.mark.xfail] if case.get("known_failure") else [])
        for case in listed
    ]


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.json")))
def test_each_case_has_a_label_of_its_own(name: str) -> None:
    listed = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    labels = [case["label"] for case in listed]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("case", cases("line_labels"))
def test_what_a_line_says_it_is(case: dict[str, Any]) -> None:
    """`text` also allows a mere hint, which gives way to the paragraph around it."""
    check_label(case, ZH)


@pytest.mark.parametrize("case", cases("letter_labels"))
def test_what_a_line_of_letters_says_it_is(case: dict[str, Any]) -> None:
    check_label(case, LATIN)


def check_label(case: dict[str, Any], lexicon: Lexicon) -> None:
    (piece,) = label(SourceText.of("page.txt", case["input"]), lexicon)
    if case["expect"] == "text":
        assert piece.role is None or not piece.sure
    else:
        assert piece.role is Role(case["expect"])


@pytest.mark.parametrize("case", cases("line_parts"))
def test_how_a_line_opens_and_ends(case: dict[str, Any]) -> None:
    pieces = label(SourceText.of("page.txt", case["input"]), ZH)
    assert [[piece.text, piece.opening, piece.role] for piece in pieces] == case["expect"]


@pytest.mark.parametrize("case", cases("letter_openings"))
def test_how_a_line_of_letters_opens(case: dict[str, Any]) -> None:
    (piece,) = label(SourceText.of("page.txt", case["input"]), LATIN)
    assert piece.opening == case["expect"]


@pytest.mark.parametrize("case", cases("divided_words"))
def test_how_divided_words_are_closed_up(case: dict[str, Any]) -> None:
    source = SourceText.of("page.txt", case["input"])
    paragraph = Passage(Role.PARAGRAPH, tuple(line.span for line in source.lines))
    page = PageReading(stories=(Story(body=(paragraph,)),))
    closed = close_up(page, divisions(source, page))
    assert word(source, closed.stories[0].body[0]) == case["expect"]
    balance(source, closed.passages())


@pytest.mark.parametrize("case", cases("authors"))
def test_who_wrote_it(case: dict[str, Any]) -> None:
    lexicon = LATIN if case.get("letters") else ZH
    assert list(names(case["input"], lexicon)) == case["expect"]


@pytest.mark.parametrize("case", cases("white_space"))
def test_which_white_space_stays(case: dict[str, Any]) -> None:
    source = SourceText.of("page.txt", case["input"])
    spans = tuple(line.span for line in source.lines)
    assert word(source, Passage(Role.PARAGRAPH, spans)) == case["expect"]


@pytest.mark.parametrize("case", cases("misprints"))
def test_what_looks_misprinted(case: dict[str, Any]) -> None:
    found = any(pattern.search(case["input"]) for pattern in ZH.words["misprint"])
    assert found is case["expect"]


@pytest.mark.parametrize("case", cases("quotes"))
def test_where_quoted_words_stand(case: dict[str, Any]) -> None:
    places = InkedText.of(SourceText.of("page.txt", case["page"])).find(case["input"])
    assert [place.start for place in places] == case["expect"]
