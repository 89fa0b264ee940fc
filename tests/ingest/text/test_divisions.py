"""Words that are divided at a line end: where, what is joined, whether the hyphen stays, and how surely."""

import pytest

from broadsheet.ingest.text.divided_words import Division, close_up, divisions
from broadsheet.ingest.text.wording import word_lines
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText, Span


def read(text: str, role: Role = Role.PARAGRAPH) -> tuple[SourceText, PageReading]:
    """Return a page that is one passage of a story."""
    source = SourceText.of("01.txt", text)
    return source, PageReading(stories=(Story(body=(_all(source, role),)),))


def _all(source: SourceText, role: Role) -> Passage:
    return Passage(role, tuple(line.span for line in source.lines))


@pytest.mark.parametrize(
    ("text", "division"),
    [
        ("la com-\nmission du", Division(6, "com", "mission", "commission", stays=False, sure=True)),
        ("von kantona⸗\nlen Steuern", Division(11, "kantona", "len", "kantonalen", stays=False, sure=True)),
        ("de Saint-\nSébastien", Division(8, "Saint", "Sébastien", "Saint-Sébastien", stays=True, sure=True)),
        ("LA COM-\nMISSION DU", Division(6, "COM", "MISSION", "COMMISSION", stays=False, sure=True)),
        ("le X-\nBataillon", Division(4, "X", "Bataillon", "X-Bataillon", stays=True, sure=True)),
        (
            "die Handels-\nund Gewerbekammer",
            Division(11, "Handels", "und", "Handels- und", stays=True, sure=True),
        ),
        ("in 1852-\n53 there", Division(7, "1852", "53", "1852-53", stays=True, sure=True)),
        ("sein Ver=\nein war", Division(8, "Ver", "ein", "Verein", stays=False, sure=True)),
        ("the long-\nterm view", Division(8, "long", "term", "longterm", stays=False, sure=True)),
        (
            "a long-term plan\nand the long-\nterm view",
            Division(29, "long", "term", "long-term", stays=True, sure=True),
        ),
        (
            "The Long-Term plan\nand the long-\nterm view",
            Division(31, "long", "term", "long-term", stays=True, sure=True),
        ),
        (
            "a long-term longterm plan\nand the long-\nterm view",
            Division(38, "long", "term", "longterm", stays=False, sure=False),
        ),
        (
            "a long-term longterm long-term plan\nand the long-\nterm view",
            Division(48, "long", "term", "long-term", stays=True, sure=False),
        ),
        (
            "at Saint-Denis and Saintdenis too\nby Saint-\nDenis now",
            Division(42, "Saint", "Denis", "SaintDenis", stays=False, sure=False),
        ),
    ],
)
def test_a_word_is_divided(text: str, division: Division) -> None:
    assert divisions(*read(text)) == (division,)


@pytest.mark.parametrize(
    "text",
    ["a line -\nends so", "they came—\nand went", "the end-\n— of it", "and so\nit went", "夜校-\n开课"],
)
def test_no_word_is_divided(text: str) -> None:
    assert divisions(*read(text)) == ()


@pytest.mark.parametrize("role", [Role.ROWS, Role.TABLE, Role.NUMBERED, Role.CODE, Role.VERSE])
def test_lines_that_stay_lines_divide_no_word(role: Role) -> None:
    assert divisions(*read("the com-\nmission of it", role)) == ()


@pytest.mark.parametrize("field", ["headline", "deck", "body", "captions", "editors_note"])
def test_a_word_is_joined_in_every_field_of_running_text(field: str) -> None:
    source = SourceText.of("01.txt", "the com-\nmission of it")
    passage = _all(source, Role.PARAGRAPH)
    page = PageReading(stories=(Story(**{field: (passage,)}),))
    closed = close_up(page, divisions(source, page))
    short = Passage(Role.PARAGRAPH, (Span(0, 7), Span(9, 22)))
    assert closed.stories == (Story(**{field: (short,)}),)
    assert closed.hyphens == (Passage(Role.HYPHEN, (Span(7, 8),)),)
    assert word_lines(source, getattr(closed.stories[0], field)) == "the commission of it"


def test_a_word_is_joined_in_a_line_without_a_place() -> None:
    source = SourceText.of("01.txt", "the com-\nmission of Saint-\nDenis")
    page = PageReading(stories=(), unplaced=(_all(source, Role.UNPLACED),))
    closed = close_up(page, divisions(source, page))
    spans = (Span(0, 7), Span(9, 26), Span(27, 32))
    assert closed.unplaced == (Passage(Role.UNPLACED, spans),)
    assert [passage.spans for passage in closed.hyphens] == [(Span(7, 8),)]
    assert word_lines(source, closed.unplaced) == "the commission of Saint-Denis"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("LE PORT DE SAINT-\nDENIS", "LE PORT DE SAINT-DENIS"),
        ("Handels-\nund Gewerbe", "Handels- und Gewerbe"),
        ("Le retour de l'\nEmpereur", "Le retour de l'Empereur"),
        ("Town opens\n  new library ", "Town opens new library"),
        ("三千册书\n上了盘山路", "三千册书 上了盘山路"),
        ("第2\n届书展", "第2 届书展"),
    ],
)
def test_lines_of_a_headline_are_parted_where_words_are(raw: str, text: str) -> None:
    source = SourceText.of("01.txt", raw)
    assert word_lines(source, [Passage(Role.HEADLINE, (line.span,)) for line in source.lines]) == text
    assert word_lines(source, ()) == ""


def test_divided_words_are_told_in_reading_order() -> None:
    source, page = read("the com-\nmission has\nde-\ncided it")
    assert [one.now for one in divisions(source, page)] == ["commission", "decided"]
