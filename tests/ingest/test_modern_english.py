"""Modern English pages: headlines in sentence case, datelines, jumps, letters to the editor, obituaries, scores."""

import pytest

from broadsheet.model.article import Article
from tests.ingest.newsroom import Newsroom

BRIDGE = """City opens new bridge
By JANE ROE
Staff Writer
SPRINGFIELD, Ill. (AP) — The new East
Bridge opened to traffic on Sunday, two
months ahead of schedule, ending years of
detours for commuters on the east side.
See BRIDGE, Page A4
"""
BOARD = """School board names chief
The school board named Mary Major as
superintendent on Monday night by a vote
of five to two, the first woman to hold
the post in the district’s history.
"""


def articles(newsroom: Newsroom, text: str) -> list[Article]:
    newsroom.page(text)
    assert newsroom.ingest().code == 0
    return newsroom.articles()


def test_a_headline_in_sentence_case_stands_above_its_text(newsroom: Newsroom) -> None:
    bridge, board = articles(newsroom, BRIDGE + BOARD)
    assert (bridge.title, board.title) == ("City opens new bridge", "School board names chief")
    assert (bridge.byline, bridge.authors) == ("By JANE ROE Staff Writer", ("JANE ROE",))
    assert bridge.jump == "See BRIDGE, Page A4"
    assert bridge.body.startswith("SPRINGFIELD, Ill. (AP) — The new East Bridge opened")


@pytest.mark.parametrize(
    "folio",
    [
        "A4   LOCAL NEWS   Springfield Herald",
        "SPORTS      C1",
        "Page B2 | OBITUARIES | Sunday, April 14, 2024",
        "B4 • Saturday, October 12 • The Springfield Ledger",
        "B6 OBITUARIES",
    ],
)
def test_the_parts_of_a_folio_line_stand_apart_in_any_order(newsroom: Newsroom, folio: str) -> None:
    bridge, board = articles(newsroom, f"{folio}\n{BRIDGE}{folio}\n{BOARD}")
    assert (bridge.title, board.title) == ("City opens new bridge", "School board names chief")
    assert folio not in bridge.body + board.body


def test_a_raw_line_may_be_a_whole_paragraph(newsroom: Newsroom) -> None:
    whole = [
        "SPRINGFIELD, April 14 — The new East Bridge opened to traffic on Sunday, two months ahead of schedule, ending years of detours for commuters on the east side of the river.",
        "The bridge has four lanes and a footpath, and it is the longest in the county, at 1.2 miles from shore to shore.",
        "“We did not expect to be done this soon,” said John Doe, the chief engineer on the project, which cost $240 million.",
    ]
    (bridge,) = articles(
        newsroom, "\n\n".join(["CITY OPENS NEW BRIDGE", "By JANE ROE", *whole, "Continued on Page A4", ""])
    )
    assert bridge.title == "CITY OPENS NEW BRIDGE"
    assert bridge.body == "\n\n".join(whole)
    assert bridge.jump == "Continued on Page A4"


def test_a_letter_is_signed_by_its_writer(newsroom: Newsroom) -> None:
    letters = """LETTERS TO THE EDITOR
Fix the potholes
To the Editor:
I have lived on Elm Street for
thirty years and have never seen
the road in such a state.
JOHN DOE
Springfield, April 10
Thanks to the library
To the Editor:
The staff of the public library
helped my children through a
long winter.
ANN SMITH
Shelbyville
"""
    first, second = articles(newsroom, letters)
    assert (first.title, first.authors) == ("Fix the potholes", ("JOHN DOE",))
    assert (second.title, second.authors) == ("Thanks to the library", ("ANN SMITH",))
    assert first.body.endswith("such a state.\n\nJOHN DOE\n\nSpringfield, April 10")
    assert second.body.endswith("long winter.\n\nANN SMITH\n\nShelbyville")


def test_an_obituary_begins_with_the_name_in_its_headline(newsroom: Newsroom) -> None:
    text = """John Q. Smith, 87, taught generations
SPRINGFIELD — John Q. Smith, who
taught mathematics at Central High
School for 41 years, died Tuesday at
his home. He was 87.
"""
    (obituary,) = articles(newsroom, text)
    assert obituary.title == "John Q. Smith, 87, taught generations"


def test_scores_keep_their_lines(newsroom: Newsroom) -> None:
    scores = [
        "Springfield 4, Shelbyville 2",
        "Ogdenville 7, North Haverbrook 0",
        "Capital City 3, Brockway 3",
    ]
    listing, board = articles(newsroom, "\n".join(["SCOREBOARD", *scores, BOARD]))
    assert (listing.title, listing.body) == ("SCOREBOARD", "\\\n".join(scores))
    assert board.title == "School board names chief"


def test_a_sentence_over_a_signature_is_text_on_a_page_whose_headlines_have_no_stop(
    newsroom: Newsroom,
) -> None:
    letters = """LETTERS
Keep the benches
To the editor:
The council says that the benches
on Mill Lane gather leaves. So they
do, and people. May I ask who will
sweep the empty square?
The benches were here first.
RUTH MARLOW
Dunmore
A word for the ferryman
To the editor:
At six on Friday my hat went over
the rail. The ferryman put the boat
about and fetched it with an oar.
HENRY COLE
Fairview
"""
    benches, ferryman = articles(newsroom, letters)
    assert (benches.title, ferryman.title) == ("Keep the benches", "A word for the ferryman")
    assert "sweep the empty square?\n\nThe benches were here first." in benches.body
    assert benches.status == ferryman.status == "published"


def test_a_year_that_ends_a_paragraph_is_no_page_number(newsroom: Newsroom) -> None:
    text = """Pipes outlive the people who laid them
By JANE ROE
The engineers who dug up the main
on Tuesday found a brass plate with
the names of those who laid it in
1951.
Nobody had known that it was there,
and it goes to the museum next week.
"""
    (pipes,) = articles(newsroom, text)
    assert "laid it in 1951.\n\nNobody had known" in pipes.body
