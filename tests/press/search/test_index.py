"""The search index, asked by the scripts that readers get: what an article holds finds it, and what none holds does not."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet.press.search.folding import folded
from broadsheet.press.search.periods import periods
from broadsheet.press.search.text import SearchText, name_of
from tests.press.search.asking import Address, Answer, article, ask, lay_out

FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXTS = st.lists(
    st.text("甲乙丙丁戊己庚辛，。\n 臺台Ａa1𠮷", min_size=2, max_size=60), min_size=1, max_size=12
)
DATE = "2024-04-15"


def search(
    folder: Path,
    editions: Mapping[str, Sequence[SearchText]],
    *queries: str | Mapping[str, object],
    language: str = "zh-Hans",
) -> list[Answer]:
    lay_out(folder / "index", editions, language)
    fields = [{"q": query} if isinstance(query, str) else query for query in queries]
    return ask(folder / "index", fields, folder / "workshop")


def numbers(folder: Path, texts: Sequence[str], *queries: str, language: str = "zh-Hans") -> list[list[int]]:
    """The indices of the texts that each query finds, all of one page of one edition."""
    printed = [article(text, order=order) for order, text in enumerate(texts, 1)]
    answers = search(folder, {DATE: printed}, *queries, language=language)
    return [sorted(order - 1 for _, _, order in answer.found) for answer in answers]


def holding(texts: Sequence[str], phrase: str) -> list[int]:
    """The indices of the texts that hold a phrase, white space aside."""
    plain = "".join(folded(phrase).split())
    lines = [["".join(line.split()) for line in folded(text).split("\n")] for text in texts]
    return [number for number, found in enumerate(lines) if any(plain in line for line in found)]


@FEW
@given(TEXTS, st.data())
def test_every_part_of_a_text_finds_it(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject
) -> None:
    lines = [line for text in texts for line in text.split("\n") if any(map(str.isalnum, line))]
    phrases = []
    for line in lines[:8]:
        start = data.draw(st.integers(0, len(line) - 1))
        part = line[start : data.draw(st.integers(start + 1, len(line)))]
        if any(map(str.isalnum, part)):
            phrases.append(part)
    found = numbers(tmp_path_factory.mktemp("part"), texts, *(f"“{phrase}”" for phrase in phrases))
    for phrase, numbers_found in zip(phrases, found, strict=True):
        assert set(holding(texts, phrase)) <= set(numbers_found), phrase


@FEW
@given(TEXTS)
def test_one_and_two_characters_find_exactly_the_texts_that_hold_them(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    phrases = ["甲", "臺", "1", *(f"{one}{two}" for one in "甲乙台A" for two in "甲丙臺1")]
    found = numbers(tmp_path_factory.mktemp("pair"), texts, *phrases)
    assert found == [holding(texts, phrase) for phrase in phrases]


def test_parts_of_a_phrase_that_stand_elsewhere_do_not_find_it(tmp_path: Path) -> None:
    texts = ["国家发展改革委员会", "改革发展国家大事", "发展，改革", "发展改革"]
    assert numbers(tmp_path, texts, "发展改革", "国家发展", "改革委员", "革发", "展改") == [
        [0, 3],
        [0],
        [0],
        [1],
        [0, 3],
    ]


def test_several_words_find_what_has_them_all(tmp_path: Path) -> None:
    texts = ["春耕在田间，水渠已通", "水渠", "春耕"]
    assert numbers(tmp_path, texts, "春耕 水渠", "水渠　春耕", "春耕", "“春耕水渠”", "春耕 水库") == [
        [0],
        [0],
        [0, 2],
        [],
        [],
    ]


def test_scripts_width_and_case_find_each_other(tmp_path: Path) -> None:
    texts = ["臺灣頭髮與ＧＤＰ", "台湾头发与gdp", "M７７７榴彈炮"]
    assert numbers(tmp_path, texts, "台湾", "頭髮", "Gdp", "ｇｄｐ", "m777", "榴弹") == [
        [0, 1],
        [0, 1],
        [0, 1],
        [0, 1],
        [2],
        [2],
    ]


def test_what_paragraphs_part_is_no_phrase(tmp_path: Path) -> None:
    assert numbers(tmp_path, ["上一段末\n下一段首"], "段末", "末下", "“末\n下”") == [[0], [], []]


def test_english_words_are_found_whole_in_quotation_marks_and_by_their_beginning_without(
    tmp_path: Path,
) -> None:
    texts = [
        "The ferry left.",
        "Two ferries were leaving the pier",
        "A café; the ferryman left",
        "left the ferry",
    ]
    assert numbers(
        tmp_path, texts, "ferr", '"ferry"', '"ferry left"', "CAFE", "erry", "the left", language="en"
    ) == [
        [0, 1, 2, 3],
        [0, 3],
        [0],
        [2],
        [],
        [0, 2, 3],
    ]


def test_dates_sections_and_authors_narrow_a_search(tmp_path: Path) -> None:
    def printed(section: str, *authors: str) -> SearchText:
        names = (name_of("section", section), *(name_of("author", name) for name in authors))
        return article("春耕", names=names)

    editions = {
        "2022-12-31": [printed("要闻", "张海莺")],
        "2023-11-02": [printed("要闻", "李四")],
        "2024-04-09": [printed("副刊", "張海鶯", "Renée Dupont")],
        "2024-04-15": [printed("要闻")],
    }
    queries: dict[tuple[str, ...], dict[str, object]] = {
        ("2024-04-15", "2023-11-02", "2022-12-31"): {"section": "要闻"},
        ("2024-04-09", "2022-12-31"): {"author": "张海莺"},
        ("2024-04-09",): {"q": "春耕", "author": "Renée Dupont"},
        ("2024-04-15", "2024-04-09"): {"q": "春耕", "from": "2024"},
        ("2023-11-02", "2022-12-31"): {"q": "春耕", "to": "2023"},
        ("2023-11-02", "2024-04-09"): {
            "q": "春耕",
            "from": "2023-11",
            "to": "2024-04-14",
            "oldestFirst": True,
        },
        (): {"q": "春耕", "from": "2023", "to": "2023-10"},
    }
    answers = search(tmp_path, editions, *queries.values())
    assert [tuple(date for date, _, _ in answer.found) for answer in answers] == list(queries)


def test_answers_come_in_the_order_of_print(tmp_path: Path) -> None:
    dates = ("2022-05-06", "2024-04-14", "2024-04-15")
    places = ((1, 1), (1, 2), (3, 1))
    editions = {date: [article("春耕", *place) for place in places] for date in dates}
    newest, oldest = search(tmp_path, editions, {"q": "春耕"}, {"q": "春耕", "oldestFirst": True})
    in_print: list[Address] = [(date, *place) for date in dates for place in places]
    assert oldest.found == in_print
    assert newest.found == [(date, *place) for date in reversed(dates) for place in places]


def test_recent_answers_are_found_without_the_archive(tmp_path: Path) -> None:
    dates = [f"{year}-0{month}-1{day}" for year in range(2001, 2024) for month in (1, 2) for day in range(3)]
    editions = {date: [article(f"春耕{date}", order=order) for order in range(1, 5)] for date in dates}
    few, everything = search(
        tmp_path, editions, {"q": "春耕", "most": 4, "fresh": True}, {"q": "春耕", "fresh": True}
    )
    assert {date for date, _, _ in few.found} == {dates[-1]}
    assert len(everything.found) == 4 * len(dates)
    assert few.files < everything.files / 4


@given(st.lists(st.dates().map(str), min_size=2, unique=True).map(sorted))
def test_each_edition_is_in_one_period_and_a_new_one_leaves_old_years_alone(dates: list[str]) -> None:
    before, after = periods(dates[:-1]), periods(dates)
    assert [date for found in after.values() for date in found] == dates
    assert list(after) == sorted(after)
    assert all(date.startswith(period) for period, found in after.items() for date in found)
    sealed = {period for period in before if len(period) == len("2024")}
    assert {period: before[period] for period in sealed} == {period: after[period] for period in sealed}
