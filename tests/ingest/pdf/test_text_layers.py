"""What text layers of real pages hold besides plain text: letters that touch, spaces at line ends, glyphs without a map."""

from collections.abc import Sequence

from tests.ingest.newsroom import DAY, Newsroom
from tests.ingest.pdf.hand_made import font_without_map, of_stream

LEFT = [
    "all of the tall hills will still fall",
    "little by little, and all the millers",
    "shall sell the mills till they fall.",
]
RIGHT = [
    "A better letter will matter, he said,",
    "and eleven of the 11,111 villages by",
    "the hill will tell all of it still.",
]


def text(size: float, x: float, y: float, words: str, *, spacing: float = 0.0) -> str:
    return f"BT /F {size} Tf {spacing} Tw 1 0 0 1 {x} {y} Tm ({words}) Tj ET"


def column(x: float, y: float, lines: Sequence[str], *, size: float = 10) -> list[str]:
    return [text(size, x, y - n * 1.2 * size, f"{line} ") for n, line in enumerate(lines)]


def bodies(newsroom: Newsroom, *code: str) -> dict[str, str]:
    """Ingest a page of these strings, and return the text of each article by its headline."""
    newsroom.file(f"raw/{DAY}/01.pdf", of_stream("\n".join(code)))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    return {article.title: article.body for article in newsroom.articles()}


def test_narrow_letters_side_by_side_are_no_doubles(newsroom: Newsroom) -> None:
    found = bodies(newsroom, text(24, 40, 340, "All hills"), *column(40, 300, LEFT))
    assert found == {"All hills": " ".join(LEFT)}


def test_a_space_at_a_line_end_does_not_reach_into_the_next_column(newsroom: Newsroom) -> None:
    wide = 150.0
    found = bodies(
        newsroom,
        text(24, 40, 340, "All hills will fall"),
        *column(40, 300, LEFT),
        *column(40 + wide + 6, 300, RIGHT),
    )
    assert found == {"All hills will fall": f"{' '.join(LEFT)} {' '.join(RIGHT)}"}


def test_words_that_are_driven_apart_to_fill_a_line_are_one_line(newsroom: Newsroom) -> None:
    lines = [
        text(10, 40, 300, LEFT[0]),
        text(10, 40, 288, "incomprehensibly mill", spacing=50),
        text(10, 40, 276, LEFT[2]),
    ]
    found = bodies(newsroom, text(24, 40, 340, "All hills"), *lines)
    assert found == {"All hills": f"{LEFT[0]} incomprehensibly mill {LEFT[2]}"}


def test_words_of_a_file_without_spaces_are_one_line(newsroom: Newsroom) -> None:
    words = ["incomprehensibly", "a", "mill"]
    driven = [text(10, 40 + at, 288, word) for word, at in zip(words, (0, 86, 110), strict=True)]
    found = bodies(
        newsroom,
        text(24, 40, 340, "All hills"),
        text(10, 40, 300, LEFT[0]),
        *driven,
        text(10, 40, 276, LEFT[2]),
    )
    assert found == {"All hills": f"{LEFT[0]} {' '.join(words)} {LEFT[2]}"}


def test_words_set_tight_in_a_file_without_spaces_are_words(newsroom: Newsroom) -> None:
    tight = [
        f"BT /F 10 Tf 40 {y} Td [{' -160 '.join(f'({word})' for word in line.split())}] TJ ET"
        for y, line in zip((300, 288, 276), LEFT, strict=True)
    ]
    assert bodies(newsroom, text(24, 40, 340, "All hills"), *tight) == {"All hills": " ".join(LEFT)}


def test_a_word_that_is_divided_in_a_headline_is_one_word(newsroom: Newsroom) -> None:
    head = [text(24, 40, 360, "All the mil-"), text(24, 40, 334, "lers sell mills")]
    assert bodies(newsroom, *head, *column(40, 300, LEFT)) == {"All the millers sell mills": " ".join(LEFT)}


def test_an_initial_over_several_lines_begins_its_word(newsroom: Newsroom) -> None:
    beside = [text(10, 66, 300, LEFT[0][1:-5]), text(10, 66, 288, LEFT[1][:-5])]
    below = [text(10, 40, 276, f"{LEFT[2][:-1]} {LEFT[0]}."), text(10, 50, 264, RIGHT[0])]
    found = bodies(newsroom, text(24, 40, 340, "All hills"), text(30, 40, 286, "A"), *beside, *below)
    assert found == {"All hills": f"A{LEFT[0][1:-5]} {LEFT[1][:-5]} {LEFT[2][:-1]} {LEFT[0]}.\n\n{RIGHT[0]}"}


def test_a_few_glyphs_without_a_character_are_marked_and_left_to_the_editor(newsroom: Newsroom) -> None:
    code = [text(24, 40, 340, "All hills"), *column(40, 300, LEFT * 3), "BT /F1 10 Tf 40 150 Td <0041> Tj ET"]
    newsroom.file(f"raw/{DAY}/01.pdf", of_stream("\n".join(code), *font_without_map(6), fonts="/F1 6 0 R"))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert "1 lost-before" in run.out
    assert newsroom.article(1).body.count("\ufffd") == 1
