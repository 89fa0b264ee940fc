"""A scan of a page is read as the page is: its characters, its stories, its doubts, its picture and map."""

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import typst
from PIL import Image

from broadsheet.ingest.scan import reader
from broadsheet.manuscript.records.page_file import read_page_map
from tests.ingest.newsroom import DAY, Newsroom

STORIES = {
    "大桥通车": ["今天上午大桥通车，两岸居民都来观看。", "渡口的老船工说，他终于可以休息了。"],
    "果园丰收": ["山坡上的果园今年收获很好，比去年多三成。", "农民把水果送到城里的市场。"],
}


def typst_page(*, width: int = 400) -> str:
    """Return a page of two stories side by side with a rule between them, in Typst."""
    columns = [
        f'#place(top + left, dx: {20 + 195 * n}pt, dy: 20pt, block(width: 165pt)[#text(size: 22pt, weight: "bold")[{title}]'
        f"\n\n{'#parbreak()'.join(f'#h(2em){text}' for text in texts)}])"
        for n, (title, texts) in enumerate(STORIES.items())
    ]
    rule = "#place(top + left, dx: 200pt, dy: 15pt, line(length: 170pt, angle: 90deg, stroke: 0.6pt))"
    head = f'#set page(width: {width}pt, height: 200pt, margin: 0pt)\n#set text(size: 11pt, font: "Noto Serif CJK SC", lang: "zh")'
    return "\n".join([head, *columns, rule])


@cache
def scan(form: str = "PNG") -> bytes:
    """Return the page as a picture of 200 dots an inch."""
    drawn = typst.compile(typst_page().encode(), format="png", ppi=200)
    out = io.BytesIO()
    Image.open(io.BytesIO(drawn)).convert("RGB").save(out, form)
    return out.getvalue()


def found(newsroom: Newsroom, *, page: int = 1) -> dict[str, Any]:
    return {newsroom.article(n, page=page).title: newsroom.article(n, page=page).body for n in (1, 2)}


WHOLE = {title: "\n\n".join(texts) for title, texts in STORIES.items()}
needs_ocr = pytest.mark.skipif(
    not reader.can_recognise(),
    reason="the extra that recognises characters is not installed: broadsheet[ocr]",
)


@needs_ocr
def test_the_stories_of_a_scan_are_articles_with_their_places(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.png", scan())
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert "1 scan" in run.out
    assert found(newsroom) == WHOLE
    page = read_page_map(newsroom.root / f"content/{DAY}/01/page.yaml")
    assert page is not None
    assert [area.boxes[0].left < 0.5 for area in page.areas] == [True, False]
    with Image.open(newsroom.root / f"content/{DAY}/01" / page.picture) as picture:
        assert picture.width / picture.height == pytest.approx(2, rel=0.01)


@needs_ocr
def test_the_letters_of_a_word_stay_together(newsroom: Newsroom) -> None:
    words = "The bridge over the river was opened this morning by the ferrymen"
    code = f"#set page(width: 700pt, height: 60pt, margin: 20pt)\n#set text(size: 12pt, tracking: 1.2pt)\n{words}"
    newsroom.file(f"raw/{DAY}/01.png", typst.compile(code.encode(), format="png", ppi=150))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert newsroom.article(1).body == words


@needs_ocr
def test_a_pdf_that_is_one_picture_is_recognised(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/02.pdf", scan("PDF"))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert found(newsroom, page=2) == WHOLE


@needs_ocr
def test_what_the_recognition_is_not_sure_of_is_a_doubt_at_its_line(newsroom: Newsroom) -> None:
    with Image.open(io.BytesIO(scan())) as sharp:
        small = sharp.resize((sharp.width * 2 // 7, sharp.height * 2 // 7))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=30)
    newsroom.file(f"raw/{DAY}/01.jpg", out.getvalue())
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert " recognised" in run.out


def test_without_the_extra_a_scan_is_refused_and_the_extra_named(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "find_spec", lambda _: None)
    newsroom.file(f"raw/{DAY}/01.png", scan())
    newsroom.file(f"raw/{DAY}/02.pdf", scan("PDF"))
    run = newsroom.ingest()
    assert run.code == 1
    assert run.err.count("error no-text") == 2
    assert run.err.count("pip install 'broadsheet[ocr]'") == 2
    assert not any(path.startswith("content/") for path in newsroom.files())


def test_a_picture_beside_the_text_of_a_page_is_no_page(newsroom: Newsroom) -> None:
    newsroom.page("桥\n今天上午大桥通车了。\n")
    newsroom.file(f"raw/{DAY}/01.png", scan())
    newsroom.file(f"raw/{DAY}/photo.png", scan())
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert [path for path in newsroom.files() if path.endswith(".review.html")] == [
        f"raw/{DAY}/01.review.html"
    ]


BAD: dict[str, Callable[[bytes], bytes]] = {
    "no picture": lambda _: b"GIF89a of no use",
    "cut off": lambda data: data[: len(data) // 2],
    "of another format": lambda data: data.replace(b"\x89PNG", b"\x89PIG"),
}


@pytest.mark.parametrize("spoil", BAD.values(), ids=BAD.keys())
@needs_ocr
def test_what_is_no_picture_of_a_page_is_refused(newsroom: Newsroom, spoil: Callable[[bytes], bytes]) -> None:
    newsroom.file(f"raw/{DAY}/01.png", spoil(scan()))
    run = newsroom.ingest()
    assert run.code == 1
    assert f"raw/{DAY}/01.png: error bad-scan" in run.err
    assert list(newsroom.files()) == [f"raw/{DAY}/01.png"]
