"""PAGE-XML and hOCR come in by the road of ALTO."""

import pytest

from tests.ingest.alto.test_alto import LEFT, RIGHT
from tests.ingest.newsroom import DAY, Newsroom

BLOCKS = (
    ("h1", ["Bridge opened"], 40, 40, 26),
    ("t1", LEFT, 40, 90, 12),
    ("h2", ["Orchards counted"], 320, 40, 26),
    ("t2", RIGHT, 320, 90, 12),
)
STORIES = {"Bridge opened": " ".join(LEFT), "Orchards counted": " ".join(RIGHT)}
Box = tuple[int, int, int, int]


def placed(words: str, x: int, y: int, high: int) -> list[tuple[str, Box]]:
    """Return the words of a line with their boxes."""
    found, at = [], x
    for word in words.split():
        found.append((word, (at, y, at + len(word) * high // 2, y + high)))
        at += (len(word) + 1) * high // 2
    return found


def rows(lines: list[str], x: int, y: int, high: int) -> list[list[tuple[str, Box]]]:
    return [
        placed(line, x + (0 if n else 2 * high), y + n * high * 3 // 2, high) for n, line in enumerate(lines)
    ]


def around(row: list[tuple[str, Box]]) -> Box:
    left, top, _, bottom = row[0][1]
    return left, top, row[-1][1][2], bottom


def points(box: Box) -> str:
    left, top, right, bottom = box
    return f'<Coords points="{left},{top} {right},{top} {right},{bottom} {left},{bottom}"/>'


def page_xml(*, words: bool, sure: float = 0.95) -> str:
    """Return the page in PAGE-XML, with its words placed or only its lines."""
    regions = []
    for name, lines, x, y, high in BLOCKS:
        found = []
        for row in rows(lines, x, y, high):
            whole = " ".join(word for word, _ in row)
            inside = "".join(
                f"<Word>{points(box)}<TextEquiv conf='{sure}'><Unicode>{word}</Unicode></TextEquiv></Word>"
                for word, box in row
            )
            text = f"<TextEquiv conf='{sure}'><Unicode>{whole}</Unicode></TextEquiv>"
            found.append(f"<TextLine>{points(around(row))}{inside if words else ''}{text}</TextLine>")
        regions.append(f'<TextRegion id="{name}">{"".join(found)}</TextRegion>')
    space = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
    return (
        f'<PcGts xmlns="{space}"><Page imageWidth="800" imageHeight="600">{"".join(regions)}</Page></PcGts>'
    )


def hocr(*, sure: int = 95) -> str:
    blocks = []
    for name, lines, x, y, high in BLOCKS:
        found = [
            "<span class='ocr_line' title='bbox {} {} {} {}'>".format(*around(row))
            + "".join(
                "<span class='ocrx_word' title='bbox {} {} {} {}; x_wconf {}'>{}</span> ".format(
                    *box, sure, word
                )
                for word, box in row
            )
            + "</span>"
            for row in rows(lines, x, y, high)
        ]
        blocks.append(f"<p class='ocr_par' id='{name}'>{''.join(found)}</p>")
    kind = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
    body = (
        f"<div class='ocr_page' title='image \"01.png\"; bbox 0 0 800 600; ppageno 0'>{''.join(blocks)}</div>"
    )
    return f'<?xml version="1.0"?>{kind}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>'


PAGES = {
    "PAGE-XML": ("01.xml", page_xml(words=True)),
    "PAGE-XML of lines": ("01.xml", page_xml(words=False)),
    "hOCR": ("01.hocr", hocr()),
}


@pytest.mark.parametrize(("name", "text"), PAGES.values(), ids=PAGES.keys())
def test_each_format_is_read_as_its_stories(newsroom: Newsroom, name: str, text: str) -> None:
    newsroom.file(f"raw/{DAY}/{name}", text)
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert {article.title: article.body for article in newsroom.articles()} == STORIES


UNSURE = {"PAGE-XML": ("01.xml", page_xml(words=True, sure=0.2)), "hOCR": ("01.hocr", hocr(sure=20))}


@pytest.mark.parametrize(("name", "text"), UNSURE.values(), ids=UNSURE.keys())
def test_what_the_recognition_was_not_sure_of_is_a_doubt(newsroom: Newsroom, name: str, text: str) -> None:
    newsroom.file(f"raw/{DAY}/{name}", text)
    assert "8 recognised" in newsroom.ingest().out


BAD = {
    "no outline": ("01.xml", page_xml(words=True).replace("points=", "spots=")),
    "no box": ("01.hocr", hocr().replace("bbox", "box")),
    "no page": ("01.hocr", hocr().replace("ocr_page", "page")),
    "entities": ("01.hocr", hocr().replace('transitional.dtd">', 'transitional.dtd" [<!ENTITY a "aaaa">]>')),
}


@pytest.mark.parametrize(("name", "text"), BAD.values(), ids=BAD.keys())
def test_what_has_no_places_is_refused(newsroom: Newsroom, name: str, text: str) -> None:
    newsroom.file(f"raw/{DAY}/{name}", text)
    run = newsroom.ingest()
    assert run.code == 1
    assert f"raw/{DAY}/{name}: error bad-xml" in run.err
    assert list(newsroom.files()) == [f"raw/{DAY}/{name}"]
