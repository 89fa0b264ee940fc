"""Pages in letters: which pages are read so, and what ingest owes to any text of them."""

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from broadsheet.ingest.text.repairs import repair
from broadsheet.model.script import Script, script_of
from tests.ingest.conftest import INGEST
from tests.ingest.newsroom import neutral, new_newsroom
from tests.ingest.test_properties import ink, read_by_all

SNIPPETS = (
    *(
        "com-",
        "mission",
        "kantona⸗",
        "len",
        "Ver=",
        "ein¬",
        "soft\u00ad",
        "Saint-",
        "Sébastien",
        "fera-t-",
        "il",
    ),
    *("Handels-", "und", "1852-", "53", "-", "⸗", "—", "- ", "— ", "l'", "d’", "ſ", "ꝛc.", "Œ", "½", "℔"),
    *(
        "LE COURRIER",
        "Nr. 5",
        "12 fr.",
        "ABONNEMENTS",
        "ANGLETERRE",
        "II",
        "* * *",
        "————",
        "(",
        "[",
        "«",
        "„",
    ),
    *(
        "Paris, le 12 janvier. ",
        "Berlin, 3. März. ",
        "London, 12 Nov. ",
        "On lit dans le Temps : ",
        "* Item ",
        "[Titre.] ",
    ),
    *(
        "A. HUC.",
        "(La suite à demain.)",
        "(Fortsetzung folgt.)",
        "Par Jules Verne",
        "N. D. L. R. : ",
        "1) ",
        "1. ",
        "+ ",
    ),
    *(
        "La séance est ouverte.",
        "der Landtag hat",
        "the Lords met this day;",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "\f",
    ),
)
letters = st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=4)), max_size=40).flatmap(
    lambda parts: st.sampled_from(["\n", " ", ""]).map(lambda seam: seam.join(parts))
)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("小镇的夜校昨晚开课", Script.HAN),
        ("来自Internet Archive的材料", Script.HAN),
        ("2024", Script.HAN),
        ("", Script.HAN),
        ("La séance est ouverte.", Script.LETTERS),
        ("Der Brief aus Peking (北京) traf ein.", Script.LETTERS),
        ("Лондон, 3 марта", Script.LETTERS),
    ],
)
def test_a_page_is_read_in_the_script_of_most_of_its_words(text: str, script: Script) -> None:
    assert script_of(text) is script


@settings(INGEST, max_examples=200)
@given(letters)
@example("Die kantona⸗\nlen Steuern\n⸗\n-")
@example("a-\n\nb-\nc")
@example("ﬀ")
@example("\uf900")
def test_any_page_of_letters_reaches_the_reader_whole(text: str) -> None:
    with new_newsroom() as newsroom:
        newsroom.page(text.encode())
        run = newsroom.ingest()
        if run.code:
            assert "no-text" in run.err or "bad-bytes" in run.err
            return
        printed = "".join(map(read_by_all, newsroom.articles()))
        aside = "".join(neutral(text.encode())["furniture"])
        assert ink(printed) + ink(aside) == ink(repair(text).text)


words = st.lists(
    st.sampled_from(
        ["la", "ville", "dans", "une", "maison", "blanche", "rouge", "petite", "rivière", "avec", "lettre"]
    ),
    min_size=9,
)
sentences = words.map(lambda found: " ".join(found).capitalize() + ".")


@settings(INGEST, max_examples=40)
@given(st.lists(sentences, min_size=2, max_size=4), st.sampled_from("-⸗=¬"))
def test_words_parted_or_divided_at_line_ends_come_back_whole(texts: list[str], hyphen: str) -> None:
    page = "".join(divided(text, hyphen) for text in texts)
    articles = neutral(page)["articles"]
    read = " ".join(block["text"] for article in articles for block in article["body"])
    assert Counter(read.split()) == Counter(" ".join(texts).split())


def divided(text: str, hyphen: str, measure: int = 30) -> str:
    """Set a text in lines of about `measure` characters; a word that does not fit is divided after its third letter."""
    lines = [""]
    for word in text.split():
        line = f"{lines[-1]} {word}".lstrip()
        if len(line) <= measure:
            lines[-1] = line
        elif len(word) > 6:
            lines[-1] = f"{lines[-1]} {word[:3]}{hyphen}".lstrip()
            lines.append(word[3:])
        else:
            lines.append(word)
    return "\n".join(lines) + "\n"


PAGE = """\
La Chambre a entendu hier la lecture du rapport de la com-
mission du budget. Les députés de Saint-
Sébastien ont demandé la parole.
"""


def test_the_report_tells_what_became_of_each_divided_word() -> None:
    with new_newsroom() as newsroom:
        page = newsroom.page(PAGE)
        assert newsroom.ingest().code == 0
        report = page.with_suffix(".review.html").read_text(encoding="utf-8")
        assert "行末断词 2 处" in report
        assert "com-|mission → commission" in report
        assert "Saint-|Sébastien → Saint-Sébastien" in report


@pytest.mark.parametrize("quote", ["la commission du budget", "la com-mission du", "Saint-Sébastien ont"])
def test_a_ruling_may_quote_words_as_printed_or_as_read(quote: str) -> None:
    with new_newsroom() as newsroom:
        newsroom.page(PAGE, rulings=f"rulings:\n  - at: {quote}\n    title: Le budget\n")
        run = newsroom.ingest()
        assert run.code == 0, run.err
        assert newsroom.article(1).title == "Le budget"


ITEMS = """\
Preßprozeß. Vor dem Wiener Schwurgericht begann gestern
die Verhandlung gegen den Redakteur Ludwig Bretschneider
wegen Vergehens gegen das Gesetz.
Ein Unglücksfall. Gestern Nachmittags stürzte der Maurer
Franz Kolar von dem Gerüste eines Neubaues in der Gasse
und blieb todt liegen.
"""


def test_a_title_told_by_its_words_alone_is_a_doubt_that_a_ruling_settles() -> None:
    with new_newsroom() as newsroom:
        page = newsroom.page(ITEMS)
        assert "1 perhaps-one-story" in newsroom.ingest().out
        assert len(newsroom.articles()) == 2
        assert "Ein Unglü" in page.with_suffix(".review.html").read_text(encoding="utf-8")
    with new_newsroom() as newsroom:
        newsroom.page(ITEMS, rulings="rulings:\n  - at: Ein Unglücksfall.\n    do: merge\n")
        assert "perhaps-one-story" not in newsroom.ingest().out
        assert len(newsroom.articles()) == 1


TWO = """\
Le conseil municipal a voté hier une somme de quarante
mille francs pour l'achèvement du palais des Beaux-Arts.
"""
MORE = """\
Une tempête a ravagé la côte. Sept bâtiments ont été jetés
sur les rochers, et l'on compte douze victimes.
"""


@pytest.mark.parametrize(
    ("between", "stories"),
    [
        ("", 1),
        ("ESPAGNE\n", 2),
        ("Nouvelles diverses.\n", 2),
        ("* * *\n", 1),
        ("II\n", 1),
        ("Madrid, 3 mars. — ", 2),
        ("[Un sinistre.] ", 2),
        ("* ", 2),
        ("— ", 1),
        ("(La suite à demain.)\n", 2),
        ("A. HUC.\n", 2),
        ("Il le fallait bien.\n", 1),
        ("— Partons, dit-il.\n", 1),
        ("Blé de choix 24 50\n", 1),
    ],
)
def test_what_parts_two_stories(between: str, stories: int) -> None:
    assert len(neutral(TWO + between + MORE)["articles"]) == stories


def test_a_blank_line_parts_stories_where_most_paragraphs_have_none() -> None:
    assert len(neutral(TWO + MORE + TWO + "\n" + MORE)["articles"]) == 2
    assert len(neutral(f"{TWO}\n{MORE}\n{TWO}\n{MORE}")["articles"]) == 1


def test_a_masthead_is_furniture_and_the_text_below_it_is_not() -> None:
    masthead = [
        "6e Année — N° 1479",
        "LA GAZETTE",
        "ABONNEMENTS",
        "pour la ville 18 fr.",
        "Dimanche 4 avril 1875",
    ]
    page = neutral("\n".join(masthead) + "\nTOULOUSE\n" + TWO + "Prix du blé : 24 fr. 50\n" + MORE)
    assert page["furniture"] == masthead
    assert page["articles"][0]["title"] == "TOULOUSE"


def test_paragraphs_of_a_web_page_in_letters_may_be_joined() -> None:
    html = "<article><h1>The Gale</h1><p>The storm struck the coast of Kent at mid-</p><p>night. Eleven vessels were lost.</p></article>"
    with new_newsroom() as newsroom:
        newsroom.file("raw/2031-05-06/01.rulings.yaml", "rulings:\n  - at: night. Eleven\n    do: join\n")
        newsroom.file("raw/2031-05-06/01.html", html)
        run = newsroom.ingest()
        assert run.code == 0, run.err
        assert "at midnight. Eleven" in newsroom.article(1).body


def test_text_below_a_folio_line_is_no_masthead_though_it_speaks_of_papers() -> None:
    text = """\
der Sitzung vom Montag, in der die Bestellungen für
die Expedition nach dem Norden besprochen wurden. Ein
Abonnement auf das Blatt des Vereins, das vierteljähr-
lich herauskommt, kostet nach wie vor zwei Gulden.
"""
    page = neutral("1334\n" + text)
    assert page["furniture"] == ["1334", "-"]
    assert len(page["articles"]) == 1
