"""How a digital paper's page was printed: its picture, the place of each line, and the pictures of its articles."""

from pathlib import Path

import pytest

from broadsheet.ingest.epaper.mhtml import pack
from broadsheet.ingest.epaper.reading import read_epaper
from broadsheet.ingest.web.page import WebReading
from broadsheet.model.errors import SourceError
from broadsheet.model.marks import Frame
from tests.ingest.epaper.test_epaper import FIRST, FOURTH, SECOND, THIRD, jpeg, node

SCAN, PIER, BOAT = jpeg(400, 600), jpeg(64, 48), jpeg(32, 24)
TALL, LOW = "20,30,200,30,200,300,380,300,380,580,20,580", "210,30,380,30,380,290,210,290"


def article(title: str, *body: str) -> bytes:
    inside = "".join(words if words.startswith("<") else f"<p>{words}</p>" for words in body)
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div>{inside}</div></body></html>".encode()


def photo(file: str, caption: str = "") -> str:
    return f"<figure><img src='{file}'>{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"


def read(folder: Path, files: dict[str, bytes], picture: str = "b.JPG") -> WebReading:
    areas = [("c1.htm", TALL), ("c2.htm", LOW)]
    path = folder / "raw/2031-05-06/01.mhtml"
    path.parent.mkdir(parents=True)
    path.write_bytes(pack({"n.htm": node("01", "要闻", areas, picture=picture).encode(), **files}))
    return read_epaper(path)


@pytest.fixture
def reading(tmp_path: Path) -> WebReading:
    first = article("老渡口再留三年", FIRST, photo("pier.jpg", "渡口的清晨。"), SECOND, photo("boat.png"))
    second = article(
        "图书馆晚关两小时", photo("lost.jpg", "图书馆。"), THIRD, photo("film.bmp"), photo("pier.jpg"), FOURTH
    )
    files = {
        "c1.htm": first,
        "c2.htm": second,
        "b.JPG": SCAN,
        "pier.jpg": PIER,
        "boat.png": BOAT,
        "film.bmp": b"",
    }
    return read(tmp_path, files)


def words_at(reading: WebReading, offset: int) -> str:
    return reading.source.slice(reading.source.line_at(offset).span)


def test_pictures_stand_at_their_captions_or_at_their_story(reading: WebReading) -> None:
    assert reading.facsimile is not None
    assert [
        (one.picture.file, words_at(reading, one.at)[:8], one.captioned) for one in reading.facsimile.pictures
    ] == [
        ("01-1.jpg", "渡口的清晨。", True),
        ("01-2.png", FIRST[:8], False),
        ("02-3.jpg", THIRD[:8], False),
    ]
    assert [one.picture.frame for one in reading.facsimile.pictures] == [
        Frame(20, 30, 200, 300),
        Frame(20, 30, 200, 300),
        Frame(210, 30, 380, 290),
    ]


def test_the_files_are_those_of_the_page_and_of_its_pictures(reading: WebReading) -> None:
    assert reading.facsimile is not None
    assert (reading.facsimile.width, reading.facsimile.height) == (400, 600)
    assert reading.facsimile.picture == "page.jpg"
    assert reading.facsimile.files == {
        "01-1.jpg": PIER,
        "01-2.png": BOAT,
        "02-3.jpg": PIER,
        "page.jpg": SCAN,
    }


def test_lines_are_dealt_out_to_the_boxes_of_their_article(reading: WebReading) -> None:
    assert reading.facsimile is not None
    lines = {line.number: reading.source.slice(line.span)[:6] for line in reading.source.lines}
    left, below, right = Frame(20, 30, 200, 300), Frame(20, 300, 380, 580), Frame(210, 30, 380, 290)
    assert [(lines[number], frame) for number, frame in sorted(reading.facsimile.frames.items())] == [
        ("老渡口再留三", left),
        (FIRST[:6], left),
        ("渡口的清晨。", below),
        (SECOND[:6], below),
        ("图书馆晚关两", right),
        ("图书馆。", right),
        (THIRD[:6], right),
        (FOURTH[:6], right),
    ]


def test_a_page_whose_picture_was_not_saved_has_none(tmp_path: Path) -> None:
    files = {
        "c1.htm": article("老渡口再留三年", FIRST, SECOND),
        "c2.htm": article("图书馆晚关", THIRD, FOURTH),
    }
    found = read(tmp_path, files, picture="b.svg").facsimile
    assert found is not None
    assert (found.picture, found.files, found.pictures) == ("", {}, ())


def test_articles_without_a_sentence_are_no_page(tmp_path: Path) -> None:
    bare = b"<html><body><img src='pier.jpg'></body></html>"
    with pytest.raises(SourceError, match="none of the articles' pages has a sentence of text"):
        read(tmp_path, {"c1.htm": bare, "c2.htm": bare, "pier.jpg": PIER})


def test_the_text_of_all_files_is_in_stories_or_furniture(tmp_path: Path) -> None:
    bare = "<html><body><p><a>广告</a></p><p><a>招租</a></p></body></html>".encode()
    reading = read(tmp_path, {"c1.htm": article("老渡口再留三年", FIRST, SECOND), "c2.htm": bare})
    placed = [*(p for story in reading.page.stories for p in story.passages()), *reading.page.furniture]
    words = [reading.source.slice(span) for passage in placed for span in passage.spans]
    assert sorted("".join("".join(words).split())) == sorted("".join(reading.source.text.split()))
    assert {"广告", "招租"} <= set(words)
    assert [story.headline[0].start for story in reading.page.stories] == [
        reading.source.text.index("老渡口再留三年", reading.source.text.index("老渡口再留三年") + 1)
    ]


def test_two_lines_stand_in_two_boxes(tmp_path: Path) -> None:
    files = {
        "c1.htm": article("老渡口再留三年", FIRST + SECOND),
        "c2.htm": article("图书馆晚关", THIRD, FOURTH),
    }
    reading = read(tmp_path, files)
    assert reading.facsimile is not None
    frames = [frame for _, frame in sorted(reading.facsimile.frames.items())]
    assert frames[:2] == [Frame(20, 30, 200, 300), Frame(20, 300, 380, 580)]


def test_an_article_that_the_map_leaves_out_has_pictures_and_no_place(tmp_path: Path) -> None:
    path = tmp_path / "raw/2031-05-06/01.mhtml"
    path.parent.mkdir(parents=True)
    page = node("01", "要闻", [("c1.htm", "")]).encode()
    story = article("老渡口再留三年", FIRST, photo("pier.jpg"), SECOND)
    path.write_bytes(pack({"n.htm": page, "c1.htm": story, "pier.jpg": PIER}))
    found = read_epaper(path).facsimile
    assert found is not None
    assert [(one.picture.file, one.picture.frame) for one in found.pictures] == [
        ("01-1.jpg", Frame(0, 0, 0, 0))
    ]
    assert found.frames == {}
