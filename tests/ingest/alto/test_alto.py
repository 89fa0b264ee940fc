"""Pages in ALTO come in by the same road; METS says which blocks are one article; words that are in doubt are doubts."""

import io

import pytest
from PIL import Image

from broadsheet.manuscript.records.page_file import read_page_map
from tests.ingest.newsroom import DAY, Newsroom

LEFT = [
    "The bridge over the river was opened",
    "this morning by the eldest of the",
    "ferrymen, who will not be needed now.",
]
RIGHT = [
    "Thirty orchards were counted in the",
    "valley, and every one of them bears",
    "more fruit than in the year before.",
]
MORE = [
    "No orchard had been counted since the",
    "great flood took half of the trees to",
    "the sea and left the other half bare.",
]


def string(word: str, x: int, y: int, *, high: int, sure: float) -> str:
    wide = int(len(word) * high * 0.5)
    return f'<String CONTENT="{word}" HPOS="{x}" VPOS="{y}" WIDTH="{wide}" HEIGHT="{high}" WC="{sure}"/>'


def text_block(name: str, lines: list[str], x: int, y: int, *, high: int = 12, sure: float = 0.95) -> str:
    rows = []
    for n, line in enumerate(lines):
        at, words = x + (0 if n else 2 * high), []
        for word in line.split():
            words.append(string(word, at, y + n * high * 3 // 2, high=high, sure=sure))
            at += int((len(word) + 1) * high * 0.5)
        rows.append(
            f'<TextLine HPOS="{x}" VPOS="{y + n * high * 3 // 2}" WIDTH="220" HEIGHT="{high}">{"".join(words)}</TextLine>'
        )
    return f'<TextBlock ID="{name}" HPOS="{x}" VPOS="{y}" WIDTH="220" HEIGHT="60">{"".join(rows)}</TextBlock>'


def alto(*blocks: str) -> str:
    return (
        '<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout>'
        f'<Page WIDTH="800" HEIGHT="600"><PrintSpace>{"".join(blocks)}</PrintSpace></Page></Layout></alto>'
    )


def two_stories(*, sure: float = 0.95) -> str:
    return alto(
        text_block("h1", ["Bridge opened"], 40, 40, high=26),
        text_block("t1", LEFT, 40, 90),
        text_block("h2", ["Orchards counted"], 320, 40, high=26),
        text_block("t2", RIGHT, 320, 90, sure=sure),
        text_block("t3", MORE, 560, 330),
    )


def mets(*articles: list[str]) -> str:
    divs = "".join(
        f'<div TYPE="ARTICLE" ID="A{n}">'
        + "".join(f'<fptr><area FILEID="ALTO1" BEGIN="{block}" BETYPE="IDREF"/></fptr>' for block in blocks)
        + "</div>"
        for n, blocks in enumerate(articles)
    )
    return (
        '<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink"><fileSec><fileGrp>'
        '<file ID="ALTO1"><FLocat xlink:href="file://alto/01.xml"/></file></fileGrp></fileSec>'
        f'<structMap TYPE="LOGICAL"><div TYPE="ISSUE">{divs}</div></structMap></mets>'
    )


def test_words_in_two_columns_are_two_articles_with_their_headlines(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.xml", two_stories())
    run = newsroom.ingest()
    assert run.code == 0, run.err
    found = {article.title: article.body for article in newsroom.articles()}
    assert found["Bridge opened"] == " ".join(LEFT)
    assert found["Orchards counted"] == " ".join(RIGHT)


def test_the_blocks_of_an_article_in_mets_are_one_article(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.xml", two_stories())
    newsroom.file(f"raw/{DAY}/mets.xml", mets(["h1", "t1"], ["h2", "t2", "t3"]))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    found = {article.title: article.body for article in newsroom.articles()}
    assert found == {
        "Bridge opened": " ".join(LEFT),
        "Orchards counted": f"{' '.join(RIGHT)}\n\n{' '.join(MORE)}",
    }


def linked_mets(*articles: list[str], grouped: bool) -> str:
    """Return METS whose articles are empty, and lead to divisions of the physical map by structural links."""
    ends = [(f"A{n}", block) for n, blocks in enumerate(articles) for block in blocks]
    links = "".join(
        f'<smLinkGrp><smLocatorLink xlink:href="#{one}"/><smLocatorLink xlink:href="#{other}"/></smLinkGrp>'
        if grouped
        else f'<smLink xlink:from="#{one}" xlink:to="#p-{other}"/>'
        for one, other in ends
    )
    areas = "".join(
        f'<div ID="p-{block}"><fptr><area FILEID="ALTO1" BEGIN="{block}"/></fptr></div>' for _, block in ends
    )
    divs = "".join(f'<div TYPE="ARTICLE" ID="A{n}"/>' for n in range(len(articles)))
    return mets().replace(
        '<div TYPE="ISSUE"></div></structMap>',
        f'<div TYPE="ISSUE">{divs}</div></structMap><structMap TYPE="PHYSICAL"><div>{areas}</div></structMap>'
        f"<structLink>{links}</structLink>",
    )


@pytest.mark.parametrize("grouped", [True, False])
def test_the_blocks_to_which_links_of_mets_lead_are_one_article(newsroom: Newsroom, *, grouped: bool) -> None:
    newsroom.file(f"raw/{DAY}/01.xml", two_stories())
    newsroom.file(f"raw/{DAY}/mets.xml", linked_mets(["h1", "t1"], ["h2", "t2", "t3"], grouped=grouped))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert newsroom.article(2).body == f"{' '.join(RIGHT)}\n\n{' '.join(MORE)}"


def test_a_hyphen_without_a_place_stands_behind_its_word(newsroom: Newsroom) -> None:
    page = two_stories().replace("</TextLine>", '<HYP CONTENT="-"/></TextLine>', 1)
    newsroom.file(f"raw/{DAY}/01.xml", page)
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert newsroom.article(1).title == "Bridge opened-"


def test_a_mets_file_that_names_no_article_of_the_page_is_a_doubt(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.xml", two_stories())
    newsroom.file(f"raw/{DAY}/mets.xml", mets(["other1"], ["other2"]))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert "1 unmatched-articles" in run.out
    assert newsroom.article(1).title == "Bridge opened"


def test_an_article_of_mets_with_two_headlines_keeps_both(newsroom: Newsroom) -> None:
    page = alto(
        text_block("h1", ["Bridge opened"], 40, 40, high=26),
        text_block("t1", LEFT, 40, 90),
        text_block("h2", ["Orchards counted"], 40, 190, high=26),
        text_block("t2", RIGHT, 40, 240),
    )
    newsroom.file(f"raw/{DAY}/01.xml", page)
    newsroom.file(f"raw/{DAY}/mets.xml", mets(["h1", "t1", "h2", "t2"]))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert newsroom.article(1).title == "Bridge opened"
    assert newsroom.article(1).body.split() == " ".join([*LEFT, "Orchards counted", *RIGHT]).split()


def test_a_column_whose_lines_all_begin_elsewhere_is_read(newsroom: Newsroom) -> None:
    lines = [LEFT[0][: 36 - 3 * n].strip() for n in range(7)]
    blocks = [text_block(f"t{n}", [line], 616 - 6 * len(line), 40 + 18 * n) for n, line in enumerate(lines)]
    newsroom.file(f"raw/{DAY}/01.xml", alto(*blocks))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert sorted(" ".join(one.body for one in newsroom.articles()).split()) == sorted(
        " ".join(lines).split()
    )


def test_words_that_the_recognition_was_not_sure_of_are_doubts(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.xml", two_stories(sure=0.2))
    run = newsroom.ingest()
    assert "3 recognised" in run.out
    assert "识别存疑" in newsroom.files()[f"raw/{DAY}/01.review.html"].decode()


def test_a_page_of_which_the_recognition_was_hardly_sure_is_one_doubt(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.xml", alto(text_block("t1", RIGHT * 20, 40, 20, high=6, sure=0.2)))
    run = newsroom.ingest()
    assert "1 recognised" in run.out
    assert "words on 60 of 60 lines" in newsroom.files()[f"raw/{DAY}/01.review.html"].decode()


def picture(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1600, 1200), "ivory").save(out, form)
    return out.getvalue()


@pytest.mark.parametrize(
    ("ending", "form"), [("jpg", "JPEG"), ("tif", "TIFF"), ("png", "PNG"), ("webp", "WEBP")]
)
def test_the_scan_beside_a_page_is_its_picture(newsroom: Newsroom, ending: str, form: str) -> None:
    newsroom.file(f"raw/{DAY}/01.xml", two_stories())
    assert newsroom.ingest().code == 0
    newsroom.file(f"raw/{DAY}/01.{ending}", picture(form))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    page = read_page_map(newsroom.root / f"content/{DAY}/01/page.yaml")
    assert page is not None
    with Image.open(newsroom.root / f"content/{DAY}/01" / page.picture) as shown:
        assert shown.size == (1600, 1200)
    assert 'href="data:image/webp;base64,' in newsroom.files()[f"raw/{DAY}/01.review.html"].decode()
    assert "1 of 1 pages unchanged" in newsroom.ingest().out


def test_a_scan_that_is_no_picture_stops_its_page(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.xml", two_stories())
    newsroom.file(f"raw/{DAY}/01.jpg", b"no picture")
    run = newsroom.ingest()
    assert run.code == 1
    assert f"raw/{DAY}/01.jpg: error bad-scan" in run.err


BAD = {
    "an entity that grows": '<!DOCTYPE alto [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><alto>&b;</alto>',
    "an entity from a file": '<!DOCTYPE alto [<!ENTITY a SYSTEM "file:///etc/hostname">]><alto><Page>&a;</Page></alto>',
    "cut off": two_stories()[:700],
    "no ALTO": "<html><body><p>words</p></body></html>",
    "no words": alto(),
    "no place": two_stories().replace("HPOS", "PLACE"),
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_other_xml_is_refused_by_name_and_nothing_is_written(newsroom: Newsroom, text: str) -> None:
    newsroom.file(f"raw/{DAY}/01.xml", text)
    run = newsroom.ingest()
    assert run.code == 1
    assert f"raw/{DAY}/01.xml" in run.err
    assert "bad-xml" in run.err
    assert list(newsroom.files()) == [f"raw/{DAY}/01.xml"]
