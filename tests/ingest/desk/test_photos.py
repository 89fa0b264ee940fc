"""The captions, credits and pictures of a story become its photos, each with its file."""

import pytest

from broadsheet.ingest.desk.articles import articles_of
from broadsheet.ingest.desk.facsimile import with_pictures
from broadsheet.ingest.reading import Facsimile, PlacedPicture
from broadsheet.lexicon.patterns import load_lexicon
from broadsheet.model.marks import Frame, Picture
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

LINES = ("图一", "张三 摄", "图二", "李四 摄", "正文第一段。", "正文第二段。", "另一篇的正文。")
Shown = tuple[str, str, str]  # caption, credit, file


def photos(lines: str, *pictures: tuple[int, str, bool]) -> list[list[Shown]]:
    """Return the photos of two stories; `lines` names the captions (c) and credits (p) of the first by their line.

    A picture is the line at which it stands, its file, and whether that line is its caption.
    """
    source = SourceText.of("01.pdf", "\n".join(LINES))
    spans = [line.span for line in source.lines]
    roles = {"c": Role.CAPTION, "p": Role.PHOTO_CREDIT}
    captions = tuple(Passage(roles[one[0]], (spans[int(one[1])],)) for one in lines.split())
    first = Story(body=tuple(Passage(Role.PARAGRAPH, (spans[n],)) for n in (4, 5)), captions=captions)
    second = Story(body=(Passage(Role.PARAGRAPH, (spans[6],)),))
    reading = PageReading(stories=(first, second))
    placed = tuple(
        PlacedPicture(Picture(Frame(0, 0, 1, 1), file), spans[line].start, captioned=captioned)
        for line, file, captioned in pictures
    )
    facsimile = Facsimile(width=1, height=1, frames={}, pictures=placed, files={})
    articles = articles_of(source, reading, {}, load_lexicon("zh"), "raw/01.pdf")
    return [
        [(photo.caption, photo.credit, photo.file) for photo in article.photos]
        for article in with_pictures(articles, reading, facsimile)
    ]


CASES: dict[str, tuple[str, tuple[tuple[int, str, bool], ...], list[list[Shown]]]] = {
    "a caption with its credit": ("c0 p1", ((0, "a.jpg", True),), [[("图一", "张三 摄", "a.jpg")], []]),
    "a picture at the credit": ("c0 p1", ((1, "a.jpg", True),), [[("图一", "张三 摄", "a.jpg")], []]),
    "a credit alone": ("p1", ((1, "a.jpg", True),), [[("", "张三 摄", "a.jpg")], []]),
    "two captions": (
        "c0 c2",
        ((2, "b.jpg", True), (0, "a.jpg", True)),
        [[("图一", "", "a.jpg"), ("图二", "", "b.jpg")], []],
    ),
    "two credits behind a caption": (
        "c0 p1 p3",
        ((0, "a.jpg", True), (3, "b.jpg", True)),
        [[("图一", "张三 摄", "a.jpg"), ("", "李四 摄", "b.jpg")], []],
    ),
    "two captions with their credits": (
        "c0 p1 c2 p3",
        ((2, "b.jpg", True),),
        [[("图一", "张三 摄", ""), ("图二", "李四 摄", "b.jpg")], []],
    ),
    "a picture without a caption": (
        "c0",
        ((5, "a.jpg", False), (0, "b.jpg", True)),
        [[("图一", "", "b.jpg"), ("", "", "a.jpg")], []],
    ),
    "a picture of the other story": ("", ((6, "a.jpg", False),), [[], [("", "", "a.jpg")]]),
    "a picture without a file": ("c0", ((0, "", True), (4, "", False)), [[("图一", "", "")], []]),
}


@pytest.mark.parametrize(("lines", "pictures", "found"), CASES.values(), ids=CASES.keys())
def test_photos_have_their_words_and_files(
    lines: str, pictures: tuple[tuple[int, str, bool], ...], found: list[list[Shown]]
) -> None:
    assert photos(lines, *pictures) == found
