"""Plain values into typed data, for every kind of field that a record may have."""

import datetime as dt
import enum

import msgspec
import pytest

from broadsheet.manuscript.located import Located
from broadsheet.manuscript.schema import convert, spell
from broadsheet.model.errors import ManuscriptError


class Sort(enum.StrEnum):
    NEWS = "news"
    SPORT = "sport"


class Corner(msgspec.Struct, frozen=True, array_like=True):
    x: float
    y: float


def record() -> type[msgspec.Struct]:
    """Return a new kind of record: the fields of a kind are looked up once."""

    class Note(msgspec.Struct, frozen=True, kw_only=True):
        text: str
        day: dt.date | None = None

    class Record(msgspec.Struct, frozen=True, kw_only=True):
        title: str
        count: int = 7
        share: float = 0
        supplied: bool = False
        sort: Sort = Sort.NEWS
        moment: dt.datetime | None = None
        tags: tuple[str, ...] = ("x",)
        notes: tuple[Note, ...] = ()
        corners: tuple[Corner, ...] = ()
        pages: dict[int, Note] = {}
        body: str = ""

    return Record


def converted(**fields: object) -> object:
    """Return what plain values make of a record, as plain data."""
    located = Located({"title": "", **fields})
    return msgspec.to_builtins(convert(located, record(), "a.yaml", leave_out=frozenset({"body"})))


def test_every_kind_of_value_is_read() -> None:
    assert converted(
        title="1949",
        count="012",
        share="2.5e1",
        supplied="True",
        sort="sport",
        moment="2024-04-15 18:00",
        tags=["甲", ""],
        notes=[{"text": "", "day": "2024-04-15"}, {"text": "乙", "day": ""}],
        corners=[["1", "2."], ["0.5", "0"]],
        pages={"1": {"text": "要闻"}, "002": {"text": ""}},
    ) == {
        "title": "1949",
        "count": 12,
        "share": 25.0,
        "supplied": True,
        "sort": "sport",
        "moment": "2024-04-15T18:00:00",
        "tags": ("甲", ""),
        "notes": ({"text": "", "day": "2024-04-15"}, {"text": "乙", "day": None}),
        "corners": ([1.0, 2.0], [0.5, 0.0]),
        "pages": {1: {"text": "要闻", "day": None}, 2: {"text": "", "day": None}},
        "body": "",
    }


def test_an_empty_value_is_none_and_one_text_a_list_of_one() -> None:
    fields = dict.fromkeys(("count", "share", "supplied", "sort", "moment", "tags", "notes", "pages"), "")
    assert converted(**fields) == converted()
    assert converted(tags="甲") == converted(tags=["甲"])


def test_true_and_false_may_have_capitals() -> None:
    assert [converted(supplied=word) == converted() for word in ("false", "FALSE", "true")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-04-15T18:00:09", "2024-04-15T18:00:09"),
        ("2024-04-15 18:00Z", "2024-04-15T18:00:00Z"),
        ("2024-04-15T18:00+08:00", "2024-04-15T18:00:00+08:00"),
        ("0002-01-01 00:00", "0002-01-01T00:00:00"),
        ("9998-12-31 23:59", "9998-12-31T23:59:00"),
    ],
)
def test_a_time_may_have_seconds_and_an_offset(text: str, moment: str) -> None:
    assert converted(moment=text) == converted() | {"moment": moment}  # type: ignore[operator]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"titel": "甲"}, "unknown-key: there is no key `titel`\n    → did you mean `title`?"),
        ({"body": "甲"}, "unknown-key: there is no key `body`\n    → the keys are: title, count, share, "),
        ({"count": "999999999"}, ""),
        ({"count": "1000000000"}, "bad-value: `count` has 10 digits, and 9 are the most\n    → mend the number; "),
        ({"count": "-1"}, "bad-value: `count` should be a whole number, and is “-1”\n    → write it in digits, like 3; "),
        ({"share": "1e309"}, "bad-value: `share` is too large: “1e309”\n    → mend the number; see `share` in "),
        ({"share": ".5"}, "bad-value: `share` should be a number, and is “.5”\n    → write it in digits, like 0.25; "),
        ({"sort": "spot"}, "bad-value: `sort` cannot be “spot”\n    → did you mean `sport`?; see `sort` in docs/"),
        ({"sort": "x"}, "bad-value: `sort` cannot be “x”\n    → write one of: news, sport; see `sort` in docs/"),
        ({"sort": []}, "bad-value: `sort` should not be a list\n    → write one of: news, sport; see `sort` in docs/"),
        ({"moment": {}}, "bad-value: `moment` should not be a record of keys and values\n    → write it like 2024-04-15 "),
        ({"moment": "0001-01-01 00:00"}, "bad-value: `moment` should be a date and a time, and is “0001-01-01 "),
        ({"notes": [{"day": ""}]}, "bad-value: `notes[1]` has no `text`\n    → add a line `text: …`; see `notes` in docs/"),
        ({"corners": [["1"]]}, "bad-value: `corners[1]` should be a list of 2\n    → write [x, y]; see `corners` in docs/"),
        ({"corners": [["1", "a"]]}, "bad-value: `corners[1][2]` should be a number, and is “a”\n    → write it in digits"),
        ({"pages": {"1": "甲"}}, "bad-value: `pages.1` should be keys and values, and is a text\n    → write keys and "),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_by_the_name_of_its_field(fields: dict[str, object], told: str) -> None:
    if not told:
        converted(**fields)
        return
    with pytest.raises(ManuscriptError) as caught:
        converted(**fields)
    assert str(caught.value).startswith(f"a.yaml:1:1: error {told}")
    assert str(caught.value).endswith(" docs/stylebook.md")


def test_a_file_without_a_field_that_it_needs_is_told_at_its_beginning() -> None:
    with pytest.raises(ManuscriptError) as caught:
        convert(Located({}), record(), "a.yaml")
    assert str(caught.value) == (
        "a.yaml:1:1: error bad-value: the file has no `title`\n"
        "    → add a line `title: …`; see `title` in docs/stylebook.md"
    )


def test_a_route_is_spelled_as_editors_count() -> None:
    assert spell(("photos", 1, "file")) == "photos[2].file"
    assert spell(("corners", 0, 1)) == "corners[1][2]"
    assert spell(()) == ""
