"""Quotes that a report suggests for rulings: the shortest that is found once in the text of the page."""

import pytest

from broadsheet.ingest.text.quotes import Furniture, InkedText, find_in_text, in_text
from broadsheet.model.page_reading import PageReading, Passage, Role
from broadsheet.model.source import SourceText, Span

ONCE = "小镇的夜校昨晚开课，首批学员三十人走进了教室。"
TWICE = "小镇的夜校昨晚开课，首批学员五十人走进了教室。"
NONE = PageReading(stories=())


def quote(text: str, offset: int, reading: PageReading = NONE) -> str:
    return InkedText.of(SourceText.of("01.txt", text)).quote_from(offset, Furniture.of(reading))


def test_a_quote_has_eight_characters_where_that_is_enough() -> None:
    assert quote(ONCE, 0) == "小镇的夜校昨晚开"
    assert quote(ONCE, 4) == "校昨晚开课，首批"


def test_a_quote_is_as_long_as_it_must_be() -> None:
    assert quote(f"{ONCE}\n{TWICE}", 0) == "小镇的夜校昨晚开课，首批学员三"
    assert quote(f"{ONCE}\n{TWICE}", len(ONCE) + 1) == "小镇的夜校昨晚开课，首批学员五"


def test_white_space_does_not_count() -> None:
    assert quote("小镇 的夜\n校昨晚开课，首批", 0) == "小镇的夜校昨晚开"
    assert quote("小镇 的夜\n校昨晚开课，首批", 2) == "的夜校昨晚开课，"


def test_a_quote_that_is_found_twice_has_sixty_characters() -> None:
    text = "".join(f"{n:02d}夜" for n in range(30))
    assert quote(f"{text}\n{text}", 0) == text[:60]
    assert len(quote(f"{text[:60]}甲{text[:60]}乙", 0)) == 60


def test_a_quote_of_letters_keeps_the_spaces_between_words() -> None:
    assert quote("The  night\nschool was opened", 0) == "The night"
    assert quote("so it\nis", 0) == "so it is"


def test_what_is_quoted_in_furniture_does_not_count_where_text_has_it() -> None:
    source = SourceText.of("01.txt", f"{ONCE}\n{ONCE}")
    first, second = (line.span for line in source.lines)
    aside = PageReading(stories=(), furniture=(Passage(Role.FURNITURE, (first,)),))
    at = find_in_text(source, aside, "夜校昨晚")
    assert at == (Span(second.start + 3, second.start + 7),)
    assert find_in_text(source, NONE, "夜校昨晚") == (Span(3, 7), *at)
    both = PageReading(stories=(), furniture=(Passage(Role.FURNITURE, (first, second)),))
    assert find_in_text(source, both, "夜校昨晚") == (Span(3, 7), *at)
    assert in_text((Span(3, 7),), both) == (Span(3, 7),)
    assert InkedText.of(source).quote_from(second.start, Furniture.of(aside)) == "小镇的夜校昨晚开"


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("commission of", [4]),
        ("com-mission of", [4]),
        ("well-known men", [24]),
        ("wellknown", []),
        ("-- it", [44]),
        ("", []),
    ],
)
def test_a_hyphen_at_a_line_end_may_be_quoted_or_not(words: str, at: list[int]) -> None:
    inked = InkedText.of(SourceText.of("01.txt", "the com-\nmission of the well-known men said\n-- it was"))
    assert [span.start for span in inked.find(words)] == at


def test_a_hyphen_that_stands_alone_at_a_line_end_is_ink() -> None:
    inked = InkedText.of(SourceText.of("01.txt", "he said -\nit was"))
    assert inked.text == "hesaid-itwas"
