"""Layouts that mix kinds: a folio line inside a column, a table beside a story, a poem under a photo, a signature at the end."""

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.model.article import Status
from tests.ingest.conftest import INGEST
from tests.ingest.matter.test_rows import LISTINGS
from tests.ingest.matter.test_verse import FREE, MARKED, PAIRS, SEVEN, TUNE
from tests.ingest.newsroom import neutral, new_newsroom
from tests.ingest.stories.test_evidence import BOOKS, CLOSINGS, FOLIOS, JUMPS, SERVICES, SIGNED, TOWER
from tests.ingest.stories.test_make_up import CLOCK, LIBRARY, MEASURE, lines
from tests.ingest.typesetter import set_paragraph

POEMS = (FREE, SEVEN, PAIRS, TUNE, MARKED)
CAPTION = "▲孩子们在车旁挑书。"


class Layout(NamedTuple):
    """A page, and the lines of its poem and its table, which are neither headlines nor text of the stories."""

    text: str
    kept: tuple[str, ...]


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Draw a page of two stories, a poem and a table in any order, with lines of other kinds in them and below them."""
    column = [line for text in LIBRARY for line in set_paragraph(text, MEASURE)]
    column.insert(draw(st.integers(1, len(column) - 1)), draw(st.sampled_from([*FOLIOS, *SERVICES])))
    title, name, verse = draw(st.sampled_from(POEMS))
    table = draw(st.sampled_from(sorted(LISTINGS.values())))
    closing, jump = draw(st.sampled_from(["", *CLOSINGS])), draw(st.sampled_from(["", *JUMPS]))
    photo = draw(st.sampled_from(["", CAPTION]))
    parts = [
        "\n".join([BOOKS, *column, *filter(None, [photo, closing])]) + "\n",
        lines(TOWER, SIGNED, CLOCK, *filter(None, [jump])),
        "\n".join([title, name, *verse]) + "\n",
        "\n".join(table) + "\n",
    ]
    return Layout("".join(draw(st.permutations(parts))), (*verse, *table[1:]))


@settings(INGEST, max_examples=120)
@given(layouts())
def test_a_mixed_layout_is_right_or_said(layout: Layout) -> None:
    """A published article has the headline that print gave its text, and no line of verse or of a table in its text."""
    with new_newsroom() as newsroom:
        newsroom.page(layout.text)
        assert newsroom.ingest().code == 0
        for article in newsroom.articles():
            if article.status is Status.REVIEW:
                continue
            assert not {article.title, article.kicker, *article.deck} & set(layout.kept)
            own = [story for story in (LIBRARY, CLOCK) if story[0] in article.body]
            assert [article.title] == [BOOKS if LIBRARY in own else TOWER] or not own
            assert not own or not [line for line in layout.kept if line in article.body.split("\n")]


def texts(value: Any) -> Iterator[str]:
    """Yield every text of a page as neutral JSON."""
    if isinstance(value, dict):
        yield from (text for key, one in value.items() if key != "type" for text in texts(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in texts(one))
    elif isinstance(value, str):
        yield value


@settings(INGEST, max_examples=60)
@given(layouts(), st.randoms(use_true_random=False))
def test_the_neutral_json_of_any_layout_has_each_character_once(layout: Layout, chance: Random) -> None:
    """Lines in another order, as where columns interrupt each other, lose nothing and repeat nothing either."""
    lines = layout.text.splitlines()
    at = chance.randrange(len(lines))
    page = "\n".join([*lines[at:], *lines[:at]])
    made = "".join(texts(neutral(page)))
    assert Counter("".join(made.split())) == Counter("".join(page.split()))
